import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  adHocId,
  adHocPromotion,
  checkAdHoc,
  parseAdHocId,
  withAdHoc,
  withoutAdHoc,
  type AdHocDiscount,
  type AdHocKind,
} from '../../../shared/domain/basket/ad-hoc.ts'
import { applyChoices } from '../../../shared/domain/basket/apply-choices.ts'
import { inTheWayOf, keepPossible, setCouponChoice, setPromotionChoice } from '../../../shared/domain/basket/choices.ts'
import { lossFen } from '../../../shared/domain/basket/cost-guard.ts'
import { fitRounding } from '../../../shared/domain/basket/fit-rounding.ts'
import { emptyOrder } from '../../../shared/domain/basket/order.ts'
import { compilePriceBook } from '../../../shared/domain/pricing/compile.ts'
import { quoteBasket } from '../../../shared/domain/pricing/quote.ts'
import type { PricingOrder, Promotion } from '../../../shared/domain/pricing/types.ts'

const seed = Number(process.env['CHOICES_SEED'] ?? 20_261_124)
console.info(`choices from seed ${seed}`)

const given = (kind: AdHocKind, value: number): AdHocDiscount => {
  return { kind, value, reason: '熟客', approvedBy: 'm', lossFen: 0 }
}

describe('a whole-order discount', () => {
  test.each([
    ['rate', 0, true],
    ['rate', 9999, true],
    ['rate', 10_000, false],
    ['rate', -1, false],
    ['rate', 8800.5, false],
    ['off', 1, true],
    ['off', 9_999_999, true],
    ['off', 0, false],
    ['off', 10_000_000, false],
    ['off', 1.5, false],
    ['round', 10, true],
    ['round', 100, true],
    ['round', 1000, true],
    ['round', 1, false],
    ['round', 500, false],
  ] as const)('%s %d: %s', (kind, value, good) => {
    expect(checkAdHoc(kind, value).ok).toBe(good)
  })

  test('has an id that says what it is', () => {
    for (const [kind, value] of [
      ['rate', 0],
      ['rate', 9000],
      ['off', 9_999_999],
      ['round', 100],
    ] as const) {
      expect(parseAdHocId(adHocId({ kind, value }))).toEqual({ kind, value })
    }
    for (const id of ['PR-1', 'adhoc-', 'adhoc-rate-', 'adhoc-rate-1x', 'adhoc-gift-1', 'xadhoc-rate-1'])
      expect(parseAdHocId(id)).toBeNull()
  })

  test('is one of its kind, and they stand in the order in which they act', () => {
    const all = [given('round', 100), given('off', 500), given('rate', 9000)].reduce(withAdHoc, [])
    expect(all.map(({ kind }) => kind)).toEqual(['rate', 'off', 'round'])
    expect(withAdHoc(all, given('off', 700)).map(({ value }) => value)).toEqual([9000, 700, 100])
    expect(withoutAdHoc(all, 'off').map(({ kind }) => kind)).toEqual(['rate', 'round'])
    const priorities = all.map((discount) => adHocPromotion(discount).priority ?? 0)
    expect(priorities).toEqual([...priorities].sort((a, b) => a - b))
  })
})

describe('below cost', () => {
  const line = (netFen: number, costFen: number | null, qty = 1000) => ({ netFen, costFen, qty })
  test.each([
    ['nothing', [], 0],
    ['at cost', [line(600, 600)], 0],
    ['a fen below', [line(599, 600)], 1],
    ['weighed goods', [line(400, 1380, 356)], 91],
    ['a loss that another line makes good', [line(500, 600), line(900, 600)], 0],
    ['a loss that goods of unknown cost do not hide', [line(500, 600), line(90_000, null)], 100],
    ['unknown cost', [line(1, null)], 0],
    ['unknown cost, for nothing', [line(0, null)], 1],
    ['all for nothing', [line(0, 600), line(0, null)], 600],
    ['a present beside what is paid', [line(0, null), line(800, null)], 0],
    ['what costs nothing, for nothing', [line(0, 0)], 1],
  ])('%s', (_what, lines, loss) => {
    expect(lossFen(lines)).toBe(loss)
  })
})

