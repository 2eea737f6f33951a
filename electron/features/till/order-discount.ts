/**
 * 整单折扣, 整单减 and 抹零 by hand: needs a supervisor, where the order would be sold below cost or for nothing a manager.
 * Who said yes, why, and how far below cost that was, stand on the order; a later change that goes further lets it go.
 */
import type { DiscountTrial } from '../../../shared/contract/why.ts'
import {
  adHocId,
  checkAdHoc,
  withAdHoc,
  withoutAdHoc,
  type AdHocDiscount,
  type AdHocKind,
} from '../../../shared/domain/basket/ad-hoc.ts'
import { unlocked, type Order } from '../../../shared/domain/basket/order.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Permission } from '../../../shared/domain/staff/permission.ts'
import { authorise, whomToAsk, type ApprovalGiven } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { changeOrder, readyToSell, type OrderCommand } from './change-order.ts'
import { unlessImpossible } from './impossible-choice.ts'
import { orderLossFen } from './keep-choices.ts'
import { priceOrder } from './price-order.ts'

export interface OrderDiscountCommand extends OrderCommand {
  readonly kind: AdHocKind
  /** rate in basis points that are paid, fen off, or the unit in fen that is rounded down to; null takes it back */
  readonly value: number | null
  readonly reason: string
  readonly approval?: ApprovalGiven | undefined
}

interface Wanted {
  readonly kind: AdHocKind
  readonly value: number
}

export async function orderDiscount(core: Core, command: OrderDiscountCommand): Promise<Result<null>> {
  const ready = readyToSell(core)
  if (!ready.ok) return ready
  if (core.memory.answered.has(command.commandId)) return ok(null)
  const { kind, value } = command
  if (value === null) return changeOrder(core, command, (order) => taken(order, kind))
  const reason = command.reason.trim()
  if (reason === '') return refuse('discount-reason-needed')
  const tried = discounted(core, core.memory.order, { kind, value, reason, approvedBy: '' })
  if (!tried.ok) return tried
  const permission = permissionFor(tried.value.lossFen)
  const authorised = await authorise(core, permission, command.approval)
  if (!authorised.ok) return authorised
  const approvedBy = authorised.value.approverId ?? core.memory.operator?.operatorId
  if (approvedBy === undefined) return refuse('not-signed-in')
  return changeOrder(core, command, (order) => {
    const given = discounted(core, order, { kind, value, reason, approvedBy })
    if (!given.ok) return given
    // goods came and went while the PIN was checked: what was asked for is not what was allowed
    if (permissionFor(given.value.lossFen) !== permission)
      return refuse('approval-required', whomToAsk('price.below-cost'))
    return ok(given.value.order)
  })
}

/** What a discount would do to the order as it stands; nobody is asked and nothing is changed. */
export function tryDiscount(core: Core, wanted: Wanted & { readonly orderId: string }): Result<DiscountTrial> {
  const ready = readyToSell(core)
  if (!ready.ok) return ready
  const { order } = core.memory
  if (wanted.orderId !== order.orderId) return refuse('order-changed')
  const { kind, value } = wanted
  const tried = discounted(core, order, { kind, value, reason: '', approvedBy: '' })
  if (!tried.ok) return tried
  const payableFen = priceOrder(core, tried.value.order).quote.payable
  return ok({
    payableFen,
    differenceFen: payableFen - priceOrder(core, order).quote.payable,
    belowCost: tried.value.lossFen > 0,
  })
}

interface Discounted {
  readonly order: Order
  readonly lossFen: number
}

/** The order with the discount, where that is possible and does what it says. */
function discounted(core: Core, order: Order, wanted: Omit<AdHocDiscount, 'lossFen'>): Result<Discounted> {
  const checked = checkAdHoc(wanted.kind, wanted.value)
  if (!checked.ok) return checked
  if (order.lines.length === 0) return refuse('basket-empty')
  const before = taken(order, wanted.kind)
  if (!before.ok) return before
  const id = adHocId(wanted)
  const next: Order = { ...order, adHoc: withAdHoc(order.adHoc, { ...wanted, lossFen: 0 }) }
  const { letGo, quote } = priceOrder(core, next)
  const amountFen = quote.applied.find((applied) => applied.id === id)?.amount ?? 0
  if (wanted.kind === 'round') {
    if (letGo.length > 0) return refuse('rounding-not-possible')
    if (amountFen === 0) return refuse('rounding-nothing')
  }
  const possible = unlessImpossible(core, { before: before.value, next, id })
  if (!possible.ok) return possible
  if (wanted.kind === 'off' && -amountFen < wanted.value) return refuse('discount-above-total', { mostFen: -amountFen })
  const lossFen = orderLossFen(core, next, priceOrder(core, next))
  return ok({ lossFen, order: { ...next, adHoc: withAdHoc(order.adHoc, { ...wanted, lossFen }) } })
}

function taken(order: Order, kind: AdHocKind): Result<Order> {
  const free = unlocked(order)
  return free.ok ? ok({ ...order, adHoc: withoutAdHoc(order.adHoc, kind) }) : free
}

function permissionFor(lossFen: number): Permission {
  return lossFen > 0 ? 'price.below-cost' : 'price.order'
}
