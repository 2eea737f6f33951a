/**
 * When a rule holds: a period that is not over, with at least one moment on one of its days, within one of its hours.
 */
import { compareInstants, instantOfMs, type Instant } from '../pricing/instant.ts'
import { minuteOf } from '../pricing/eligibility.ts'
import type { Eligibility } from '../pricing/types.ts'
import { error, warning, type RuleProblem } from './rule.ts'
import type { RuleShelf } from './shelf.ts'
import { periodOf } from './status.ts'

const DAY_SECONDS = 86_400
/** whatever repeats by the week has come round after these */
const DAYS_LOOKED_AT = 8
const WHOLE_DAY: readonly (readonly [string, string])[] = [['00:00', '24:00']]

export function checkTimes(body: Eligibility, shelf: Pick<RuleShelf, 'nowAt' | 'offsetMinutes'>): RuleProblem[] {
  const { from, to } = periodOf(body)
  const now = instantOfMs(shelf.nowAt)
  const problems = [...checkDays(body), ...checkHours(body)]
  if (from !== null && to !== null && compareInstants(from, to) >= 0) return [...problems, error('to', 'period-empty')]
  if (to === null) return problems
  if (compareInstants(to, now) <= 0) return [...problems, error('to', 'period-over')]
  const start = from !== null && compareInstants(from, now) > 0 ? from : now
  if (problems.length > 0 || hasMoment(body, start, to, shelf.offsetMinutes)) return problems
  return [error(body.weekdays === undefined ? 'hours' : 'weekdays', 'no-moment-in-period')]
}

function checkDays({ weekdays }: Eligibility): RuleProblem[] {
  return weekdays?.length === 0 ? [error('weekdays', 'no-weekday')] : []
}

function checkHours({ hours }: Eligibility): RuleProblem[] {
  if (hours === undefined) return []
  if (hours.length === 0) return [error('hours', 'no-hours')]
  return hours.flatMap(([start, end], place) =>
    hours.some((other, before) => before < place && other[0] < end && start < other[1])
      ? [warning(`hours[${place}]`, 'hours-overlap')]
      : [],
  )
}

/** Whether some second of [start, end) lies on one of the days and within one of the hours. */
function hasMoment({ weekdays, hours }: Eligibility, start: Instant, end: Instant, offsetMinutes: number): boolean {
  const offset = offsetMinutes * 60
  const firstDay = Math.floor((start.seconds + offset) / DAY_SECONDS)
  for (let day = firstDay; day < firstDay + DAYS_LOOKED_AT; day += 1) {
    // 1970-01-01 was a Thursday
    const weekday = ((((day + 3) % 7) + 7) % 7) + 1
    if (weekdays !== undefined && !weekdays.includes(weekday)) continue
    const midnight = day * DAY_SECONDS - offset
    for (const [opens, closes] of hours ?? WHOLE_DAY) {
      const later = Math.max(midnight + minuteOf(opens) * 60, start.seconds)
      if (later < Math.min(midnight + minuteOf(closes) * 60, end.seconds + (end.nanos > 0 ? 1 : 0))) return true
    }
  }
  return false
}
