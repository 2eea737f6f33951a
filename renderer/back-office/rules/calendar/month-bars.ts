/**
 * What runs in a month, as bars over its days. A rule of certain weekdays has a bar for each run of days; a rule of
 * certain hours fills only that part of the day's height, the morning above and the night below.
 */
import type { RuleView } from '../../../../shared/contract/rules.ts'
import { dayOf } from '../../../kit/instant-text.ts'
import { dayPlus, daysBetween, weekdayOf } from '../draft/day-times.ts'
import type { RuleBody } from '../draft/rule-draft.ts'

export interface Bar {
  /** of the month, 1 for its first day */
  readonly first: number
  readonly last: number
  /** it began before the month, or goes on after it */
  readonly before: boolean
  readonly after: boolean
}

export interface MonthRow {
  readonly rule: RuleView
  readonly bars: readonly Bar[]
  /** parts of the day in thousandths, from midnight; the whole day is one part */
  readonly parts: readonly { readonly from: number; readonly to: number }[]
}

export interface Month {
  /** 'YYYY-MM' */
  readonly month: string
  readonly firstDay: string
  readonly dayCount: number
}

export function monthOf(day: string): Month {
  const month = day.slice(0, 7)
  const firstDay = `${month}-01`
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  return { month, firstDay, dayCount: daysBetween(firstDay, next) }
}

export const monthAfter = ({ firstDay, dayCount }: Month): Month => monthOf(dayPlus(firstDay, dayCount))
export const monthBefore = ({ firstDay }: Month): Month => monthOf(dayPlus(firstDay, -1))

/** The rules that run on some day of the month, in their order. */
export function rowsOf(rules: readonly RuleView[], month: Month): MonthRow[] {
  return rules.flatMap((rule) => {
    const bars = barsOf(rule, month)
    return bars.length === 0 ? [] : [{ rule, bars, parts: partsOf(rule) }]
  })
}

function barsOf(rule: RuleView, { firstDay, dayCount }: Month): Bar[] {
  const span = spanOf(rule)
  const from = span.from === null ? 1 : daysBetween(firstDay, dayOf(span.from)) + 1
  const to = span.to === null ? dayCount : daysBetween(firstDay, dayOf(span.to - 1)) + 1
  const openStart = span.from === null || from < 1
  const openEnd = span.to === null || to > dayCount
  const first = Math.max(1, from)
  const last = Math.min(dayCount, to)
  if (first > last) return []
  const { weekdays } = rule.understood ? (rule.body as unknown as RuleBody) : { weekdays: undefined }
  if (weekdays === undefined) return [{ first, last, before: openStart, after: openEnd }]
  const bars: Bar[] = []
  for (let day = first; day <= last; day += 1) {
    if (!weekdays.includes(weekdayOf(dayPlus(firstDay, day - 1)))) continue
    const previous = bars.at(-1)
    if (previous?.last === day - 1) bars[bars.length - 1] = { ...previous, last: day }
    else bars.push({ first: day, last: day, before: false, after: false })
  }
  return bars
}

/** A rule that was ended by hand ran until then, whatever its dates say. */
function spanOf({ status, from, to, changedAt }: RuleView): { from: number | null; to: number | null } {
  if (status !== 'ended' || (to !== null && to <= changedAt)) return { from, to }
  return { from, to: changedAt }
}

const THOUSANDTHS = 1000
const DAY_MINUTES = 1440

function partsOf(rule: RuleView): { from: number; to: number }[] {
  const { hours } = rule.understood ? (rule.body as unknown as RuleBody) : { hours: undefined }
  const at = (time: string): number => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return Math.round(((hour * 60 + minute) * THOUSANDTHS) / DAY_MINUTES)
  }
  if (hours === undefined || hours.length === 0) return [{ from: 0, to: THOUSANDTHS }]
  return hours.map(([start, end]) => ({ from: at(start), to: at(end) }))
}
