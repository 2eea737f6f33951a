/** The bytes of a print job, made from committed rows when the job's turn comes. */
import { layoutShiftReport } from '../../../shared/domain/receipt/layout-shift-report.ts'
import { RECEIPT_TEXTS } from '../../../shared/text/receipt.ts'
import type { Core } from '../../core.ts'
import { receiptBytes } from '../../devices/printer/escpos-bytes.ts'
import type { PrintJob } from '../../store/print-job-store.ts'
import { paperOfDocument } from './paper-of-document.ts'
import { reportOfShift } from './report-of-shift.ts'
import { statementOfAccount } from './statement-of-account.ts'
import { testPage } from './test-page.ts'

/** A drawer that opens long after the sale is a danger, not a service. */
const DRAWER_WITHIN_MS = 10_000

/** Throws (a bug) where the job's document is not in the store: both were written in one commit. */
export function bytesOfJob(core: Core, job: PrintJob): Buffer {
  const { settings } = core.memory
  if (settings === null) throw new Error('a job without a shop')
  const paper = settings.paperMm
  if (job.kind === 'test') return receiptBytes(testPage(core, settings), { paper, openDrawer: false })
  if (job.kind === 'receipt') {
    const sale = core.stores.sales.read(job.subjectId)
    if (sale === undefined) throw new Error(`no sale ${job.subjectId}`)
    return receiptBytes(paperOfDocument(core, settings, sale, job.copy), {
      paper,
      openDrawer: job.drawer && core.clock.now() - job.at <= DRAWER_WITHIN_MS,
    })
  }
  if (job.kind === 'statement')
    return receiptBytes(statementOfAccount(core, settings, job), { paper, openDrawer: false })
  const shift = core.stores.shifts.byId(job.subjectId)
  if (shift === undefined || shift.closedSeq === null || shift.closedAt === null || shift.countedFen === null) {
    throw new Error(`no closed shift ${job.subjectId}`)
  }
  const closed = { ...shift, closedAt: shift.closedAt, countedFen: shift.countedFen }
  const figures = core.stores.shifts.figures(shift.openedSeq, shift.closedSeq)
  return receiptBytes(
    layoutShiftReport(reportOfShift(core, settings, closed, figures, job.copy), RECEIPT_TEXTS.zh, paper),
    {
      paper,
      openDrawer: false,
    },
  )
}
