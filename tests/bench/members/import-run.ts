/** The process of import-members.ts: makes the file, imports it, and says in one line of JSON how it went. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { leaveImport } from '../../../electron/features/member-import/running.ts'
import { writeXlsx } from '../../../electron/spreadsheet/xlsx-file.ts'
import { goodRow, HEADER, takeOver, upload } from '../../features/member-import/importing.ts'
import { openSellingTill, type SellingTill } from '../../till/selling-till.ts'

const ROWS = 100_000
const UPLOAD_PIECE_BYTES = 512 * 1024
const [folder = '', task = 'import'] = process.argv.slice(2)
const path = join(folder, `members-${ROWS}.xlsx`)

if (task === 'make') writeFileSync(path, await makeFile())
else process.stdout.write(`${JSON.stringify(await importFile())}\n`)

function makeFile(): Promise<Buffer> {
  return writeXlsx({ name: '会员', columns: [], fixedRows: 1, rows: listRows() })
}

function* listRows(): Generator<(string | number)[]> {
  yield HEADER
  for (let ordinal = 1; ordinal <= ROWS; ordinal += 1)
    yield goodRow(ordinal, { 10: ordinal % 4 === 0 ? `第 ${ordinal} 位,每周六上午来,爱吃全麦面包` : '' })
}

async function importFile(): Promise<Record<string, number>> {
  // making it takes memory that an import does not
  if (!existsSync(path)) execFileSync(process.execPath, [import.meta.filename, folder, 'make'])
  const till = await openSellingTill('manager')
  try {
    const bytes = readFileSync(path)
    const startedMs = performance.now()
    const view = await upload(till.core, bytes, UPLOAD_PIECE_BYTES)
    const checkedMs = performance.now()
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const done = await takeOver(till.core, view)
    delay.disable()
    const writtenMs = performance.now()
    const peakMb = process.resourceUsage().maxRSS / 1024
    return {
      fileMb: bytes.length / 1024 / 1024,
      checkMs: checkedMs - startedMs,
      writeMs: writtenMs - checkedMs,
      rawMs: rawCopyMs(till),
      taken: done.counts.taken,
      peakMb,
      p99BlockMs: delay.percentile(99) / 1e6,
      longestBlockMs: delay.max / 1e6,
    }
  } finally {
    await leaveImport(till.core)
    till.close()
  }
}

/** What SQLite alone needs for the same rows: they are copied table by table into a new file, indexes and all. */
function rawCopyMs({ core, folder: from }: SellingTill): number {
  const target = new Database(join(from, 'raw.db'))
  target.pragma('journal_mode = WAL')
  target.pragma('synchronous = FULL')
  const tables = ['person_records', 'members', 'cards', 'entries', 'postings', 'lots', 'balances', 'member_notes']
  const made = core.store.sqlite
    .prepare<[string], { sql: string }>(
      `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'trigger' AND tbl_name IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(tables))
  for (const { sql } of made) target.exec(sql)
  target.prepare('ATTACH ? AS source').run(join(core.store.folder, 'store.db'))
  const startedMs = performance.now()
  target.transaction(() => {
    for (const table of tables) target.exec(`INSERT INTO main.${table} SELECT * FROM source.${table}`)
  })()
  const tookMs = performance.now() - startedMs
  target.close()
  return tookMs
}