describe('抹零', () => {
  test.each([
    ['nothing acts after it', (off: number) => 12_847 - off, 100, 47],
    ['what is whole already', (off: number) => 12_800 - off, 100, 0],
    ['a coupon of 88 % after it', (off: number) => Math.round((14_599 - off) * 0.88), 100, 53],
    ['down to ten yuan', (off: number) => 12_847 - off, 1000, 847],
    ['rounding to a jiao after it', (off: number) => Math.floor((12_847 - off) / 10) * 10, 100, 40],
    ['a threshold that it would break', (off: number) => (off > 0 ? 13_347 - off : 12_847), 100, null],
    ['an amount that nothing moves', () => 12_847, 100, null],
    ['a discount that cannot be had', (off: number) => (off > 0 ? null : 12_847), 100, null],
    ['less than a unit', (off: number) => 60 - off, 100, 60],
  ])('%s', (_what, payableWith, unit, off) => {
    expect(fitRounding(unit, payableWith)).toBe(off)
  })
})

describe('what is kept', () => {
  const atMost = (count: number) => (pins: readonly string[]) => pins.length <= count

  test('is all where all is possible, and otherwise what was chosen first', () => {
    expect(keepPossible(['a', 'b', 'c'], atMost(3))).toEqual({ kept: ['a', 'b', 'c'], letGo: [] })
    expect(keepPossible(['a', 'b', 'c'], atMost(2))).toEqual({ kept: ['a', 'b'], letGo: ['c'] })
    expect(keepPossible(['a', 'b', 'c'], (pins) => !pins.includes('b'))).toEqual({ kept: ['a', 'c'], letGo: ['b'] })
    expect(keepPossible([], atMost(0))).toEqual({ kept: [], letGo: [] })
  })

  test('and what is in the way is named: any one of them, all of them, or nothing but itself', () => {
    expect(inTheWayOf('x', ['a', 'b'], atMost(2))).toEqual({ ids: ['a', 'b'], all: false })
    expect(inTheWayOf('x', ['a', 'b'], (pins) => !(pins.includes('x') && pins.includes('b')))).toEqual({
      ids: ['b'],
      all: false,
    })
    expect(inTheWayOf('x', ['a', 'b', 'c'], (pins) => pins.length === 1 || !pins.includes('x'))).toEqual({
      ids: ['a', 'b', 'c'],
      all: true,
    })
    expect(inTheWayOf('x', ['a'], (pins) => !pins.includes('x'))).toEqual({ ids: [], all: false })
  })

  test('of an order is not changed once something has been paid', () => {
    const order = emptyOrder('o')
    const pinned = setPromotionChoice(order, 'P', { choice: 'pinned', approvedBy: 'm' })
    expect(pinned).toMatchObject({ ok: true, value: { promotionChoices: { P: { choice: 'pinned' } } } })
    expect(setCouponChoice(order, 'C', 'forbidden')).toMatchObject({ value: { couponChoices: { C: 'forbidden' } } })
    const paid = { ...order, tenders: [{} as never] }
    expect(setPromotionChoice(paid, 'P', null)).toMatchObject({ refusal: { code: 'basket-locked' } })
    expect(setCouponChoice(paid, 'C', null)).toMatchObject({ refusal: { code: 'basket-locked' } })
  })
})

