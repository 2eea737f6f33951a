/** What the till calls: one compiled book, many baskets. */
import { describe, expect, test } from 'vitest'
import { compilePriceBook, withProducts } from '../../../shared/domain/pricing/compile.ts'
import { nextSteps } from '../../../shared/domain/pricing/explain.ts'
import { parseInstant } from '../../../shared/domain/pricing/instant.ts'
import { priceBasket, quoteBasket } from '../../../shared/domain/pricing/quote.ts'
import type {
  NextStep,
  PriceBookInput,
  Priced,
  PricingOrder,
  Product,
  Promotion,
  Quote,
  Scenario,
} from '../../../shared/domain/pricing/types.ts'
import { Dice, randomScenario } from './random-scenario.ts'

const cola: Product = { sku: 'COLA', price: 350, category: 'drinks' }
const half: Promotion = { id: 'HALF', kind: 'nth', n: 2, rate: 5000, scope: { categories: ['drinks'] } }
const input: PriceBookInput = {
  store: 'S001',
  timeZone: 'Asia/Shanghai',
  catalog: [cola],
  tiers: [{ id: 'gold', rate: 9000 }],
  promotions: [half],
}
const order: PricingOrder = {
  now: 1_795_226_400_000,
  member: null,
  basket: [{ line: '1', sku: 'COLA', qty: 2000 }],
  coupons: [],
  redeemPoints: 0,
  pinned: [],
  forbidden: [],
}

test('a product that changed is priced with the same rules', () => {
  const book = compilePriceBook(input)
  expect(priceBasket(book, order)).toMatchObject({ payable: 525 })
  const dearer = withProducts(book, [{ ...cola, price: 400 }])
  expect(priceBasket(dearer, order)).toMatchObject({ payable: 600 })
  const moved = withProducts(dearer, [
    { ...cola, category: 'food' },
    { sku: 'NEW', price: 1 },
  ])
  expect(
    priceBasket(moved, { ...order, basket: [...order.basket, { line: '2', sku: 'NEW', qty: 1000 }] }),
  ).toMatchObject({
    payable: 701,
  })
  expect(priceBasket(book, order)).toMatchObject({ payable: 525 })
})

test('a live source is asked at each pricing', () => {
  const products = new Map([['COLA', cola]])
  const book = compilePriceBook({ ...input, catalog: products })
  expect(priceBasket(book, order)).toMatchObject({ payable: 525 })
  products.set('COLA', { ...cola, category: 'food' })
  expect(priceBasket(book, order)).toMatchObject({ payable: 700 })
})

test('promotions of one basket only act like published ones', () => {
  const book = compilePriceBook(input)
  const adHocPromotions: Promotion[] = [{ id: 'MANAGER', kind: 'orderRate', rate: 8000 }]
  const quote = quoteBasket(book, { ...order, adHocPromotions, pinned: ['MANAGER'] })
  expect(quote).toMatchObject({ payable: 420, applied: [{ id: 'HALF' }, { id: 'MANAGER', amount: -105 }] })
})

describe('refusals', () => {
  const coupon = { id: 'C', template: 'T', kind: 'product' } as const
  test.each([
    [{ basket: [{ line: '1', sku: 'Z', qty: 1000 }] }, 'unknown-sku', 'basket[0].sku'],
    [{ basket: [{ line: '1', sku: 'COLA', qty: 1001 }] }, 'part-of-a-piece', 'basket[0].qty'],
    [{ basket: [{ line: '1', sku: 'COLA', qty: 10_001_000 }] }, 'basket-too-large', 'basket'],
    [{ member: { id: 'M', tier: 'Z' } }, 'unknown-tier', 'member.tier'],
    [{ pinned: ['Z'] }, 'unknown-offer', 'pinned[0]'],
    [{ forbidden: ['HALF', 'Z'] }, 'unknown-offer', 'forbidden[1]'],
    [{ coupons: [coupon, coupon] }, 'duplicate-offer', 'coupons[1].id'],
    [{ coupons: [{ ...coupon, id: 'HALF' }] }, 'duplicate-offer', 'coupons[0].id'],
    [{ adHocPromotions: [half] }, 'duplicate-offer', 'adHocPromotions[0].id'],
    [{ pinned: ['HALF'], forbidden: ['HALF'] }, 'no-combination', 'pinned'],
  ])('%j: %s', (changes, code, path) => {
    const refusal = { code, params: { path } }
    const book = compilePriceBook(input)
    expect(priceBasket(book, { ...order, ...changes })).toEqual(refusal)
    expect(quoteBasket(book, { ...order, ...changes })).toEqual(refusal)
    expect(nextSteps(book, { ...order, ...changes })).toEqual(refusal)
  })
  test('of more points than can be counted', () => {
    const tiers = [{ id: 'gold', rate: 10_000, pointsRate: 15_000 }]
    const rules = { maxCoupons: 1, earn: { fenPerPoint: 1 } }
    const catalog = [{ sku: 'COLA', price: Number.MAX_SAFE_INTEGER }]
    const book = compilePriceBook({ ...input, tiers, rules, catalog, promotions: [] })
    const asked = { ...order, member: { id: 'M', tier: 'gold' }, basket: [{ line: '1', sku: 'COLA', qty: 1000 }] }
    const refusal = { code: 'basket-too-large', params: { path: 'basket' } }
    expect(priceBasket(book, asked)).toEqual(refusal)
    expect(quoteBasket(book, asked)).toEqual(refusal)
  })
  test('of a book', () => {
    expect(() => compilePriceBook({ ...input, promotions: [half, half] })).toThrow(RangeError)
    expect(() => compilePriceBook({ ...input, timeZone: 'Nowhere' })).toThrow(RangeError)
    expect(() => compilePriceBook({ ...input, promotions: [{ ...half, from: 'soon' }] })).toThrow(RangeError)
  })
})

