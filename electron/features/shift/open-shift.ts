/** Opens the first shift with its float, and with it the business day. */
import { decideBusinessDay } from '../../../shared/domain/day/shift.ts'
import { isoDayOf } from '../../../shared/domain/day/calendar.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core, OpenShift } from '../../core.ts'

export interface OpenShiftCommand {
  readonly commandId: string
  readonly shiftId: string
  readonly floatFen: number
  /** the date, confirmed by whoever opens, where the clock is more than a day off the last business day */
  readonly businessDay?: string | undefined
}

export function openShift(core: Core, command: OpenShiftCommand): Result<null> {
  const permitted = requirePermission(core, 'shift.open')
  if (!permitted.ok) return permitted
  const { shiftId, floatFen } = command
  const content = { shiftId, floatFen, businessDay: command.businessDay ?? null }
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(null)
  if (core.memory.shift !== null) return refuse('shift-already-open')
  core.clock.resync()
  const at = core.clock.now()
  const day = decideBusinessDay(
    isoDayOf(at, core.offsetMinutes),
    core.stores.shifts.lastDay() ?? null,
    command.businessDay,
  )
  if (!day.ok) return day
  const operator = permitted.value
  const shift: OpenShift = { shiftId, ...day.value, openedAt: at, openedBy: operator.operatorId, floatFen }
  const done = core.committer.commit({
    commandId: command.commandId,
    content,
    kind: 'shift-opened',
    version: 1,
    payload: { at, hqAt: null, shiftId, ...day.value, floatFen, operatorId: operator.operatorId, opensDay: true },
    audit: [
      {
        at,
        action: 'shift-opened',
        operatorId: operator.operatorId,
        approverId: null,
        subject: shiftId,
        detail: { floatFen, ...day.value },
      },
    ],
    answer: null,
    write: (seq) => {
      core.stores.shifts.putOpened({
        ...shift,
        openedSeq: seq,
        closedSeq: null,
        closedAt: null,
        closedBy: null,
        countedFen: null,
        expectedFen: null,
      })
    },
  })
  if (!done.ok) return done
  core.memory.shift = shift
  core.changed()
  core.dayOpened()
  return ok(null)
}
