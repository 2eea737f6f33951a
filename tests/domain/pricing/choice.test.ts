/** Which combination: pinned ones, many candidates, the same answer every time. */
import { describe, expect, test } from 'vitest'
import { basketOf, GOLD, priced, refusedAt } from './scenario-builder.ts'

const off = (id: string, amount: number, more: object = {}): object => ({
  id,
  kind: 'amountOff',
  steps: [{ at: 1, off: amount }],
  ...more,
})
/** Offers that hold and can do nothing: they are candidates all the same. */
const idle = (count: number): object[] =>
  Array.from({ length: count }, (_, place) => off(`IDLE${place}`, 1, { scope: { skus: [] } }))

describe('exact', () => {
  test('with 12 candidates and not with 13, whatever they mean', () => {
    expect(priced({ promotions: idle(12) }).exact).toBe(true)
    expect(priced({ promotions: idle(13) }).exact).toBe(false)
  })
  test('counts what holds and is not forbidden', () => {
    const past = { to: '2020-01-01T00:00:00Z' }
    expect(priced({ promotions: [...idle(12), off('PAST', 1, past)] }).exact).toBe(true)
    expect(priced({ promotions: idle(13), forbidden: ['IDLE3'] }).exact).toBe(true)
    expect(priced({ promotions: idle(12), coupons: [off('C', 1, { template: 'T' })] }).exact).toBe(false)
  })
})

describe('pinned', () => {
  // P reaches its threshold only at list prices, which C switches on: alone P is in no combination.
  const P = { id: 'P', kind: 'amountOff', steps: [{ at: 195, off: 1 }] }
  const C = off('C', 5, { template: 'T', withTier: false })
  test.each([0, 13])('is found together with what it needs, among %i idle candidates', (count) => {
    const answer = priced({ member: GOLD, promotions: [P, ...idle(count)], coupons: [C], pinned: ['P'] })
    expect(answer.applied.map(({ id }) => id)).toEqual(['P', 'C'])
    expect(answer.payable).toBe(194)
  })
  test('is refused where nothing helps', () => {
    expect(refusedAt({ member: GOLD, promotions: [P], coupons: [C], pinned: ['P'], forbidden: ['C'] })).toBe('pinned')
    expect(refusedAt({ promotions: [off('P', 1, { membersOnly: true })], pinned: ['P'] })).toBe('pinned')
    expect(refusedAt({ promotions: [off('P', 1)], pinned: ['P'], forbidden: ['P'] })).toBe('pinned')
  })
  test('may stand there twice', () => {
    expect(priced({ promotions: [off('P', 1)], pinned: ['P', 'P'] }).payable).toBe(199)
  })
  test('is chosen though it costs more', () => {
    const promotions = [off('P', 1, { group: 'g' }), off('Q', 9, { group: 'g' })]
    expect(priced({ promotions, pinned: ['P'] }).payable).toBe(199)
  })
})

describe('beyond 12 candidates that all mean something', () => {
  // Each percentage is kept from its goods by those before it: of 2^20 combinations one is best.
  const promotions = Array.from({ length: 20 }, (_, place) => ({
    id: `P${String(place).padStart(2, '0')}`,
    kind: 'percent',
    rate: 9900 - 100 * place,
    ...(place % 2 === 0 && { scope: { skus: ['A'] } }),
  }))
  test('the best of them is found', () => {
    const answer = priced({ promotions, basket: basketOf(['A', 1], ['B', 1]) })
    expect(answer.exact).toBe(false)
    expect(answer.applied.map(({ id }) => id)).toEqual(['P19'])
    expect(answer.payable).toBe(144)
  })
  test('what is pinned is in it', () => {
    const answer = priced({ promotions, basket: basketOf(['A', 1], ['B', 1]), pinned: ['P00'] })
    expect(answer.applied.map(({ id }) => id)).toEqual(['P00', 'P19'])
  })
  test('the answer is the same every time', () => {
    const asked = { promotions, basket: basketOf(['A', 3], ['B', 2]), member: GOLD }
    expect(JSON.stringify(priced(asked))).toBe(JSON.stringify(priced(asked)))
  })
})
