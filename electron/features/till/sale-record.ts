/** A sale as rows, and as the payload of its row in the chain: the whole document and every input of its price. */
import type { Order, OrderLine } from '../../../shared/domain/basket/order.ts'
import type { QuoteLine } from '../../../shared/domain/pricing/types.ts'
import type { SalePlan } from '../../../shared/domain/sale/plan-sale.ts'
import type { Core, OpenShift, SignedIn } from '../../core.ts'
import { canonical, type Json } from '../../store/canonical.ts'
import type { DocumentLineRow, SaleRecord, StoredAdjustment } from '../../store/sale-store.ts'
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

/** The rows of a sale; seq 0 stands for the row that the commit will give. */
export function saleRecord(core: Core, facts: SaleFacts): SaleRecord {
  const { order, plan, priced } = facts
  const { quote } = priced
  const saleId = order.orderId
  return {
    document: {
      documentId: saleId,
      kind: 'sale',
      seq: 0,
      at: facts.at,
      businessDay: facts.shift.businessDay,
      shiftId: facts.shift.shiftId,
      operatorId: facts.operator.operatorId,
      memberId: order.memberId,
      cardNumber: order.cardNumber,
      receiptNo: facts.receiptNo,
      pieces: facts.pieces,
      grossFen: quote.gross,
      savedFen: plan.savedFen,
      roundingFen: quote.rounding,
      payableFen: quote.payable,
      paidFen: plan.paidFen,
      changeFen: plan.changeFen,
      pointsRedeemed: quote.points.redeemed,
      pointsEarned: plan.pointsEarned,
      pointsAfter: plan.after?.points ?? null,
      principalAfterFen: plan.after?.principalFen ?? null,
      bonusAfterFen: plan.after?.bonusFen ?? null,
    },
    lines: order.lines.map((line, ordinal) => lineRow(core, saleId, line, quote.lines[ordinal], ordinal)),
    tenders: plan.tenders.map((tender, ordinal) => ({ ...tender, documentId: saleId, ordinal })),
  }
}

function lineRow(core: Core, saleId: string, line: OrderLine, quoted: QuoteLine | undefined, ordinal: number): DocumentLineRow {
  const product = core.catalog.product(line.sku)
  if (product === undefined || quoted === undefined) throw new Error(`line ${line.line} of an unknown product`)
  const adjustments: StoredAdjustment[] = quoted.adjustments.map(({ source, amount }) => ({
    source,
    ...sourceLabel(core, source, line),
    amountFen: amount,
  }))
  return {
    documentId: saleId,
    ordinal,
    line: line.line,
    sku: line.sku,
    nameZh: product.nameZh,
    nameEn: product.nameEn,
    unit: product.unit,
    countable: product.countable,
    qty: line.qty,
    unitPriceFen: line.manual?.priceFen ?? line.openPriceFen ?? product.priceFen,
    grossFen: quoted.gross,
    netFen: quoted.net,
    taxRateBp: product.taxRateBp,
    servedBy: line.servedBy,
    adjustments: canonical(adjustments as unknown as Json),
  }
}

/** Personal fields stay out: of a birthday only whether it was today. */
export function salePayload(core: Core, facts: SaleFacts, record: SaleRecord): { readonly [key: string]: Json } {
  const { order, plan, priced } = facts
  const { pricing, quote, member } = priced
  const { seq: _unknownYet, ...document } = record.document
  return {
    at: facts.at,
    hqAt: null,
    document,
    lines: record.lines.map(({ documentId: _same, adjustments, ...line }) => ({ ...line, adjustments: JSON.parse(adjustments) as Json })),
    tenders: plan.tenders.map((tender) => ({ ...tender })),
    postings: plan.postings.map(({ account, lot, asset, amount }) => [account, lot, asset, amount]),
    newLots: plan.newLots.map((lot) => ({ ...lot })),
    liftedTo: facts.liftedTo,
    price: {
      at: typeof pricing.now === 'number' ? pricing.now : facts.at,
      rulesSeq: core.stores.catalog.rulesSeq(),
      goods: order.lines.map((line) => goodsFacts(core, line)),
      member:
        member === null
          ? null
          : {
              tier: member.tierId,
              points: member.points,
              tags: [...member.tags],
              birthdayToday: isBirthday(core, member.row.birthday, facts.at),
            },
      coupons: pricing.coupons.map((coupon) => ({ id: coupon.id, template: coupon.template, version: core.catalog.offer(coupon.template)?.version ?? 0 })),
      redeemPoints: pricing.redeemPoints,
      pinned: [...pricing.pinned],
      forbidden: [...pricing.forbidden],
      exact: quote.exact,
      applied: quote.applied.map(({ id, kind, amount }) => ({ id, kind, amount, version: core.catalog.offer(id)?.version ?? 0 })),
      pointsEarned: quote.points.earned,
      pointsValueFen: quote.points.value,
    },
    manual: order.lines.flatMap((line) => (line.manual === null ? [] : [{ line: line.line, ...line.manual }])),
  }
}

function goodsFacts(core: Core, line: OrderLine): Json {
  const product = core.catalog.product(line.sku)
  if (product === undefined) throw new Error(`line ${line.line} of an unknown product`)
  const { sku, priceFen, memberPriceFen, categoryId, countable, discountable, pointsEligible } = product
  return { sku, priceFen: line.openPriceFen ?? priceFen, memberPriceFen, categoryId, countable, discountable, pointsEligible }
}
