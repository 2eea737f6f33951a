/**
 * Exact instants, without any clock.
 *
 * Invariant: an Instant is whole seconds since 1970-01-01T00:00:00Z plus 0 … 999,999,999 nanoseconds after them, so that
 * two instants compare exactly, up to the nine decimals that are accepted.
 */

export interface Instant {
  readonly seconds: number
  readonly nanos: number
}

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** RFC 3339 with offset, `T` and `Z` upper case, at most nine decimals; null when `text` is none. */
export function parseInstant(text: string): Instant | null {
  const match = RFC3339.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, decimals, sign, offsetHour, offsetMinute] = match
  if (!isDayOfMonth(Number(year), Number(month), Number(day))) return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  if (Number(offsetHour ?? 0) > 23 || Number(offsetMinute ?? 0) > 59) return null
  const offset = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * 60 * (sign === '-' ? -1 : 1)
  const days = daysFromCivil(Number(year), Number(month), Number(day))
  const seconds = days * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset
  return { seconds, nanos: Number((decimals ?? '').padEnd(9, '0')) }
}

/** The instant of whole or broken milliseconds since the epoch. */
export function instantOfMs(epochMs: number): Instant {
  const seconds = Math.floor(epochMs / 1000)
  return { seconds, nanos: Math.round((epochMs - seconds * 1000) * 1_000_000) }
}

/** Negative when a is before b, 0 when they are the same instant, positive when a is after b. */
export function compareInstants(a: Instant, b: Instant): number {
  return a.seconds === b.seconds ? a.nanos - b.nanos : a.seconds - b.seconds
}

/** Whether the proleptic Gregorian calendar has that day. */
export function isDayOfMonth(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
  return day >= 1 && day <= last
}

/** Days from 1970-01-01 to the day of the proleptic Gregorian calendar. */
function daysFromCivil(year: number, month: number, day: number): number {
  // Years that begin in March put the leap day last, so that a month's first day is a linear formula.
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
