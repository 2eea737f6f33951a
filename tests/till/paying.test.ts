import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/core.ts'
import { attachCard } from '../../electron/features/till/choose-member.ts'
import { completeSale } from '../../electron/features/till/complete-sale.ts'
import { addToBasket } from '../../electron/features/till/edit-basket.ts'
import { removeTender } from '../../electron/features/till/pay-mobile.ts'
import {
  backToBasket,
  beginPay,
  nextCustomer,
  payBankCard,
  payCash,
  payStoredValue,
} from '../../electron/features/till/pay.ts'
import { auditTables } from '../simulation/auditor.ts'
import { checkOut, onOrder, sellForCash, showCard, startPaying, take } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { must, refusal } from './small-shop.ts'
import { cardOf, wealthy } from './small-shop-members.ts'

let till: SellingTill
let core: Core
beforeEach(async () => {
  till = await openSellingTill()
  core = till.core
})
afterEach(() => {
  expect(auditTables(core.store.sqlite)).toEqual([])
  till.close()
})

const cash = (amountFen: number) => payCash(core, { ...onOrder(core), amountFen })
const sales = (): number =>
  core.store.sqlite.prepare<[], { n: number }>('SELECT count(*) AS n FROM documents').get()?.n ?? -1

describe('a sale', () => {
  test('is on disk when it has been completed, and after a restart', () => {
    const saleId = sellForCash(core, 'BUN', 'TEA', 'TEA')
    const sale = core.stores.sales.read(saleId)
    expect(sale?.document).toMatchObject({ payableFen: 2850, paidFen: 2850, changeFen: 0, pieces: 3 })
    till = till.restart()
    core = till.core
    expect(core.stores.sales.read(saleId)).toEqual(sale)
  })

  test('completed again is one sale: with the same id, with another, at once, later and after a restart', () => {
    take(core, 'BUN')
    startPaying(core)
    must(cash(1250))
    const command = onOrder(core)
    for (let times = 0; times < 3; times += 1) must(completeSale(core, command))
    must(completeSale(core, { ...command, commandId: core.newId() }))
    must(nextCustomer(core, core.newId()))
    must(completeSale(core, command))
    must(completeSale(core, { ...command, commandId: core.newId() }))
    till = till.restart()
    core = till.core
    till.signIn('cashier')
    must(completeSale(core, command))
    expect(sales()).toBe(1)
    expect(core.memory.order.lines).toEqual([])
  })

  test('under the id of another command is refused', () => {
    take(core, 'BUN')
    startPaying(core)
    must(cash(1250))
    const first = onOrder(core)
    must(completeSale(core, first))
    must(nextCustomer(core, core.newId()))
    take(core, 'TEA')
    startPaying(core)
    must(cash(800))
    expect(refusal(completeSale(core, { ...first, orderId: core.memory.order.orderId })).code).toBe('command-reused')
    expect(sales()).toBe(1)
    must(completeSale(core, onOrder(core)))
  })

  test('of an order that has changed, of nothing, or unpaid is refused', () => {
    expect(refusal(completeSale(core, { commandId: core.newId(), orderId: core.newId() })).code).toBe('order-changed')
    expect(refusal(completeSale(core, onOrder(core))).code).toBe('basket-empty')
    expect(refusal(beginPay(core, onOrder(core))).code).toBe('basket-empty')
    take(core, 'BUN')
    expect(refusal(completeSale(core, onOrder(core)))).toEqual({
      code: 'tender-below-due',
      params: { missingFen: 1250 },
    })
    startPaying(core)
    must(cash(1249))
    expect(refusal(completeSale(core, onOrder(core)))).toEqual({ code: 'tender-below-due', params: { missingFen: 1 } })
    expect(sales()).toBe(0)
  })

  test('gives back in cash what was given above it', () => {
    take(core, 'BUN')
    startPaying(core)
    must(cash(2000))
    must(completeSale(core, onOrder(core)))
    expect(core.memory.done).toMatchObject({ paidFen: 2000, changeFen: 750, drawer: true })
  })

  test('numbers receipts without gaps, whatever was refused between them and across restarts', () => {
    for (let count = 0; count < 5; count += 1) {
      const saleId = sellForCash(core, 'TEA')
      expect(core.stores.sales.read(saleId)?.document.receiptNo.slice(-4)).toBe(String(count + 1).padStart(4, '0'))
      take(core, 'BUN')
      startPaying(core)
      refusal(completeSale(core, onOrder(core)))
      if (count % 2 === 0) till = till.restart()
      else must(backToBasket(core, onOrder(core)))
      core = till.core
      till.signIn('cashier')
    }
  })
})