describe('choices laid over a price', () => {
  const PROMOTIONS: Promotion[] = [
    { id: 'HALF', kind: 'nth', n: 2, rate: 5000, scope: { skus: ['A'] } },
    { id: 'EIGHTY', kind: 'percent', rate: 8000, scope: { categories: ['x'] } },
    { id: 'G1', kind: 'amountOff', steps: [{ at: 2000, off: 200 }], group: 'g' },
    { id: 'G2', kind: 'amountOff', steps: [{ at: 3000, off: 450 }], group: 'g' },
    { id: 'ALL', kind: 'orderRate', rate: 9500, at: 5000 },
  ]
  const book = compilePriceBook({
    store: 'S',
    timeZone: 'Asia/Shanghai',
    catalog: [
      { sku: 'A', price: 1250, category: 'x' },
      { sku: 'B', price: 799 },
      { sku: 'N', price: 5000, discountable: false },
    ],
    tiers: [],
    promotions: PROMOTIONS,
    rules: { maxCoupons: 2, rounding: { unit: 1 } },
  })
  const orderOf = (counts: Readonly<Record<string, number>>): PricingOrder => ({
    now: 0,
    member: null,
    basket: Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([sku, count]) => ({ line: sku, sku, qty: count * 1000 })),
    coupons: [{ id: 'C', template: 'T', kind: 'amountOff', steps: [{ at: 4000, off: 300 }] }],
    adHocPromotions: [],
    redeemPoints: 0,
    pinned: [],
    forbidden: [],
  })
  const money = (order: PricingOrder): number => {
    const quote = quoteBasket(book, order)
    if ('code' in quote) throw new Error(quote.code)
    return quote.payable
  }

  test('a rate, an amount and 抹零 act one after the other, after what the shop takes off', () => {
    const plain = orderOf({ A: 2, B: 3 })
    const { pricing, letGo } = applyChoices(book, plain, {
      adHoc: [given('rate', 9000), given('off', 100), given('round', 100)],
      pinned: [],
    })
    expect(letGo).toEqual([])
    const quote = quoteBasket(book, pricing)
    if ('code' in quote) throw new Error(quote.code)
    expect(quote.applied.map(({ id }) => id)).toEqual([
      'HALF',
      'G2',
      'adhoc-rate-9000',
      'adhoc-off-100',
      'adhoc-round-100',
    ])
    // 1875 + 2397 − 450 = 3822 → 3440 → 3340 → 3300
    expect(quote.payable).toBe(3300)
  })

  test('what nothing can be taken off is let go, and the rest stays', () => {
    const { pricing, letGo } = applyChoices(book, orderOf({ N: 1 }), {
      adHoc: [given('off', 500), given('round', 1000)],
      pinned: ['G1'],
    })
    expect(letGo).toEqual(['adhoc-off-500', 'G1'])
    expect(pricing).toMatchObject({ pinned: [], adHocPromotions: [] })
  })

  test('is always possible; what is kept counts, and nothing that was let go does', () => {
    const discount = fc.oneof(
      fc.constantFrom(0, 3333, 9000, 9999).map((value) => given('rate', value)),
      fc.constantFrom(1, 250, 9_999_999).map((value) => given('off', value)),
      fc.constantFrom(10, 100, 1000).map((value) => given('round', value)),
    )
    fc.assert(
      fc.property(
        fc.record({ A: fc.nat({ max: 4 }), B: fc.nat({ max: 5 }), N: fc.nat({ max: 1 }) }),
        fc.array(discount, { maxLength: 4 }),
        fc.shuffledSubarray(['HALF', 'EIGHTY', 'G1', 'G2', 'ALL', 'C']),
        (counts, discounts, pinned) => {
          const adHoc = discounts.reduce<readonly AdHocDiscount[]>(withAdHoc, [])
          const plain = orderOf(counts)
          const { pricing, letGo } = applyChoices(book, plain, { adHoc, pinned })
          const quote = quoteBasket(book, pricing)
          if ('code' in quote) throw new Error(quote.code)
          const acted = new Set(quote.applied.map(({ id }) => id))
          for (const id of pricing.pinned) expect(acted).toContain(id)
          for (const id of letGo) expect(pricing.pinned).not.toContain(id)
          for (const id of pinned) expect(pricing.pinned.includes(id) || letGo.includes(id)).toBe(true)
          for (const one of adHoc) {
            const id = adHocId(one)
            if (one.kind === 'round') continue
            expect(acted.has(id)).toBe(!letGo.includes(id))
          }
          const round = adHoc.find(({ kind }) => kind === 'round')
          if (round !== undefined && !letGo.includes(adHocId(round))) {
            expect(quote.payable % round.value).toBe(0)
            const unrounded = applyChoices(book, plain, { adHoc: withoutAdHoc(adHoc, 'round'), pinned })
            const before = money(unrounded.pricing)
            expect(before - quote.payable).toBeGreaterThanOrEqual(0)
            expect(before - quote.payable).toBeLessThan(round.value)
          }
        },
      ),
      { seed, numRuns: 600 },
    )
  })
})
