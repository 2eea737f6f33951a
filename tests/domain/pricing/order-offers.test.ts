/** Promotions on the order and coupons, by tables; what may be chosen together; why the rest was not. */
import { describe, expect, test } from 'vitest'
import { basketOf, GOLD, priced, unitsOf } from './scenario-builder.ts'

const A2 = basketOf(['A', 2])

interface Row {
  readonly says: string
  readonly rule: object
  readonly basket?: object[]
  readonly off: number
}

describe('amountOff', () => {
  const steps = (...pairs: [number, number][]): object => ({
    kind: 'amountOff',
    steps: pairs.map(([at, off]) => ({ at, off })),
  })
  const every = (amount: number, off: number, max?: number): object => ({
    kind: 'amountOff',
    every: amount,
    off,
    ...(max !== undefined && { max }),
  })
  test.each<Row>([
    { says: 'at its threshold', rule: steps([200, 30]), off: 30 },
    { says: 'not below it', rule: steps([201, 30]), off: 0 },
    { says: 'the largest step reached', rule: steps([200, 30], [100, 50]), off: 30 },
    { says: 'never more than what is eligible', rule: steps([1, 5000]), off: 200 },
    { says: 'for every full amount', rule: every(60, 7), off: 21 },
    { says: 'at most max', rule: every(60, 7, 20), off: 20 },
    { says: 'a max of nothing', rule: every(60, 7, 0), off: 0 },
    {
      says: 'counts no product that is never discounted',
      rule: steps([201, 30]),
      basket: basketOf(['A', 2], ['N', 1]),
      off: 0,
    },
    { says: 'counts manual prices', rule: steps([300, 30]), basket: basketOf(['A', 1, 300]), off: 30 },
    { says: 'counts weights', rule: every(100, 10), basket: basketOf(['W', 500]), off: 50 },
    { says: 'beyond any sum that a number holds', rule: every(1, 2 ** 53 - 1), off: 200 },
  ])('$says', ({ rule, basket = A2, off }) => {
    const answer = priced({ promotions: [{ id: 'P', ...rule }], basket })
    expect(answer.applied).toEqual(off === 0 ? [] : [{ id: 'P', kind: 'promotion', amount: -off }])
    expect(priced({ coupons: [{ id: 'C', template: 'T', ...rule }], basket }).applied).toEqual(
      off === 0 ? [] : [{ id: 'C', kind: 'coupon', amount: -off }],
    )
  })
})

describe('orderRate', () => {
  test.each<Row>([
    { says: 'rounds what is left half up', rule: { rate: 8333 }, off: 33 },
    { says: 'at its threshold', rule: { rate: 5000, at: 200 }, off: 100 },
    { says: 'not below it', rule: { rate: 5000, at: 201 }, off: 0 },
    { says: 'for nothing', rule: { rate: 0 }, off: 200 },
  ])('$says', ({ rule, off }) => {
    const answer = priced({ promotions: [{ id: 'P', kind: 'orderRate', ...rule }] })
    expect(answer.payable).toBe(200 - off)
  })

  test('on a coupon at most maxOff', () => {
    const coupon = { id: 'C', template: 'T', kind: 'orderRate', rate: 5000 }
    expect(priced({ coupons: [{ ...coupon, maxOff: 40 }] }).payable).toBe(160)
    expect(priced({ coupons: [{ ...coupon, maxOff: 0 }] }).applied).toEqual([])
  })
})

describe('product', () => {
  const coupon = { id: 'C', template: 'T', kind: 'product' }
  test.each([
    { says: 'the dearest unit', changes: {}, basket: basketOf(['B', 1], ['A', 2]), units: [80, 0, 100] },
    {
      says: 'in scope',
      changes: { scope: { skus: ['B'] } },
      basket: basketOf(['A', 1], ['B', 2]),
      units: [100, 0, 80],
    },
    { says: 'a manual price too', changes: {}, basket: basketOf(['A', 1], ['B', 1, 150]), units: [100, 0] },
    { says: 'a whole weight', changes: {}, basket: basketOf(['A', 1], ['W', 500]), units: [100, 0] },
    { says: 'nothing that is never discounted', changes: {}, basket: basketOf(['N', 1], ['A', 1]), units: [500, 0] },
  ])('$says', ({ changes, basket, units }) => {
    expect(unitsOf(priced({ coupons: [{ ...coupon, ...changes }], basket }))).toEqual(units)
  })

  test('leaves out units that a promotion took', () => {
    const promotions = [{ id: 'P', kind: 'percent', rate: 9900, scope: { skus: ['A'] } }]
    const basket = basketOf(['A', 1], ['B', 1])
    const answer = priced({ promotions, coupons: [{ ...coupon, excludePromoted: true }], basket, pinned: ['P', 'C'] })
    expect(unitsOf(answer)).toEqual([99, 0])
  })
})

describe('excludePromoted', () => {
  const half = { id: 'N', kind: 'nth', n: 2, rate: 5000, priority: 1, scope: { skus: ['A'] } }
  const order = { id: 'O', kind: 'orderRate', rate: 9000, excludePromoted: true }
  test('leaves out the full-price members of a group too', () => {
    const answer = priced({ promotions: [half, order], basket: basketOf(['A', 2], ['B', 1]) })
    expect(unitsOf(answer)).toEqual([100, 50, 72])
  })
  test('leaves nothing where everything is taken', () => {
    const answer = priced({ promotions: [half, { ...order, at: 1 }] })
    expect(answer.skipped).toEqual([{ id: 'O', reason: 'below-threshold', missing: 1 }])
  })
})

