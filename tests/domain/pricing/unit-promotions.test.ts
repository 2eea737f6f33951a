/** What each kind of promotion on units takes, by tables. */
import { describe, expect, test } from 'vitest'
import { basketOf, GOLD, plain, priced, unitsOf } from './scenario-builder.ts'

interface Row {
  readonly says: string
  readonly rule: object
  readonly basket: object[]
  readonly member?: object
  /** Of all lines. */
  readonly units: number[]
  /** The promotion's own amount; 0: it is not part of the combination. */
  readonly own: number
  /** Chosen though it leaves no less. */
  readonly pinned?: true
}

const A2 = basketOf(['A', 2])

/** M costs members half of its list price of 100. */
const catalog = [...plain.catalog, { sku: 'M', price: 100, category: 'c', memberPrice: 50 }]

function check({ rule, basket, member, units, own, pinned }: Row): void {
  const promotions = [{ id: 'P', ...rule }]
  const answer = priced({ catalog, promotions, basket, member: member ?? null, pinned: pinned ? ['P'] : [] })
  expect(unitsOf(answer)).toEqual(units)
  expect(answer.applied).toEqual(own === 0 ? [] : [{ id: 'P', kind: 'promotion', amount: own }])
}

describe('special', () => {
  const special = (price: number, more: object = {}): object => ({ kind: 'special', price, ...more })
  test.each<Row>([
    { says: 'lowers each unit', rule: special(70), basket: A2, units: [70, 70], own: -60 },
    { says: 'may be nothing', rule: special(0), basket: A2, units: [0, 0], own: -200 },
    { says: 'is not above its base', rule: special(101), basket: A2, units: [100, 100], own: 0 },
    { says: 'is not at its base', rule: special(100), basket: A2, units: [100, 100], own: 0 },
    { says: 'is no dearer than the tier', rule: special(91), basket: A2, member: GOLD, units: [90, 90], own: 0 },
    { says: 'beats the tier', rule: special(89), basket: A2, member: GOLD, units: [89, 89], own: -22 },
    {
      says: 'from the tier price is measured from it',
      rule: special(89, { base: 'tier' }),
      basket: A2,
      member: GOLD,
      units: [89, 89],
      own: -2,
    },
    { says: 'is per kilogram', rule: special(999), basket: basketOf(['W', 500]), units: [500], own: -3 },
    { says: 'takes no manual price', rule: special(1), basket: basketOf(['A', 1, 90]), units: [90], own: 0 },
    { says: 'takes nothing never discounted', rule: special(1), basket: basketOf(['N', 1]), units: [500], own: 0 },
  ])('$says', check)
})

describe('percent', () => {
  const percent = (rate: number, more: object = {}): object => ({ kind: 'percent', rate, ...more })
  test.each<Row>([
    { says: 'rounds half up', rule: percent(8550), basket: basketOf(['A', 1], ['B', 1]), units: [86, 68], own: -26 },
    { says: 'changes nothing at 10000', rule: percent(10_000), basket: A2, units: [100, 100], own: 0 },
    { says: 'pays no less than the tier', rule: percent(9001), basket: A2, member: GOLD, units: [90, 90], own: 0 },
    { says: 'starts from list', rule: percent(8000), basket: A2, member: GOLD, units: [80, 80], own: -40 },
    {
      says: 'adds up with the tier',
      rule: percent(8000, { base: 'tier' }),
      basket: A2,
      member: GOLD,
      units: [72, 72],
      own: -36,
    },
    {
      says: 'starts from the rounded price of a weight',
      rule: percent(9000),
      basket: basketOf(['W', 500]),
      units: [453],
      own: -50,
    },
  ])('$says', check)
})

