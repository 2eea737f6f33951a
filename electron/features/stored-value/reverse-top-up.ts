/** Takes an unused top-up back 撤销充值: all principal is paid back, what it gave is clawed back; once, within its days. */
import type { PaidOut, PayOutBy } from '../../../shared/contract/stored-value.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { memberAccount } from '../../../shared/domain/value/accounts.ts'
import { decideReversal, planReversal, type ReversalFacts } from '../../../shared/domain/value/pay-out.ts'
import { authorise, type ApprovalGiven } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { DocumentRow } from '../../store/sale-store.ts'
import { commitPayOut } from './pay-out-document.ts'
import { readyToPayOut, unlessOpenOrder } from './ready-to-pay-out.ts'

export interface ReverseTopUp {
  readonly commandId: string
  /** of the reversal, made by the sender */
  readonly documentId: string
  readonly topUpId: string
  readonly payOut: PayOutBy
  readonly approval?: ApprovalGiven | undefined
}

export async function reverseTopUp(core: Core, command: ReverseTopUp): Promise<Result<PaidOut>> {
  const { commandId, documentId, topUpId, payOut } = command
  const ready = readyToPayOut(core)
  if (!ready.ok) return ready
  const content = { op: 'reverse-top-up', documentId, topUpId, payOut }
  const before = core.committer.earlier(commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(before.value.answer as unknown as PaidOut)
  const first = check(core, topUpId)
  if (!first.ok) return first
  const allowed = await authorise(core, 'value.pay-out', command.approval)
  if (!allowed.ok) return allowed
  // while a PIN was checked somebody may have spent of it, signed out or closed the day
  const still = readyToPayOut(core)
  if (!still.ok) return still
  const checked = check(core, topUpId)
  if (!checked.ok) return checked
  const { memberId, facts, coupons } = checked.value
  const plan = planReversal({
    memberId,
    businessDay: facts.today,
    lots: facts.lots,
    way: payOut.way,
    given: facts.given,
  })
  const { approverId } = allowed.value
  return commitPayOut(core, {
    commandId,
    content,
    documentId,
    kind: 'top-up-reversal',
    memberId,
    plan,
    payOut,
    ...still.value,
    approverId,
    reverses: topUpId,
    coupons,
  })
}

interface Reversible {
  readonly memberId: string
  readonly facts: ReversalFacts
  readonly coupons: readonly string[]
}

function check(core: Core, topUpId: string): Result<Reversible> {
  const document = core.stores.sales.read(topUpId)?.document
  if (document === undefined || document.kind !== 'top-up' || document.memberId === null)
    return refuse('top-up-unknown')
  const { memberId } = document
  const free = unlessOpenOrder(core, memberId)
  if (!free.ok) return free
  const facts = reversalFacts(core, document, memberId)
  const decided = decideReversal(facts)
  if (!decided.ok) return decided
  return ok({ memberId, facts, coupons: core.stores.valueDocuments.couponsGivenBy(topUpId).map((one) => one.couponId) })
}

/** What decides whether a top-up can be taken back today. */
export function reversalFacts(core: Core, document: DocumentRow, memberId: string): ReversalFacts {
  const { documentId, businessDay } = document
  const { valueDocuments } = core.stores
  return {
    toppedUpOn: businessDay,
    today: core.memory.shift?.businessDay ?? businessDay,
    reversalDays: core.stores.settings.storedValueRules().reversalDays,
    reversed: valueDocuments.reversalOf(documentId) !== undefined,
    given: valueDocuments.lotsOpenedBy(documentId),
    lots: core.stores.value.lotsOf(memberAccount(memberId)),
    couponsHeld: valueDocuments.couponsGivenBy(documentId).every(({ state }) => state === 'held'),
  }
}
