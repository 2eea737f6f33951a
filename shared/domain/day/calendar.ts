/**
 * Civil dates on integers: no clock, no locale, no daylight saving. A shop's zone is its offset in minutes.
 * Days are counted from 1970-01-01; the arithmetic is Howard Hinnant's days_from_civil.
 */
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Local parts of an instant (epoch ms) at an offset of the shop from UTC. */
export interface CivilInstant extends CivilDate {
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** Days since 1970-01-01 of a civil date. */
export function daysOf(date: CivilDate): number {
  const year = date.month <= 2 ? date.year - 1 : date.year
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const shifted = (date.month + 9) % 12
  const dayOfYear = Math.floor((153 * shifted + 2) / 5) + date.day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The civil date of a count of days since 1970-01-01. */
export function dateOf(days: number): CivilDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

export function civilOf(at: number, offsetMinutes: number): CivilInstant {
  const local = at + offsetMinutes * MINUTE_MS
  const days = Math.floor(local / DAY_MS)
  const seconds = Math.floor((local - days * DAY_MS) / 1000)
  return {
    ...dateOf(days),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor((seconds % 3600) / 60),
    second: seconds % 60,
  }
}

/** 'YYYY-MM-DD' of an instant at the shop. */
export function isoDayOf(at: number, offsetMinutes: number): string {
  return isoDay(civilOf(at, offsetMinutes))
}

export function isoDay(date: CivilDate): string {
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`
}

/** Days since 1970-01-01 of 'YYYY-MM-DD'. Throws when the text is no date. */
export function daysOfIso(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) throw new RangeError(`not a date: ${text}`)
  return daysOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}

/** Whether the text is a day that there is: '2026-02-30' is none. */
export function isIsoDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isoDay(dateOf(daysOfIso(text))) === text
}

/** 'YYYY-MM-DD HH:MM' of an instant at the shop. */
export function minuteTextOf(at: number, offsetMinutes: number): string {
  const civil = civilOf(at, offsetMinutes)
  return `${isoDay(civil)} ${two(civil.hour)}:${two(civil.minute)}`
}

/** Days until the next 'MM-DD', 0 today. A birthday on 02-29 waits for the next leap year. */
export function daysUntilBirthday(birthday: string, today: CivilDate): number {
  const month = Number(birthday.slice(0, 2))
  const day = Number(birthday.slice(3, 5))
  for (let year = today.year; year <= today.year + 8; year++) {
    const next = daysOf({ year, month, day })
    const real = dateOf(next)
    if (real.month === month && real.day === day && next >= daysOf(today)) return next - daysOf(today)
  }
  throw new RangeError(`not a birthday: ${birthday}`)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
