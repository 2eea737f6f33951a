/**
 * What holds for every scenario. fast-check prints the seed and the smallest roll of the dice that breaks a property;
 * PRICING_SEED repeats a run, PRICING_RUNS makes it shorter or longer.
 */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { quote } from '../../../shared/contract/pricing/quote.ts'
import type { ScenarioQuote } from '../../../shared/contract/pricing/quote.ts'
import { share } from '../../../shared/domain/pricing/share.ts'
import type { Scenario } from '../../../shared/domain/pricing/types.ts'
import { Dice, randomScenario } from './random-scenario.ts'
import { referenceOneByOne } from './reference.ts'

const seed = Number(process.env['PRICING_SEED'] ?? 20_261_121)
const numRuns = Number(process.env['PRICING_RUNS'] ?? 1000)
const runs = { seed, numRuns }

vi.setConfig({ testTimeout: 120_000 })
console.info(`properties from seed ${seed}`)

const rolls = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const scenarios = rolls.map((roll) => randomScenario(new Dice(roll), { offers: 8 }))

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}

/** The quote, or null where the pinned ones cannot be together. */
function quoteOf(scenario: unknown): ScenarioQuote | null {
  const answer = quote(scenario)
  return 'error' in answer ? null : answer
}

function toPayBeforePoints(answer: ScenarioQuote): number {
  return answer.payable + answer.rounding + answer.points.value
}

/** What does not hold on a line. */
function wrongOnLine({ gross, net, units, adjustments }: ScenarioQuote['lines'][number]): string[] {
  const sources = new Set(adjustments.map(({ source }) => source))
  const holds = {
    'units add up': net === sum(units),
    'adjustments add up': net === gross + sum(adjustments.map(({ amount }) => amount)),
    'nothing is negative': Math.min(gross, net, ...units) >= 0,
    'one adjustment a source': sources.size === adjustments.length,
    'no adjustment of 0': adjustments.every(({ amount }) => amount !== 0),
  }
  return Object.entries(holds).flatMap(([name, does]) => (does ? [] : [name]))
}

/** What one source took off all lines. */
function onLines(answer: ScenarioQuote, id: string): number {
  const ofSource = answer.lines.flatMap(({ adjustments }) => adjustments.filter(({ source }) => source === id))
  return sum(ofSource.map(({ amount }) => amount))
}

describe('every quote', () => {
  test('adds up, and nothing is negative', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const answer = quoteOf(scenario)
        if (answer === null) return
        expect(answer.gross).toBe(sum(answer.lines.map(({ gross }) => gross)))
        expect(answer.payable).toBe(sum(answer.lines.map(({ net }) => net)))
        expect(answer.lines.map(wrongOnLine)).toEqual(answer.lines.map(() => []))
        const { redeemed, value, earned } = answer.points
        expect(Math.min(0, answer.payable, answer.rounding, redeemed, value, earned)).toBe(0)
        expect(answer.applied.map(({ id }) => onLines(answer, id))).toEqual(answer.applied.map(({ amount }) => amount))
        expect(answer.applied.every(({ amount }) => amount < 0)).toBe(true)
        const offers = [...(scenario.promotions ?? []), ...(scenario.coupons ?? [])].map(({ id }) => id)
        expect([...answer.applied, ...answer.skipped].map(({ id }) => id).sort()).toEqual(offers.sort())
      }),
      runs,
    )
  })

  test('is the same whatever stands first, but for the order of skipped', () => {
    fc.assert(
      fc.property(scenarios, rolls, (scenario, roll) => {
        const dice = new Dice(roll)
        const shuffled = withOtherKeyOrder(dice, {
          ...scenario,
          catalog: dice.shuffled(scenario.catalog),
          tiers: dice.shuffled(scenario.tiers!),
          promotions: dice.shuffled(scenario.promotions!),
          coupons: dice.shuffled(scenario.coupons!),
        })
        const byId = (answer: ScenarioQuote | null): string =>
          JSON.stringify(answer && { ...answer, skipped: [...answer.skipped].sort((a, b) => (a.id < b.id ? -1 : 1)) })
        expect(byId(quoteOf(shuffled))).toBe(byId(quoteOf(scenario)))
      }),
      runs,
    )
  })

  test('never leaves more to pay than with one candidate less that is not pinned', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const answer = quoteOf(scenario)
        if (answer === null || !answer.exact) return
        for (const { id } of [...answer.applied, ...answer.skipped]) {
          if (scenario.pinned?.includes(id)) continue
          const without = quoteOf({ ...scenario, forbidden: [...(scenario.forbidden ?? []), id] })
          expect(without === null || toPayBeforePoints(without) >= toPayBeforePoints(answer)).toBe(true)
        }
      }),
      runs,
    )
  })

  test('contains what is pinned and nothing that is forbidden', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const ids = quoteOf(scenario)?.applied.map(({ id }) => id) ?? null
        if (ids === null) return
        expect((scenario.pinned ?? []).every((id) => ids.includes(id))).toBe(true)
        expect((scenario.forbidden ?? []).some((id) => ids.includes(id))).toBe(false)
      }),
      runs,
    )
  })
})

