/**
 * The print queue: a job is written in the commit of what it prints, and drained afterwards from committed rows.
 *
 * queued → printing → printed | failed (nothing came out, tried again) | unsure (may have come out; a person decides).
 * Its states are no facts of the shop: they change by single statements and stand in no row of the chain.
 */
import type { Store } from './open-store.ts'
import { preparedInsert } from './prepared.ts'
import { printJobs } from './schema.ts'
import { unlessDiskFails } from './sqlite-errors.ts'

export type PrintState = 'queued' | 'printing' | 'printed' | 'failed' | 'unsure' | 'dropped'
export type PrintKind = 'receipt' | 'shift-report' | 'statement' | 'test'
export type PrintJob = Omit<typeof printJobs.$inferSelect, 'state' | 'kind'> & {
  readonly state: PrintState
  readonly kind: PrintKind
}

export interface PrintJobStore {
  put(job: PrintJob): void
  /** the oldest job that may be printed now */
  next(): PrintJob | undefined
  byId(jobId: string): PrintJob | undefined
  open(): PrintJob[]
  counts(): { queued: number; unsure: number }
  copies(subjectId: string): { copies: number; state: PrintState | null }
  /** second copies asked for between two instants */
  reprintsBetween(fromAt: number, toAt: number): number
  /** inside a commit */
  setState(jobId: string, state: PrintState): void
  /** inside a commit: everything that is queued has come out */
  allPrinted(): void
  /** by itself, outside a commit; false where the disk failed and the state is what it was */
  noteState(jobId: string, state: PrintState): boolean
  /** after a restart nobody knows whether a job that was printing came out */
  unsureAfterRestart(): void
}

export function createPrintJobStore(store: Store): PrintJobStore {
  const { sqlite, orm } = store
  const insert = preparedInsert(orm, printJobs)
  const columns = 'job_id AS jobId, seq, kind, subject_id AS subjectId, copy, drawer, state, at'
  type Raw = Omit<PrintJob, 'drawer'> & { drawer: number }
  const findNext = sqlite.prepare<[], Raw>(
    `SELECT ${columns} FROM print_jobs WHERE state IN ('queued', 'printing', 'failed', 'unsure') AND state IN ('queued', 'failed') ORDER BY seq LIMIT 1`,
  )
  const findOpen = sqlite.prepare<[], Raw>(
    `SELECT ${columns} FROM print_jobs WHERE state IN ('queued', 'printing', 'failed', 'unsure') ORDER BY seq LIMIT 200`,
  )
  const findById = sqlite.prepare<[string], Raw>(`SELECT ${columns} FROM print_jobs WHERE job_id = ?`)
  const countOpen = sqlite.prepare<[], { queued: number; unsure: number }>(
    `SELECT coalesce(sum(state <> 'unsure'), 0) AS queued, coalesce(sum(state = 'unsure'), 0) AS unsure
     FROM print_jobs WHERE state IN ('queued', 'printing', 'failed', 'unsure')`,
  )
  const ofSubject = sqlite.prepare<[string], { copy: number; state: PrintState }>(
    'SELECT copy, state FROM print_jobs WHERE subject_id = ? ORDER BY copy DESC LIMIT 1',
  )
  const countReprints = sqlite.prepare<[number, number], { count: number }>(
    'SELECT count(*) AS count FROM print_jobs WHERE copy > 0 AND at BETWEEN ? AND ?',
  )
  const update = sqlite.prepare('UPDATE print_jobs SET state = ? WHERE job_id = ?')
  const unsure = sqlite.prepare(`UPDATE print_jobs SET state = 'unsure' WHERE state = 'printing'`)
  const printAll = sqlite.prepare(`UPDATE print_jobs SET state = 'printed' WHERE state = 'queued'`)
  const read = (raw: Raw | undefined): PrintJob | undefined =>
    raw === undefined ? undefined : { ...raw, drawer: raw.drawer === 1 }
  return {
    put: insert,
    next: () => read(findNext.get()),
    byId: (jobId) => read(findById.get(jobId)),
    open: () => findOpen.all().map((raw) => ({ ...raw, drawer: raw.drawer === 1 })),
    counts: () => countOpen.get() ?? { queued: 0, unsure: 0 },
    copies: (subjectId) => {
      const last = ofSubject.get(subjectId)
      return last === undefined ? { copies: 0, state: null } : { copies: last.copy + 1, state: last.state }
    },
    reprintsBetween: (fromAt, toAt) => countReprints.get(fromAt, toAt)?.count ?? 0,
    setState: (jobId, state) => void update.run(state, jobId),
    allPrinted: () => void printAll.run(),
    noteState: (jobId, state) => unlessDiskFails(store.folder, () => void update.run(state, jobId)),
    unsureAfterRestart: () => void unsure.run(),
  }
}
