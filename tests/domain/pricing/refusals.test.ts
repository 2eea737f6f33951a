/** Every refusal names its place, and of two errors the first in the order of the specification. */
import { describe, expect, test } from 'vitest'
import { quote } from '../../../shared/contract/pricing/quote.ts'
import { validateCoupon, validatePromotion, validateRules } from '../../../shared/contract/pricing/validate.ts'
import { basketOf, GOLD, plain, priced, refusedAt, scenario } from './scenario-builder.ts'

const off = { id: 'P', kind: 'amountOff', steps: [{ at: 1, off: 1 }] }
const coupon = { ...off, id: 'C', template: 'T' }
const redeem = { pointsPerYuan: 100, step: 100, maxShare: 5000 }
const promotion = (changes: object): object => ({ promotions: [{ ...off, ...changes }] })
const product = (changes: object): object => ({ catalog: [{ sku: 'A', price: 100, ...changes }] })
const line = (changes: object): object => ({ basket: [{ line: '1', sku: 'A', qty: 1000, ...changes }] })

test.each([null, 3, 'x', [], undefined])('%j is no scenario', (data) => {
  expect(quote(data)).toMatchObject({ error: { path: '' } })
})

describe('what is required', () => {
  test.each(['now', 'timeZone', 'store', 'catalog', 'basket'])('%s', (field) => {
    const { [field]: _, ...rest } = scenario()
    expect(quote(rest)).toMatchObject({ error: { path: field } })
  })
  test.each([
    [{ catalog: [{ price: 1 }] }, 'catalog[0].sku'],
    [{ catalog: [{ sku: 'A' }] }, 'catalog[0].price'],
    [{ basket: [{ sku: 'A', qty: 1000 }] }, 'basket[0].line'],
    [{ basket: [{ line: '1', qty: 1000 }] }, 'basket[0].sku'],
    [{ basket: [{ line: '1', sku: 'A' }] }, 'basket[0].qty'],
    [line({ manual: {} }), 'basket[0].manual.price'],
    [{ tiers: [{ rate: 1 }] }, 'tiers[0].id'],
    [{ tiers: [{ id: 'gold' }] }, 'tiers[0].rate'],
    [{ member: {} }, 'member.id'],
    [{ rules: {} }, 'rules.maxCoupons'],
    [{ rules: { maxCoupons: 1, redeem: { step: 1, maxShare: 1 } } }, 'rules.redeem.pointsPerYuan'],
    [{ rules: { maxCoupons: 1, redeem: { pointsPerYuan: 1, maxShare: 1 } } }, 'rules.redeem.step'],
    [{ rules: { maxCoupons: 1, redeem: { pointsPerYuan: 1, step: 1 } } }, 'rules.redeem.maxShare'],
    [{ rules: { maxCoupons: 1, earn: {} } }, 'rules.earn.fenPerPoint'],
    [{ promotions: [{ kind: 'percent', rate: 1 }] }, 'promotions[0].id'],
    [{ promotions: [{ id: 'P', rate: 1 }] }, 'promotions[0].kind'],
    [{ promotions: [{ id: 'P', kind: 'percent' }] }, 'promotions[0].rate'],
    [{ promotions: [{ id: 'P', kind: 'special' }] }, 'promotions[0].price'],
    [{ promotions: [{ id: 'P', kind: 'nth', rate: 1 }] }, 'promotions[0].n'],
    [{ promotions: [{ id: 'P', kind: 'buyGet', buy: 1 }] }, 'promotions[0].get'],
    [{ promotions: [{ id: 'P', kind: 'forPrice', n: 1 }] }, 'promotions[0].price'],
    [{ promotions: [{ id: 'P', kind: 'quantityRate' }] }, 'promotions[0].steps'],
    [{ promotions: [{ id: 'P', kind: 'quantityRate', steps: [{ at: 1 }] }] }, 'promotions[0].steps[0].rate'],
    [{ promotions: [{ id: 'P', kind: 'amountOff' }] }, 'promotions[0].steps'],
    [{ promotions: [{ id: 'P', kind: 'amountOff', every: 1 }] }, 'promotions[0].off'],
    [{ promotions: [{ id: 'P', kind: 'amountOff', off: 1 }] }, 'promotions[0].every'],
    [{ promotions: [{ id: 'P', kind: 'amountOff', max: 1 }] }, 'promotions[0].every'],
    [{ promotions: [{ id: 'P', kind: 'orderRate' }] }, 'promotions[0].rate'],
    [{ coupons: [off] }, 'coupons[0].template'],
    [{ returns: [[{ qty: 1000 }]] }, 'returns[0][0].line'],
  ])('%j: %s', (changes, path) => {
    expect(refusedAt(changes)).toBe(path)
  })
  test('the rest has its defaults', () => {
    const { now, timeZone, store, catalog, basket } = plain
    expect(quote({ now, timeZone, store, catalog, basket })).toEqual(priced())
    expect(priced({ rules: { maxCoupons: 1, rounding: {} } })).toEqual(priced())
  })
})

