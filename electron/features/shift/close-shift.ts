/**
 * Closes shift and business day with the counted drawer. The row carries the day's digest: count, first and last seq, the
 * head's hash, sums by account and by tender, and the drawer.
 */
import type { ShiftSummary } from '../../../shared/contract/app.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { Json } from '../../store/canonical.ts'
import type { ShiftFigures, ShiftRow } from '../../store/shift-store.ts'
import { summaryOf } from './shift-summary.ts'

export interface CloseShiftCommand {
  readonly commandId: string
  readonly shiftId: string
  readonly countedFen: number
}

export function closeShift(core: Core, command: CloseShiftCommand): Result<ShiftSummary> {
  const permitted = requirePermission(core, 'shift.close')
  if (!permitted.ok) return permitted
  const { shiftId, countedFen } = command
  const content = { shiftId, countedFen, what: 'close' }
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return closedSummary(core, shiftId)
  const shift = core.stores.shifts.open()
  if (shift === undefined) return refuse('shift-not-open')
  if (shift.shiftId !== shiftId) return refuse('shift-other')
  const { order } = core.memory
  if (order.screen !== 'done' && (order.lines.length > 0 || order.tenders.length > 0))
    return refuse('shift-has-open-order')
  if (core.stores.payments.open().length > 0) return refuse('shift-has-open-order')
  const done = commitClose(core, command, shift, permitted.value.operatorId, content)
  if (!done.ok) return done
  core.memory.shift = null
  core.changed()
  core.wakePrinter()
  return closedSummary(core, shiftId)
}

function commitClose(
  core: Core,
  command: CloseShiftCommand,
  shift: ShiftRow,
  operatorId: string,
  content: { shiftId: string; countedFen: number; what: string },
): Result<unknown> {
  const at = core.clock.now()
  const figures = core.stores.shifts.figures(shift.openedSeq, core.store.head.seq)
  const summary = summaryOf({ ...shift, countedFen: command.countedFen }, figures)
  const { expectedCashFen, differenceFen } = summary
  return core.committer.commit({
    commandId: command.commandId,
    content,
    kind: 'shift-closed',
    version: 1,
    payload: {
      at,
      hqAt: null,
      shiftId: shift.shiftId,
      businessDay: shift.businessDay,
      dayOrdinal: shift.dayOrdinal,
      operatorId,
      closesDay: true,
      digest: digestOfDay(core, shift, figures),
      drawer: { floatFen: shift.floatFen, expectedFen: expectedCashFen, countedFen: command.countedFen, differenceFen },
    },
    audit: [
      {
        at,
        action: 'shift-closed',
        operatorId,
        approverId: null,
        subject: shift.shiftId,
        detail: { expectedFen: expectedCashFen, countedFen: command.countedFen },
      },
    ],
    answer: null,
    write: (seq) => {
      const closing = {
        shiftId: shift.shiftId,
        closedAt: at,
        closedBy: operatorId,
        countedFen: command.countedFen,
        expectedFen: expectedCashFen,
      }
      core.stores.shifts.putClosed(closing, seq)
      core.stores.printJobs.put({
        jobId: core.newId(),
        seq,
        kind: 'shift-report',
        subjectId: shift.shiftId,
        copy: 0,
        drawer: false,
        state: 'queued',
        at,
      })
    },
  })
}

/** What HQ recomputes and compares: count, first and last seq, the head's hash, sums by account and by tender. */
function digestOfDay(core: Core, shift: ShiftRow, figures: ShiftFigures): Json {
  const { head } = core.store
  return {
    rows: head.seq - shift.openedSeq + 1,
    firstSeq: shift.openedSeq,
    lastSeq: head.seq,
    headHash: head.hash,
    accounts: core.stores.shifts
      .accountSums(shift.openedSeq)
      .map(({ account, asset, amount }) => [account, asset, amount]),
    tenders: figures.tenders.map(({ kind, count, amountFen }) => [kind, count, amountFen]),
    openLeases: [],
  }
}

function closedSummary(core: Core, shiftId: string): Result<ShiftSummary> {
  const shift = core.stores.shifts.byId(shiftId)
  if (shift?.closedSeq == null) return refuse('shift-other')
  return ok(summaryOf(shift, core.stores.shifts.figures(shift.openedSeq, shift.closedSeq)))
}
