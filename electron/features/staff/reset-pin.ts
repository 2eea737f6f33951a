/** A new PIN for somebody; it ends a lock too. */
import type { OperatorView } from '../../../shared/contract/app.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { NO_FAILURES } from '../../../shared/domain/staff/lockout.ts'
import { checkPinPolicy } from '../../../shared/domain/staff/pin-policy.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { hashPin } from '../../staff-pins.ts'
import { operatorViews } from './operator-view.ts'

export interface ResetPin {
  readonly commandId: string
  readonly operatorId: string
  readonly pin: string
}

/** Refuses with not-signed-in, not-permitted, pin-too-simple, operator-unknown. */
export async function resetPin(core: Core, command: ResetPin): Promise<Result<OperatorView[]>> {
  const allowed = requirePermission(core, 'operator.manage')
  if (!allowed.ok) return allowed
  const { operatorId } = command
  const content = { op: 'reset-pin', operatorId }
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(operatorViews(core))
  const policy = checkPinPolicy(command.pin)
  if (!policy.ok) return policy
  const pinHash = await hashPin(command.pin)
  const { staff } = core.stores
  const operator = staff.operator(operatorId)
  if (operator === undefined) return refuse('operator-unknown')
  const by = allowed.value.operatorId
  const at = core.clock.now()
  const done = core.committer.commit({
    commandId: command.commandId,
    content,
    kind: 'pin-reset',
    version: 1,
    payload: { at, hqAt: null, by, operatorId },
    audit: [{ at, action: 'pin-reset', operatorId: by, approverId: null, subject: operatorId, detail: {} }],
    answer: null,
    write: (seq) => {
      staff.putOperator({ ...operator, pinHash }, seq)
      staff.putGuard(operatorId, NO_FAILURES)
    },
  })
  if (!done.ok) return done
  core.changed()
  return ok(operatorViews(core))
}
