/** Who may sign in or consent, and who works here at all. */
import type { OperatorView } from '../../../shared/contract/app.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { operatorView, operatorViews } from './operator-view.ts'

export type SignInChoice = OperatorView & { readonly lockedUntilAt: number | null }

/** Those who may sign in, by code; `lockedUntilAt` is till time, null where no lock runs. Needs nobody signed in. */
export function listSignInChoices(core: Core): SignInChoice[] {
  const { staff } = core.stores
  const now = core.clock.now()
  return staff
    .operators()
    .filter((operator) => !operator.disabled)
    .map((operator) => {
      const { lockLeftMs } = staff.guard(operator.operatorId, core.clock.monotonicMs())
      return { ...operatorView(operator), lockedUntilAt: lockLeftMs === 0 ? null : now + lockLeftMs }
    })
}

/** Everybody, for who manages them. */
export function listOperators(core: Core): Result<OperatorView[]> {
  const allowed = requirePermission(core, 'operator.manage')
  return allowed.ok ? ok(operatorViews(core)) : allowed
}
