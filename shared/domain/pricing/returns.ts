/**
 * What goes back when goods come back.
 *
 * Invariants: everything is cumulative, so that however many visits it takes, returning all of a sale undoes exactly
 * its net, the points that it earned and those that it redeemed; a tender never gets back more than it paid.
 */
import { fen, mulDiv, sumFen } from '../money.ts'
import type { Fen } from '../money.ts'
import type { Refund, ReturnLine, ReturnRefusal, SoldOrder } from './types.ts'

const QTY_PER_PIECE = 1000

/** What came back before: qty by line, in thousandths. */
export type ReturnedQty = ReadonlyMap<string, number>

type SoldLine = SoldOrder['lines'][number]

/** The refund of one visit, lines in the order of the visit's list, or the first of them that is wrong. */
export function refundVisit(
  sold: SoldOrder,
  returnedBefore: ReturnedQty,
  visit: readonly ReturnLine[],
): Refund | ReturnRefusal {
  const after = new Map(returnedBefore)
  const lines: { line: string; amount: Fen }[] = []
  const seen = new Set<string>()
  for (let index = 0; index < visit.length; index++) {
    const { line, qty } = visit[index]!
    const soldLine = sold.lines.find((candidate) => candidate.line === line)
    const before = returnedBefore.get(line) ?? 0
    const refusal = refuse(soldLine, before, qty, index, seen.has(line))
    if (refusal !== null) return refusal
    seen.add(line)
    after.set(line, before + qty)
    lines.push({ line, amount: fen(refundedOf(soldLine!, before + qty) - refundedOf(soldLine!, before)) })
  }
  return {
    amount: sumFen(lines.map((line) => line.amount)),
    lines,
    pointsTakenBack:
      pointsMoved(sold, sold.points.earned, after) - pointsMoved(sold, sold.points.earned, returnedBefore),
    pointsGivenBack:
      pointsMoved(sold, sold.points.redeemed, after) - pointsMoved(sold, sold.points.redeemed, returnedBefore),
  }
}

/** `returnedBefore` with the visit added; the visit has been accepted by `refundVisit`. */
export function afterVisit(returnedBefore: ReturnedQty, visit: readonly ReturnLine[]): ReturnedQty {
  const after = new Map(returnedBefore)
  for (const { line, qty } of visit) after.set(line, (after.get(line) ?? 0) + qty)
  return after
}

/** Whether everything has come back: only then a coupon is given back. */
export function isAllReturned(sold: SoldOrder, returned: ReturnedQty): boolean {
  return sold.lines.every((line) => returned.get(line.line) === line.qty)
}

function refuse(
  soldLine: SoldLine | undefined,
  before: number,
  qty: number,
  index: number,
  twice: boolean,
): ReturnRefusal | null {
  if (soldLine === undefined) return { code: 'unknown-line', params: { index, field: 'line' } }
  if (twice) return { code: 'line-twice', params: { index, field: 'line' } }
  if (soldLine.countable && qty % QTY_PER_PIECE !== 0) {
    return { code: 'part-of-a-piece', params: { index, field: 'qty' } }
  }
  if (before + qty > soldLine.qty) return { code: 'too-many', params: { index, field: 'qty' } }
  if (!soldLine.countable && qty !== soldLine.qty) {
    return { code: 'part-of-a-weighed-line', params: { index, field: 'qty' } }
  }
  return null
}

/** half(net × returned / sold) of one line. */
function refundedOf(line: SoldLine, returned: number): number {
  return mulDiv(line.net, returned, line.qty, 'half-up')
}

/** half(points × refunded so far / payable); where nothing was payable, points move with the last unit. */
function pointsMoved(sold: SoldOrder, points: number, returned: ReturnedQty): number {
  if (sold.payable === 0) return isAllReturned(sold, returned) ? points : 0
  let refunded = 0
  for (const line of sold.lines) refunded += refundedOf(line, returned.get(line.line) ?? 0)
  return mulDiv(points, refunded, sold.payable, 'half-up')
}

/** One tender of the sale; all amounts in fen. */
export interface PaidTender {
  readonly id: string
  readonly isCash: boolean
  readonly paid: number
  readonly refundedBefore: number
}

export interface TenderRefund {
  readonly id: string
  readonly amount: Fen
}

export interface RefundAboveTenders {
  readonly code: 'refund-above-tenders'
  readonly params: { readonly left: Fen }
}

/**
 * Where `amount` goes: first to the tenders that are no cash, in the order of payment, then to cash, each up to what it
 * paid and has not got back. Tenders that get nothing are left out. Refuses what no tender can take.
 */
export function allocateRefund(tenders: readonly PaidTender[], amount: number): TenderRefund[] | RefundAboveTenders {
  const refunds: TenderRefund[] = []
  let left = amount
  for (const cash of [false, true]) {
    for (const { id, isCash, paid, refundedBefore } of tenders) {
      const part = Math.min(left, paid - refundedBefore)
      if (isCash !== cash || part <= 0) continue
      refunds.push({ id, amount: fen(part) })
      left -= part
    }
  }
  return left > 0 ? { code: 'refund-above-tenders', params: { left: fen(left) } } : refunds
}

/** A payment with stored value, in fen: all of it, its bonus part, and what of it went back before. */
export interface StoredValuePayment {
  readonly paid: number
  readonly bonusTaken: number
  readonly refundedBefore: number
}

/** Principal and bonus of a refund to stored value, in the proportion in which they were taken, cumulatively. */
export function splitStoredValueRefund(
  { paid, bonusTaken, refundedBefore }: StoredValuePayment,
  amount: number,
): { readonly principal: Fen; readonly bonus: Fen } {
  if (paid === 0) return { principal: fen(0), bonus: fen(0) }
  const bonus =
    mulDiv(bonusTaken, refundedBefore + amount, paid, 'half-up') - mulDiv(bonusTaken, refundedBefore, paid, 'half-up')
  return { principal: fen(amount - bonus), bonus: fen(bonus) }
}
