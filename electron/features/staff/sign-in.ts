/**
 * Signing in by PIN. A row says who signed in, or that a PIN was wrong; the same command id never signs in twice, so
 * that an overheard id is worth nothing.
 */
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { NO_FAILURES } from '../../../shared/domain/staff/lockout.ts'
import { pinCheckContent, provePin, type PinAnswer } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { OperatorRecord } from '../../store/staff-store.ts'

export interface SignIn {
  readonly commandId: string
  readonly operatorId: string
  readonly pin: string
}

const SIGN_IN = { purpose: 'sign-in', permission: null } as const

/** Refuses with no-shop, operator-unknown, operator-disabled, pin-wrong {left}, pin-locked {minutes}. */
export async function signIn(core: Core, command: SignIn): Promise<Result<null>> {
  const purpose = { commandId: command.commandId, ...SIGN_IN }
  const content = pinCheckContent(command.operatorId, purpose)
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return firstAnswer(before.value.answer as unknown as PinAnswer)
  if (core.memory.settings === null) return refuse('no-shop')
  const { staff } = core.stores
  const operator = staff.operator(command.operatorId)
  if (operator === undefined) return refuse('operator-unknown')
  if (operator.disabled) return refuse('operator-disabled', { name: operator.name })
  const proven = await provePin(core, operator, command.pin, purpose)
  if (!proven.ok) return proven
  return admit(core, command.commandId, operator)
}

/** The row that says who is signed in now. Only after a PIN was proven, and for the demo's past, whose PINs all know. */
export function admit(core: Core, commandId: string, operator: OperatorRecord): Result<null> {
  const { operatorId, name, code, role } = operator
  const at = core.clock.now()
  const { staff } = core.stores
  const hadFailures = staff.guard(operatorId, core.clock.monotonicMs()).failures > 0
  const done = core.committer.commit({
    commandId,
    content: pinCheckContent(operatorId, SIGN_IN),
    kind: 'signed-in',
    version: 1,
    payload: { at, hqAt: null, operatorId, replaced: core.memory.operator?.operatorId ?? null },
    audit: [{ at, action: 'signed-in', operatorId, approverId: null, subject: operatorId, detail: {} }],
    answer: { refusal: null },
    write: () => {
      if (hadFailures) staff.putGuard(operatorId, NO_FAILURES)
    },
  })
  if (!done.ok) return done
  if (done.value.repeated) return firstAnswer(done.value.answer)
  core.memory.operator = { operatorId, name, code, role }
  core.changed()
  return ok(null)
}

function firstAnswer(answer: PinAnswer): Result<null> {
  return answer.refusal === null ? ok(null) : { ok: false, refusal: answer.refusal }
}