function moneyOf({ gross, payable, exact, lines, points, rounding }: Quote): Priced {
  const money = lines.map((line) => ({ line: line.line, gross: line.gross, net: line.net }))
  return { gross, payable, exact, lines: money, points, rounding }
}

test('price and quote are one engine', () => {
  const dice = new Dice(3)
  for (let round = 0; round < 500; round++) {
    const scenario: Scenario = randomScenario(dice, { offers: 8 })
    const book = compilePriceBook({ ...scenario, tiers: scenario.tiers!, promotions: scenario.promotions! })
    const asked: PricingOrder = {
      now: parseInstant(scenario.now)!,
      member: scenario.member!,
      basket: scenario.basket,
      coupons: scenario.coupons!,
      redeemPoints: scenario.redeemPoints ?? 0,
      pinned: scenario.pinned ?? [],
      forbidden: scenario.forbidden ?? [],
    }
    const quote = quoteBasket(book, asked)
    const price = priceBasket(book, asked)
    expect(price).toEqual('code' in quote ? quote : moneyOf(quote))
  }
})

describe('the next step', () => {
  const steps = (promotion: object, changes: object = {}): NextStep[] => {
    const book = compilePriceBook({ ...input, promotions: [{ id: 'P', ...promotion } as Promotion] })
    const found = nextSteps(book, { ...order, ...changes })
    if ('code' in found) throw new Error(found.code)
    return found
  }
  const byStep = {
    kind: 'amountOff',
    steps: [
      { at: 2000, off: 300 },
      { at: 700, off: 50 },
    ],
  }
  test.each([
    [byStep, { missing: 1300, unit: 'fen', gives: { kind: 'off', off: 300 } }],
    [
      { kind: 'amountOff', every: 300, off: 20 },
      { missing: 200, unit: 'fen', gives: { kind: 'off', off: 60 } },
    ],
    [
      { kind: 'amountOff', every: 300, off: 20, max: 50 },
      { missing: 200, unit: 'fen', gives: { kind: 'off', off: 50 } },
    ],
    [{ kind: 'amountOff', every: 300, off: 20, max: 40 }, null],
    [
      { kind: 'orderRate', rate: 9000, at: 1000 },
      { missing: 300, unit: 'fen', gives: { kind: 'rate', rate: 9000 } },
    ],
    [{ kind: 'orderRate', rate: 9000, at: 700 }, null],
    [{ kind: 'orderRate', rate: 9000 }, null],
    [
      { kind: 'nth', n: 3, rate: 0 },
      { missing: 1, unit: 'pieces', gives: { kind: 'rate', rate: 0 } },
    ],
    [
      { kind: 'nth', n: 2, rate: 0 },
      { missing: 2, unit: 'pieces', gives: { kind: 'rate', rate: 0 } },
    ],
    [
      { kind: 'buyGet', buy: 3, get: 2 },
      { missing: 3, unit: 'pieces', gives: { kind: 'free', pieces: 2 } },
    ],
    [
      { kind: 'forPrice', n: 3, price: 900 },
      { missing: 1, unit: 'pieces', gives: { kind: 'price', pieces: 3, price: 900 } },
    ],
    [
      {
        kind: 'quantityRate',
        steps: [
          { at: 5, rate: 8000 },
          { at: 2, rate: 9000 },
        ],
      },
      { missing: 3, unit: 'pieces', gives: { kind: 'rate', rate: 8000 } },
    ],
    [{ kind: 'percent', rate: 9000 }, null],
    [{ kind: 'special', price: 1 }, null],
  ])('of %j', (promotion, expected) => {
    expect(steps(promotion)).toEqual(expected === null ? [] : [{ id: 'P', kind: 'promotion', ...expected }])
  })
  test('is of offers that could act only', () => {
    expect(steps(byStep, { forbidden: ['P'] })).toEqual([])
    expect(steps({ ...byStep, membersOnly: true })).toEqual([])
    expect(steps({ ...byStep, scope: { skus: [] } })).toEqual([])
    const coupons = [{ id: 'C', template: 'T', kind: 'orderRate', rate: 9000, at: 900 }]
    expect(steps(byStep, { coupons })[1]).toEqual({
      id: 'C',
      kind: 'coupon',
      missing: 250,
      unit: 'fen',
      gives: { kind: 'rate', rate: 9000 },
    })
  })
})
