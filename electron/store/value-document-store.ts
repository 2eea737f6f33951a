/**
 * Documents of stored value beside their documents row: top-ups, reversals, closings; and what they opened.
 *
 * Invariant: a top-up is reversed at most once (the database refuses a second).
 */
import type { Lot } from '../../shared/domain/value/wallet.ts'
import type { CouponRow } from './member-store.ts'
import type { Store } from './open-store.ts'
import { preparedInsert } from './prepared.ts'
import { valueDocuments } from './schema.ts'

export type ValueDocumentRow = typeof valueDocuments.$inferSelect

export interface ValueDocumentStore {
  /** inside a commit */
  put(row: ValueDocumentRow): void
  read(documentId: string): ValueDocumentRow | undefined
  /** the reversal of a top-up */
  reversalOf(topUpId: string): string | undefined
  /** fen that were topped up in a business day: by one operator, and by all */
  takenOn(businessDay: string, operatorId: string): { readonly operatorFen: number; readonly allFen: number }
  /** the lots that a document opened, with what they held then */
  lotsOpenedBy(documentId: string): { lot: string; asset: Lot['asset']; amount: number }[]
  /** the last day of the bonus that a top-up gave, null where it never lapses or there is none */
  bonusExpiry(topUpId: string): string | null
  /** the coupons that a document gave, as they are now */
  couponsGivenBy(documentId: string): Pick<CouponRow, 'couponId' | 'state'>[]
}

export function createValueDocumentStore(store: Store): ValueDocumentStore {
  const { sqlite, orm } = store
  const columns = `document_id AS documentId, seq, member_id AS memberId, plan_id AS planId, plan_name AS planName,
    rules_version AS rulesVersion, principal_fen AS principalFen, bonus_fen AS bonusFen, points, coupons,
    served_by AS servedBy, approver_id AS approverId, reverses`
  const find = sqlite.prepare<[string], ValueDocumentRow>(
    `SELECT ${columns} FROM value_documents WHERE document_id = ?`,
  )
  const findReversal = sqlite.prepare<[string], { documentId: string }>(
    'SELECT document_id AS documentId FROM value_documents WHERE reverses = ?',
  )
  const sumTaken = sqlite.prepare<[string, string, string], { operatorFen: number; allFen: number }>(
    `SELECT coalesce(sum(CASE WHEN operator_id = ? THEN payable_fen ELSE 0 END), 0) AS operatorFen,
      coalesce(sum(payable_fen), 0) AS allFen
     FROM documents WHERE seq >= (SELECT coalesce(min(opened_seq), 0) FROM shifts WHERE business_day = ?)
      AND kind = 'top-up' AND business_day = ?`,
  )
  const findLots = sqlite.prepare<[string], { lot: string; asset: Lot['asset']; amount: number }>(
    `SELECT l.lot AS lot, l.asset AS asset, p.amount AS amount
     FROM value_documents AS v JOIN postings AS p ON p.seq = v.seq JOIN lots AS l ON l.lot = p.lot
     WHERE v.document_id = ? AND l.document_id = v.document_id ORDER BY p.ordinal`,
  )
  const findExpiry = sqlite.prepare<[string], { expiresOn: string | null }>(
    'SELECT expires_on AS expiresOn FROM lots WHERE lot = ?',
  )
  const findCoupons = sqlite.prepare<[string], Pick<CouponRow, 'couponId' | 'state'>>(
    `SELECT c.coupon_id AS couponId, c.state AS state
     FROM value_documents AS v JOIN coupon_events AS e ON e.seq = v.seq JOIN coupons AS c ON c.coupon_id = e.coupon_id
     WHERE v.document_id = ? AND e.kind = 'issued' ORDER BY c.coupon_id`,
  )
  return {
    put: preparedInsert(orm, valueDocuments),
    read: (documentId) => find.get(documentId),
    reversalOf: (topUpId) => findReversal.get(topUpId)?.documentId,
    takenOn: (businessDay, operatorId) =>
      sumTaken.get(operatorId, businessDay, businessDay) ?? { operatorFen: 0, allFen: 0 },
    lotsOpenedBy: (documentId) => findLots.all(documentId),
    bonusExpiry: (topUpId) => findExpiry.get(`${topUpId}/bonus`)?.expiresOn ?? null,
    couponsGivenBy: (documentId) => findCoupons.all(documentId),
  }
}
