/**
 * Topping up at the till: an order of its own kind, whose tenders are taken like any other's. The order of goods that was
 * open waits within it and goes on afterwards.
 *
 * Invariants: an amount is chosen before anything is paid; above a limit a second person has said yes to this amount.
 */
import { emptyOrder, type Order, type TopUpOrder } from '../../../shared/domain/basket/order.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { decideTopUp, type DecidedTopUp, type TopUpState } from '../../../shared/domain/value/decide-top-up.ts'
import { authorise, type ApprovalGiven } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { changeOrder, readyToSell, type OrderCommand } from './change-order.ts'
import { businessDayOf, memberContext, type MemberContext } from './member-context.ts'

/** Opens a top-up for the member of the order, which waits where there is something in it. */
export function beginTopUp(core: Core, command: OrderCommand): Result<null> {
  return changeOrder(core, command, (order) => {
    if (order.screen === 'done') return refuse('order-changed')
    if (order.topUp !== null) return ok(order)
    if (order.memberId === null) return refuse('top-up-without-member')
    if (order.tenders.some((tender) => tender.kind === 'mobile')) return refuse('top-up-after-mobile')
    const topUp: TopUpOrder = {
      principalFen: 0,
      planId: null,
      servedBy: null,
      approvedBy: null,
      waiting: order.lines.length === 0 ? null : order,
    }
    return ok({
      ...emptyOrder(core.newId()),
      screen: 'pay',
      pricedAt: core.clock.now(),
      memberId: order.memberId,
      cardNumber: order.cardNumber,
      topUp,
    })
  })
}

export interface ChooseTopUp extends OrderCommand {
  readonly principalFen: number
  /** null: the plan that gives the most */
  readonly planId: string | null
  readonly approval?: ApprovalGiven | undefined
}

/** How much, by which plan. Refuses with approval-required where it is above a limit. */
export async function chooseTopUp(core: Core, command: ChooseTopUp): Promise<Result<null>> {
  const ready = readyToSell(core)
  if (!ready.ok) return ready
  if (core.memory.answered.has(command.commandId)) return ok(null)
  const { order, operator } = core.memory
  if (command.orderId !== order.orderId || order.topUp === null || operator === null) return refuse('order-changed')
  const decided = decideFor(core, order, command)
  if (!decided.ok) return decided
  let approvedBy: string | null = null
  if (decided.value.above !== null) {
    const allowed = await authorise(core, 'value.above-limit', command.approval)
    if (!allowed.ok) return allowed
    approvedBy = allowed.value.approverId ?? operator.operatorId
  }
  const { principalFen } = command
  const planId = decided.value.plan?.planId ?? null
  return changeTopUp(core, command, (topUp) => ({ ...topUp, principalFen, planId, approvedBy }))
}

export function serveTopUp(core: Core, command: OrderCommand & { operatorId: string | null }): Result<null> {
  const { operatorId } = command
  if (operatorId !== null && core.stores.staff.operator(operatorId) === undefined) return refuse('operator-unknown')
  return changeTopUp(core, command, (topUp) => ({ ...topUp, servedBy: operatorId }))
}

function changeTopUp(core: Core, command: OrderCommand, change: (topUp: TopUpOrder) => TopUpOrder): Result<null> {
  return changeOrder(core, command, (order) => {
    if (order.topUp === null || order.screen !== 'pay') return refuse('order-changed')
    if (order.tenders.length > 0) return refuse('basket-locked')
    return ok({ ...order, topUp: change(order.topUp) })
  })
}

/** What the order's account has, for the caps and the limits. */
export function topUpState(core: Core, member: MemberContext): TopUpState {
  const operatorId = core.memory.operator?.operatorId ?? ''
  const taken = core.stores.valueDocuments.takenOn(businessDayOf(core), operatorId)
  return {
    principalFen: member.principalFen,
    registered: member.row.name !== '' || member.row.phone !== '',
    operatorTodayFen: taken.operatorFen,
    todayFen: taken.allFen,
  }
}

/** The decision on an amount for the member of a top-up, as things stand now. */
export function decideFor(
  core: Core,
  order: Order,
  wish: { readonly principalFen: number; readonly planId: string | null },
): Result<DecidedTopUp> {
  const member = memberContext(core, order.memberId)
  if (member === null) return refuse('member-unknown')
  return decideTopUp(core.stores.settings.storedValueRules(), topUpState(core, member), wish)
}
