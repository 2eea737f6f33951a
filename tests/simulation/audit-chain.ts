/**
 * The chain by the specification alone: hash = SHA-256(previous hash, till, incarnation, seq, kind, version, payload), the
 * payload canonical (RFC 8785), seq without gaps, time never backwards, one command and at most one document a row.
 */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Report } from './report.ts'

export interface RawRow {
  readonly seq: number
  readonly incarnation: string
  readonly kind: string
  readonly version: number
  readonly payload: string
  readonly hash: string
}

/** Where a check of the chain may begin: a row that was found in order before. */
export interface ChainMark {
  readonly seq: number
  readonly hash: string
}

export const START: ChainMark = { seq: 0, hash: '0'.repeat(64) }

/** Checks the rows above `from` and gives the last one. */
export function auditChain(sqlite: Database, report: Report, from: ChainMark = START): ChainMark {
  const till = sqlite.prepare<[], { id: string }>('SELECT till_id AS id FROM till').get()?.id ?? ''
  const rows = sqlite
    .prepare<[number], RawRow>(
      'SELECT seq, incarnation, kind, version, payload, hash FROM chain WHERE seq > ? ORDER BY seq',
    )
    .iterate(from.seq)
  if (from.seq > 0) {
    const known = sqlite.prepare<[number], { hash: string }>('SELECT hash FROM chain WHERE seq = ?').get(from.seq)
    report.demand(known?.hash === from.hash, 'chain', `row ${from.seq} is not the row that it was`)
  }
  let last = from
  let lastAt = 0
  for (const row of rows) {
    report.demand(row.seq === last.seq + 1, 'chain', `row ${row.seq} follows row ${last.seq}`)
    const text = [last.hash, till, row.incarnation, row.seq, row.kind, row.version, row.payload].join('\n')
    report.demand(
      createHash('sha256').update(text).digest('hex') === row.hash,
      'chain',
      `the hash of row ${row.seq} differs`,
    )
    const payload: unknown = JSON.parse(row.payload)
    report.demand(sortedJson(payload) === row.payload, 'chain', `the payload of row ${row.seq} is not canonical`)
    const at = (payload as { at?: unknown }).at
    report.demand(typeof at === 'number' && at >= lastAt, 'time', `row ${row.seq} lies before the row before it`)
    lastAt = typeof at === 'number' ? at : lastAt
    last = { seq: row.seq, hash: row.hash }
  }
  return last
}

/** One command a row, and nothing beside the chain that names a row which is not there. */
export function auditCommands(sqlite: Database, report: Report): void {
  const count = (sql: string): number => sqlite.prepare<[], { n: number }>(sql).get()?.n ?? -1
  const rows = count('SELECT count(*) AS n FROM chain')
  report.equal(count('SELECT count(*) AS n FROM commands'), rows, 'commands', 'commands and rows')
  report.equal(count('SELECT count(DISTINCT seq) AS n FROM commands'), rows, 'commands', 'rows that a command names')
  for (const table of [
    'commands',
    'audit',
    'entries',
    'postings',
    'lots',
    'documents',
    'payment_events',
    'coupon_events',
    'print_jobs',
  ]) {
    const strays = count(`SELECT count(*) AS n FROM ${table} WHERE seq NOT IN (SELECT seq FROM chain)`)
    report.equal(strays, 0, 'commands', `rows of ${table} that no row of the chain wrote`)
  }
  report.equal(
    count('SELECT count(*) AS n FROM (SELECT 1 FROM documents GROUP BY seq HAVING count(*) > 1)'),
    0,
    'commands',
    'rows with two documents',
  )
}

/** RFC 8785 for what the till writes: keys by code unit, no spaces, numbers as ECMAScript writes them. */
function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = value as Record<string, unknown>
  const keys = Object.keys(fields).sort((a, b) => (a < b ? -1 : 1))
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sortedJson(fields[key])}`).join(',')}}`
}
