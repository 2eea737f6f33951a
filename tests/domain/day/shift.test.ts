import { describe, expect, test } from 'vitest'
import { decideBusinessDay, expectedCash } from '../../../shared/domain/day/shift.ts'

const last = { businessDay: '2026-11-23', dayOrdinal: 2 }

describe('the business day that opens', () => {
  test.each([
    ['the first of all', '2026-11-23', null, undefined, '2026-11-23 1'],
    ['the first, confirmed otherwise', '2026-11-23', null, '2026-11-20', '2026-11-20 1'],
    ['the same day again', '2026-11-23', last, undefined, '2026-11-23 3'],
    ['the next day', '2026-11-24', last, undefined, '2026-11-24 1'],
    ['two days later', '2026-11-25', last, undefined, 'confirm-business-day'],
    ['two days later, confirmed', '2026-11-25', last, '2026-11-25', '2026-11-25 1'],
    ['over the end of a year', '2027-01-01', { businessDay: '2026-12-31', dayOrdinal: 1 }, undefined, '2027-01-01 1'],
    ['by a clock that was put back', '2026-11-22', last, undefined, 'confirm-business-day'],
    ['by a clock that was put back, and the same day confirmed', '2026-11-22', last, '2026-11-23', '2026-11-23 3'],
    ['a day before the last, confirmed', '2026-11-22', last, '2026-11-22', 'business-day-before-last'],
    ['far ahead, but the next day confirmed', '2027-11-22', last, '2026-11-24', '2026-11-24 1'],
  ])('%s', (_what, today, before, confirmed, expected) => {
    const decided = decideBusinessDay(today, before, confirmed)
    expect(decided.ok ? `${decided.value.businessDay} ${decided.value.dayOrdinal}` : decided.refusal.code).toBe(
      expected,
    )
  })

  test('says both dates when it asks', () => {
    expect(decideBusinessDay('2026-12-01', last, undefined)).toEqual({
      ok: false,
      refusal: { code: 'confirm-business-day', params: { today: '2026-12-01', last: '2026-11-23' } },
    })
  })

  test.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-11-31'])(
    'confirmed as %s, which is no date, is refused',
    (confirmed) => {
      expect(decideBusinessDay('2026-11-23', null, confirmed)).toMatchObject({
        ok: false,
        refusal: { code: 'malformed' },
      })
    },
  )
})

test('the drawer holds float + cash taken − change', () => {
  expect(expectedCash(50_000, 3000, 950)).toBe(52_050)
  expect(expectedCash(0, 0, 0)).toBe(0)
})
