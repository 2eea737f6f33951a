/**
 * Days of the demo shop, which lies in Asia/Shanghai: UTC+8 all year since 1991, so that no time zone data is needed.
 *
 * Invariants: pure; a day number counts days since 1970-01-01 in the shop; text days are 'YYYY-MM-DD'.
 */

import { dateOf, isoDay } from '../../shared/domain/day/calendar.ts'

const DAY_MS = 86_400_000
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** The shop's day number at an instant (epoch ms). */
export function dayNumberAt(instantMs: number): number {
  return Math.floor((instantMs + SHANGHAI_OFFSET_MS) / DAY_MS)
}

/** The instant (epoch ms) at which the shop's day begins. */
export function startOfDayMs(dayNumber: number): number {
  return dayNumber * DAY_MS - SHANGHAI_OFFSET_MS
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** 'YYYY-MM-DD'. */
export function dayText(dayNumber: number): string {
  return isoDay(dateOf(dayNumber))
}

/** 'MM-DD' of a month and a day. */
export function monthDayText(month: number, day: number): string {
  return `${twoDigits(month)}-${twoDigits(day)}`
}

/** RFC 3339 instant of the day's first moment in the shop, as the pricing scenario wants it. */
export function startOfDayText(dayNumber: number): string {
  return `${dayText(dayNumber)}T00:00:00+08:00`
}

/** The `count` full months before the month of `dayNumber`, oldest first, as 'YYYY-MM'. */
export function fullMonthsBefore(dayNumber: number, count: number): string[] {
  const { year, month } = dateOf(dayNumber)
  const months: string[] = []
  for (let back = count; back >= 1; back -= 1) {
    const monthIndex = year * 12 + (month - 1) - back
    months.push(`${Math.floor(monthIndex / 12)}-${twoDigits((monthIndex % 12) + 1)}`)
  }
  return months
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