describe('nth', () => {
  const nth = (n: number, rate: number, more: object = {}): object => ({ kind: 'nth', n, rate, ...more })
  test.each<Row>([
    { says: 'halves the second', rule: nth(2, 5000), basket: A2, units: [100, 50], own: -50 },
    {
      says: 'leaves an incomplete group',
      rule: nth(2, 5000),
      basket: basketOf(['A', 3]),
      units: [100, 50, 100],
      own: -50,
    },
    { says: 'of one is every unit', rule: nth(1, 5000), basket: A2, units: [50, 50], own: -100 },
    {
      says: 'groups dearest first over lines',
      rule: nth(2, 5000),
      basket: basketOf(['B', 2], ['A', 2]),
      units: [80, 40, 100, 50],
      own: -90,
    },
    {
      says: 'gives the last one for nothing',
      rule: nth(3, 0),
      basket: basketOf(['A', 2], ['B', 1]),
      units: [100, 100, 0],
      own: -80,
    },
    {
      says: 'is dearer than the tier as a group',
      rule: nth(2, 9000),
      basket: A2,
      member: GOLD,
      units: [90, 90],
      own: 0,
    },
    {
      says: 'adds up with the tier',
      rule: nth(2, 5000, { base: 'tier' }),
      basket: A2,
      member: GOLD,
      units: [90, 45],
      own: -45,
    },
    { says: 'counts no weight', rule: nth(1, 5000), basket: basketOf(['W', 1000]), units: [1005], own: 0 },
  ])('$says', check)
})

describe('buyGet', () => {
  const buyGet = (buy: number, get: number): object => ({ kind: 'buyGet', buy, get })
  test.each<Row>([
    { says: 'gives one for two', rule: buyGet(2, 1), basket: basketOf(['A', 3]), units: [100, 100, 0], own: -100 },
    { says: 'gives the cheapest', rule: buyGet(1, 1), basket: basketOf(['B', 1], ['A', 1]), units: [0, 100], own: -80 },
    {
      says: 'gives two of a group',
      rule: buyGet(1, 2),
      basket: basketOf(['A', 4]),
      units: [100, 0, 0, 100],
      own: -200,
    },
    { says: 'needs a full group', rule: buyGet(2, 1), basket: A2, units: [100, 100], own: 0 },
  ])('$says', check)
})

describe('forPrice', () => {
  const forPrice = (n: number, price: number, more: object = {}): object => ({ kind: 'forPrice', n, price, ...more })
  test.each<Row>([
    { says: 'prices a group', rule: forPrice(2, 150), basket: A2, units: [75, 75], own: -50 },
    { says: 'gives the odd fen to the earlier', rule: forPrice(2, 151), basket: A2, units: [76, 75], own: -49 },
    { says: 'shares by base', rule: forPrice(2, 90), basket: basketOf(['B', 1], ['A', 1]), units: [40, 50], own: -90 },
    { says: 'is less than its bases', rule: forPrice(2, 200), basket: A2, units: [100, 100], own: 0 },
    { says: 'may be nothing', rule: forPrice(2, 0), basket: A2, units: [0, 0], own: -200 },
    { says: 'is dearer than the tier', rule: forPrice(2, 181), basket: A2, member: GOLD, units: [90, 90], own: 0 },
    {
      says: 'judges each group by itself',
      rule: forPrice(2, 170),
      basket: basketOf(['A', 2], ['B', 2]),
      units: [85, 85, 80, 80],
      own: -30,
    },
  ])('$says', check)
})

describe('quantityRate', () => {
  const quantityRate = (...steps: [number, number][]): object => ({
    kind: 'quantityRate',
    steps: steps.map(([at, rate]) => ({ at, rate })),
  })
  const A3 = basketOf(['A', 3])
  test.each<Row>([
    { says: 'prices all at the step', rule: quantityRate([2, 9000]), basket: A3, units: [90, 90, 90], own: -30 },
    {
      says: 'takes the largest step',
      rule: quantityRate([3, 7000], [2, 9000]),
      basket: A3,
      units: [70, 70, 70],
      own: -90,
    },
    {
      says: 'takes the largest step even if it gives less',
      rule: quantityRate([2, 7000], [3, 9000]),
      basket: A3,
      units: [90, 90, 90],
      own: -30,
    },
    { says: 'needs a step', rule: quantityRate([4, 9000]), basket: A3, units: [100, 100, 100], own: 0 },
    {
      says: 'is dearer than the tier',
      rule: quantityRate([1, 9500]),
      basket: A3,
      member: GOLD,
      units: [90, 90, 90],
      own: 0,
    },
    { says: 'counts no weight', rule: quantityRate([1, 5000]), basket: basketOf(['W', 3000]), units: [3015], own: 0 },
  ])('$says', check)
})

