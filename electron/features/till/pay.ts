/** Tenders that the till decides by itself: cash, stored value, a bank card's slip; and the way into and out of paying. */
import { emptyOrder, type Order } from '../../../shared/domain/basket/order.ts'
import { fen } from '../../../shared/domain/money.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { decideTender, settle, type Tender, type TenderKind } from '../../../shared/domain/sale/tender.ts'
import type { Core } from '../../core.ts'
import { notify } from '../../notice.ts'
import { changeOrder, markAnswered, startOrder, type OrderCommand } from './change-order.ts'
import { completeSale } from './complete-sale.ts'
import { prepareSale } from './complete-sale.ts'
import { memberContext } from './member-context.ts'
import { orderTotal } from './order-total.ts'
import { priceOrder } from './price-order.ts'

/** From here on the prices hold: no minute that passes moves a total under a tender. */
export function beginPay(core: Core, command: OrderCommand): Result<null> {
  const begun = changeOrder(core, command, (order) => {
    if (order.lines.length === 0) return refuse('basket-empty')
    if (order.screen === 'done') return refuse('order-changed')
    return ok(order.screen === 'pay' ? order : { ...order, screen: 'pay', pricedAt: core.clock.now() })
  })
  const { order } = core.memory
  if (begun.ok && order.screen === 'pay') prepareSale(core, order)
  return begun
}

export function backToBasket(core: Core, command: OrderCommand): Result<null> {
  return changeOrder(core, command, (order) => {
    if (order.tenders.length > 0) return refuse('basket-locked')
    // a top-up is given up: the order that waited goes on as it was
    if (order.topUp !== null) return order.screen === 'done' ? refuse('order-changed') : ok(givenUp(core, order))
    return ok({ ...order, screen: 'basket', pricedAt: null })
  })
}

export function payCash(core: Core, command: OrderCommand & { amountFen: number }): Result<null> {
  return changeOrder(core, command, (order) =>
    addTender(core, order, command.commandId, 'cash', command.amountFen, null),
  )
}

export function payBankCard(core: Core, command: OrderCommand & { amountFen: number; slipNo: string }): Result<null> {
  return changeOrder(core, command, (order) =>
    addTender(core, order, command.commandId, 'bankCard', command.amountFen, command.slipNo),
  )
}

/** Without an amount: as much as is due and the member has. The lots are taken when the sale is committed. */
export function payStoredValue(core: Core, command: OrderCommand & { amountFen?: number | undefined }): Result<null> {
  return changeOrder(core, command, (order) => {
    if (order.topUp !== null) return refuse('top-up-by-stored-value')
    const member = memberContext(core, order.memberId)
    if (member === null) return refuse('stored-value-without-member')
    if (order.tenders.some((tender) => tender.kind === 'storedValue')) return refuse('stored-value-once')
    const balanceFen = member.principalFen + member.bonusFen
    if (balanceFen === 0) return refuse('stored-value-empty')
    const { dueFen } = settle(priceOrder(core, order).quote.payable, order.tenders)
    if (dueFen === 0) return refuse('nothing-due')
    const amountFen = command.amountFen ?? Math.min(dueFen, balanceFen)
    if (amountFen > balanceFen) return refuse('stored-value-short', { balanceFen })
    return addTender(core, order, command.commandId, 'storedValue', amountFen, null)
  })
}

/** Puts the finished order away. After a top-up the order that waited goes on; one that was being paid is paid with it. */
export function nextCustomer(core: Core, commandId: string): Result<null> {
  if (core.memory.answered.has(commandId) || core.memory.order.screen !== 'done') return ok(null)
  const { topUp } = core.memory.order
  startOrder(core)
  markAnswered(core, commandId)
  if (topUp?.waiting?.screen === 'pay') payWithTopUp(core)
  return ok(null)
}

/** The second commit of 充值并付款. What is refused is said; the order stays as it is and can be paid in any way. */
function payWithTopUp(core: Core): void {
  const { orderId } = core.memory.order
  const paid = payStoredValue(core, { commandId: core.newId(), orderId })
  const { tenders } = core.memory.order
  if (!paid.ok) return notify(core, paid.refusal)
  if (settle(orderTotal(core, core.memory.order), tenders).dueFen > 0) return
  const done = completeSale(core, { commandId: core.newId(), orderId })
  if (!done.ok) notify(core, done.refusal)
}

function givenUp(core: Core, { topUp, memberId, cardNumber }: Order): Order {
  return topUp?.waiting ?? { ...emptyOrder(core.newId()), memberId, cardNumber }
}

function addTender(
  core: Core,
  order: Order,
  tenderId: string,
  kind: TenderKind,
  amountFen: number,
  detail: string | null,
): Result<Order> {
  if (order.screen !== 'pay') return refuse('order-changed')
  const decided = decideTender(orderTotal(core, order), order.tenders, {
    kind,
    amountFen: fen(amountFen),
  })
  if (!decided.ok) return decided
  const tender: Tender = { tenderId, kind, amountFen: decided.value, state: 'ready', detail, askedAt: null }
  return ok({ ...order, tenders: [...order.tenders, tender] })
}
