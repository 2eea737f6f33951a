/**
 * A sale as rows, and as the payload of its row in the chain: the whole document and every input of its price.
 *
 * Properties stand in canonical order, which lets the payload be written at one go (store/canonical.ts).
 */
import type { Order } from '../../../shared/domain/basket/order.ts'
import type { SalePlan } from '../../../shared/domain/sale/plan-sale.ts'
import type { OpenShift, SignedIn } from '../../core.ts'
import { canonical, canonicalObject, type CanonicalBytes } from '../../store/canonical.ts'
import type { DocumentRow, SaleToWrite } from '../../store/sale-store.ts'
import type { PricedOrder } from './price-order.ts'
import type { SettledSale } from './settle-sale.ts'

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

/** The document of a sale, as its row and the chain have it. */
export type SaleDocument = Omit<DocumentRow, 'seq'>

export function saleDocument(facts: SaleFacts): SaleDocument {
  const { order, plan, priced } = facts
  const { quote } = priced
  return {
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
  }
}

/** The rows of a sale, as the row `seq` of the chain brings them. */
export function saleRecord(document: SaleDocument, settled: SettledSale, plan: SalePlan, seq: number): SaleToWrite {
  const { documentId } = document
  return {
    document: { ...document, seq },
    lines: settled.rows,
    tenders: plan.tenders.map((tender, ordinal) => ({ ...tender, documentId, ordinal })),
  }
}

export function salePayload(document: SaleDocument, settled: SettledSale, facts: SaleFacts): CanonicalBytes {
  const { plan } = facts
  return canonicalObject({
    at: canonical(facts.at),
    choices: settled.choices,
    discounts: settled.discounts,
    document: canonical(document),
    hqAt: canonical(null),
    liftedTo: canonical(facts.liftedTo),
    lines: settled.lines,
    manual: settled.manual,
    newLots: canonical(plan.newLots.map(({ account, asset, expiresOn, lot }) => ({ account, asset, expiresOn, lot }))),
    postings: canonical(plan.postings.map(({ account, lot, asset, amount }) => [account, lot, asset, amount])),
    price: settled.price,
    tenders: canonical(
      plan.tenders.map(({ amountFen, bonusFen, detail, kind, principalFen, tenderId }) => {
        return { amountFen, bonusFen, detail, kind, principalFen, tenderId }
      }),
    ),
  })
}