test('each unit is taken once, by priority and then by id', () => {
  const rule = { kind: 'percent', rate: 9000 }
  const pinned = ['P2', 'P10']
  const both = [
    { id: 'P2', ...rule, scope: { skus: ['A'] } },
    { id: 'P10', ...rule },
  ]
  const basket = basketOf(['A', 1], ['B', 1])
  // P10 acts before P2 by UTF-16 code unit and leaves it nothing; with a priority P2 comes first.
  expect(() => priced({ promotions: both, basket, pinned })).toThrow(/^pinned/u)
  const answer = priced({ promotions: [{ ...both[0], priority: 99 }, both[1]], basket, pinned })
  expect(answer.applied.map(({ id, amount }) => [id, amount])).toEqual([
    ['P2', -10],
    ['P10', -8],
  ])
})

test('a tier promotion shows beside the tier, a list promotion instead of it', () => {
  const rule = { id: 'P', kind: 'percent', rate: 5000, scope: { skus: ['A'] } }
  const basket = basketOf(['A', 1], ['B', 1])
  const shown = (promotion: object): unknown =>
    priced({ promotions: [promotion], basket, member: GOLD }).lines.map(({ adjustments }) => adjustments)
  expect(shown({ ...rule, base: 'tier' })).toEqual([
    [
      { source: 'tier:gold', amount: -10 },
      { source: 'P', amount: -45 },
    ],
    [{ source: 'tier:gold', amount: -8 }],
  ])
  expect(shown(rule)).toEqual([[{ source: 'P', amount: -50 }], [{ source: 'tier:gold', amount: -8 }]])
})

// What nobody takes costs a gold member 90 for an A and 50 for an M.
describe('what is cheaper for the member already', () => {
  const row = (says: string, rule: object, basket: object[], units: number[], own: number): Row => ({
    says,
    rule,
    basket,
    units,
    own,
    member: GOLD,
  })
  const pairs = basketOf(['A', 2], ['M', 2])
  test.each<Row>([
    row('percent leaves it', { kind: 'percent', rate: 8000 }, basketOf(['A', 1], ['M', 1]), [80, 50], -20),
    row('special leaves it', { kind: 'special', price: 70 }, basketOf(['A', 1], ['M', 1]), [70, 50], -30),
    row('nth leaves its group', { kind: 'nth', n: 2, rate: 5000 }, pairs, [100, 50, 50, 50], -50),
    row(
      'buyGet leaves its group',
      { kind: 'buyGet', buy: 2, get: 1 },
      basketOf(['A', 3], ['M', 3]),
      [100, 100, 0, 50, 50, 50],
      -100,
    ),
    row('forPrice leaves its group', { kind: 'forPrice', n: 2, price: 120 }, pairs, [60, 60, 50, 50], -80),
    row(
      'quantityRate takes it where all together are no dearer',
      { kind: 'quantityRate', steps: [{ at: 2, rate: 6900 }] },
      basketOf(['A', 1], ['M', 1]),
      [69, 69],
      -62,
    ),
    row(
      'quantityRate leaves all where all together are dearer',
      { kind: 'quantityRate', steps: [{ at: 2, rate: 7100 }] },
      basketOf(['A', 1], ['M', 1]),
      [90, 50],
      0,
    ),
  ])('$says', check)
})

describe('no dearer is enough', () => {
  const row = (rule: object, basket: object[], units: number[], own: number): Row => ({
    says: '',
    rule,
    basket,
    units,
    own,
    member: GOLD,
    pinned: true,
  })
  test.each<Row>([
    row({ kind: 'percent', rate: 9000 }, A2, [90, 90], -20),
    row({ kind: 'special', price: 90 }, A2, [90, 90], -20),
    row({ kind: 'nth', n: 2, rate: 8000 }, A2, [100, 80], -20),
    row(
      { kind: 'buyGet', buy: 9, get: 1 },
      basketOf(['A', 10]),
      [100, 100, 100, 100, 100, 100, 100, 100, 100, 0],
      -100,
    ),
    row({ kind: 'forPrice', n: 2, price: 180 }, A2, [90, 90], -20),
    row({ kind: 'quantityRate', steps: [{ at: 2, rate: 9000 }] }, A2, [90, 90], -20),
  ])('for $rule.kind', check)
})