describe('what is unknown', () => {
  test.each([
    [{ extra: 1 }, 'extra'],
    [product({ extra: 1 }), 'catalog[0].extra'],
    [{ tiers: [{ id: 'gold', rate: 1, extra: 1 }] }, 'tiers[0].extra'],
    [{ member: { id: 'M', extra: 1 } }, 'member.extra'],
    [line({ extra: 1 }), 'basket[0].extra'],
    [line({ manual: { price: 1, extra: 1 } }), 'basket[0].manual.extra'],
    [promotion({ memberOnly: true }), 'promotions[0].memberOnly'],
    [promotion({ scope: { sku: [] } }), 'promotions[0].scope.sku'],
    [promotion({ steps: [{ at: 1, off: 1, rate: 1 }] }), 'promotions[0].steps[0].rate'],
    [promotion({ base: 'list' }), 'promotions[0].base'],
    [promotion({ withTier: true }), 'promotions[0].withTier'],
    [{ promotions: [{ id: 'P', kind: 'percent', rate: 1, group: 'g' }] }, 'promotions[0].group'],
    [{ promotions: [{ id: 'P', kind: 'percent', rate: 1, excludePromoted: true }] }, 'promotions[0].excludePromoted'],
    [{ promotions: [{ id: 'P', kind: 'orderRate', rate: 1, maxOff: 1 }] }, 'promotions[0].maxOff'],
    [{ coupons: [{ ...coupon, group: 'g' }] }, 'coupons[0].group'],
    [promotion({ every: 1 }), 'promotions[0].every'],
    [promotion({ off: 1 }), 'promotions[0].off'],
    [promotion({ max: 1 }), 'promotions[0].max'],
    [{ rules: { maxCoupons: 1, extra: 1 } }, 'rules.extra'],
    [{ rules: { maxCoupons: 1, rounding: { units: 1 } } }, 'rules.rounding.units'],
    [{ returns: [[{ line: '1', qty: 1000, extra: 1 }]] }, 'returns[0][0].extra'],
  ])('%j: %s', (changes, path) => {
    expect(refusedAt(changes)).toBe(path)
  })
  test('name and note are not', () => {
    const named = { name: '限时', note: null }
    const changes = { ...named, promotions: [{ ...off, ...named, scope: named }], rules: { maxCoupons: 1, ...named } }
    expect(priced(changes).payable).toBe(199)
  })
})

