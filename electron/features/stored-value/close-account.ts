/** Closes an account 销户退款: the principal that is left is paid out, the bonus is cancelled. Points stay. */
import type { PaidOut, PayOutBy } from '../../../shared/contract/stored-value.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { memberAccount } from '../../../shared/domain/value/accounts.ts'
import { planClosing } from '../../../shared/domain/value/pay-out.ts'
import type { Lot } from '../../../shared/domain/value/wallet.ts'
import { authorise, type ApprovalGiven } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { commitPayOut } from './pay-out-document.ts'
import { readyToPayOut, unlessOpenOrder } from './ready-to-pay-out.ts'

export interface CloseAccount {
  readonly commandId: string
  /** of the closing, made by the sender */
  readonly documentId: string
  readonly memberId: string
  readonly payOut: PayOutBy
  readonly approval?: ApprovalGiven | undefined
}

export async function closeAccount(core: Core, command: CloseAccount): Promise<Result<PaidOut>> {
  const { commandId, documentId, memberId, payOut } = command
  const ready = readyToPayOut(core)
  if (!ready.ok) return ready
  const content = { op: 'close-account', documentId, memberId, payOut }
  const before = core.committer.earlier(commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(before.value.answer as unknown as PaidOut)
  const first = check(core, memberId)
  if (!first.ok) return first
  const allowed = await authorise(core, 'value.pay-out', command.approval)
  if (!allowed.ok) return allowed
  // while a PIN was checked somebody may have spent of it, signed out or closed the day
  const still = readyToPayOut(core)
  if (!still.ok) return still
  const checked = check(core, memberId)
  if (!checked.ok) return checked
  const { businessDay } = still.value.shift
  return commitPayOut(core, {
    commandId,
    content,
    documentId,
    kind: 'closing',
    memberId,
    plan: planClosing({ memberId, businessDay, lots: checked.value, way: payOut.way }),
    payOut,
    ...still.value,
    approverId: allowed.value.approverId,
    reverses: null,
    coupons: [],
  })
}

/** The lots of an account that holds stored value and is in no open order. */
function check(core: Core, memberId: string): Result<Lot[]> {
  if (core.stores.members.facts(memberId) === undefined) return refuse('member-unknown')
  const free = unlessOpenOrder(core, memberId)
  if (!free.ok) return free
  const lots = core.stores.value.lotsOf(memberAccount(memberId))
  return lots.some(({ asset }) => asset !== 'POINTS') ? ok(lots) : refuse('account-empty')
}
