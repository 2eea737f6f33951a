import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  civilOf,
  dateOf,
  daysOf,
  daysOfIso,
  daysUntilBirthday,
  isoDay,
  isoDayOf,
  minuteTextOf,
} from '../../../shared/domain/day/calendar.ts'

const seed = Number(process.env['DAY_SEED'] ?? 20_261_123)
console.info(`dates from seed ${seed}`)
const runs = { seed, numRuns: 1000 }
const SHANGHAI = 480

describe('dates', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-11-23', 20_780],
    ['2100-03-01', 47_541],
  ])('%s is day %i', (text, days) => {
    expect(daysOfIso(text)).toBe(days)
    expect(isoDay(dateOf(days))).toBe(text)
  })

  test('agree with the language’s own calendar for four centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -80_000, max: 80_000 }), (days) => {
        const own = new Date(days * 86_400_000)
        expect(dateOf(days)).toEqual({
          year: own.getUTCFullYear(),
          month: own.getUTCMonth() + 1,
          day: own.getUTCDate(),
        })
        expect(daysOf(dateOf(days))).toBe(days)
      }),
      runs,
    )
  })

  test.each(['', '2026-1-1', '20261123', 'yesterday', '2026-11-23T00:00'])('%j is none', (text) => {
    expect(() => daysOfIso(text)).toThrow('not a date')
  })
})

describe('the clock of the shop', () => {
  test.each([
    [Date.UTC(2026, 10, 22, 15, 59, 59, 999), '2026-11-22', '2026-11-22 23:59'],
    [Date.UTC(2026, 10, 22, 16), '2026-11-23', '2026-11-23 00:00'],
    [Date.UTC(2026, 11, 31, 16), '2027-01-01', '2027-01-01 00:00'],
    [Date.UTC(2028, 1, 28, 16), '2028-02-29', '2028-02-29 00:00'],
    [-1, '1970-01-01', '1970-01-01 07:59'],
  ])('at %i', (at, day, minute) => {
    expect(isoDayOf(at, SHANGHAI)).toBe(day)
    expect(minuteTextOf(at, SHANGHAI)).toBe(minute)
  })

  test('agrees with the language’s own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (at) => {
        const own = new Date(at + SHANGHAI * 60_000)
        expect(civilOf(at, SHANGHAI)).toEqual({
          year: own.getUTCFullYear(),
          month: own.getUTCMonth() + 1,
          day: own.getUTCDate(),
          hour: own.getUTCHours(),
          minute: own.getUTCMinutes(),
          second: own.getUTCSeconds(),
        })
      }),
      runs,
    )
  })
})

describe('a birthday', () => {
  test.each([
    ['11-23', { year: 2026, month: 11, day: 23 }, 0],
    ['11-24', { year: 2026, month: 11, day: 23 }, 1],
    ['11-22', { year: 2026, month: 11, day: 23 }, 364],
    ['01-01', { year: 2026, month: 12, day: 31 }, 1],
    ['02-29', { year: 2027, month: 2, day: 28 }, 366],
    ['02-29', { year: 2028, month: 2, day: 29 }, 0],
    ['02-29', { year: 2096, month: 3, day: 1 }, 2920],
  ])('%s is in so many days', (birthday, today, days) => {
    expect(daysUntilBirthday(birthday, today)).toBe(days)
  })

  test.each(['02-30', '13-01', '00-10'])('%s is none', (birthday) => {
    expect(() => daysUntilBirthday(birthday, { year: 2026, month: 1, day: 1 })).toThrow('not a birthday')
  })
})
