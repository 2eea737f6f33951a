/** What a member did here, read for their page: purchases, entries of value, tiers earned. Reads only. */
import type { Store } from './open-store.ts'

export interface Purchase {
  readonly saleId: string
  readonly receiptNo: string
  readonly at: number
  readonly pieces: number
  readonly payableFen: number
}

export interface Favourite {
  readonly sku: string
  readonly zh: string
  readonly en: string
  /** receipts that have it */
  readonly visits: number
}

export interface AccountEntry {
  readonly seq: number
  readonly at: number
  /** kind of the chain's row */
  readonly kind: string
  readonly receiptNo: string | null
  readonly asset: string
  /** fen or points; more than 0 came in */
  readonly amount: number
}

export interface TierLift {
  readonly at: number
  readonly tierId: string
}

export interface MemberHistoryStore {
  /** newest first */
  purchases(memberIds: readonly string[]): Purchase[]
  favourites(memberIds: readonly string[], limit: number): Favourite[]
  /** one line a row and asset, newest first, from below `beforeSeq` */
  entries(accounts: readonly string[], beforeSeq: number, limit: number): AccountEntry[]
  tierLifts(memberIds: readonly string[]): TierLift[]
}

const OF_MEMBERS = 'd.member_id IN (SELECT value FROM json_each(?)) AND d.member_id IS NOT NULL'

export function createMemberHistoryStore({ sqlite }: Store): MemberHistoryStore {
  const findPurchases = sqlite.prepare<[string], Purchase>(
    `SELECT d.document_id AS saleId, d.receipt_no AS receiptNo, d.at AS at, d.pieces AS pieces, d.payable_fen AS payableFen
     FROM documents AS d WHERE ${OF_MEMBERS} AND d.kind = 'sale' ORDER BY d.seq DESC`,
  )
  const findFavourites = sqlite.prepare<[string, number], Favourite>(
    `SELECT l.sku AS sku, max(l.name_zh) AS zh, max(l.name_en) AS en, count(DISTINCT d.document_id) AS visits
     FROM documents AS d JOIN document_lines AS l ON l.document_id = d.document_id WHERE ${OF_MEMBERS} AND d.kind = 'sale'
     GROUP BY l.sku ORDER BY visits DESC, l.sku LIMIT ?`,
  )
  const findEntries = sqlite.prepare<[string, number, number], AccountEntry>(
    `SELECT p.seq AS seq, c.payload ->> '$.at' AS at, c.kind AS kind,
      (SELECT d.receipt_no FROM documents AS d JOIN entries AS e ON e.document_id = d.document_id WHERE e.entry_id = p.entry_id) AS receiptNo,
      p.asset AS asset, sum(p.amount) AS amount
     FROM postings AS p JOIN chain AS c ON c.seq = p.seq
     WHERE p.account IN (SELECT value FROM json_each(?)) AND p.lot <> '' AND p.seq < ?
     GROUP BY p.seq, p.asset, p.entry_id HAVING sum(p.amount) <> 0 ORDER BY p.seq DESC, p.asset DESC LIMIT ?`,
  )
  const findLifts = sqlite.prepare<[string], TierLift>(
    `SELECT d.at AS at, c.payload ->> '$.liftedTo' AS tierId FROM documents AS d JOIN chain AS c ON c.seq = d.seq
     WHERE ${OF_MEMBERS} AND d.kind = 'sale' AND c.payload ->> '$.liftedTo' IS NOT NULL ORDER BY d.seq DESC`,
  )
  return {
    purchases: (memberIds) => findPurchases.all(JSON.stringify(memberIds)),
    favourites: (memberIds, limit) => findFavourites.all(JSON.stringify(memberIds), limit),
    entries: (accounts, beforeSeq, limit) => findEntries.all(JSON.stringify(accounts), beforeSeq, limit),
    tierLifts: (memberIds) => findLifts.all(JSON.stringify(memberIds)),
  }
}
