import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstGrowthMonth, liftedTier, nextTier } from '../../../shared/domain/member/tier-progress.ts'

const seed = Number(process.env['MEMBER_SEED'] ?? 20_261_123)
console.info(`tiers from seed ${seed}`)

const tiers = [
  { tierId: 'std', growthFromFen: 0 },
  { tierId: 'silver', growthFromFen: 100_000 },
  { tierId: 'gold', growthFromFen: 300_000 },
]

describe('the tier that growth lifts to', () => {
  test.each([
    ['std', 99_999, null],
    ['std', 100_000, 'silver'],
    ['std', 300_000, 'gold'],
    ['silver', 100_000, null],
    ['silver', 50, null],
    ['gold', 0, null],
    ['gold', 9_999_999, null],
    [null, 0, 'std'],
    [null, 250_000, 'silver'],
    ['a tier that is gone', 100_000, 'silver'],
  ])('from %s with %i is %s', (held, growth, lifted) => {
    expect(liftedTier(tiers, held, growth)).toBe(lifted)
  })

  test('is never below the one held, and never one whose growth is missing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, 'std', 'silver', 'gold'),
        fc.integer({ min: -1000, max: 500_000 }),
        (held, growth) => {
          const lifted = liftedTier(tiers, held, growth)
          const rank = (id: string | null): number => tiers.findIndex((tier) => tier.tierId === id)
          if (lifted === null)
            expect(tiers.slice(rank(held) + 1).every((tier) => growth < tier.growthFromFen)).toBe(true)
          else {
            expect(rank(lifted)).toBeGreaterThan(rank(held))
            expect(growth).toBeGreaterThanOrEqual(tiers[rank(lifted)]?.growthFromFen ?? Number.POSITIVE_INFINITY)
          }
        },
      ),
      { seed, numRuns: 500 },
    )
  })
})

describe('what is missing to the next tier', () => {
  test.each([
    ['std', 0, 'silver', 100_000, 0],
    ['std', 25_999, 'silver', 74_001, 25],
    ['std', 99_999, 'silver', 1, 99],
    ['std', -500, 'silver', 100_500, 0],
    ['silver', 400_000, 'gold', 0, 100],
    [null, 0, 'std', 0, 100],
  ])('from %s with %i', (held, growth, tierId, missingFen, percent) => {
    expect(nextTier(tiers, held, growth)).toEqual({ tierId, missingFen, percent })
  })

  test('is nothing at the top, nor without tiers', () => {
    expect(nextTier(tiers, 'gold', 0)).toBeNull()
    expect(nextTier([], null, 0)).toBeNull()
  })
})

test.each([
  ['2026-11-23', '2025-11'],
  ['2026-01-31', '2025-01'],
  ['2000-12-01', '1999-12'],
])('growth on %s counts from %s', (day, month) => {
  expect(firstGrowthMonth(day)).toBe(month)
})
