/** What a cashier does at a checkout, in one call; each step must go well. */
import type { Core } from '../../electron/core.ts'
import { attachCard } from '../../electron/features/till/choose-member.ts'
import { completeSale } from '../../electron/features/till/complete-sale.ts'
import { addToBasket } from '../../electron/features/till/edit-basket.ts'
import { beginPay, nextCustomer, payCash, payStoredValue } from '../../electron/features/till/pay.ts'
import { orderTotal } from '../../electron/features/till/order-total.ts'
import { must } from './small-shop.ts'

/** A command on the order as it stands. */
export function onOrder(core: Core): { commandId: string; orderId: string } {
  return { commandId: core.newId(), orderId: core.memory.order.orderId }
}

/** Puts goods into the basket; a sku twice is two pieces. */
export function take(core: Core, ...skus: string[]): void {
  for (const sku of skus) must(addToBasket(core, { commandId: core.newId(), sku }))
}

export function showCard(core: Core, cardNumber: string): void {
  must(attachCard(core, { ...onOrder(core), cardNumber }))
}

/** Fen that the order costs as it stands. */
export function payable(core: Core): number {
  return orderTotal(core, core.memory.order)
}

export function startPaying(core: Core): void {
  must(beginPay(core, onOrder(core)))
}

/** Pays the order as it stands and completes it; gives the sale's id. */
export function checkOut(core: Core, how: 'cash' | 'stored-value' = 'cash'): string {
  if (core.memory.order.screen === 'basket') startPaying(core)
  if (how === 'stored-value') must(payStoredValue(core, onOrder(core)))
  else if (payable(core) > 0) must(payCash(core, { ...onOrder(core), amountFen: payable(core) }))
  const { orderId } = core.memory.order
  must(completeSale(core, { commandId: core.newId(), orderId }))
  return orderId
}

/** A whole sale of these goods for cash, and the screen cleared for the next customer. */
export function sellForCash(core: Core, ...skus: string[]): string {
  take(core, ...skus)
  const saleId = checkOut(core)
  must(nextCustomer(core, core.newId()))
  return saleId
}
