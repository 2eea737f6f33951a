/**
 * Birthdays by the lunar calendar 农历: 'L08-15' beside the solar 'MM-DD'. What a till asks is the solar day on which it
 * is kept next; a person born in a leap month keeps the month of the same number; the 30th of a short month is its 29th.
 */
import { dateOf, daysOf, type CivilDate } from '../day/calendar.ts'

const LUNAR = /^L(0[1-9]|1[0-2])-(0[1-9]|[12]\d|30)$/
const SOLAR = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const LONGEST_LUNAR_YEAR_DAYS = 385
const DAY_MS = 86_400_000
const DAYS_OF_SOLAR_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the text is a birthday of either calendar. */
export function isBirthdayText(text: string): boolean {
  if (LUNAR.test(text)) return true
  const solar = SOLAR.exec(text)
  return solar !== null && Number(solar[2]) <= (DAYS_OF_SOLAR_MONTH[Number(solar[1]) - 1] ?? 0)
}

interface LunarDay {
  readonly month: number
  readonly day: number
  /** a leap month, which bears the number of the one before it */
  readonly leap: boolean
}

let formatter: Intl.DateTimeFormat | undefined

function lunarOf(days: number): LunarDay {
  formatter ??= new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  const parts = formatter.formatToParts(days * DAY_MS)
  const month = parts.find((part) => part.type === 'month')?.value ?? ''
  const day = parts.find((part) => part.type === 'day')?.value ?? ''
  return { month: Number.parseInt(month, 10), day: Number.parseInt(day, 10), leap: month.endsWith('bis') }
}

const kept = new Map<string, string>()
const MAX_KEPT = 2000

/** The next solar 'MM-DD' from `today` on which this birthday is kept; a solar one is its own day. */
export function solarBirthday(birthday: string, today: CivilDate): string {
  const lunar = LUNAR.exec(birthday)
  if (lunar === null) return birthday
  const from = daysOf(today)
  const key = `${birthday} ${from}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const { month, day } = dateOf(nextLunar(from, Number(lunar[1]), Number(lunar[2])))
  const text = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (kept.size >= MAX_KEPT) kept.clear()
  kept.set(key, text)
  return text
}

function nextLunar(from: number, month: number, day: number): number {
  for (let days = from; days <= from + LONGEST_LUNAR_YEAR_DAYS; days += 1) {
    const here = lunarOf(days)
    if (here.month !== month || here.leap) continue
    if (here.day === day) return days
    // the 30th of a month of 29 days
    if (here.day === 29 && day === 30 && lunarOf(days + 1).day === 1) return days
  }
  throw new RangeError(`no day for the lunar birthday ${month}-${day}`)
}
