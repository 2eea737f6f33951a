/**
 * Who may do what, now: the person who is signed in, or a second person's consent by PIN.
 *
 * Invariants: a wrong PIN is on disk before anyone is told that it was wrong; while a lock runs nothing is said about a
 * PIN, not even of those that were being checked when it began; a consent serves one command.
 */
import { ok, refuse, type Refusal, type Result } from '../shared/domain/result.ts'
import { afterWrongPin, minutesToWait, NO_FAILURES } from '../shared/domain/staff/lockout.ts'
import { may, roleFor, type Permission, type Role } from '../shared/domain/staff/permission.ts'
import { roleNames } from '../shared/text/roles.ts'
import type { Core, SignedIn } from './core.ts'
import { pinMatches } from './staff-pins.ts'
import type { OperatorRecord } from './store/staff-store.ts'

export interface ApprovalGiven {
  readonly operatorId: string
  readonly pin: string
}

/** The person at the till, where the role has the permission; for what no second person can allow. */
export function requirePermission(
  core: Core,
  permission: Permission,
): Result<SignedIn, 'not-signed-in' | 'not-permitted'> {
  const { operator } = core.memory
  if (operator === null) return refuse('not-signed-in')
  return may(operator.role, permission) ? ok(operator) : refuse('not-permitted', whomToAsk(permission))
}

/**
 * Whether this may be done now: `approverId` is null where the signed-in person may do it alone, else who consented.
 * Refuses with not-signed-in, approval-required, operator-unknown, operator-disabled, approval-not-allowed,
 * approval-wrong, pin-locked, and with what a failing disk says.
 */
export async function authorise(
  core: Core,
  permission: Permission,
  approval: ApprovalGiven | undefined,
): Promise<Result<{ readonly approverId: string | null }>> {
  const { operator } = core.memory
  if (operator === null) return refuse('not-signed-in')
  if (may(operator.role, permission)) return ok({ approverId: null })
  if (approval === undefined) return refuse('approval-required', whomToAsk(permission))
  const approver = core.stores.staff.operator(approval.operatorId)
  if (approver === undefined) return refuse('operator-unknown')
  if (approver.disabled) return refuse('operator-disabled', { name: approver.name })
  if (approver.operatorId === operator.operatorId || !may(approver.role, permission)) {
    return refuse('approval-not-allowed', { name: approver.name })
  }
  const commandId = core.newId()
  const proven = await provePin(core, approver, approval.pin, { commandId, purpose: 'approval', permission })
  if (!proven.ok) return proven
  const forgiven = forgiveFailures(core, approver.operatorId)
  return forgiven.ok ? ok({ approverId: approver.operatorId }) : forgiven
}

export interface PinPurpose {
  /** the row of a wrong PIN is committed under this id */
  readonly commandId: string
  readonly purpose: 'sign-in' | 'approval'
  readonly permission: Permission | null
}

/** What the row of a checked PIN answers. */
export interface PinAnswer {
  readonly refusal: Refusal | null
}

/** What was asked, without the PIN: the same for the row of a wrong PIN and for that of a right one. */
export function pinCheckContent(operatorId: string, { purpose, permission }: Omit<PinPurpose, 'commandId'>) {
  return { check: 'pin', operatorId, purpose, permission }
}

/** Checks a PIN against lock and hash; counts a wrong one durably before it says so. */
export async function provePin(
  core: Core,
  operator: OperatorRecord,
  pin: string,
  purpose: PinPurpose,
): Promise<Result<null>> {
  const locked = refuseLocked(core, operator.operatorId)
  if (!locked.ok) return locked
  const right = await pinMatches(operator.pinHash, pin)
  // others may have been wrong, the PIN changed or the person been disabled while this one was being checked
  const lockedNow = refuseLocked(core, operator.operatorId)
  if (!lockedNow.ok) return lockedNow
  const current = core.stores.staff.operator(operator.operatorId)
  if (current === undefined) return refuse('operator-unknown')
  if (current.disabled) return refuse('operator-disabled', { name: current.name })
  return right && current.pinHash === operator.pinHash ? ok(null) : countWrongPin(core, operator.operatorId, purpose)
}

/** Refuses while a lock runs. */
export function refuseLocked(core: Core, operatorId: string): Result<null, 'pin-locked'> {
  const { lockLeftMs } = core.stores.staff.guard(operatorId, core.clock.monotonicMs())
  return lockLeftMs === 0 ? ok(null) : refuse('pin-locked', { minutes: minutesToWait(lockLeftMs) })
}

function countWrongPin(core: Core, operatorId: string, purpose: PinPurpose): Result<never> {
  const { staff } = core.stores
  const monotonicMs = core.clock.monotonicMs()
  const wrong = afterWrongPin(staff.guard(operatorId, monotonicMs).failures)
  const refusal =
    wrong.left === 0
      ? { code: 'pin-locked', params: { minutes: minutesToWait(wrong.guard.lockLeftMs) } }
      : { code: purpose.purpose === 'sign-in' ? 'pin-wrong' : 'approval-wrong', params: { left: wrong.left } }
  const at = core.clock.now()
  const { permission } = purpose
  const askedBy = core.memory.operator?.operatorId ?? null
  const done = core.committer.commit({
    commandId: purpose.commandId,
    content: pinCheckContent(operatorId, purpose),
    kind: 'pin-refused',
    version: 1,
    payload: { at, hqAt: null, operatorId, purpose: purpose.purpose, permission, askedBy, guard: { ...wrong.guard } },
    audit: [
      {
        at,
        action: 'pin-refused',
        operatorId: askedBy,
        approverId: null,
        subject: operatorId,
        detail: { purpose: purpose.purpose, permission, ...wrong.guard },
      },
    ],
    answer: { refusal },
    write: () => staff.putGuard(operatorId, wrong.guard),
  })
  if (!done.ok) return done
  if (!done.value.repeated) staff.startLock(operatorId, wrong.guard.lockLeftMs, monotonicMs)
  const first: PinAnswer = done.value.answer
  return first.refusal === null ? refuse('command-reused') : { ok: false, refusal: first.refusal }
}

/** A right PIN ends the count; there is a row for it only where there was something to end. */
function forgiveFailures(core: Core, operatorId: string): Result<null> {
  const { staff } = core.stores
  const { failures } = staff.guard(operatorId, core.clock.monotonicMs())
  if (failures === 0) return ok(null)
  const at = core.clock.now()
  const done = core.committer.commit({
    commandId: core.newId(),
    content: { check: 'pin', operatorId, purpose: 'forgive' },
    kind: 'pin-accepted',
    version: 1,
    payload: { at, hqAt: null, operatorId, purpose: 'approval', failures },
    audit: [{ at, action: 'pin-accepted', operatorId, approverId: null, subject: operatorId, detail: { failures } }],
    answer: null,
    write: () => staff.putGuard(operatorId, NO_FAILURES),
  })
  return done.ok ? ok(null) : done
}

/** What a refusal says of whose permission is needed. */
export function whomToAsk(permission: Permission): { permission: string; role: Role; roleZh: string; roleEn: string } {
  const role = roleFor(permission)
  const names = roleNames[role]
  return { permission, role, roleZh: names.zh, roleEn: names.en }
}