describe('a tender', () => {
  beforeEach(() => {
    showCard(core, cardOf(wealthy))
    take(core, 'CAKE')
    startPaying(core)
  })

  test('above what is due is refused unless it is cash, and cash that is a slip of the finger too', () => {
    expect(refusal(payBankCard(core, { ...onOrder(core), amountFen: 32_111, slipNo: '1' }))).toEqual({
      code: 'tender-above-due',
      params: { dueFen: 32_110 },
    })
    expect(refusal(payStoredValue(core, { ...onOrder(core), amountFen: 32_111 })).code).toBe('tender-above-due')
    expect(refusal(payStoredValue(core, { ...onOrder(core), amountFen: 400_001 }))).toEqual({
      code: 'stored-value-short',
      params: { balanceFen: 400_000 },
    })
    expect(refusal(cash(132_111)).code).toBe('cash-too-much')
    must(cash(132_110))
    expect(refusal(cash(100)).code).toBe('nothing-due')
    expect(refusal(payStoredValue(core, onOrder(core))).code).toBe('nothing-due')
  })

  test('may be several: stored value, a card’s slip and cash', () => {
    must(payStoredValue(core, { ...onOrder(core), amountFen: 10_000 }))
    must(payBankCard(core, { ...onOrder(core), amountFen: 20_000, slipNo: '007431' }))
    must(cash(3000))
    checkOutAsPaid()
    expect(core.memory.done).toMatchObject({ payableFen: 32_110, paidFen: 33_000, changeFen: 890 })
    const sale = core.stores.sales.read(core.memory.done?.saleId ?? '')
    expect(
      sale?.tenders.map(({ kind, amountFen, principalFen, bonusFen, detail }) => [
        kind,
        amountFen,
        principalFen,
        bonusFen,
        detail,
      ]),
    ).toEqual([
      ['storedValue', 10_000, 7500, 2500, null],
      ['bankCard', 20_000, 0, 0, '007431'],
      ['cash', 3000, 0, 0, null],
    ])
  })

  test('of stored value stands once in a sale, and needs a member who has some', () => {
    must(payStoredValue(core, { ...onOrder(core), amountFen: 10_000 }))
    expect(refusal(payStoredValue(core, { ...onOrder(core), amountFen: 10 })).code).toBe('stored-value-once')
  })

  test('sent twice is taken once', () => {
    const command = { ...onOrder(core), amountFen: 10_000 }
    for (let times = 0; times < 3; times += 1) must(payCash(core, command))
    expect(core.memory.order.tenders).toHaveLength(1)
  })

  test('locks the basket and the way back, until it has been taken out again', async () => {
    must(cash(100))
    expect(refusal(addToBasket(core, { commandId: core.newId(), sku: 'BUN' })).code).toBe('basket-locked')
    expect(refusal(attachCard(core, { ...onOrder(core), cardNumber: cardOf(wealthy) })).code).toBe('basket-locked')
    expect(refusal(backToBasket(core, onOrder(core))).code).toBe('basket-locked')
    const command = { ...onOrder(core), tenderId: core.memory.order.tenders[0]?.tenderId ?? '' }
    must(await removeTender(core, command))
    must(await removeTender(core, command))
    expect(refusal(await removeTender(core, { ...command, commandId: core.newId() })).code).toBe('tender-unknown')
    must(backToBasket(core, onOrder(core)))
    take(core, 'BUN')
  })

  test('is not taken while the basket is on the screen', async () => {
    must(backToBasket(core, onOrder(core)))
    expect(refusal(cash(100)).code).toBe('order-changed')
  })

  function checkOutAsPaid(): void {
    must(completeSale(core, onOrder(core)))
  }
})

test('stored value is refused without a member, and where there is none', () => {
  take(core, 'CAKE')
  startPaying(core)
  expect(refusal(payStoredValue(core, onOrder(core))).code).toBe('stored-value-without-member')
  must(backToBasket(core, onOrder(core)))
  showCard(core, '8800000000027')
  startPaying(core)
  expect(refusal(payStoredValue(core, onOrder(core))).code).toBe('stored-value-empty')
  checkOut(core)
})

test('the price holds once paying has begun', () => {
  take(core, 'BUN')
  startPaying(core)
  const { pricedAt } = core.memory.order
  till.pass(90 * 60_000)
  must(beginPay(core, onOrder(core)))
  expect(core.memory.order.pricedAt).toBe(pricedAt)
  checkOut(core)
})
