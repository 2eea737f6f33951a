/** Shifts and business days: opened and closed by rows of the chain; a shift that is open has no closing columns. */
import type { Store } from './open-store.ts'
import { preparedInsert } from './prepared.ts'
import { shifts } from './schema.ts'

export type ShiftRow = typeof shifts.$inferSelect

/** What a range of rows took in, for the close of a shift. */
export interface ShiftFigures {
  readonly salesCount: number
  readonly grossFen: number
  readonly savedFen: number
  readonly roundingFen: number
  readonly payableFen: number
  /** of sales and of top-ups */
  readonly changeFen: number
  readonly topUpsCount: number
  readonly topUpsFen: number
  /** reversals and closings, above zero */
  readonly payOutsCount: number
  readonly payOutsFen: number
  readonly pointsEarned: number
  readonly pointsRedeemed: number
  readonly tenders: readonly { readonly kind: string; readonly count: number; readonly amountFen: number }[]
}

export interface ClosingFacts {
  readonly shiftId: string
  readonly closedAt: number
  readonly closedBy: string
  readonly countedFen: number
  readonly expectedFen: number
}

export interface ShiftStore {
  open(): ShiftRow | undefined
  /** the last business day that was opened, with its ordinal */
  lastDay(): { businessDay: string; dayOrdinal: number } | undefined
  byId(shiftId: string): ShiftRow | undefined
  figures(fromSeq: number, toSeq: number): ShiftFigures
  /** sums of counter-accounts over rows from `fromSeq` on */
  accountSums(fromSeq: number): { account: string; asset: string; amount: number }[]
  putOpened(row: ShiftRow): void
  putClosed(facts: ClosingFacts, seq: number): void
}

export function createShiftStore(store: Store): ShiftStore {
  const { sqlite, orm } = store
  const insert = preparedInsert(orm, shifts)
  const columns = `shift_id AS shiftId, business_day AS businessDay, day_ordinal AS dayOrdinal, opened_seq AS openedSeq,
    opened_at AS openedAt, opened_by AS openedBy, float_fen AS floatFen, closed_seq AS closedSeq, closed_at AS closedAt,
    closed_by AS closedBy, counted_fen AS countedFen, expected_fen AS expectedFen`
  const findOpen = sqlite.prepare<[], ShiftRow>(
    `SELECT ${columns} FROM shifts WHERE closed_seq IS NULL ORDER BY opened_seq DESC LIMIT 1`,
  )
  const findById = sqlite.prepare<[string], ShiftRow>(`SELECT ${columns} FROM shifts WHERE shift_id = ?`)
  const findLastDay = sqlite.prepare<[], { businessDay: string; dayOrdinal: number }>(
    'SELECT business_day AS businessDay, day_ordinal AS dayOrdinal FROM shifts ORDER BY business_day DESC, day_ordinal DESC LIMIT 1',
  )
  const sumDocuments = sqlite.prepare<[number, number], Omit<ShiftFigures, 'tenders'>>(
    `SELECT count(*) FILTER (WHERE kind = 'sale') AS salesCount,
      coalesce(sum(gross_fen) FILTER (WHERE kind = 'sale'), 0) AS grossFen, coalesce(sum(saved_fen), 0) AS savedFen,
      coalesce(sum(rounding_fen), 0) AS roundingFen,
      coalesce(sum(payable_fen) FILTER (WHERE kind = 'sale'), 0) AS payableFen,
      coalesce(sum(change_fen), 0) AS changeFen, coalesce(sum(points_earned), 0) AS pointsEarned,
      coalesce(sum(points_redeemed), 0) AS pointsRedeemed, count(*) FILTER (WHERE kind = 'top-up') AS topUpsCount,
      coalesce(sum(payable_fen) FILTER (WHERE kind = 'top-up'), 0) AS topUpsFen,
      count(*) FILTER (WHERE kind IN ('top-up-reversal', 'closing')) AS payOutsCount,
      coalesce(-sum(payable_fen) FILTER (WHERE kind IN ('top-up-reversal', 'closing')), 0) AS payOutsFen
     FROM documents WHERE seq BETWEEN ? AND ?`,
  )
  const sumTenders = sqlite.prepare<[number, number], { kind: string; count: number; amountFen: number }>(
    `SELECT tenders.kind AS kind, count(*) AS count, sum(tenders.amount_fen) AS amountFen
     FROM documents JOIN tenders ON tenders.document_id = documents.document_id
     WHERE documents.seq BETWEEN ? AND ? GROUP BY tenders.kind ORDER BY tenders.kind`,
  )
  const sumAccounts = sqlite.prepare<[number], { account: string; asset: string; amount: number }>(
    `SELECT account, asset, sum(amount) AS amount FROM postings WHERE seq >= ? AND account NOT LIKE 'member:%'
     GROUP BY account, asset ORDER BY account, asset`,
  )
  const close = sqlite.prepare(
    'UPDATE shifts SET closed_seq = ?, closed_at = ?, closed_by = ?, counted_fen = ?, expected_fen = ? WHERE shift_id = ? AND closed_seq IS NULL',
  )
  return {
    open: () => findOpen.get(),
    lastDay: () => findLastDay.get(),
    byId: (shiftId) => findById.get(shiftId),
    figures: (fromSeq, toSeq) => {
      const documents = sumDocuments.get(fromSeq, toSeq)
      if (documents === undefined) throw new Error('an aggregate gives one row')
      return { ...documents, tenders: sumTenders.all(fromSeq, toSeq) }
    },
    accountSums: (fromSeq) => sumAccounts.all(fromSeq),
    putOpened: insert,
    putClosed: (facts, seq) => {
      const done = close.run(seq, facts.closedAt, facts.closedBy, facts.countedFen, facts.expectedFen, facts.shiftId)
      if (done.changes !== 1) throw new Error('the shift was not open')
    },
  }
}
