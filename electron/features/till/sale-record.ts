/**
 * A sale as rows, and as the payload of its row in the chain: the whole document and every input of its price.
 *
 * Properties stand in canonical order, which lets the payload be written at one go (store/canonical.ts).
 */
import type { Order, OrderLine } from '../../../shared/domain/basket/order.ts'
import type { QuoteLine } from '../../../shared/domain/pricing/types.ts'
import type { SalePlan } from '../../../shared/domain/sale/plan-sale.ts'
import type { Core, OpenShift, SignedIn } from '../../core.ts'
import { canonical, type Json } from '../../store/canonical.ts'
import type { DocumentLineRow, DocumentRow, SaleRecord, StoredAdjustment } from '../../store/sale-store.ts'
import { isBirthday } from './member-context.ts'
import type { PricedOrder } from './price-order.ts'
import { sourceLabel } from './till-view.ts'

export interface SaleFacts {
  readonly order: Order
  readonly priced: PricedOrder
  readonly plan: SalePlan
  readonly shift: OpenShift
  readonly operator: SignedIn
  readonly at: number
  readonly receiptNo: string
  readonly pieces: number
  readonly liftedTo: string | null
  readonly printJobId: string
  readonly drawer: boolean
}

/** A line as the chain has it. */
type SaleLine = Omit<DocumentLineRow, 'documentId' | 'adjustments'> & {
  readonly adjustments: readonly StoredAdjustment[]
}

/** What the rows of a sale and the payload have in common. */
export interface SaleParts {
  readonly document: Omit<DocumentRow, 'seq'>
  readonly lines: readonly SaleLine[]
}

export function saleParts(core: Core, facts: SaleFacts): SaleParts {
  const { order, plan, priced } = facts
  const { quote } = priced
  return {
    document: {
      at: facts.at,
      bonusAfterFen: plan.after?.bonusFen ?? null,
      businessDay: facts.shift.businessDay,
      cardNumber: order.cardNumber,
      changeFen: plan.changeFen,
      documentId: order.orderId,
      grossFen: quote.gross,
      kind: 'sale',
      memberId: order.memberId,
      operatorId: facts.operator.operatorId,
      paidFen: plan.paidFen,
      payableFen: quote.payable,
      pieces: facts.pieces,
      pointsAfter: plan.after?.points ?? null,
      pointsEarned: plan.pointsEarned,
      pointsRedeemed: quote.points.redeemed,
      principalAfterFen: plan.after?.principalFen ?? null,
      receiptNo: facts.receiptNo,
      roundingFen: quote.rounding,
      savedFen: plan.savedFen,
      shiftId: facts.shift.shiftId,
    },
    lines: order.lines.map((line, ordinal) => saleLine(core, line, quote.lines[ordinal], ordinal)),
  }
}

function saleLine(core: Core, line: OrderLine, quoted: QuoteLine | undefined, ordinal: number): SaleLine {
  const product = core.catalog.product(line.sku)
  if (product === undefined || quoted === undefined) throw new Error(`line ${line.line} of an unknown product`)
  return {
    adjustments: quoted.adjustments.map(({ source, amount }) => {
      const { zh, en } = sourceLabel(core, source, line)
      return { amountFen: amount, en, source, zh }
    }),
    countable: product.countable,
    grossFen: quoted.gross,
    line: line.line,
    nameEn: product.nameEn,
    nameZh: product.nameZh,
    netFen: quoted.net,
    ordinal,
    qty: line.qty,
    servedBy: line.servedBy,
    sku: line.sku,
    taxRateBp: product.taxRateBp,
    unit: product.unit,
    unitPriceFen: line.manual?.priceFen ?? line.openPriceFen ?? product.priceFen,
  }
}

/** The rows of a sale, as the row `seq` of the chain brings them. */
export function saleRecord(parts: SaleParts, plan: SalePlan, seq: number): SaleRecord {
  const { documentId } = parts.document
  return {
    document: { ...parts.document, seq },
    lines: parts.lines.map((line) => ({
      ...line,
      documentId,
      adjustments: canonical(line.adjustments as unknown as Json),
    })),
    tenders: plan.tenders.map((tender, ordinal) => ({ ...tender, documentId, ordinal })),
  }
}

/** Personal fields stay out: of a birthday only whether it was today. */
export function salePayload(core: Core, facts: SaleFacts, parts: SaleParts): { readonly [key: string]: Json } {
  const { order, plan } = facts
  return {
    at: facts.at,
    document: parts.document,
    hqAt: null,
    liftedTo: facts.liftedTo,
    lines: parts.lines as unknown as Json,
    manual: order.lines.flatMap(({ line, manual }) => {
      if (manual === null) return []
      const { approvedBy, priceFen, reason } = manual
      return [{ approvedBy, line, priceFen, reason }]
    }),
    newLots: plan.newLots.map(({ account, asset, expiresOn, lot }) => ({ account, asset, expiresOn, lot })),
    postings: plan.postings.map(({ account, lot, asset, amount }) => [account, lot, asset, amount]),
    price: priceFacts(core, facts),
    tenders: plan.tenders.map(({ amountFen, bonusFen, detail, kind, principalFen, tenderId }) => {
      return { amountFen, bonusFen, detail, kind, principalFen, tenderId }
    }),
  }
}

/** Every input of the price, by versions where they have one. */
function priceFacts(core: Core, { order, priced, at }: SaleFacts): Json {
  const { pricing, quote, member } = priced
  const versionOf = (offerId: string): number => core.catalog.offer(offerId)?.version ?? 0
  const pricedAt = typeof pricing.now === 'number' ? pricing.now : at
  return {
    applied: quote.applied.map(({ amount, id, kind }) => ({ amount, id, kind, version: versionOf(id) })),
    at: pricedAt,
    coupons: pricing.coupons.map(({ id, template }) => ({ id, template, version: versionOf(template) })),
    exact: quote.exact,
    forbidden: [...pricing.forbidden],
    goods: order.lines.map((line) => goodsFacts(core, line)),
    member:
      member === null
        ? null
        : {
            birthdayToday: isBirthday(core, member.row.birthday, pricedAt),
            points: member.points,
            tags: [...member.tags],
            tier: member.tierId,
          },
    pinned: [...pricing.pinned],
    pointsEarned: quote.points.earned,
    pointsValueFen: quote.points.value,
    redeemPoints: pricing.redeemPoints,
    rulesSeq: core.catalog.rulesSeq(),
  }
}

function goodsFacts(core: Core, line: OrderLine): Json {
  const product = core.catalog.product(line.sku)
  if (product === undefined) throw new Error(`line ${line.line} of an unknown product`)
  const { categoryId, countable, discountable, memberPriceFen, pointsEligible, priceFen, sku } = product
  return {
    categoryId,
    countable,
    discountable,
    memberPriceFen,
    pointsEligible,
    priceFen: line.openPriceFen ?? priceFen,
    sku,
  }
}
