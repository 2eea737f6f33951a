/**
 * Completes a top-up: read → plan (pure) → one transaction → memory, as a sale is completed.
 *
 * The order's id is the top-up's. Row 'top-up', version 1: `{ at, hqAt, document, tenders, postings, newLots, topUp,
 * coupons, waiting }`; `waiting` names the order that goes on afterwards, which is kept beside the chain until it is sold.
 */
import type { Order, TopUpOrder } from '../../../shared/domain/basket/order.ts'
import { fen } from '../../../shared/domain/money.ts'
import { refuse, ok, type Result } from '../../../shared/domain/result.ts'
import { receiptNumber } from '../../../shared/domain/sale/receipt-number.ts'
import { decideComplete } from '../../../shared/domain/sale/tender.ts'
import { may } from '../../../shared/domain/staff/permission.ts'
import type { DecidedTopUp } from '../../../shared/domain/value/decide-top-up.ts'
import { bonusExpiry, planTopUp, type TopUpEntry } from '../../../shared/domain/value/plan-top-up.ts'
import { pointsExpiry } from '../../../shared/domain/value/points-expiry.ts'
import { whomToAsk } from '../../authority.ts'
import type { Core, OpenShift, SignedIn } from '../../core.ts'
import type { Json } from '../../store/canonical.ts'
import type { CouponFacts } from '../../store/member-store.ts'
import type { DocumentRow, TenderRow } from '../../store/sale-store.ts'
import type { OrderCommand } from './change-order.ts'
import type { MemberContext } from './member-context.ts'
import { decideFor } from './top-up.ts'
import { giftLabels } from './top-up-view.ts'

interface TopUpFacts {
  readonly order: Order
  readonly topUp: TopUpOrder
  readonly member: MemberContext
  readonly shift: OpenShift
  readonly operator: SignedIn
  readonly decided: DecidedTopUp
  readonly entry: TopUpEntry
  readonly coupons: readonly CouponFacts[]
  readonly at: number
  readonly receiptNo: string
  readonly drawer: boolean
}

/** `order` is a top-up, its card was looked at, somebody is signed in and the day is open. */
export function completeTopUp(
  core: Core,
  command: OrderCommand,
  given: {
    readonly order: Order
    readonly topUp: TopUpOrder
    readonly member: MemberContext
    readonly shift: OpenShift
    readonly operator: SignedIn
  },
): Result<null> {
  const { order, topUp, operator } = given
  const decided = decideFor(core, order, topUp)
  if (!decided.ok) return decided
  const covered = decideComplete(fen(topUp.principalFen), order.tenders)
  if (!covered.ok) return covered
  // whoever chose the amount may have had more to say than whoever completes it
  const { above } = decided.value
  if (above !== null && topUp.approvedBy === null && !may(operator.role, 'value.above-limit'))
    return refuse('approval-required', whomToAsk('value.above-limit'))
  return commitTopUp(core, command.commandId, factsOf(core, { ...given, decided: decided.value }))
}

function factsOf(
  core: Core,
  given: Pick<TopUpFacts, 'order' | 'topUp' | 'member' | 'shift' | 'operator' | 'decided'>,
): TopUpFacts {
  const { order, topUp, member, decided } = given
  const { businessDay } = given.shift
  const { memberId } = member.row
  const entry = planTopUp({
    topUpId: order.orderId,
    memberId,
    businessDay,
    principalFen: fen(topUp.principalFen),
    gift: decided.gift,
    bonusExpiresOn: bonusExpiry(decided.plan, businessDay),
    pointsExpireOn: pointsExpiry(businessDay),
    lots: member.lots,
    tenders: order.tenders,
  })
  const coupons = (decided.gift?.coupons ?? []).flatMap(({ templateId, count }) =>
    Array.from({ length: count }, () => ({ couponId: newCouponCode(core), templateId, memberId, expiresOn: null })),
  )
  return {
    ...given,
    entry,
    coupons,
    at: core.clock.now(),
    receiptNo: receiptNumber(businessDay, core.store.incarnation, core.salesOfDay.next(businessDay)),
    drawer: order.tenders.some((tender) => tender.kind === 'cash'),
  }
}

/** Sixteen random hex digits behind CP: a code that a scanner takes for a coupon. */
function newCouponCode(core: Core): string {
  return `CP${core.newId().replaceAll('-', '').slice(-16).toUpperCase()}`
}

