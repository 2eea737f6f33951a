/**
 * The floor: the rows of a sale, worked out before, written by better-sqlite3 alone. Read back from a till that made the
 * same sale, so that they are the same bytes, hashes included; written by statements prepared once, the fewest that give
 * the same rows.
 */
import { join } from 'node:path'
import Database from 'better-sqlite3'

type Value = string | number | null
interface Step {
  readonly statement: number
  readonly values: readonly Value[]
}
/** One sale as statements with their values, in the order in which the till writes them. */
export type RawSale = readonly Step[]

/** Tables whose rows of a sale are only added, with the column that finds them. */
const ADDED = [
  ['chain', 'seq'],
  ['commands', 'seq'],
  ['audit', 'seq'],
  ['documents', 'seq'],
  ['document_lines', 'document_id'],
  ['tenders', 'document_id'],
  ['entries', 'seq'],
  ['lots', 'seq'],
  ['balances', 'seq'],
  ['postings', 'seq'],
  ['coupon_events', 'seq'],
  ['print_jobs', 'seq'],
] as const

const CHANGES = {
  balance: 'UPDATE balances SET amount = amount + ? WHERE account = ? AND asset = ? AND lot = ?',
  coupon: "UPDATE coupons SET state = 'used', seq = ? WHERE coupon_id = ?",
  growth: `INSERT INTO member_growth (member_id, month, amount_fen) VALUES (?, ?, ?)
    ON CONFLICT (member_id, month) DO UPDATE SET amount_fen = amount_fen + excluded.amount_fen`,
  tier: 'UPDATE members SET tier_id = ?, seq = ? WHERE member_id = ?',
}
const CHANGE_NAMES = Object.keys(CHANGES) as (keyof typeof CHANGES)[]
const changeAt = (name: keyof typeof CHANGES): number => ADDED.length + CHANGE_NAMES.indexOf(name)

function columnsOf(sqlite: Database.Database, table: string): string[] {
  return sqlite
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((column) => column.name)
}

/** Reads the sale that the till has just committed. */
export function createSaleReader(sqlite: Database.Database): (seq: number, documentId: string) => RawSale {
  const added = ADDED.map(([table, key]) =>
    sqlite
      .prepare<[Value], Value[]>(
        `SELECT ${columnsOf(sqlite, table).join(', ')} FROM ${table} WHERE ${key} = ? ORDER BY 1, 2`,
      )
      .raw(),
  )
  const moved = sqlite
    .prepare<[number], Value[]>(
      `SELECT amount, account, asset, lot FROM postings WHERE seq = ? AND lot <> ''
       AND lot NOT IN (SELECT lot FROM lots WHERE lots.seq = postings.seq) ORDER BY ordinal`,
    )
    .raw()
  const used = sqlite
    .prepare<[number], Value[]>("SELECT seq, coupon_id FROM coupons WHERE seq = ? AND state = 'used'")
    .raw()
  const grown = sqlite
    .prepare<[number], Value[]>(
      `SELECT member_id, substr(business_day, 1, 7), payable_fen FROM documents WHERE seq = ? AND member_id IS NOT NULL AND payable_fen > 0`,
    )
    .raw()
  const lifted = sqlite.prepare<[number], Value[]>('SELECT tier_id, seq, member_id FROM members WHERE seq = ?').raw()
  const changed = { balance: moved, coupon: used, growth: grown, tier: lifted }
  return (seq, documentId) => [
    ...ADDED.flatMap(([, key], statement) =>
      (added[statement]?.all(key === 'seq' ? seq : documentId) ?? []).map((values) => ({ statement, values })),
    ),
    ...CHANGE_NAMES.flatMap((name) => changed[name].all(seq).map((values) => ({ statement: changeAt(name), values }))),
  ]
}

export interface RawTill {
  readonly sqlite: Database.Database
  /** one durable transaction */
  write(sale: RawSale): void
  close(): void
}

/** A copy of the till's file under the till's own settings (electron/store/open-store.ts). */
export function openRawTill(folder: string): RawTill {
  const sqlite = new Database(join(folder, 'store.db'))
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = OFF')
  sqlite.pragma('wal_autocheckpoint = 0')
  sqlite.pragma('cache_size = -32000')
  sqlite.pragma('journal_size_limit = 8388608')
  const statements = [
    ...ADDED.map(([table]) => {
      const columns = columnsOf(sqlite, table)
      return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    }),
    ...CHANGE_NAMES.map((name) => CHANGES[name]),
  ].map((text) => sqlite.prepare<Value[]>(text))
  const transact = sqlite.transaction((sale: RawSale) => {
    for (const { statement, values } of sale) statements[statement]?.run(...values)
  })
  return { sqlite, write: (sale) => transact.immediate(sale), close: () => void sqlite.close() }
}
