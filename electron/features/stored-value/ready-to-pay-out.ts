/** What every payment out of stored value wants: somebody signed in, an open day, and no open order that could spend it. */
import type { Order } from '../../../shared/domain/basket/order.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core, OpenShift, SignedIn } from '../../core.ts'

export function readyToPayOut(core: Core): Result<{ readonly operator: SignedIn; readonly shift: OpenShift }> {
  const permitted = requirePermission(core, 'sell')
  if (!permitted.ok) return permitted
  const { shift } = core.memory
  return shift === null ? refuse('shift-not-open') : ok({ operator: permitted.value, shift })
}

/** Refuses while something is in the basket of this member, or in one that waits. */
export function unlessOpenOrder(core: Core, memberId: string): Result<null, 'account-in-use'> {
  const { order } = core.memory
  const waiting = order.topUp?.waiting ?? null
  return isOpenOn(order, memberId) || (waiting !== null && isOpenOn(waiting, memberId))
    ? refuse('account-in-use')
    : ok(null)
}

function isOpenOn(order: Order, memberId: string): boolean {
  if (order.memberId !== memberId || order.screen === 'done') return false
  return order.lines.length > 0 || order.tenders.length > 0 || order.topUp !== null
}
