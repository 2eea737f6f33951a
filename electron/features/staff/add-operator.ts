/** A new operator. The row carries the digest of the name; the name itself stands beside the chain, erasable. */
import type { OperatorView, Role } from '../../../shared/contract/app.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { checkNewOperator } from '../../../shared/domain/staff/operators.ts'
import { checkPinPolicy } from '../../../shared/domain/staff/pin-policy.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { hashPin } from '../../staff-pins.ts'
import { operatorViews } from './operator-view.ts'

export interface AddOperator {
  readonly commandId: string
  readonly operatorId: string
  readonly name: string
  readonly code: string
  readonly role: Role
  readonly pin: string
}

/** Refuses with not-signed-in, not-permitted, pin-too-simple, operator-code-taken. */
export async function addOperator(core: Core, command: AddOperator): Promise<Result<OperatorView[]>> {
  const allowed = requirePermission(core, 'operator.manage')
  if (!allowed.ok) return allowed
  const { operatorId, code, role, name } = command
  // without name and PIN: the digest of a name would outlive its erasure
  const content = { op: 'add-operator', operatorId, code, role }
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(operatorViews(core))
  const policy = checkPinPolicy(command.pin)
  if (!policy.ok) return policy
  const pinHash = await hashPin(command.pin)
  // a second click may have added the person while the PIN was being hashed
  const meanwhile = core.committer.earlier(command.commandId, content)
  if (!meanwhile.ok) return meanwhile
  if (meanwhile.value !== null) return ok(operatorViews(core))
  const { staff } = core.stores
  const free = checkNewOperator(staff.operators(), command)
  if (!free.ok) return free
  const by = allowed.value.operatorId
  const at = core.clock.now()
  const person = staff.nameRecord(operatorId, name)
  const { version, digest } = person
  const done = core.committer.commit({
    commandId: command.commandId,
    content,
    kind: 'operators-saved',
    version: 1,
    payload: {
      at,
      hqAt: null,
      by,
      operators: [{ operatorId, code, role, disabled: false, person: { version, digest } }],
    },
    audit: [
      { at, action: 'operator-added', operatorId: by, approverId: null, subject: operatorId, detail: { code, role } },
    ],
    answer: null,
    write: (seq) => {
      staff.putName(person, seq)
      staff.putOperator({ operatorId, code, name, role, disabled: false, pinHash }, seq)
    },
  })
  if (!done.ok) return done
  core.changed()
  return ok(operatorViews(core))
}