describe('what is no value', () => {
  const large = 2 ** 53
  test.each([
    [{ now: '2026-11-21' }, 'now'],
    [{ timeZone: 'Asia/Nowhere' }, 'timeZone'],
    [{ store: 1 }, 'store'],
    [{ catalog: {} }, 'catalog'],
    [{ catalog: [3] }, 'catalog[0]'],
    [product({ price: -1 }), 'catalog[0].price'],
    [product({ price: 1.5 }), 'catalog[0].price'],
    [product({ price: large }), 'catalog[0].price'],
    [product({ price: '1' }), 'catalog[0].price'],
    [product({ category: null }), 'catalog[0].category'],
    [product({ memberPrice: null }), 'catalog[0].memberPrice'],
    [product({ countable: 0 }), 'catalog[0].countable'],
    [{ tiers: [{ id: 'gold', rate: 10_001 }] }, 'tiers[0].rate'],
    [{ tiers: [{ id: 'gold', rate: 1, pointsRate: -1 }] }, 'tiers[0].pointsRate'],
    [{ member: { id: 'M', points: -1 } }, 'member.points'],
    [{ member: { id: 'M', birthday: '02-30' } }, 'member.birthday'],
    [{ member: { id: 'M', birthday: '2-3' } }, 'member.birthday'],
    [{ member: { id: 'M', tags: null } }, 'member.tags'],
    [line({ qty: 0 }), 'basket[0].qty'],
    [line({ qty: 1500 }), 'basket[0].qty'],
    [promotion({ from: '2026-11-21T10:00:00' }), 'promotions[0].from'],
    [promotion({ weekdays: [1, 8] }), 'promotions[0].weekdays[1]'],
    [promotion({ weekdays: [0] }), 'promotions[0].weekdays[0]'],
    [promotion({ hours: [['24:00', '24:00']] }), 'promotions[0].hours[0][0]'],
    [promotion({ hours: [['9:00', '10:00']] }), 'promotions[0].hours[0][0]'],
    [promotion({ hours: [['09:00', '24:01']] }), 'promotions[0].hours[0][1]'],
    [promotion({ hours: [['10:00', '10:00']] }), 'promotions[0].hours[0]'],
    [promotion({ hours: [['22:00', '02:00']] }), 'promotions[0].hours[0]'],
    [promotion({ birthday: null }), 'promotions[0].birthday'],
    [promotion({ priority: 0.5 }), 'promotions[0].priority'],
    [promotion({ kind: 'bogo' }), 'promotions[0].kind'],
    [promotion({ steps: [] }), 'promotions[0].steps'],
    [
      promotion({
        steps: [
          { at: 1, off: 1 },
          { at: 1, off: 2 },
        ],
      }),
      'promotions[0].steps[1].at',
    ],
    [{ promotions: [{ id: 'P', kind: 'percent', rate: 1, base: 'member' }] }, 'promotions[0].base'],
    [{ promotions: [{ id: 'P', kind: 'nth', n: 0, rate: 1 }] }, 'promotions[0].n'],
    [{ promotions: [{ id: 'P', kind: 'buyGet', buy: 0, get: 1 }] }, 'promotions[0].buy'],
    [{ promotions: [{ id: 'P', kind: 'buyGet', buy: 1, get: 0 }] }, 'promotions[0].get'],
    [{ promotions: [{ id: 'P', kind: 'amountOff', every: 0, off: 1 }] }, 'promotions[0].every'],
    [{ coupons: [{ ...coupon, kind: 'special', price: 1 }] }, 'coupons[0].kind'],
    [{ redeemPoints: 'all' }, 'redeemPoints'],
    [{ redeemPoints: -1 }, 'redeemPoints'],
    [{ redeemPoints: null }, 'redeemPoints'],
    [{ rules: null }, 'rules'],
    [{ rules: { maxCoupons: 1, redeem: { ...redeem, maxShare: 10_001 } } }, 'rules.redeem.maxShare'],
    [{ rules: { maxCoupons: 1, redeem: { ...redeem, step: 0 } } }, 'rules.redeem.step'],
    [{ rules: { maxCoupons: 1, redeem: { ...redeem, pointsPerYuan: 300 } } }, 'rules.redeem.pointsPerYuan'],
    [{ rules: { maxCoupons: 1, earn: { fenPerPoint: 0 } } }, 'rules.earn.fenPerPoint'],
    [{ rules: { maxCoupons: 1, rounding: { unit: 0 } } }, 'rules.rounding.unit'],
    [{ pinned: [1] }, 'pinned[0]'],
    [{ returns: [{}] }, 'returns[0]'],
    [{ returns: [[{ line: '1', qty: 0 }]] }, 'returns[0][0].qty'],
  ])('%j: %s', (changes, path) => {
    expect(refusedAt(changes)).toBe(path)
  })
  test('1.0 is 1, and rates of points are unbounded', () => {
    const answer = JSON.parse('{"price":100.0}') as object
    expect(priced(product(answer)).gross).toBe(200)
    const rules = { maxCoupons: 1, earn: { fenPerPoint: 1, birthdayRate: 1_000_000 } }
    expect(priced({ member: GOLD, rules }).points.earned).toBe(27_000)
  })
})