function commitTopUp(core: Core, commandId: string, facts: TopUpFacts): Result<null> {
  const { order, topUp, entry, shift, operator, at, member } = facts
  const document = documentOf(facts)
  const tenders = order.tenders.map(({ tenderId, kind, amountFen, detail }) => {
    return { tenderId, kind, amountFen, principalFen: 0, bonusFen: 0, detail }
  })
  const said = saidOf(core, facts)
  const waiting: Order | null = topUp.waiting === null ? null : { ...topUp.waiting, afterTopUp: order.orderId }
  const done = core.committer.commit({
    commandId,
    content: { orderId: order.orderId, what: 'complete' },
    kind: 'top-up',
    version: 1,
    payload: {
      at,
      hqAt: null,
      document: document as unknown as Json,
      tenders,
      postings: entry.postings.map(({ account, lot, asset, amount }) => [account, lot, asset, amount]),
      newLots: entry.newLots.map(({ account, asset, expiresOn, lot }) => ({ account, asset, expiresOn, lot })),
      topUp: said,
      coupons: facts.coupons.map(({ couponId, templateId }) => ({ couponId, templateId })),
      waiting: waiting?.orderId ?? null,
    },
    audit: [
      {
        at,
        action: 'top-up',
        operatorId: operator.operatorId,
        approverId: topUp.approvedBy,
        subject: order.orderId,
        detail: { principalFen: topUp.principalFen, bonusFen: said.bonusFen, above: facts.decided.above },
      },
    ],
    answer: { receiptNo: facts.receiptNo, saleId: order.orderId },
    write: (seq) => {
      const rows = tenders.map((tender, ordinal): TenderRow => ({ ...tender, documentId: order.orderId, ordinal }))
      writeTopUp(core, facts, { document: { ...document, seq }, tenders: rows, said }, seq)
      if (waiting !== null)
        core.stores.waitingOrders.put({ orderId: waiting.orderId, seq, draft: JSON.stringify(waiting) })
    },
  })
  if (!done.ok) return done
  core.salesOfDay.taken(shift.businessDay)
  const sold: Order = { ...order, screen: 'done' }
  core.memory.order = sold
  core.memory.done = {
    saleId: order.orderId,
    receiptNo: facts.receiptNo,
    payableFen: topUp.principalFen,
    paidFen: entry.paidFen,
    changeFen: entry.changeFen,
    pointsEarned: said.points,
    memberName: member.row.name,
    drawer: facts.drawer,
    liftedTo: null,
    topUp: {
      principalFen: topUp.principalFen,
      ...giftLabels(core, facts.decided.gift),
      afterPrincipalFen: entry.after.principalFen,
      afterBonusFen: entry.after.bonusFen,
      waits: waiting !== null,
      thenPays: waiting?.screen === 'pay',
    },
  }
  core.memory.notice = null
  core.changed()
  core.wakePrinter()
  return ok(null)
}

/** What the row says of the top-up itself. */
function saidOf(core: Core, { topUp, decided, coupons }: TopUpFacts) {
  return {
    planId: decided.plan?.planId ?? null,
    planName: decided.plan?.nameZh ?? null,
    rulesVersion: core.stores.settings.storedValueRules().version,
    principalFen: topUp.principalFen,
    bonusFen: decided.gift?.bonusFen ?? 0,
    points: decided.gift?.points ?? 0,
    coupons: coupons.length,
    servedBy: topUp.servedBy,
    approverId: topUp.approvedBy,
  }
}

function documentOf(facts: TopUpFacts): Omit<DocumentRow, 'seq'> {
  const { order, topUp, decided, entry, shift, operator, at, receiptNo } = facts
  return {
    documentId: order.orderId,
    kind: 'top-up',
    at,
    businessDay: shift.businessDay,
    shiftId: shift.shiftId,
    operatorId: operator.operatorId,
    memberId: order.memberId,
    cardNumber: order.cardNumber,
    receiptNo,
    pieces: 0,
    grossFen: topUp.principalFen,
    savedFen: 0,
    roundingFen: 0,
    payableFen: topUp.principalFen,
    paidFen: entry.paidFen,
    changeFen: entry.changeFen,
    pointsRedeemed: 0,
    pointsEarned: decided.gift?.points ?? 0,
    pointsAfter: entry.after.points,
    principalAfterFen: entry.after.principalFen,
    bonusAfterFen: entry.after.bonusFen,
  }
}

function writeTopUp(
  core: Core,
  { order, entry, coupons, drawer, at, member }: TopUpFacts,
  rows: { document: DocumentRow; tenders: readonly TenderRow[]; said: ReturnType<typeof saidOf> },
  seq: number,
): void {
  const documentId = order.orderId
  core.stores.sales.put({ document: rows.document, lines: [], tenders: rows.tenders })
  core.stores.value.putEntry(
    { entryId: documentId, documentId, reverses: null, postings: entry.postings, newLots: entry.newLots },
    seq,
    0,
  )
  core.stores.valueDocuments.put({ documentId, seq, memberId: member.row.memberId, ...rows.said, reverses: null })
  for (const coupon of coupons) core.stores.members.issueCoupon(coupon, seq, documentId)
  for (const tender of order.tenders) if (tender.kind === 'mobile') core.stores.payments.close(tender.tenderId)
  core.stores.printJobs.put({
    jobId: core.newId(),
    seq,
    kind: 'receipt',
    subjectId: documentId,
    copy: 0,
    drawer,
    state: 'queued',
    at,
  })
}
