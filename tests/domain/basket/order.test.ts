import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addProduct,
  emptyOrder,
  MAX_LINES,
  MAX_PIECES,
  MAX_WEIGHT_GRAMS,
  removeLine,
  setManualPrice,
  setQuantity,
  unlocked,
  type Order,
  type Sellable,
} from '../../../shared/domain/basket/order.ts'
import { fen } from '../../../shared/domain/money.ts'
import type { Result } from '../../../shared/domain/result.ts'

const seed = Number(process.env['BASKET_SEED'] ?? 20_261_123)
console.info(`orders from seed ${seed}`)

const names = { nameZh: '面包', nameEn: 'Bun' }
const bun: Sellable = { sku: 'BUN', ...names, countable: true, openPrice: false, disabled: false }
const apple: Sellable = { ...bun, sku: 'APPLE', countable: false }
const order: Sellable = { ...bun, sku: 'ORDER', openPrice: true }
const old: Sellable = { ...bun, sku: 'OLD', disabled: true }
const goods = [bun, apple, order, old]

const empty = emptyOrder('o-1')
const plain = { qty: null, priceFen: null }

function value(result: Result<Order>): Order {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const code = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code)

describe('adding', () => {
  test('a piece makes a line, another joins it and selects it', () => {
    const one = value(addProduct(empty, bun, plain))
    expect(one.lines).toEqual([{ line: '1', sku: 'BUN', qty: 1000, openPriceFen: null, manual: null, servedBy: null }])
    const both = value(addProduct(value(addProduct(one, apple, { qty: 250, priceFen: null })), bun, plain))
    expect(both.lines.map(({ line, qty }) => [line, qty])).toEqual([
      ['1', 2000],
      ['2', 250],
    ])
    expect(both.selectedLine).toBe('1')
  })

  test('a piece beside one with a price of its own makes a line of its own', () => {
    const one = value(
      setManualPrice(value(addProduct(empty, bun, plain)), '1', { priceFen: 100, reason: 'x', approvedBy: 'm' }),
    )
    expect(value(addProduct(one, bun, plain)).lines.map((line) => line.qty)).toEqual([1000, 1000])
  })

  test.each([
    ['disabled goods', old, plain, 'product-disabled'],
    ['an open price without one', order, plain, 'price-needed'],
    ['weighed goods without a weight', apple, plain, 'weight-needed'],
    ['no pieces', bun, { qty: 0, priceFen: null }, 'quantity-out-of-range'],
    ['fewer than none', bun, { qty: -1000, priceFen: null }, 'quantity-out-of-range'],
    ['a milliard', bun, { qty: 1e9, priceFen: null }, 'quantity-out-of-range'],
    ['half a piece', bun, { qty: 500, priceFen: null }, 'quantity-not-whole'],
    ['a part that is no number of thousandths', bun, { qty: 1000.5, priceFen: null }, 'quantity-not-whole'],
    ['not a number', bun, { qty: Number.NaN, priceFen: null }, 'quantity-not-whole'],
    ['no weight', apple, { qty: 0, priceFen: null }, 'weight-out-of-range'],
    ['too heavy', apple, { qty: MAX_WEIGHT_GRAMS + 1, priceFen: null }, 'weight-out-of-range'],
    ['a weight that is not a number', apple, { qty: Number.NaN, priceFen: null }, 'weight-out-of-range'],
  ])('%s is refused', (_what, product, wanted, refused) => {
    expect(code(addProduct(empty, product, wanted))).toBe(refused)
  })

  test('at the edges is taken', () => {
    expect(code(addProduct(empty, bun, { qty: MAX_PIECES * 1000, priceFen: null }))).toBe('ok')
    expect(code(addProduct(empty, apple, { qty: 1, priceFen: null }))).toBe('ok')
    expect(code(addProduct(empty, apple, { qty: MAX_WEIGHT_GRAMS, priceFen: null }))).toBe('ok')
  })
})

describe('removing', () => {
  test('selects the neighbour, and no number is used twice', () => {
    let current = value(addProduct(empty, apple, { qty: 1, priceFen: null }))
    current = value(addProduct(current, apple, { qty: 2, priceFen: null }))
    current = value(removeLine(current, '2'))
    expect(current.selectedLine).toBe('1')
    current = value(addProduct(current, apple, { qty: 3, priceFen: null }))
    expect(current.lines.map((line) => line.line)).toEqual(['1', '3'])
    expect(value(removeLine(value(removeLine(current, '1')), '3')).selectedLine).toBeNull()
    expect(code(removeLine(current, '2'))).toBe('line-unknown')
  })
})

test('with a tender, or done, nothing of the basket changes', () => {
  const one = value(addProduct(empty, bun, plain))
  const paid: Order = {
    ...one,
    screen: 'pay',
    tenders: [{ tenderId: 't', kind: 'cash', amountFen: fen(1), state: 'ready', detail: null, askedAt: null }],
  }
  const done: Order = { ...one, screen: 'done' }
  for (const [locked, refused] of [
    [paid, 'basket-locked'],
    [done, 'order-changed'],
  ] as const) {
    expect(code(unlocked(locked))).toBe(refused)
    expect(code(addProduct(locked, bun, plain))).toBe(refused)
    expect(code(setQuantity(locked, bun, '1', 2000))).toBe(refused)
    expect(code(removeLine(locked, '1'))).toBe(refused)
    expect(code(setManualPrice(locked, '1', null))).toBe(refused)
  }
})

test('whatever is done to it, an order keeps its rules, and a refusal changes nothing', () => {
  const step = fc.oneof(
    fc.record({
      what: fc.constant('add' as const),
      product: fc.constantFrom(...goods),
      qty: fc.oneof(fc.constant(null), fc.integer({ min: -2000, max: 60_000 })),
      priceFen: fc.oneof(fc.constant(null), fc.nat(5000)),
    }),
    fc.record({ what: fc.constant('remove' as const), line: fc.nat(12).map(String) }),
    fc.record({
      what: fc.constant('quantity' as const),
      line: fc.nat(12).map(String),
      qty: fc.integer({ min: -1000, max: 1_100_000 }),
    }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let current = empty
      for (const wanted of steps) {
        const before = JSON.stringify(current)
        const next =
          wanted.what === 'add'
            ? addProduct(current, wanted.product, wanted)
            : wanted.what === 'remove'
              ? removeLine(current, wanted.line)
              : setQuantity(
                  current,
                  goods.find(({ sku }) => sku === current.lines.find((line) => line.line === wanted.line)?.sku) ?? bun,
                  wanted.line,
                  wanted.qty,
                )
        expect(JSON.stringify(current)).toBe(before)
        if (next.ok) current = next.value
        expect(current.lines.length).toBeLessThanOrEqual(MAX_LINES)
        expect(new Set(current.lines.map((line) => line.line)).size).toBe(current.lines.length)
        expect(
          current.selectedLine === null
            ? current.lines.length
            : current.lines.filter((line) => line.line === current.selectedLine).length,
        ).toBe(current.selectedLine === null ? 0 : 1)
        for (const line of current.lines) {
          if (line.sku === 'APPLE') expect(line.qty >= 1 && line.qty <= MAX_WEIGHT_GRAMS).toBe(true)
          else expect(line.qty % 1000 === 0 && line.qty >= 1000 && line.qty <= MAX_PIECES * 1000).toBe(true)
          expect(line.openPriceFen !== null).toBe(line.sku === 'ORDER')
        }
      }
    }),
    { seed, numRuns: 300 },
  )
})
