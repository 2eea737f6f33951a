/** Birthdays as people and spreadsheets write them; of the year nothing is kept. */
import { dateOf, daysOf } from '../day/calendar.ts'
import { halfWidth } from '../products/typed-numbers.ts'

/** A year in which there is a 29 February. */
const LEAP_YEAR = 2000
const FIRST_YEAR = 1900

/**
 * 'MM-DD' of '1990-05-12', '1990/5/12', '1990年5月12日', '19900512', '5月12日', '05-12'; null where there is no such day, or
 * one after `today` ('YYYY-MM-DD').
 */
export function birthdayOfText(text: string, today: string): string | null {
  const plain = halfWidth(text)
    .replace(/[T ]\d{1,2}:.*$/, '')
    .replace(/[年月./]/g, '-')
    .replace(/日$/, '')
  const full = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (full !== null) {
    const [year, month, day] = [Number(full[1]), Number(full[2]), Number(full[3])]
    if (year < FIRST_YEAR || !isDay(year, month, day)) return null
    return `${year}-${two(month)}-${two(day)}` > today ? null : `${two(month)}-${two(day)}`
  }
  const short = /^(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (short === null) return null
  const [month, day] = [Number(short[1]), Number(short[2])]
  return isDay(LEAP_YEAR, month, day) ? `${two(month)}-${two(day)}` : null
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  const real = dateOf(daysOf({ year, month, day }))
  return real.month === month && real.day === day
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
