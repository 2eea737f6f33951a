/** Reading a file that has come whole, and checking its rows by what the shop is now. */
import { createHash } from 'node:crypto'
import type { ColumnMap, MemberImportView } from '../../../shared/contract/member-import.ts'
import { isoDayOf } from '../../../shared/domain/day/calendar.ts'
import { NEEDED_COLUMNS } from '../../../shared/domain/member-import/member-columns.ts'
import type { RowRules } from '../../../shared/domain/member-import/read-member.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { startImportThread, type ImportThread } from './import-questions.ts'
import type { ReadFile } from './import-work.ts'
import { change, columnsText, countsView, fail, permittedImport, watched, type RunningImport } from './running.ts'

/** Goes on by itself; how far it is stands in the view. */
export function readImport(core: Core, running: RunningImport, bytes: Buffer): void {
  const thread = startImportThread(core, (rows) => {
    const { state } = running.view
    if (state === 'reading' || state === 'checking') change(running, { done: rows })
  })
  void lookThrough(core, running, { bytes, thread })
}

/** Reads and checks with whoever answers as the thread does; never throws. */
export function lookThrough(
  core: Core,
  running: RunningImport,
  { bytes, thread }: { readonly bytes: Buffer; readonly thread: ImportThread },
): Promise<void> {
  running.bytes = null
  running.thread = thread
  change(running, { state: 'reading', done: 0, total: 0 })
  return watched(running, async () => {
    const read = await thread.ask('read', bytes)
    if (!read.ok) return fail(running, read.refusal)
    keepFile(running, read.value)
    await checkImport(core, running, { ...read.value.columns })
  })
}

/** Refuses with what `permittedImport` does, member-import-busy while rows are written, malformed for a column twice. */
export function mapColumns(
  core: Core,
  command: { readonly importId: string; readonly columns: ColumnMap },
): Result<MemberImportView> {
  const found = permittedImport(core, command.importId)
  if (!found.ok) return found
  const running = found.value
  const { state, header } = running.view
  if (state !== 'mapping' && state !== 'ready' && state !== 'stopped') return refuse('member-import-busy')
  const places = Object.values(command.columns)
  if (new Set(places).size < places.length || places.some((place) => place >= header.length))
    return refuse('malformed', { path: 'columns' })
  void watched(running, () => checkImport(core, running, command.columns))
  return ok(running.view)
}

function keepFile(running: RunningImport, file: ReadFile): void {
  running.fileDigest = file.digest
  change(running, {
    header: [...file.header],
    sample: file.sample.map((cells) => [...cells]),
    total: file.rows,
    counts: { rows: file.rows, fresh: 0, taken: 0, existing: 0, wrong: 0 },
  })
}

async function checkImport(core: Core, running: RunningImport, columns: ColumnMap): Promise<void> {
  const missing = NEEDED_COLUMNS.filter((column) => columns[column] === undefined)
  const digest = createHash('sha256')
    .update(`${running.fileDigest}\n${columnsText(columns)}`)
    .digest('hex')
  if (missing.length > 0) return change(running, { state: 'mapping', columns, missing, digest })
  change(running, { state: 'checking', columns, missing, digest, done: 0 })
  const counts = await running.thread?.ask('check', columns, rulesOf(core))
  if (counts === undefined) return
  change(running, { state: 'ready', done: counts.rows, counts: countsView(counts) })
}

function rulesOf(core: Core): RowRules {
  const all = core.catalog.tiers()
  const tiers = new Map<string, string>()
  for (const { tierId, nameZh, nameEn } of all)
    for (const name of [tierId, nameEn, nameZh]) tiers.set(name.toLowerCase(), tierId)
  return {
    tiers,
    tierNames: all.map(({ nameZh }) => nameZh).join('、'),
    firstTierId: all.find(({ growthFromFen }) => growthFromFen === 0)?.tierId ?? null,
    capFen: core.stores.settings.storedValueRules().registeredCapFen,
    today: isoDayOf(core.clock.now(), core.offsetMinutes),
  }
}
