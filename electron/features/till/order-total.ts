/** Fen that an order comes to: of goods their price, of a top-up what is topped up. */
import type { Order } from '../../../shared/domain/basket/order.ts'
import { fen, type Fen } from '../../../shared/domain/money.ts'
import type { Core } from '../../core.ts'
import { priceOrder } from './price-order.ts'

export function orderTotal(core: Core, order: Order): Fen {
  return order.topUp === null ? priceOrder(core, order).quote.payable : fen(order.topUp.principalFen)
}
