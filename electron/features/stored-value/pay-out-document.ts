/**
 * The commit of a reversal or a closing: one document, a reversing or closing entry, what was paid out, who said yes.
 *
 * Rows 'top-up-reversal' and 'closing', version 1: `{ at, hqAt, document, tenders, postings, payOut, coupons }`.
 */
import type { PaidOut, PayOutBy } from '../../../shared/contract/stored-value.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { receiptNumber } from '../../../shared/domain/sale/receipt-number.ts'
import type { PayOut } from '../../../shared/domain/value/pay-out.ts'
import type { Core, OpenShift, SignedIn } from '../../core.ts'
import type { Json } from '../../store/canonical.ts'
import type { DocumentRow, TenderRow } from '../../store/sale-store.ts'

export interface PayOutFacts {
  readonly commandId: string
  readonly content: Json
  readonly documentId: string
  readonly kind: 'top-up-reversal' | 'closing'
  readonly memberId: string
  readonly plan: PayOut
  readonly payOut: PayOutBy
  readonly shift: OpenShift
  readonly operator: SignedIn
  readonly approverId: string | null
  /** the top-up that is taken back */
  readonly reverses: string | null
  /** coupons that are taken back with it */
  readonly coupons: readonly string[]
}

export function commitPayOut(core: Core, facts: PayOutFacts): Result<PaidOut> {
  const { plan, documentId, kind, approverId, reverses, memberId, shift } = facts
  const at = core.clock.now()
  const document = documentOf(core, facts, at)
  const tenders = tendersOf(core, facts)
  const said = {
    memberId,
    planId: null,
    planName: null,
    rulesVersion: core.stores.settings.storedValueRules().version,
    principalFen: -plan.paidFen,
    bonusFen: -plan.bonusFen,
    points: -plan.points,
    coupons: -facts.coupons.length,
    servedBy: null,
    approverId,
    reverses,
  }
  const { paidFen, bonusFen, points } = plan
  const answer = { documentId, receiptNo: document.receiptNo, paidFen, bonusFen, points }
  const done = core.committer.commit({
    commandId: facts.commandId,
    content: facts.content,
    kind,
    version: 1,
    payload: {
      at,
      hqAt: null,
      document: document as unknown as Json,
      tenders,
      postings: plan.postings.map(({ account, lot, asset, amount }) => [account, lot, asset, amount]),
      payOut: said,
      coupons: [...facts.coupons],
    },
    audit: [
      {
        at,
        action: kind,
        operatorId: facts.operator.operatorId,
        approverId,
        subject: reverses ?? memberId,
        detail: { paidFen, bonusFen, points, way: facts.payOut.way },
      },
    ],
    answer,
    write: (seq) => {
      const rows = tenders.map((tender, ordinal): TenderRow => ({ ...tender, documentId, ordinal }))
      core.stores.sales.put({ document: { ...document, seq }, lines: [], tenders: rows })
      core.stores.value.putEntry(
        { entryId: documentId, documentId, reverses, postings: plan.postings, newLots: [] },
        seq,
        0,
      )
      core.stores.valueDocuments.put({ documentId, seq, ...said })
      for (const couponId of facts.coupons) core.stores.members.withdrawCoupon(couponId, documentId, seq)
      const drawer = facts.payOut.way === 'cash' && paidFen > 0
      const job = { jobId: core.newId(), seq, kind: 'receipt' as const, subjectId: documentId }
      core.stores.printJobs.put({ ...job, copy: 0, drawer, state: 'queued', at })
    },
  })
  if (!done.ok) return done
  if (!done.value.repeated) core.salesOfDay.taken(shift.businessDay)
  core.changed()
  core.wakePrinter()
  return ok(done.value.answer)
}

/** Amounts are negative: money that went out. */
function documentOf(core: Core, facts: PayOutFacts, at: number): Omit<DocumentRow, 'seq'> {
  const { plan, shift, operator, memberId } = facts
  const paidFen = plan.paidFen === 0 ? 0 : -plan.paidFen
  return {
    documentId: facts.documentId,
    kind: facts.kind,
    at,
    businessDay: shift.businessDay,
    shiftId: shift.shiftId,
    operatorId: operator.operatorId,
    memberId,
    cardNumber: null,
    receiptNo: receiptNumber(shift.businessDay, core.store.incarnation, core.salesOfDay.next(shift.businessDay)),
    pieces: 0,
    grossFen: paidFen,
    savedFen: 0,
    roundingFen: 0,
    payableFen: paidFen,
    paidFen,
    changeFen: 0,
    pointsRedeemed: 0,
    pointsEarned: plan.points === 0 ? 0 : -plan.points,
    pointsAfter: plan.after.points,
    principalAfterFen: plan.after.principalFen,
    bonusAfterFen: plan.after.bonusFen,
  }
}

function tendersOf(core: Core, { plan, payOut }: PayOutFacts) {
  if (plan.paidFen === 0) return []
  const detail = payOut.way === 'cash' ? null : payOut.note
  const amounts = { amountFen: -plan.paidFen, principalFen: 0, bonusFen: 0 }
  return [{ tenderId: core.newId(), kind: payOut.way, ...amounts, detail }]
}
