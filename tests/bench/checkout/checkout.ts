/**
 * A complete durable checkout against raw better-sqlite3 writing the same rows, sale by sale in turn.
 *
 * A first run without a watch makes the rows; the measured run makes the same sales again on a copy of the shop while
 * the floor writes those rows into another copy. Afterwards both files must hold the same, table by table.
 */
import { createHash } from 'node:crypto'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Core } from '../../../electron/core.ts'
import { completeSale, prepareSale } from '../../../electron/features/till/complete-sale.ts'
import { makeDemoFolder, must, openCopy } from '../bench-till.ts'
import { median, microsecondsText, percentile, type BenchResult } from '../figures.ts'
import { createSaleReader, openRawTill, type RawSale, type RawTill } from './raw-sale.ts'
import { createSaleMaker, type PreparedSale } from './sales.ts'

const PAIRS = 4000
const WARM_UP_PAIRS = 400
/** one a second at the till; here after so many sales, on both sides, while no watch runs */
const SALES_A_CHECKPOINT = 25
const SALE_APART_MS = 40

interface Times {
  readonly till: number[]
  readonly raw: number[]
}

export async function benchCheckout(folder: string): Promise<BenchResult> {
  const home = join(folder, 'checkout')
  const original = join(home, 'shop')
  await makeDemoFolder(original)
  const sales = makeRows(original, join(home, 'rows'))
  const rawFolder = join(home, 'raw')
  rmSync(rawFolder, { recursive: true, force: true })
  cpSync(original, rawFolder, { recursive: true })
  const raw = openRawTill(rawFolder)
  const till = openCopy(original, join(home, 'till'))
  const times = alternate(till.core, (milliseconds) => till.pass(milliseconds), raw, sales)
  const tables = compareTables(till.core.store.sqlite, raw.sqlite)
  till.close()
  raw.close()
  rmSync(home, { recursive: true, force: true })
  return report(times, sales, tables)
}

function makeRows(original: string, folder: string): RawSale[] {
  const till = openCopy(original, folder)
  const { core } = till
  const maker = createSaleMaker(core)
  const read = createSaleReader(core.store.sqlite)
  const sales: RawSale[] = []
  for (let pair = 0; pair < WARM_UP_PAIRS + PAIRS; pair += 1) {
    const sale = maker.next()
    present(core, sale)
    complete(core, sale)
    sales.push(read(core.store.head.seq, sale.order.orderId))
    till.pass(SALE_APART_MS)
  }
  till.close()
  return sales
}

/** As it stands when the cashier has taken the money: what the order costs was shown, and settled when paying began. */
function present(core: Core, { order }: PreparedSale): void {
  core.memory.done = null
  core.memory.order = order
  prepareSale(core, order)
}

function complete(core: Core, { commandId, order }: PreparedSale): void {
  must(completeSale(core, { commandId, orderId: order.orderId }))
}

function alternate(core: Core, pass: (milliseconds: number) => void, raw: RawTill, sales: readonly RawSale[]): Times {
  const maker = createSaleMaker(core)
  const times: Times = { till: [], raw: [] }
  for (const [pair, rows] of sales.entries()) {
    const sale = maker.next()
    present(core, sale)
    const tillFirst = pair % 2 === 0
    const before = tillFirst ? undefined : timed(() => raw.write(rows))
    const tillMs = timed(() => complete(core, sale))
    const rawMs = before ?? timed(() => raw.write(rows))
    pass(SALE_APART_MS)
    if (pair % SALES_A_CHECKPOINT === 0) {
      core.committer.checkpointWhenIdle()
      raw.sqlite.pragma('wal_checkpoint(PASSIVE)')
    }
    if (pair < WARM_UP_PAIRS) continue
    times.till.push(tillMs)
    times.raw.push(rawMs)
  }
  return times
}

function timed(work: () => void): number {
  const startedMs = performance.now()
  work()
  return performance.now() - startedMs
}

/** How many tables and rows are the same; throws where one is not. */
function compareTables(till: Database.Database, raw: Database.Database): { tables: number; rows: number } {
  const names = till
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all()
    .map((table) => table.name)
  let rows = 0
  for (const name of names) {
    const [ours, theirs] = [till, raw].map((sqlite) => tableDigest(sqlite, name))
    if (ours === undefined || ours.digest !== theirs?.digest) throw new Error(`both sides wrote ${name} differently`)
    rows += ours.rows
  }
  return { tables: names.length, rows }
}

function tableDigest(sqlite: Database.Database, name: string): { digest: string; rows: number } {
  const hash = createHash('sha256')
  let rows = 0
  for (const row of sqlite.prepare(`SELECT * FROM ${name} ORDER BY 1, 2`).raw().iterate()) {
    hash.update(`${JSON.stringify(row)}\n`)
    rows += 1
  }
  return { digest: hash.digest('hex'), rows }
}

function report(times: Times, sales: readonly RawSale[], tables: { tables: number; rows: number }): BenchResult {
  const rowCount = sales.reduce((sum, sale) => sum + sale.length, 0) / sales.length
  const tillAfterRaw = times.till.map((tillMs, pair) => tillMs / (times.raw[pair] ?? Number.NaN))
  return {
    lines: [
      `${times.till.length} pairs, in turn, whoever begins changing each time; ${rowCount.toFixed(1)} statements a sale on average`,
      'till: from the command to its answer: guards, card, plan, canonical payload, SHA-256, BEGIN IMMEDIATE .. COMMIT, memory;',
      '      the price is known and its inputs are written out, as they are at the till since paying began; the anchor, the next',
      '      picture of the screen and the printing follow the answer and are not in it',
      'raw:  better-sqlite3, statements prepared once, the same rows and bytes with their hashes made before, one BEGIN IMMEDIATE .. COMMIT',
      'both: the same schema, indexes and triggers, a file each, WAL, synchronous=FULL, no automatic checkpoint;',
      `      a PASSIVE checkpoint every ${SALES_A_CHECKPOINT} sales while no watch runs (the till makes one a second when idle)`,
      `both files compared afterwards: the same ${tables.rows} rows in ${tables.tables} tables`,
      `till ${microsecondsText(times.till)}`,
      `raw  ${microsecondsText(times.raw)}`,
      `median of the ratios within each pair ${median(tillAfterRaw).toFixed(2)}x`,
    ],
    goals: [
      { what: 'p50 ratio', measured: median(times.till) / median(times.raw), limit: 1.25, unit: 'x' },
      {
        what: 'p99 ratio',
        measured: percentile(times.till, 0.99) / percentile(times.raw, 0.99),
        limit: 1.5,
        unit: 'x',
      },
    ],
  }
}
