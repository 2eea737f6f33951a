import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBirthdayText, solarBirthday } from '../../../shared/domain/member/lunar-birthday.ts'
import { planMerge } from '../../../shared/domain/member/merge-accounts.ts'
import { missingToKeep, nextReview } from '../../../shared/domain/member/tier-progress.ts'
import { visitRhythm } from '../../../shared/domain/member/visits.ts'
import { assertBalanced } from '../../../shared/domain/value/posting.ts'
import type { Lot } from '../../../shared/domain/value/wallet.ts'

describe('a birthday', () => {
  test.each(['01-01', '02-29', '12-31', 'L01-01', 'L12-30'])('%s is one', (text) =>
    expect(isBirthdayText(text)).toBe(true),
  )
  test.each(['02-30', '04-31', '00-10', '1-1', 'L13-01', 'L01-31', ''])('%s is none', (text) =>
    expect(isBirthdayText(text)).toBe(false),
  )

  // days of the lunar calendar as the almanac has them
  test.each([
    ['L01-01', { year: 2026, month: 1, day: 1 }, '02-17'],
    ['L08-15', { year: 2026, month: 1, day: 1 }, '09-25'],
    ['L08-15', { year: 2026, month: 9, day: 25 }, '09-25'],
    ['L08-15', { year: 2026, month: 9, day: 26 }, '09-15'],
    // 2025 has a sixth month twice: the first is kept
    ['L06-10', { year: 2025, month: 1, day: 1 }, '07-04'],
    ['11-23', { year: 2026, month: 11, day: 23 }, '11-23'],
  ])('%s is kept, from %o on, on %s', (birthday, today, solar) => {
    expect(solarBirthday(birthday, today)).toBe(solar)
  })

  test('every lunar birthday has a day in every year', () => {
    const month = fc.integer({ min: 1, max: 12 })
    const day = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2050 }), month, day, (year, lunarMonth, lunarDay) => {
        const text = `L${String(lunarMonth).padStart(2, '0')}-${String(lunarDay).padStart(2, '0')}`
        expect(solarBirthday(text, { year, month: 3, day: 1 })).toMatch(/^\d{2}-\d{2}$/)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a tier is kept', () => {
  const tiers = [
    { tierId: 'std', growthFromFen: 0 },
    { tierId: 'silver', growthFromFen: 100_000 },
  ]
  test('by what will count at the review', () => {
    expect(missingToKeep(tiers, 'silver', 40_000)).toBe(60_000)
    expect(missingToKeep(tiers, 'silver', 100_000)).toBe(0)
    expect(missingToKeep(tiers, 'std', 0)).toBe(null)
    expect(missingToKeep(tiers, null, 0)).toBe(null)
  })
  test('at the first of the next month', () => {
    expect(nextReview('2026-11-23')).toBe('2026-12-01')
    expect(nextReview('2026-12-31')).toBe('2027-01-01')
  })
})

describe('visits', () => {
  const DAY = 86_400_000
  test('none, one, and many', () => {
    expect(visitRhythm([], 0)).toEqual({
      visits: 0,
      totalFen: 0,
      averageFen: 0,
      lastAt: null,
      everyDays: null,
      overdue: false,
    })
    expect(visitRhythm([{ at: 5, payableFen: 101 }], 9)).toMatchObject({ averageFen: 101, everyDays: null, lastAt: 5 })
    const visits = [10, 0, 20].map((day) => ({ at: day * DAY, payableFen: 100 + day }))
    expect(visitRhythm(visits, 40 * DAY)).toMatchObject({
      visits: 3,
      totalFen: 330,
      averageFen: 110,
      everyDays: 10,
      overdue: false,
    })
    expect(visitRhythm(visits, 41 * DAY)).toMatchObject({ overdue: true })
  })
})

test('a merge moves every lot, whatever it holds or owes, and makes nothing', () => {
  const lot = fc.record({
    lot: fc.uuid(),
    asset: fc.constantFrom('PRINCIPAL' as const, 'BONUS' as const, 'POINTS' as const),
    amount: fc.integer({ min: -10_000, max: 1_000_000 }),
    expiresOn: fc.constantFrom(null, '2026-12-31', '2027-01-31'),
    ordinal: fc.integer({ min: 1, max: 50 }),
  })
  fc.assert(
    fc.property(fc.array(lot, { maxLength: 12 }), (lots: readonly Lot[]) => {
      const plan = planMerge({ documentId: 'd', fromAccount: 'member:a', toAccount: 'member:b', lots })
      assertBalanced(plan.postings)
      const held = lots.filter(({ amount }) => amount !== 0)
      expect(plan.newLots).toHaveLength(held.length)
      for (const { lot: id, asset, amount } of held)
        expect(plan.postings).toContainEqual({ account: 'member:a', lot: id, asset, amount: -amount })
      const expiries = (all: readonly { asset: string; expiresOn: string | null }[]): string[] =>
        all.map(({ asset, expiresOn }) => `${asset} ${expiresOn}`).sort()
      expect(expiries(plan.newLots)).toEqual(expiries(held))
    }),
  )
})
