/**
 * The audit of a store, from a connection that only reads: every page, every hash of the chain, and every stored balance
 * against the sum of its postings. Runs in a worker thread at each opening of a business day.
 */
import Database from 'better-sqlite3'
import { GENESIS_HASH, rowHash, type ChainRow } from './chain.ts'
import { diskRefusal } from './sqlite-errors.ts'

export interface AuditRequest {
  readonly path: string
  readonly tillId: string
  /** the native file that the main thread has loaded; without it the package's own */
  readonly nativeBinding?: string | undefined
}

export interface BalanceDifference {
  readonly account: string
  readonly asset: string
  readonly lot: string
  readonly stored: number
  readonly derived: number
}

export interface AuditAnswer {
  readonly rows: number
  /** the first row whose hash does not follow, or null */
  readonly brokenAtSeq: number | null
  readonly differences: readonly BalanceDifference[]
  /** what SQLite says of pages that it cannot read, or null */
  readonly damage: string | null
}

const MAX_DIFFERENCES = 100

export function auditStore({ path, tillId, nativeBinding }: AuditRequest): AuditAnswer {
  const sqlite = new Database(path, { readonly: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
  try {
    const damage = auditPages(sqlite)
    return { ...auditChain(sqlite, tillId), differences: auditBalances(sqlite), damage }
  } catch (error) {
    const refusal = diskRefusal(error, path)
    if (refusal?.code !== 'store-damaged') throw error
    return { rows: 0, brokenAtSeq: null, differences: [], damage: String(refusal.params['detail']) }
  } finally {
    sqlite.close()
  }
}

/** Finds pages that none of the sums below reads. */
function auditPages(sqlite: Database.Database): string | null {
  const said = String(sqlite.pragma('quick_check(1)', { simple: true }))
  return said === 'ok' ? null : said
}

function auditChain(sqlite: Database.Database, tillId: string): { rows: number; brokenAtSeq: number | null } {
  const all = sqlite.prepare<[], ChainRow & { hash: string }>(
    'SELECT seq, incarnation, kind, version, payload, hash FROM chain ORDER BY seq',
  )
  let previous = GENESIS_HASH
  let rows = 0
  for (const row of all.iterate()) {
    rows += 1
    if (row.seq !== rows || rowHash(previous, tillId, row) !== row.hash) return { rows, brokenAtSeq: row.seq }
    previous = row.hash
  }
  return { rows, brokenAtSeq: null }
}

function auditBalances(sqlite: Database.Database): BalanceDifference[] {
  return sqlite
    .prepare<[number], BalanceDifference>(
      `SELECT account, asset, lot, sum(stored) AS stored, sum(derived) AS derived FROM (
         SELECT account, asset, lot, amount AS stored, 0 AS derived FROM balances
         UNION ALL
         SELECT account, asset, lot, 0, amount FROM postings WHERE lot <> ''
       ) GROUP BY account, asset, lot HAVING sum(stored) <> sum(derived) ORDER BY account, asset, lot LIMIT ?`,
    )
    .all(MAX_DIFFERENCES)
}
