import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/core.ts'
import { scaleLabel } from '../../electron/demo/check-digits.ts'
import { memberCardNumber } from '../../shared/domain/member/card-number.ts'
import {
  addToBasket,
  clearBasket,
  removeFromBasket,
  setLineQuantity,
} from '../../electron/features/till/edit-basket.ts'
import { manualPrice } from '../../electron/features/till/manual-price.ts'
import { scan } from '../../electron/features/till/scan.ts'
import { auditTables } from '../simulation/auditor.ts'
import { checkOut, onOrder, payable, startPaying, take } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { must, people, refusal } from './small-shop.ts'

let till: SellingTill
let core: Core
beforeEach(async () => {
  till = await openSellingTill()
  core = till.core
})
afterEach(() => till.close())

const add = (sku: string, qty?: number, priceFen?: number) =>
  addToBasket(core, { commandId: core.newId(), sku, qty, priceFen })
const scanned = (code: string) => scan(core, { commandId: core.newId(), code })

describe('a scan', () => {
  test('of a barcode puts a piece into the basket, a second one joins its line', () => {
    expect(scanned('6901234500016')).toMatchObject({ kind: 'goods', done: { ok: true } })
    scanned('6901234500016')
    expect(core.memory.order.lines).toMatchObject([{ sku: 'BUN', qty: 2000 }])
  })

  test('of a scale label puts its weight into the basket', () => {
    expect(scanned(scaleLabel('00017', 356)).done.ok).toBe(true)
    expect(core.memory.order.lines).toMatchObject([{ sku: 'APPLE', qty: 356 }])
    expect(payable(core)).toBe(491)
  })

  test.each([
    ['an unknown barcode', '6900000000014', 'code-unknown', '6900000000014'],
    ['an unknown scale label', scaleLabel('99999', 100), 'code-unknown', scaleLabel('99999', 100)],
    ['nonsense', '???', 'code-unknown', null],
    ['goods that are no longer sold', '6901234500078', 'product-disabled', null],
    ['goods without a price', '6901234500061', 'price-needed', null],
    ['a payment code on an empty basket', '134872650193846275', 'payment-code-on-empty', null],
    ['a card that nobody has', memberCardNumber(90) ?? '', 'card-unknown', null],
    ['a coupon that was never issued', 'CP99999999999', 'coupon-unknown', null],
    ['a scale label of nothing', scaleLabel('00017', 0), 'weight-out-of-range', null],
  ])('of %s is refused and changes nothing', (_what, code, refused, unknownCode) => {
    const before = core.memory.order
    const answer = scanned(code)
    expect(refusal(answer.done).code).toBe(refused)
    expect(answer.unknownCode).toBe(unknownCode)
    expect(core.memory.order).toBe(before)
  })

  test('repeated with the same command id is one scan', () => {
    const commandId = core.newId()
    for (let times = 0; times < 3; times += 1) scan(core, { commandId, code: '6901234500016' })
    expect(core.memory.order.lines).toMatchObject([{ qty: 1000 }])
  })

  test('after a sale begins the next customer’s order', () => {
    take(core, 'BUN')
    const sold = checkOut(core)
    scanned('6901234500023')
    expect(core.memory.order.orderId).not.toBe(sold)
    expect(core.memory.order.lines).toMatchObject([{ sku: 'TEA', qty: 1000 }])
  })
})

describe('a quantity', () => {
  test.each([
    ['nothing', 0, 'quantity-out-of-range'],
    ['less than nothing', -1000, 'quantity-out-of-range'],
    ['a milliard', 1_000_000_000, 'quantity-out-of-range'],
    ['a thousand pieces', 1_000_000, 'quantity-out-of-range'],
    ['half a piece', 500, 'quantity-not-whole'],
    ['a piece and a bit', 1001, 'quantity-not-whole'],
  ])('of %s is refused, typed or added', (_what, qty, refused) => {
    take(core, 'BUN')
    const before = core.memory.order
    expect(refusal(setLineQuantity(core, { ...onOrder(core), line: '1', qty })).code).toBe(refused)
    expect(refusal(add('BUN', qty)).code).toBe(refused)
    expect(core.memory.order).toBe(before)
  })

  test('that a scan would push beyond the most is refused', () => {
    take(core, 'BUN')
    must(setLineQuantity(core, { ...onOrder(core), line: '1', qty: 999_000 }))
    expect(refusal(add('BUN')).code).toBe('quantity-out-of-range')
  })

  test.each([
    [0, 'weight-out-of-range'],
    [-5, 'weight-out-of-range'],
    [50_001, 'weight-out-of-range'],
    [1_000_000_000, 'weight-out-of-range'],
    [undefined, 'weight-needed'],
  ])('of %s grams is refused', (qty, refused) => {
    expect(refusal(add('APPLE', qty)).code).toBe(refused)
  })

  test('of a line that is gone is refused', () => {
    take(core, 'BUN', 'TEA')
    must(removeFromBasket(core, { ...onOrder(core), line: '1' }))
    expect(refusal(setLineQuantity(core, { ...onOrder(core), line: '1', qty: 2000 })).code).toBe('line-unknown')
    expect(refusal(removeFromBasket(core, { ...onOrder(core), line: '1' })).code).toBe('line-unknown')
  })

  test('cannot be had of goods that nobody sells', () => {
    expect(refusal(add('NOTHING')).code).toBe('product-unknown')
    expect(refusal(add('OLD')).code).toBe('product-disabled')
  })

  test('of goods with an open price wants it, and not above the most', () => {
    expect(refusal(add('ORDER')).code).toBe('price-needed')
    expect(refusal(add('ORDER', 1000, 10_000_000)).code).toBe('price-out-of-range')
    must(add('ORDER', 1000, 2500))
    must(add('ORDER', 1000, 2600))
    expect(core.memory.order.lines).toHaveLength(2)
    expect(payable(core)).toBe(5100)
  })

  test('is kept by at most two hundred lines', () => {
    for (let count = 0; count < 200; count += 1) must(add('APPLE', 100 + count))
    expect(refusal(add('APPLE', 99))).toEqual({ code: 'basket-full', params: { max: 200 } })
  })
})

