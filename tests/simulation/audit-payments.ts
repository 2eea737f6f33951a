/**
 * Payments at a terminal by the specification alone: an attempt was on disk before it was asked, ends once, and money that
 * was approved is in exactly one sale, or still open, or taken back.
 */
import type { Database } from 'better-sqlite3'
import { groupBy } from './group-by.ts'
import type { Report } from './report.ts'

interface RawEvent {
  readonly attemptId: string
  readonly orderId: string
  readonly kind: string
  readonly amountFen: number
}

const MAY_FOLLOW: Readonly<Record<string, readonly string[]>> = {
  asked: ['unknown', 'approved', 'declined'],
  unknown: ['approved', 'declined'],
  approved: ['void-asked'],
  'void-asked': ['voided', 'void-failed'],
  'void-failed': ['void-asked'],
  declined: [],
  voided: [],
}

const OPEN_STATE: Readonly<Record<string, string>> = {
  asked: 'asked',
  unknown: 'unknown',
  approved: 'approved',
  'void-asked': 'void-asked',
  'void-failed': 'approved',
}

export function auditPayments(sqlite: Database, report: Report): void {
  const events = sqlite
    .prepare<[], RawEvent>(
      'SELECT attempt_id AS attemptId, order_id AS orderId, kind, amount_fen AS amountFen FROM payment_events ORDER BY seq',
    )
    .all()
  const tenders = new Map(
    sqlite
      .prepare<[], { tenderId: string; documentId: string; amountFen: number }>(
        "SELECT tender_id AS tenderId, document_id AS documentId, amount_fen AS amountFen FROM tenders WHERE kind = 'mobile'",
      )
      .all()
      .map((tender) => [tender.tenderId, tender]),
  )
  const open = new Map(
    sqlite
      .prepare<[], { attemptId: string; state: string }>('SELECT attempt_id AS attemptId, state FROM open_payments')
      .all()
      .map((payment) => [payment.attemptId, payment.state]),
  )
  const attempts = groupBy(events, (event) => event.attemptId)
  for (const [attemptId, ofAttempt] of attempts) {
    const kinds = ofAttempt.map((event) => event.kind)
    report.equal(kinds[0], 'asked', 'payments', `first event of ${attemptId}`)
    kinds.slice(1).forEach((kind, index) => {
      const before = kinds[index] ?? ''
      report.demand(MAY_FOLLOW[before]?.includes(kind) === true, 'payments', `${attemptId}: ${kind} after ${before}`)
    })
    const last = kinds.at(-1) ?? ''
    const tender = tenders.get(attemptId)
    const shouldBeOpen = tender === undefined ? (OPEN_STATE[last] ?? null) : null
    report.equal(open.get(attemptId) ?? null, shouldBeOpen, 'payments', `what stays open of ${attemptId}`)
    if (tender === undefined) continue
    const first = ofAttempt[0]
    report.equal(
      [tender.documentId, tender.amountFen],
      [first?.orderId, first?.amountFen],
      'payments',
      `tender ${attemptId}`,
    )
    report.equal(OPEN_STATE[last], 'approved', 'payments', `last event of the tender ${attemptId}`)
  }
  for (const tenderId of tenders.keys())
    report.demand(attempts.has(tenderId), 'payments', `tender ${tenderId} was never asked for`)
  for (const attemptId of open.keys())
    report.demand(attempts.has(attemptId), 'payments', `${attemptId} is open and was never asked for`)
}
