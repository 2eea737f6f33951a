/**
 * What the postings of members' accounts add up to: one account entry by entry, and all of them as a debt. The instant of a
 * row is its audit row's: payloads of imports are long.
 */
import type { Store } from './open-store.ts'

/** One row of the chain, as it moved one account. */
export interface StatementEntry {
  readonly seq: number
  readonly kind: string
  readonly at: number
  readonly documentId: string | null
  readonly receiptNo: string | null
  readonly principalFen: number
  readonly bonusFen: number
  readonly points: number
}

/** What lots of stored value hold together, by the day of their origin and the day of their end. */
export interface OwedLots {
  readonly asset: 'PRINCIPAL' | 'BONUS'
  readonly bornAt: number
  readonly expiresOn: string | null
  readonly amountFen: number
}

export interface StatementStore {
  /** up to row `upToSeq`, the oldest first */
  entriesOf(account: string, upToSeq: number): StatementEntry[]
  /** lots of every account that hold something, grouped */
  owed(): OwedLots[]
  /** accounts that hold stored value */
  accountsOwed(): number
  /** by month of the business day, the last twelve that have any */
  months(): {
    readonly month: string
    readonly toppedUpFen: number
    readonly bonusFen: number
    readonly paidOutFen: number
  }[]
}

export function createStatementStore({ sqlite }: Store): StatementStore {
  const findEntries = sqlite.prepare<[string, number], StatementEntry>(
    `SELECT p.seq AS seq, coalesce(d.kind, c.kind) AS kind,
      coalesce(d.at, (SELECT at FROM audit AS a WHERE a.seq = p.seq AND a.ordinal = 0), 0) AS at,
      d.document_id AS documentId, d.receipt_no AS receiptNo, p.principalFen, p.bonusFen, p.points
     FROM (
       SELECT seq, sum(CASE asset WHEN 'PRINCIPAL' THEN amount ELSE 0 END) AS principalFen,
         sum(CASE asset WHEN 'BONUS' THEN amount ELSE 0 END) AS bonusFen,
         sum(CASE asset WHEN 'POINTS' THEN amount ELSE 0 END) AS points
       FROM postings WHERE account = ? AND lot <> '' AND seq <= ? GROUP BY seq
     ) AS p JOIN chain AS c ON c.seq = p.seq LEFT JOIN documents AS d ON d.seq = p.seq ORDER BY p.seq`,
  )
  const findOwed = sqlite.prepare<[], OwedLots>(
    `SELECT asset, coalesce((SELECT at FROM audit AS a WHERE a.seq = b.seq AND a.ordinal = 0), 0) AS bornAt,
      expires_on AS expiresOn, sum(amount) AS amountFen
     FROM balances AS b WHERE asset IN ('PRINCIPAL', 'BONUS') AND amount <> 0 GROUP BY asset, seq, expires_on`,
  )
  const countAccounts = sqlite.prepare<[], { count: number }>(
    `SELECT count(DISTINCT account) AS count FROM balances WHERE asset IN ('PRINCIPAL', 'BONUS') AND amount > 0`,
  )
  const sumMonths = sqlite.prepare<[], ReturnType<StatementStore['months']>[number]>(
    `SELECT month, toppedUpFen, bonusFen, paidOutFen FROM (
       SELECT substr(d.business_day, 1, 7) AS month,
         sum(CASE d.kind WHEN 'top-up' THEN v.principal_fen ELSE 0 END) AS toppedUpFen,
         sum(CASE d.kind WHEN 'top-up' THEN v.bonus_fen ELSE 0 END) AS bonusFen,
         -sum(CASE d.kind WHEN 'top-up' THEN 0 ELSE v.principal_fen END) AS paidOutFen
       FROM value_documents AS v JOIN documents AS d ON d.document_id = v.document_id
       GROUP BY month ORDER BY month DESC LIMIT 12
     ) ORDER BY month`,
  )
  return {
    entriesOf: (account, upToSeq) => findEntries.all(account, upToSeq),
    owed: () => findOwed.all(),
    accountsOwed: () => countAccounts.get()?.count ?? 0,
    months: () => sumMonths.all(),
  }
}
