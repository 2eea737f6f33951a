/** Goods in the basket: add, select, quantity, remove, clear, who served. */
import {
  addProduct,
  changeLine,
  emptyOrder,
  MAX_UNIT_PRICE_FEN,
  removeLine,
  setQuantity,
  unlocked,
  type Order,
} from '../../../shared/domain/basket/order.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { changeOrder, readyToSell, type OrderCommand } from './change-order.ts'

export interface AddCommand extends OrderCommand {
  readonly sku: string
  /** thousandths */
  readonly qty?: number | undefined
  readonly priceFen?: number | undefined
}

export function addToBasket(core: Core, command: AddCommand): Result<null> {
  return changeOrder(core, command, (order) => {
    const product = core.catalog.product(command.sku)
    if (product === undefined) return refuse('product-unknown', { sku: command.sku })
    if ((command.priceFen ?? 0) > MAX_UNIT_PRICE_FEN)
      return refuse('price-out-of-range', { maxFen: MAX_UNIT_PRICE_FEN })
    return addProduct(order, product, { qty: command.qty ?? null, priceFen: command.priceFen ?? null })
  })
}

export function selectLine(core: Core, line: string): Result<null> {
  const ready = readyToSell(core)
  if (!ready.ok) return ready
  const { order } = core.memory
  const selected = changeLine(order, line, (found) => found)
  if (!selected.ok) return selected
  core.memory.order = selected.value
  core.changed()
  return ok(null)
}

export function setLineQuantity(core: Core, command: OrderCommand & { line: string; qty: number }): Result<null> {
  return changeOrder(core, command, (order) => {
    const sku = order.lines.find((line) => line.line === command.line)?.sku
    const product = sku === undefined ? undefined : core.catalog.product(sku)
    return product === undefined ? refuse('line-unknown') : setQuantity(order, product, command.line, command.qty)
  })
}

export function removeFromBasket(core: Core, command: OrderCommand & { line: string }): Result<null> {
  return changeOrder(core, command, (order) => removeLine(order, command.line))
}

/** Empties the basket and forgets the member: the next customer. The order's id goes with it. */
export function clearBasket(core: Core, command: OrderCommand): Result<null> {
  return changeOrder(core, command, (order): Result<Order> => {
    const free = unlocked(order)
    if (!free.ok) return free
    if (order.afterTopUp !== null) core.stores.waitingOrders.putAway(order.orderId)
    return ok(emptyOrder(core.newId()))
  })
}

export function setServedBy(
  core: Core,
  command: OrderCommand & { line: string; operatorId: string | null },
): Result<null> {
  return changeOrder(core, command, (order) => {
    const free = unlocked(order)
    if (!free.ok) return free
    if (command.operatorId !== null && core.stores.staff.operator(command.operatorId) === undefined)
      return refuse('operator-unknown')
    return changeLine(order, command.line, (line) => ({ ...line, servedBy: command.operatorId }))
  })
}
