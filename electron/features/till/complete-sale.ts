/**
 * Completes a sale: read → plan (pure) → one transaction → memory. Only when commit() has returned are the customer told,
 * the drawer opened and the receipt printed.
 *
 * The order's id is the sale's: a second press, whatever its command's id, finds the sale done.
 */
import { adHocId } from '../../../shared/domain/basket/ad-hoc.ts'
import type { Order } from '../../../shared/domain/basket/order.ts'
import { liftedTier } from '../../../shared/domain/member/tier-progress.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { planSale, type SalePlan } from '../../../shared/domain/sale/plan-sale.ts'
import { receiptNumber } from '../../../shared/domain/sale/receipt-number.ts'
import { decideComplete } from '../../../shared/domain/sale/tender.ts'
import { pointsExpiry } from '../../../shared/domain/value/points-expiry.ts'
import type { Core, OpenShift, SignedIn } from '../../core.ts'
import type { SaleToWrite } from '../../store/sale-store.ts'
import { readyToSell, type OrderCommand } from './change-order.ts'
import { refuseCard } from './choose-member.ts'
import { completeTopUp } from './complete-top-up.ts'
import { cardOfOrder, memberContext } from './member-context.ts'
import { keepSoldPrice, priceOrder, type PricedOrder } from './price-order.ts'
import { saleDocument, salePayload, saleRecord, type SaleFacts } from './sale-record.ts'
import { settleSale } from './settle-sale.ts'
import { piecesOf } from './till-view.ts'

export function completeSale(core: Core, command: OrderCommand & { orderId: string }): Result<null> {
  const ready = readyToSell(core)
  if (!ready.ok) return ready
  const { order, shift, operator } = core.memory
  if (core.memory.done?.saleId === command.orderId) return ok(null)
  // an order's id is new: only one that is not the running one's can be a sale's
  if (order.orderId !== command.orderId)
    return core.stores.sales.exists(command.orderId) ? ok(null) : refuse('order-changed')
  if (shift === null || operator === null) return refuse('shift-not-open')
  const { topUp } = order
  if (topUp !== null) {
    const active = checkCard(core, order)
    const member = memberContext(core, order.memberId)
    if (!active.ok || member === null) return active.ok ? refuse('member-unknown') : active
    return completeTopUp(core, command, { order, topUp, member, shift, operator })
  }
  if (order.lines.length === 0) return refuse('basket-empty')
  const priced = priceOrder(core, order)
  const decided = decideComplete(priced.quote.payable, order.tenders)
  if (!decided.ok) return decided
  const card = checkCard(core, order)
  if (!card.ok) return card
  return commitSale(core, command.commandId, factsOf(core, order, priced, shift, operator))
}

/** Works out, while the customer gets the money ready, what completing the sale will ask for. */
export function prepareSale(core: Core, order: Order): void {
  settleSale(core, order, priceOrder(core, order))
}

/**
 * A card that was lost or frozen since it was shown pays nothing; nor does a member found without one who has cards, but
 * by now none that is active.
 */
function checkCard(core: Core, order: Order): Result<null> {
  const card = cardOfOrder(core, order)
  return card === undefined || card.status === 'active' ? ok(null) : refuseCard(card.status, card.cardNumber)
}

function factsOf(core: Core, order: Order, priced: PricedOrder, shift: OpenShift, operator: SignedIn): SaleFacts {
  const { businessDay } = shift
  const { member, quote } = priced
  const plan: SalePlan = planSale({
    saleId: order.orderId,
    businessDay,
    quote,
    tenders: order.tenders,
    member: member === null ? null : { memberId: member.row.memberId, lots: member.lots },
    walletOrder: core.memory.settings?.walletOrder ?? 'proportional',
    pointsExpireOn: pointsExpiry(businessDay),
  })
  return {
    order,
    priced,
    plan,
    shift,
    operator,
    at: core.clock.now(),
    receiptNo: receiptNumber(businessDay, core.store.incarnation, core.salesOfDay.next(businessDay)),
    pieces: piecesOf(core, order),
    liftedTo:
      member === null ? null : liftedTier(core.catalog.tiers(), member.tierId, member.growthFen + quote.payable),
    printJobId: core.newId(),
    drawer: order.tenders.some((tender) => tender.kind === 'cash'),
  }
}

