/** Promotions that mean the same units: what one takes another one lacks, and the search must not be cut too soon. */
import { describe, expect, test } from 'vitest'
import { basketOf, GOLD, priced, refusedAt, unitsOf } from './scenario-builder.ts'

const percent = (id: string, rate: number, priority: number, more: object = {}): object => ({
  id,
  kind: 'percent',
  rate,
  priority,
  ...more,
})
const AABB = basketOf(['A', 2], ['B', 2])

interface Row {
  readonly rule: object
  /** With nothing but the rule: two of 100, two of 80. */
  readonly units: number[]
}

const kinds: Row[] = [
  { rule: { kind: 'special', price: 10 }, units: [10, 10, 10, 10] },
  { rule: { kind: 'percent', rate: 5000 }, units: [50, 50, 40, 40] },
  { rule: { kind: 'nth', n: 2, rate: 5000 }, units: [100, 50, 80, 40] },
  { rule: { kind: 'buyGet', buy: 1, get: 1 }, units: [100, 0, 80, 0] },
  { rule: { kind: 'forPrice', n: 2, price: 90 }, units: [45, 45, 45, 45] },
  { rule: { kind: 'quantityRate', steps: [{ at: 2, rate: 7000 }] }, units: [70, 70, 56, 56] },
]

describe('the best is not all together', () => {
  test.each(kinds)('where a small one would take units from $rule.kind', ({ rule, units }) => {
    const small = percent('SMALL', 9900, 1, { scope: { skus: ['B'] } })
    const answer = priced({ basket: AABB, promotions: [small, { id: 'LARGE', priority: 2, ...rule }] })
    expect(unitsOf(answer)).toEqual(units)
    expect(answer.applied.map(({ id }) => id)).toEqual(['LARGE'])
  })
})

describe('the best is the last that is looked at', () => {
  test.each(kinds)('behind three small ones, as $rule.kind', ({ rule, units }) => {
    const small = [percent('S1', 9800, 1), percent('S2', 9900, 2), percent('S3', 9900, 3)]
    const answer = priced({ basket: AABB, promotions: [...small, { id: 'LARGE', priority: 4, ...rule }] })
    expect(unitsOf(answer)).toEqual(units)
    expect(answer.applied.map(({ id }) => id)).toEqual(['LARGE'])
  })
  test('behind three small ones, on the order', () => {
    const small = ['S1', 'S2', 'S3'].map((id) => ({ id, kind: 'orderRate', rate: 9900, group: 'g' }))
    const large = { id: 'Z', kind: 'orderRate', rate: 5000, group: 'g' }
    const answer = priced({ basket: AABB, promotions: [...small, large] })
    expect(answer.applied).toEqual([{ id: 'Z', kind: 'promotion', amount: -180 }])
  })
  test('behind three small coupons', () => {
    const coupons = ['S1', 'S2', 'S3', 'Z'].map((id) => ({
      id,
      template: id,
      kind: 'amountOff',
      steps: [{ at: 1, off: id === 'Z' ? 200 : 1 }],
    }))
    expect(priced({ basket: AABB, coupons }).applied).toEqual([{ id: 'Z', kind: 'coupon', amount: -200 }])
  })
})

describe('a group that is not taken', () => {
  test('stays free where forPrice asks what it costs', () => {
    const promotions = [
      { id: 'TWO', kind: 'forPrice', n: 2, price: 160, priority: 1 },
      percent('B', 9000, 2, { scope: { skus: ['B'] } }),
    ]
    expect(unitsOf(priced({ basket: AABB, promotions }))).toEqual([80, 80, 72, 72])
  })
  test('can take no part, pinned or not, where quantityRate would be dearer', () => {
    const promotions = [{ id: 'P', kind: 'quantityRate', steps: [{ at: 2, rate: 9001 }] }]
    const basket = basketOf(['A', 100])
    const catalog = [{ sku: 'A', price: 10_000 }]
    expect(refusedAt({ member: GOLD, promotions, basket, catalog, pinned: ['P'] })).toBe('pinned')
  })
})
