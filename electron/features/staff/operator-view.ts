import type { OperatorView } from '../../../shared/contract/app.ts'
import type { Core } from '../../core.ts'
import type { OperatorRecord } from '../../store/staff-store.ts'

/** An operator without anything of the PIN. */
export function operatorView({ operatorId, name, code, role, disabled }: OperatorRecord): OperatorView {
  return { operatorId, name, code, role, disabled }
}

/** Everybody, by code. */
export function operatorViews(core: Core): OperatorView[] {
  return core.stores.staff.operators().map(operatorView)
}
