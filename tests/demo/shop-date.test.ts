import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayNumberAt,
  dayText,
  daysInMonth,
  fullMonthsBefore,
  monthDayText,
  startOfDayMs,
  startOfDayText,
} from '../../electron/demo/shop-date.ts'

const instant = integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2100, 0, 1) })

describe('days of the demo shop', () => {
  test('agree with the platform in Asia/Shanghai', () => {
    const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
    assert(
      property(instant, (at) => {
        const day = dayNumberAt(at)
        expect(dayText(day)).toBe(shanghai.format(at))
        expect(Date.parse(startOfDayText(day))).toBe(startOfDayMs(day))
        expect(startOfDayMs(day)).toBeLessThanOrEqual(at)
        expect(startOfDayMs(day + 1)).toBeGreaterThan(at)
      }),
    )
  })

  test('midnight in Shanghai begins the day', () => {
    expect(dayText(dayNumberAt(Date.UTC(2026, 10, 20, 15, 59, 59, 999)))).toBe('2026-11-20')
    expect(dayText(dayNumberAt(Date.UTC(2026, 10, 20, 16)))).toBe('2026-11-21')
  })

  test('February', () => {
    expect([2023, 2024, 2100, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29])
    expect(monthDayText(2, 9)).toBe('02-09')
  })

  test('the full months before a day, over a turn of the year', () => {
    expect(fullMonthsBefore(dayNumberAt(Date.UTC(2026, 1, 10)), 4)).toEqual([
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
    ])
  })
})
