/**
 * The chain's rows of some business days, with every earlier row of some kinds, from a connection that only reads: for a
 * thread of its own, while the till goes on selling.
 *
 * Invariants: all rows come from one state of the file, that of the moment when reading began; business days follow each
 * other in the chain, so that the rows of a range of days stand together.
 */
import Database from 'better-sqlite3'

export interface PastRowsRequest {
  readonly path: string
  /** the native file that the main thread has loaded; without it the package's own */
  readonly nativeBinding?: string | undefined
  /** business days, both inclusive */
  readonly fromDay: string
  readonly toDay: string
}

export interface PastRow {
  readonly seq: number
  readonly kind: string
  /** canonical JSON */
  readonly payload: string
}

export interface PastRows {
  /** sales of those days */
  readonly total: number
  /** those sales, and all rows of `kinds` up to the last of them, oldest first */
  rows(kinds: readonly string[]): IterableIterator<PastRow>
  close(): void
}

export function openPastRows({ path, nativeBinding, fromDay, toDay }: PastRowsRequest): PastRows {
  const sqlite = new Database(path, { readonly: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
  // one transaction: what is committed meanwhile is not part of this past
  sqlite.exec('BEGIN')
  const { firstSeq, lastSeq } = spanOfDays(sqlite, fromDay, toDay)
  return {
    total: salesBetween(sqlite, firstSeq, lastSeq),
    rows: (kinds) =>
      sqlite
        .prepare<[number, number, string], PastRow>(
          `SELECT seq, kind, payload FROM chain WHERE seq <= ?
           AND ((kind = 'sale' AND seq >= ?) OR kind IN (SELECT value FROM json_each(?))) ORDER BY seq`,
        )
        .iterate(lastSeq, firstSeq, JSON.stringify(kinds)),
    close: () => sqlite.close(),
  }
}

/** How many sales there are in these business days, both inclusive. */
export function countSalesOfDays(sqlite: Database.Database, fromDay: string, toDay: string): number {
  const { firstSeq, lastSeq } = spanOfDays(sqlite, fromDay, toDay)
  return salesBetween(sqlite, firstSeq, lastSeq)
}

/** The first and the last business day that have a sale, and how many sales there are. */
export function daysSold(sqlite: Database.Database): {
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly receipts: number
} {
  const dayOf = (order: 'ASC' | 'DESC'): string | null =>
    sqlite
      .prepare<[], { day: string }>(
        `SELECT business_day AS day FROM documents WHERE seq > 0 AND kind = 'sale' ORDER BY seq ${order} LIMIT 1`,
      )
      .get()?.day ?? null
  return { firstDay: dayOf('ASC'), lastDay: dayOf('DESC'), receipts: salesBetween(sqlite, 1, Number.MAX_SAFE_INTEGER) }
}

/** The rows from the opening of the first of these days to the close of the last; an empty span where no day was opened. */
function spanOfDays(sqlite: Database.Database, fromDay: string, toDay: string): { firstSeq: number; lastSeq: number } {
  const span = sqlite
    .prepare<[number, string, string], { firstSeq: number | null; lastSeq: number | null }>(
      `SELECT min(opened_seq) AS firstSeq, max(coalesce(closed_seq, ?)) AS lastSeq FROM shifts
       WHERE business_day BETWEEN ? AND ?`,
    )
    .get(Number.MAX_SAFE_INTEGER, fromDay, toDay)
  return { firstSeq: span?.firstSeq ?? 1, lastSeq: span?.lastSeq ?? 0 }
}

function salesBetween(sqlite: Database.Database, firstSeq: number, lastSeq: number): number {
  return (
    sqlite
      .prepare<[number, number], { count: number }>(
        `SELECT count(*) AS count FROM documents WHERE seq BETWEEN ? AND ? AND kind = 'sale'`,
      )
      .get(firstSeq, lastSeq)?.count ?? 0
  )
}