function commitSale(core: Core, commandId: string, facts: SaleFacts): Result<null> {
  const { order, plan, priced } = facts
  const document = saleDocument(facts)
  const settled = settleSale(core, order, priced)
  const done = core.committer.commit({
    commandId,
    content: settled.content,
    kind: 'sale',
    version: 1,
    payload: salePayload(document, settled, facts),
    audit: auditOf(facts),
    answer: { receiptNo: facts.receiptNo, saleId: order.orderId },
    write: (seq) => writeSale(core, facts, saleRecord(document, settled, plan, seq), seq),
  })
  if (!done.ok) return done
  core.salesOfDay.taken(facts.shift.businessDay)
  const lifted = facts.liftedTo === null ? undefined : core.catalog.tier(facts.liftedTo)
  if (lifted !== undefined) core.members.catchUp(core.store)
  const sold: Order = { ...order, screen: 'done' }
  keepSoldPrice(sold, priced)
  core.memory.order = sold
  core.memory.done = {
    saleId: order.orderId,
    receiptNo: facts.receiptNo,
    payableFen: priced.quote.payable,
    paidFen: plan.paidFen,
    changeFen: plan.changeFen,
    pointsEarned: plan.pointsEarned,
    memberName: priced.member?.row.name ?? null,
    drawer: facts.drawer,
    liftedTo: lifted === undefined ? null : { zh: lifted.nameZh, en: lifted.nameEn },
    topUp: null,
  }
  core.memory.notice = null
  core.changed()
  core.wakePrinter()
  return ok(null)
}

function writeSale(core: Core, facts: SaleFacts, record: SaleToWrite, seq: number): void {
  const { order, plan, priced, shift } = facts
  const saleId = order.orderId
  core.stores.sales.put(record)
  if (order.afterTopUp !== null) core.stores.waitingOrders.forget(saleId)
  if (plan.postings.length > 0) {
    core.stores.value.putEntry(
      { entryId: saleId, documentId: saleId, reverses: null, postings: plan.postings, newLots: plan.newLots },
      seq,
      0,
    )
  }
  for (const applied of priced.quote.applied) {
    if (applied.kind === 'coupon') core.stores.members.useCoupon(applied.id, saleId, seq)
  }
  for (const tender of plan.tenders) {
    if (tender.kind !== 'mobile') continue
    core.stores.payments.close(tender.tenderId)
  }
  if (priced.member !== null) {
    const { memberId } = priced.member.row
    if (priced.quote.payable > 0)
      core.stores.members.addGrowth(memberId, shift.businessDay.slice(0, 7), priced.quote.payable)
    if (facts.liftedTo !== null)
      core.stores.members.putMember({ memberId, tierId: facts.liftedTo, tags: priced.member.tags }, seq)
  }
  core.stores.printJobs.put({
    jobId: facts.printJobId,
    seq,
    kind: 'receipt',
    subjectId: saleId,
    copy: 0,
    drawer: facts.drawer,
    state: 'queued',
    at: facts.at,
  })
}

/** Who sold, and each price that somebody set by hand with who said yes. */
function auditOf(facts: SaleFacts) {
  const { order, operator, at, priced } = facts
  const base = { at, operatorId: operator.operatorId, subject: order.orderId }
  const overrides = order.lines.flatMap((line) =>
    line.manual === null
      ? []
      : [
          {
            ...base,
            action: 'price-overridden',
            approverId: line.manual.approvedBy,
            detail: { line: line.line, priceFen: line.manual.priceFen, reason: line.manual.reason, sku: line.sku },
          },
        ],
  )
  return [
    { ...base, action: 'sale', approverId: null, detail: { payableFen: priced.quote.payable } },
    ...overrides,
    ...auditOfChoices(facts),
  ]
}

/** Each promotion that somebody forced or left out, and each whole-order discount. */
function auditOfChoices({ order, operator, at, priced }: SaleFacts) {
  const base = { at, operatorId: operator.operatorId, subject: order.orderId }
  const choices = Object.entries(order.promotionChoices).map(([id, { choice, approvedBy }]) => ({
    ...base,
    action: choice === 'pinned' ? 'promotion-forced' : 'promotion-left-out',
    approverId: approvedBy,
    detail: { id },
  }))
  const discounts = order.adHoc.flatMap((discount) => {
    const { approvedBy, kind, lossFen, reason, value } = discount
    const id = adHocId(discount)
    const amountFen = priced.quote.applied.find((applied) => applied.id === id)?.amount
    if (amountFen === undefined) return []
    const detail = { amountFen, id, kind, lossFen, reason, value }
    return [{ ...base, action: 'order-discounted', approverId: approvedBy, detail }]
  })
  return [...choices, ...discounts]
}
