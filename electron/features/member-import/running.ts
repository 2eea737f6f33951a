/**
 * The import of a till, in memory: one at a time. Its file is in a thread of its own, what is here is how far it has come.
 * Nothing of it is a fact but the batches that write-batches.ts commits.
 *
 * Invariants: while batches are written no other file takes its place; an import that was left answers nothing any more.
 */
import type { ColumnMap, MemberImportView } from '../../../shared/contract/member-import.ts'
import { ok, refuse, type Refusal, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { ImportThread } from './import-questions.ts'
import type { Counts } from './import-work.ts'

export interface RunningImport {
  view: MemberImportView
  /** the file as far as it has come; null once the thread has it */
  bytes: Buffer | null
  /** from the file alone, hex */
  fileDigest: string
  thread: ImportThread | null
  /** resolves when no batch is being written any more */
  writing: Promise<void> | null
  stopAsked: boolean
}

const current = new WeakMap<Core, RunningImport>()

export function importOf(core: Core): RunningImport | undefined {
  return current.get(core)
}

export function newImport(core: Core, fileName: string, sizeBytes: number): RunningImport {
  const fresh: RunningImport = {
    view: {
      importId: core.newId(),
      fileName,
      state: 'receiving',
      done: 0,
      total: sizeBytes,
      header: [],
      sample: [],
      columns: {},
      missing: [],
      counts: { rows: 0, fresh: 0, taken: 0, existing: 0, wrong: 0 },
      digest: '',
      refusal: null,
    },
    bytes: Buffer.alloc(sizeBytes),
    fileDigest: '',
    thread: null,
    writing: null,
    stopAsked: false,
  }
  current.set(core, fresh)
  return fresh
}

export function change(running: RunningImport, part: Partial<MemberImportView>): void {
  running.view = { ...running.view, ...part }
}

export function fail(running: RunningImport, { code, params }: Refusal): void {
  change(running, { state: 'failed', refusal: { code, params: { ...params } } })
}

export function countsView(counts: Counts): MemberImportView['counts'] {
  return { ...counts }
}

/** What the columns are called in the digest of an import: the same map is the same text. */
export function columnsText(columns: ColumnMap): string {
  return Object.entries(columns)
    .map(([column, place]) => `${column}=${place}`)
    .sort()
    .join(',')
}

/** Stops what is written at the end of its batch, and lets the file go. */
export async function leaveImport(core: Core): Promise<void> {
  const running = current.get(core)
  if (running === undefined) return
  running.stopAsked = true
  await running.writing
  await running.thread?.end()
  if (current.get(core) === running) current.delete(core)
}

/** Refuses with not-signed-in, not-permitted, member-import-unknown where another file took its place. */
export function permittedImport(core: Core, importId: string): Result<RunningImport> {
  const permitted = requirePermission(core, 'member.import')
  if (!permitted.ok) return permitted
  const running = importOf(core)
  return running?.view.importId === importId ? ok(running) : refuse('member-import-unknown')
}

/** What throws is a bug: the import says so, and the till sells on. */
export async function watched(running: RunningImport, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
    fail(running, { code: 'member-import-failed', params: { detail } })
  }
}