describe('what is there twice, or points nowhere', () => {
  test.each([
    [{ catalog: [...plain.catalog, { sku: 'A', price: 1 }] }, 'catalog[4].sku'],
    [{ tiers: [...plain.tiers, { id: 'gold', rate: 1 }] }, 'tiers[2].id'],
    [{ basket: [...plain.basket, ...plain.basket] }, 'basket[1].line'],
    [{ promotions: [off, off] }, 'promotions[1].id'],
    [{ promotions: [{ ...off, id: 'C' }], coupons: [coupon] }, 'coupons[0].id'],
    [{ coupons: [coupon, coupon] }, 'coupons[1].id'],
    [promotion({ id: 'points' }), 'promotions[0].id'],
    [promotion({ id: 'rounding' }), 'promotions[0].id'],
    [promotion({ id: 'manual' }), 'promotions[0].id'],
    [promotion({ id: 'tier:x' }), 'promotions[0].id'],
    [{ coupons: [{ ...coupon, id: 'member' }] }, 'coupons[0].id'],
    [line({ sku: 'Z' }), 'basket[0].sku'],
    [{ member: { id: 'M', tier: 'Z' } }, 'member.tier'],
    [promotion({ tiers: ['gold', 'Z'] }), 'promotions[0].tiers[1]'],
    [promotion({ scope: { except: ['Z'] } }), 'promotions[0].scope.except[0]'],
    [{ coupons: [{ ...coupon, scope: { skus: ['A', 'Z'] } }] }, 'coupons[0].scope.skus[1]'],
    [{ pinned: ['Z'] }, 'pinned[0]'],
    [{ ...promotion({}), forbidden: ['P', 'Z'] }, 'forbidden[1]'],
  ])('%j: %s', (changes, path) => {
    expect(refusedAt(changes)).toBe(path)
  })
  test('categories, tags and stores need not exist', () => {
    expect(priced(promotion({ scope: { categories: ['z'] }, tags: ['z'], stores: ['z'] })).payable).toBe(200)
  })
})

describe('sums', () => {
  const most = Number.MAX_SAFE_INTEGER
  test.each([
    { ...product({ price: most }), basket: basketOf(['A', 2]) },
    { ...product({ price: most }), basket: basketOf(['A', 1], ['A', 1]) },
    { ...product({ price: most, countable: false }), basket: [{ line: '1', sku: 'A', qty: 1001 }] },
    { basket: basketOf(['A', 1, most], ['A', 1]) },
    { basket: basketOf(['A', 10_001]) },
    { basket: basketOf(['A', 10_000], ['W', 1]) },
    {
      ...product({ price: most }),
      basket: basketOf(['A', 1]),
      member: GOLD,
      rules: { maxCoupons: 1, earn: { fenPerPoint: 1 } },
    },
  ])('%j', (changes) => {
    expect(refusedAt(changes)).toBe('basket')
  })
  test('up to there everything is exact', () => {
    const rules = {
      maxCoupons: 1,
      redeem: { pointsPerYuan: 1, step: 1, maxShare: 3333 },
      rounding: { unit: 7 },
    }
    const promotions = [
      { id: 'P', kind: 'percent', rate: 3333 },
      { id: 'Q', kind: 'orderRate', rate: 7777 },
    ]
    const member = { id: 'M', points: most }
    const answer = priced({
      ...product({ price: most }),
      basket: basketOf(['A', 1]),
      promotions,
      rules,
      member,
      redeemPoints: 'max',
    })
    const half = (value: bigint, rate: bigint): bigint => (2n * value * rate + 10_000n) / 20_000n
    const toPay = half(half(BigInt(most), 3333n), 7777n)
    const points = (toPay * 3333n) / 10_000n / 100n
    expect(answer.points).toEqual({ redeemed: Number(points), value: Number(points * 100n), earned: 0 })
    expect(answer.payable).toBe(Number(toPay - points * 100n - ((toPay - points * 100n) % 7n)))
    expect(priced({ basket: basketOf(['A', 10_000]) }).payable).toBe(1_000_000)
  })
})