describe('a price of the cashier’s own', () => {
  const price = (priceFen: number | null, approver?: keyof typeof people, reason = '临期') =>
    manualPrice(core, {
      ...onOrder(core),
      line: '1',
      priceFen,
      reason,
      approval:
        approver === undefined ? undefined : { operatorId: people[approver].operatorId, pin: people[approver].pin },
    })

  beforeEach(() => take(core, 'BUN'))

  test('needs a supervisor, below cost or for nothing a manager; who said yes is on the audit', async () => {
    expect(refusal(await price(1000)).code).toBe('approval-required')
    expect(refusal(await price(599, 'supervisor')).code).toBe('approval-not-allowed')
    expect(refusal(await price(0, 'supervisor')).code).toBe('approval-not-allowed')
    expect(payable(core)).toBe(1250)
    must(await price(1000, 'supervisor'))
    expect(payable(core)).toBe(1000)
    must(await price(0, 'manager'))
    expect(payable(core)).toBe(0)
    must(await price(599, 'manager'))
    const saleId = checkOut(core)
    const audit = core.store.sqlite
      .prepare("SELECT approver_id, detail FROM audit WHERE action = 'price-overridden' AND subject = ?")
      .all(saleId)
    expect(audit).toEqual([
      { approver_id: people.manager.operatorId, detail: '{"line":"1","priceFen":599,"reason":"临期","sku":"BUN"}' },
    ])
    expect(auditTables(core.store.sqlite)).toEqual([])
  })

  test('is refused without a reason, above the most, and on a line that is gone', async () => {
    expect(refusal(await price(1000, 'supervisor', '  ')).code).toBe('reason-needed')
    expect(refusal(await price(10_000_000, 'supervisor')).code).toBe('price-out-of-range')
    must(clearBasket(core, onOrder(core)))
    expect(refusal(await price(1000, 'supervisor')).code).toBe('line-unknown')
  })

  test('does not reach an order that ended while the PIN was checked', async () => {
    const asked = price(1000, 'supervisor')
    must(clearBasket(core, onOrder(core)))
    take(core, 'BUN')
    expect(refusal(await asked).code).toBe('order-changed')
    expect(payable(core)).toBe(1250)
  })

  test('is taken back, without asking', async () => {
    must(await price(1000, 'supervisor'))
    must(await price(null))
    expect(payable(core)).toBe(1250)
  })

  test('for nothing makes a sale of nothing that can be completed', async () => {
    must(await price(0, 'manager'))
    startPaying(core)
    checkOut(core)
    expect(auditTables(core.store.sqlite)).toEqual([])
  })
})

describe('an order that has begun to be paid, or is done', () => {
  test('is not changed', () => {
    take(core, 'BUN')
    checkOut(core)
    const before = core.memory.order
    const command = onOrder(core)
    expect(refusal(setLineQuantity(core, { ...command, line: '1', qty: 2000 })).code).toBe('basket-locked')
    expect(refusal(removeFromBasket(core, { ...command, commandId: core.newId(), line: '1' })).code).toBe(
      'basket-locked',
    )
    expect(core.memory.order).toBe(before)
  })

  test('and a command for an order that has ended is refused', () => {
    take(core, 'BUN')
    const old = core.memory.order.orderId
    must(clearBasket(core, onOrder(core)))
    expect(refusal(removeFromBasket(core, { commandId: core.newId(), orderId: old, line: '1' })).code).toBe(
      'order-changed',
    )
  })
})

test('nobody signed in, and no open shift, sell nothing', () => {
  core.memory.operator = null
  expect(refusal(add('BUN')).code).toBe('not-signed-in')
  expect(refusal(scanned('6901234500016').done).code).toBe('not-signed-in')
  till.signIn('cashier')
  core.memory.shift = null
  expect(refusal(add('BUN')).code).toBe('shift-not-open')
})
