/** Print jobs by hand: a second copy (marked 补打), what becomes of an unsure one, a test page. Each is a row and is audited. */
import type { PrintJobRow, ReceiptRow } from '../../../shared/contract/back-office.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { PrintJob, PrintKind } from '../../store/print-job-store.ts'
import { receiptRowOf } from './find-receipts.ts'

export function reprintReceipt(
  core: Core,
  command: { commandId: string; saleId: string; jobId: string },
): Result<ReceiptRow> {
  const permitted = requirePermission(core, 'receipt.reprint')
  if (!permitted.ok) return permitted
  if (!core.stores.sales.exists(command.saleId)) return refuse('sale-unknown')
  const { copies } = core.stores.printJobs.copies(command.saleId)
  const job = { jobId: command.jobId, kind: 'receipt' as const, subjectId: command.saleId, copy: copies }
  const done = commitJob(core, command.commandId, permitted.value.operatorId, 'receipt-reprinted', job)
  return done.ok ? receiptRowOf(core, command.saleId) : done
}

export function printTestPage(core: Core, command: { commandId: string }): Result<null> {
  const permitted = requirePermission(core, 'settings.edit')
  if (!permitted.ok) return permitted
  const jobId = core.newId()
  return commitJob(core, command.commandId, permitted.value.operatorId, 'test-printed', {
    jobId,
    kind: 'test',
    subjectId: 'test',
    copy: 0,
  })
}

export function openJobs(core: Core): Result<PrintJobRow[]> {
  const permitted = requirePermission(core, 'receipt.reprint')
  if (!permitted.ok) return permitted
  return ok(core.stores.printJobs.open().map((job) => jobRow(core, job)))
}

export type JobDecision = 'came-out' | 'print-again' | 'drop'

export function settleJob(
  core: Core,
  command: { commandId: string; jobId: string; decision: JobDecision },
): Result<PrintJobRow[]> {
  const permitted = requirePermission(core, 'receipt.reprint')
  if (!permitted.ok) return permitted
  const { jobId, decision } = command
  const job = core.stores.printJobs.byId(jobId)
  const at = core.clock.now()
  const operatorId = permitted.value.operatorId
  const before = core.committer.earlier(command.commandId, { jobId, decision })
  if (!before.ok) return before
  if (before.value !== null) return openJobs(core)
  if (job === undefined || (job.state !== 'unsure' && job.state !== 'failed')) return refuse('job-unknown')
  const newJobId = core.newId()
  const done = core.committer.commit({
    commandId: command.commandId,
    content: { jobId, decision },
    kind: 'print-job-settled',
    version: 1,
    payload: { at, hqAt: null, jobId, decision, operatorId, newJobId: decision === 'print-again' ? newJobId : null },
    audit: [
      { at, action: 'print-job-settled', operatorId, approverId: null, subject: job.subjectId, detail: { decision } },
    ],
    answer: null,
    write: (seq) => {
      core.stores.printJobs.setState(jobId, decision === 'came-out' ? 'printed' : 'dropped')
      if (decision === 'print-again') {
        core.stores.printJobs.put({
          ...job,
          jobId: newJobId,
          seq,
          copy: job.copy + 1,
          drawer: false,
          state: 'queued',
          at,
        })
      }
    },
  })
  if (!done.ok) return done
  core.changed()
  core.wakePrinter()
  return openJobs(core)
}

function commitJob(
  core: Core,
  commandId: string,
  operatorId: string,
  kind: string,
  job: { jobId: string; kind: PrintKind; subjectId: string; copy: number },
): Result<null> {
  const at = core.clock.now()
  const done = core.committer.commit({
    commandId,
    content: { kind, subjectId: job.subjectId },
    kind,
    version: 1,
    payload: { at, hqAt: null, operatorId, jobId: job.jobId, subjectId: job.subjectId, copy: job.copy },
    audit: [{ at, action: kind, operatorId, approverId: null, subject: job.subjectId, detail: { copy: job.copy } }],
    answer: null,
    write: (seq) => core.stores.printJobs.put({ ...job, seq, drawer: false, state: 'queued', at }),
  })
  if (!done.ok) return done
  core.changed()
  core.wakePrinter()
  return ok(null)
}

const titles = {
  receipt: { zh: '小票', en: 'Receipt' },
  'shift-report': { zh: '交班单', en: 'Shift report' },
  statement: { zh: '储值对账单', en: 'Stored-value statement' },
  test: { zh: '测试页', en: 'Test page' },
} as const

function jobRow(core: Core, job: PrintJob): PrintJobRow {
  const number = job.kind === 'receipt' ? ` ${core.stores.sales.read(job.subjectId)?.document.receiptNo ?? ''}` : ''
  const title = titles[job.kind]
  return {
    jobId: job.jobId,
    saleId: job.kind === 'receipt' ? job.subjectId : null,
    title: { zh: title.zh + number, en: title.en + number },
    state: job.state === 'dropped' ? 'printed' : job.state,
    copy: job.copy,
    at: job.at,
  }
}
