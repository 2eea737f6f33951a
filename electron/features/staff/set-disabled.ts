/** An operator may no longer sign in, or may again. Whoever is disabled while signed in is signed out. */
import type { OperatorView } from '../../../shared/contract/app.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { decideDisabled } from '../../../shared/domain/staff/operators.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { operatorViews } from './operator-view.ts'

export interface SetDisabled {
  readonly commandId: string
  readonly operatorId: string
  readonly disabled: boolean
}

/** Refuses with not-signed-in, not-permitted, operator-unknown, operator-last-manager. */
export async function setDisabled(core: Core, command: SetDisabled): Promise<Result<OperatorView[]>> {
  const allowed = requirePermission(core, 'operator.manage')
  if (!allowed.ok) return allowed
  const { operatorId, disabled } = command
  const content = { op: 'set-disabled', operatorId, disabled }
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(operatorViews(core))
  const { staff } = core.stores
  const decided = decideDisabled(staff.operators(), command)
  if (!decided.ok) return decided
  const by = allowed.value.operatorId
  const at = core.clock.now()
  const action = disabled ? 'operator-disabled' : 'operator-enabled'
  const done = core.committer.commit({
    commandId: command.commandId,
    content,
    kind: 'operator-disabled',
    version: 1,
    payload: { at, hqAt: null, by, operatorId, disabled },
    audit: [{ at, action, operatorId: by, approverId: null, subject: operatorId, detail: {} }],
    answer: null,
    write: (seq) => staff.putOperator(decided.value, seq),
  })
  if (!done.ok) return done
  if (disabled && core.memory.operator?.operatorId === operatorId) core.memory.operator = null
  core.changed()
  return ok(operatorViews(core))
}