test('returning everything, however often, undoes everything', () => {
  fc.assert(
    fc.property(scenarios, rolls, (scenario, roll) => {
      const answer = quoteOf({ ...scenario, returns: allReturned(new Dice(roll), scenario) })
      if (answer === null) return
      const refunds = answer.refunds!
      expect(sum(refunds.map(({ amount }) => amount))).toBe(answer.payable)
      expect(sum(refunds.map(({ pointsTakenBack }) => pointsTakenBack))).toBe(answer.points.earned)
      expect(sum(refunds.map(({ pointsGivenBack }) => pointsGivenBack))).toBe(answer.points.redeemed)
      const ofLine = (line: string): number =>
        sum(refunds.flatMap(({ lines }) => lines.filter((one) => one.line === line).map(({ amount }) => amount)))
      expect(answer.lines.map(({ line }) => ofLine(line))).toEqual(answer.lines.map(({ net }) => net))
      for (const { amount, pointsTakenBack, pointsGivenBack, lines } of refunds) {
        expect(Math.min(0, amount, pointsTakenBack, pointsGivenBack, ...lines.map((line) => line.amount))).toBe(0)
      }
    }),
    runs,
  )
})

test('beyond 12 candidates, never worse than adding one by one while it helps', () => {
  const many = rolls.map((roll) => randomScenario(new Dice(roll), { offers: 30 }))
  let beyond = 0
  fc.assert(
    fc.property(many, (scenario) => {
      const answer = quoteOf(scenario)
      if (answer === null || answer.exact) return
      beyond += 1
      const oneByOne = referenceOneByOne(scenario) ?? Infinity
      expect(toPayBeforePoints(answer)).toBeLessThanOrEqual(oneByOne)
    }),
    { ...runs, numRuns: Math.ceil(numRuns / 7) },
  )
  expect(beyond).toBeGreaterThan(numRuns / 25)
})

describe('share', () => {
  const weights = fc.array(fc.oneof(fc.nat(5), fc.nat(1000), fc.nat(2 ** 40)), { minLength: 1, maxLength: 40 })
  test('gives everything out, floor or one more, the largest fractions first', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const all = sum(of)
        const total = Math.floor(all * part)
        const parts = share(total, of)
        expect(sum(parts)).toBe(total)
        const product = (place: number): bigint => BigInt(total) * BigInt(of[place]!)
        const fraction = (place: number): bigint => (all === 0 ? 0n : product(place) % BigInt(all))
        const extra = parts.map((one, place) => BigInt(one) - (all === 0 ? 0n : product(place) / BigInt(all)))
        expect(extra.every((one) => one === 0n || one === 1n)).toBe(true)
        expect(parts.every((one, place) => one <= of[place]!)).toBe(true)
        const places = of.map((_, place) => place)
        const dueFirst = places.sort((a, b) => Number(fraction(b) - fraction(a)) || a - b)
        const given = dueFirst.map((place) => Number(extra[place]))
        expect(given).toEqual([...given].sort((a, b) => b - a))
      }),
      { ...runs, numRuns: Math.ceil(numRuns / 2.5) },
    )
  })

  test.each([
    [299, [4300, 1400, 2300], [161, 52, 86]],
    [500, [300, 500], [188, 312]],
    [2, [1, 1, 1], [1, 1, 0]],
    [5, [0, 0], [0, 0]],
    [0, [3, 4], [0, 0]],
    [7, [3, 4], [3, 4]],
    [9, [3, 4], [3, 4]],
    [2, [0, 1, 0, 1, 1], [0, 1, 0, 1, 0]],
    [1, [2 ** 52, 2 ** 51], [1, 0]],
  ])('%i over %j is %j', (total, of, parts) => {
    expect(share(total, of)).toEqual(parts)
  })
})

function withOtherKeyOrder(dice: Dice, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withOtherKeyOrder(dice, item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    dice.shuffled(Object.entries(value)).map(([key, item]) => [key, withOtherKeyOrder(dice, item)]),
  )
}

/** Visits that bring everything back: at random until there is nothing left. */
function allReturned(dice: Dice, scenario: Scenario): { line: string; qty: number }[][] {
  const left = new Map(scenario.basket.map(({ line, qty }) => [line, qty]))
  const visits: { line: string; qty: number }[][] = []
  while ([...left.values()].some((qty) => qty > 0)) {
    const visit = dice.shuffled(scenario.basket.filter(({ line }) => left.get(line)! > 0 && dice.chance(0.6)))
    visits.push(
      visit.map(({ line, sku }) => {
        const weighed = scenario.catalog.find((product) => product.sku === sku)!.countable === false
        const have = left.get(line)!
        const qty = weighed ? have : dice.whole(1, have / 1000) * 1000
        left.set(line, have - qty)
        return { line, qty }
      }),
    )
  }
  return visits
}