describe('of two errors the first', () => {
  test.each([
    [{ now: 'x', extra: 1, catalog: undefined }, 'catalog'],
    [{ now: 'x', zzz: 1, extra: 1 }, 'extra'],
    [{ now: 'x', catalog: 3 }, 'now'],
    [
      {
        catalog: [
          { sku: 'A', price: 1 },
          { sku: 'A', price: -1 },
        ],
        basket: 3,
      },
      'catalog[1].sku',
    ],
    [{ catalog: [{ sku: 'A', price: -1, extra: 1 }] }, 'catalog[0].extra'],
    [{ catalog: [{ extra: 1, sku: 'A' }] }, 'catalog[0].price'],
    [{ ...line({ sku: 'Z', qty: 0 }), member: { id: 'M', tier: 'Z' } }, 'member.tier'],
    [line({ sku: 'Z', qty: 0 }), 'basket[0].sku'],
    [{ ...line({ sku: 'Z' }), ...promotion({ rate: 1 }) }, 'basket[0].sku'],
    [{ basket: basketOf(['A', 10_001]), ...promotion({ kind: 'bogo' }) }, 'basket'],
    [{ basket: [...basketOf(['A', 10_001]), { line: '1', sku: 'A', qty: 1000 }] }, 'basket[1].line'],
    [promotion({ id: undefined, kind: 'bogo', memberOnly: true }), 'promotions[0].id'],
    [promotion({ kind: 'bogo', memberOnly: true }), 'promotions[0].memberOnly'],
    [promotion({ kind: 'bogo', from: 'x' }), 'promotions[0].kind'],
    [promotion({ kind: undefined, memberOnly: true }), 'promotions[0].kind'],
    [{ coupons: [{ kind: 'bogo' }] }, 'coupons[0].id'],
    [promotion({ every: 1, zzz: 1 }), 'promotions[0].every'],
    [{ ...promotion({}), pinned: ['Z'], forbidden: ['Z'] }, 'pinned[0]'],
    [{ ...promotion({ steps: [{ at: 1000, off: 1 }] }), pinned: ['P'], returns: 3 }, 'pinned'],
    [
      {
        returns: [
          [
            { line: '1', qty: 1000 },
            { line: '9', qty: 1 },
          ],
          [{ line: '1', qty: 0 }],
        ],
      },
      'returns[0][1].line',
    ],
    [{ returns: [[{ line: '9', qty: 0 }]] }, 'returns[0][0].line'],
    [
      {
        returns: [
          [
            { line: '1', qty: 3000 },
            { line: '9', qty: 1, x: 1 },
          ],
        ],
      },
      'returns[0][0].qty',
    ],
  ])('%j: %s', (changes, path) => {
    expect(refusedAt(changes)).toBe(path)
  })
})

describe('publishing', () => {
  const known = { skus: new Set(['A']), tiers: new Set(['gold']) }
  test('a promotion', () => {
    expect(validatePromotion(off, known)).toEqual(off)
    expect(validatePromotion({ ...off, kind: 'bogo', memberOnly: true }, known)).toMatchObject({
      error: { path: 'memberOnly', message: 'memberOnly is not a field that exists here.' },
    })
    expect(validatePromotion({ ...off, scope: { skus: ['Z'] } }, known)).toMatchObject({
      error: { path: 'scope.skus[0]' },
    })
    expect(validatePromotion({ ...off, every: 5 }, known)).toMatchObject({ error: { path: 'every' } })
  })
  test('a coupon', () => {
    expect(validateCoupon(coupon, known)).toEqual(coupon)
    expect(validateCoupon({ ...coupon, tiers: ['Z'] }, known)).toMatchObject({ error: { path: 'tiers[0]' } })
  })
  test('rules', () => {
    expect(validateRules({ maxCoupons: 1, redeem })).toEqual({ maxCoupons: 1, redeem })
    expect(validateRules({ maxCoupons: 1, redeem: { ...redeem, pointsPerYuan: 3 } })).toMatchObject({
      error: { path: 'redeem.pointsPerYuan' },
    })
    expect(validateRules(null)).toMatchObject({ error: { path: '' } })
  })
})