describe('what may be chosen together', () => {
  const off = (id: string, amount: number, more: object = {}): object => ({
    id,
    kind: 'amountOff',
    steps: [{ at: 1, off: amount }],
    ...more,
  })
  const coupon = (id: string, amount: number, more: object = {}): object => off(id, amount, { template: 'T', ...more })
  const reasons = (changes: object): unknown => {
    const { applied, skipped } = priced(changes)
    return { applied: applied.map(({ id }) => id), skipped }
  }

  test('one of a group', () => {
    const promotions = [off('P1', 10, { group: 'g' }), off('P2', 20, { group: 'g' }), off('P3', 1)]
    expect(reasons({ promotions })).toEqual({
      applied: ['P2', 'P3'],
      skipped: [{ id: 'P1', reason: 'excluded-by', by: 'P2' }],
    })
  })

  test('no more coupons than the rules allow', () => {
    const coupons = [coupon('C1', 10), coupon('C2', 20, { template: 'U' }), coupon('C3', 5, { template: 'V' })]
    expect(reasons({ coupons, rules: { maxCoupons: 2 } })).toEqual({
      applied: ['C1', 'C2'],
      skipped: [{ id: 'C3', reason: 'limit' }],
    })
    expect(reasons({ coupons, rules: { maxCoupons: 0 } })).toMatchObject({ applied: [] })
  })

  test('two of a template only where both are stackable', () => {
    const coupons = [coupon('C1', 10, { stackable: true }), coupon('C2', 20)]
    expect(reasons({ coupons, rules: { maxCoupons: 2 } })).toEqual({
      applied: ['C2'],
      skipped: [{ id: 'C1', reason: 'excluded-by', by: 'C2' }],
    })
  })

  test('no promotion beside a coupon that is alone, the smallest id is named', () => {
    const promotions = [off('P2', 10), off('P10', 10)]
    const alone = { withPromotions: false }
    expect(reasons({ promotions, coupons: [coupon('C', 15, alone)] })).toEqual({
      applied: ['P10', 'P2'],
      skipped: [{ id: 'C', reason: 'excluded-by', by: 'P10' }],
    })
    expect(reasons({ promotions, coupons: [coupon('C', 25, alone)] })).toEqual({
      applied: ['C'],
      skipped: [
        { id: 'P2', reason: 'excluded-by', by: 'C' },
        { id: 'P10', reason: 'excluded-by', by: 'C' },
      ],
    })
  })

  test('fewer coupons, then fewer promotions, then the smaller ids', () => {
    const same = off('P', 20)
    expect(reasons({ promotions: [same], coupons: [coupon('C', 20)], rules: { maxCoupons: 1 } })).toMatchObject({
      applied: ['P', 'C'],
    })
    const alone = { withPromotions: false }
    expect(reasons({ promotions: [same], coupons: [coupon('C', 20, alone)] })).toMatchObject({ applied: ['P'] })
    const group = { group: 'g' }
    const promotions = [off('P2', 20, group), off('P10', 20, group)]
    expect(reasons({ promotions })).toMatchObject({ applied: ['P10'] })
    // Two that take off 10 each, or one that takes off 20 and whatever cannot be together with it.
    const two = [off('A1', 10, { group: 'a' }), off('A2', 10, { group: 'b' })]
    expect(reasons({ promotions: two, coupons: [] })).toMatchObject({ applied: ['A1', 'A2'] })
  })

  test('what is cheaper without is left out', () => {
    const promotions = [off('P1', 20, { priority: 1 }), { id: 'P2', kind: 'amountOff', steps: [{ at: 190, off: 90 }] }]
    expect(reasons({ promotions })).toEqual({
      applied: ['P2'],
      skipped: [{ id: 'P1', reason: 'better-without' }],
    })
    expect(reasons({ promotions, pinned: ['P1'] })).toEqual({
      applied: ['P1'],
      skipped: [{ id: 'P2', reason: 'below-threshold', missing: 10 }],
    })
    expect(reasons({ promotions, forbidden: ['P2'] })).toEqual({
      applied: ['P1'],
      skipped: [{ id: 'P2', reason: 'forbidden' }],
    })
  })

  test('a coupon without the tier is judged at its place, with the tier off', () => {
    const changes = { member: GOLD, coupons: [coupon('C', 5, { withTier: false, steps: [{ at: 200, off: 5 }] })] }
    expect(reasons(changes)).toEqual({ applied: [], skipped: [{ id: 'C', reason: 'better-without' }] })
  })
})

describe('missing', () => {
  test.each([
    { rule: { kind: 'nth', n: 3, rate: 0 }, missing: 1 },
    { rule: { kind: 'buyGet', buy: 3, get: 2 }, missing: 3 },
    { rule: { kind: 'forPrice', n: 4, price: 1 }, missing: 2 },
    {
      rule: {
        kind: 'quantityRate',
        steps: [
          { at: 9, rate: 1 },
          { at: 5, rate: 1 },
        ],
      },
      missing: 3,
    },
    {
      rule: {
        kind: 'amountOff',
        steps: [
          { at: 900, off: 1 },
          { at: 500, off: 1 },
        ],
      },
      missing: 300,
    },
    { rule: { kind: 'amountOff', every: 201, off: 1 }, missing: 1 },
    { rule: { kind: 'orderRate', rate: 1, at: 1000 }, missing: 800 },
  ])('$rule.kind: $missing', ({ rule, missing }) => {
    expect(priced({ promotions: [{ id: 'P', ...rule }] }).skipped).toEqual([
      { id: 'P', reason: 'below-threshold', missing },
    ])
  })
})
