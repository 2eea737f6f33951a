/** Scenarios for tests: a plain one, with what matters written over it. */
import { expect } from 'vitest'
import { quote } from '../../../shared/contract/pricing/quote.ts'
import type { ScenarioQuote } from '../../../shared/contract/pricing/quote.ts'

export const GOLD = { id: 'M1', tier: 'gold', points: 1200, birthday: '11-21', tags: ['vip'] }

/** A: 100, B: 80, W: 1005 a kilogram, N: 500 never discounted; gold pays 9000. */
export const plain = {
  now: '2026-11-21T10:00:00+08:00',
  timeZone: 'Asia/Shanghai',
  store: 'S001',
  catalog: [
    { sku: 'A', price: 100, category: 'c' },
    { sku: 'B', price: 80, category: 'd' },
    { sku: 'W', price: 1005, countable: false },
    { sku: 'N', price: 500, discountable: false },
  ],
  tiers: [
    { id: 'gold', rate: 9000, pointsRate: 15_000 },
    { id: 'std', rate: 10_000 },
  ],
  member: null,
  basket: [{ line: '1', sku: 'A', qty: 2000 }],
  promotions: [],
  coupons: [],
  redeemPoints: 0,
  rules: { maxCoupons: 1 },
}

export function scenario(changes: object = {}): Record<string, unknown> {
  return structuredClone({ ...plain, ...changes })
}

/** [sku, pieces or grams, manual price]… as lines '1', '2', … */
export function basketOf(...lines: (readonly [string, number, number?])[]): object[] {
  return lines.map(([sku, amount, manual], place) => ({
    line: String(place + 1),
    sku,
    qty: sku === 'W' ? amount : amount * 1000,
    ...(manual !== undefined && { manual: { price: manual } }),
  }))
}

/** The quote of a scenario that must not be refused. */
export function priced(changes: object = {}): ScenarioQuote {
  const answer = quote(scenario(changes))
  if ('error' in answer) throw new Error(`${answer.error.path}: ${answer.error.message}`)
  return answer
}

/** The path at which a scenario is refused. */
export function refusedAt(changes: object): string {
  const answer = quote(scenario(changes))
  expect(answer).toHaveProperty('error')
  const { error } = answer as { error: { path: string; message: string } }
  expect(error.message).toMatch(/^\S.*\.$/u)
  return error.path
}

/** Units of all lines, one after the other. */
export function unitsOf(answer: ScenarioQuote): number[] {
  return answer.lines.flatMap((line) => [...line.units])
}
