/**
 * The frame of every command on the order. An order is memory until it is paid: a command is done once by its id, belongs
 * to one order, and changes memory only when it was not refused. Choices that a change has made impossible are let go,
 * and the cashier is told.
 */
import { emptyOrder, type Order } from '../../../shared/domain/basket/order.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { notify } from '../../notice.ts'
import { keepChoices } from './keep-choices.ts'

/** A command is sent again within seconds, if at all: so many of the last ones are remembered. */
const MAX_ANSWERED = 1000

export interface OrderCommand {
  readonly commandId: string
  /** absent where the command begins a new order when the last is done */
  readonly orderId?: string | undefined
}

/** Runs a change of the order under the rights of whoever is signed in, once. */
export function changeOrder(core: Core, command: OrderCommand, change: (order: Order) => Result<Order>): Result<null> {
  const ready = readyToSell(core)
  if (!ready.ok) return ready
  if (core.memory.answered.has(command.commandId)) return ok(null)
  if (command.orderId === undefined && core.memory.order.screen === 'done') startOrder(core)
  if (command.orderId !== undefined && command.orderId !== core.memory.order.orderId) return refuse('order-changed')
  const changed = change(core.memory.order)
  if (!changed.ok) return changed
  markAnswered(core, command.commandId)
  const { order, notice } = keepChoices(core, changed.value)
  putOrder(core, order)
  if (notice !== null) notify(core, notice)
  return ok(null)
}

/** Remembers a command as done; the oldest is forgotten. */
export function markAnswered(core: Core, commandId: string): void {
  const { answered } = core.memory
  answered.add(commandId)
  const [oldest] = answered
  if (answered.size > MAX_ANSWERED && oldest !== undefined) answered.delete(oldest)
}

/** Somebody is signed in who may sell, and the day is open. */
export function readyToSell(core: Core): Result<null> {
  const permitted = requirePermission(core, 'sell')
  if (!permitted.ok) return permitted
  return core.memory.shift === null ? refuse('shift-not-open') : ok(null)
}

export function putOrder(core: Core, order: Order): void {
  core.memory.order = order
  core.memory.notice = null
  core.changed()
}

/** The next customer: an empty order, and nothing of the last one but its place in the store; or the order that waited. */
export function startOrder(core: Core): void {
  const { orderId, topUp } = core.memory.order
  core.memory.done = null
  const waiting = topUp?.waiting ?? null
  putOrder(core, waiting === null ? emptyOrder(core.newId()) : { ...waiting, afterTopUp: orderId })
}
