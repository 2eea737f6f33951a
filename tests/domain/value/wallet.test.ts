import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fen } from '../../../shared/domain/money.ts'
import { postedPoints } from '../../../shared/domain/value/earned-points.ts'
import { pointsExpiry } from '../../../shared/domain/value/points-expiry.ts'
import { assertBalanced, type Posting } from '../../../shared/domain/value/posting.ts'
import { bonusPart, spendable, takeFromLots, type Lot, type WalletOrder } from '../../../shared/domain/value/wallet.ts'

const seed = Number(process.env['VALUE_SEED'] ?? 20_261_123)
console.info(`wallets from seed ${seed}`)
const runs = { seed, numRuns: 1000 }

const TODAY = '2026-11-23'

describe('the bonus part of a payment', () => {
  test.each<[WalletOrder, number, number, number, number]>([
    // paid 3000.00, bonus 1000.00, spent 3594.00: principal taken 2695.50
    ['proportional', 359_400, 300_000, 100_000, 89_850],
    ['proportional', 1, 300_000, 100_000, 0],
    ['proportional', 3, 300_000, 100_000, 0],
    ['proportional', 4, 300_000, 100_000, 1],
    ['proportional', 400_000, 300_000, 100_000, 100_000],
    ['proportional', 100, 0, 100, 100],
    ['proportional', 100, 100, 0, 0],
    ['proportional', 0, 0, 0, 0],
    ['principal-first', 359_400, 300_000, 100_000, 59_400],
    ['principal-first', 300_000, 300_000, 100_000, 0],
    ['principal-first', 1, 0, 5, 1],
    ['bonus-first', 359_400, 300_000, 100_000, 100_000],
    ['bonus-first', 99_999, 300_000, 100_000, 99_999],
    ['bonus-first', 0, 5, 5, 0],
  ])('%s: %i of principal %i and bonus %i is %i', (order, amount, principal, bonus, part) => {
    expect(bonusPart(fen(amount), fen(principal), fen(bonus), order)).toBe(part)
  })

  test('closing after the example pays out 304.50', () => {
    expect(300_000 - (359_400 - bonusPart(fen(359_400), fen(300_000), fen(100_000), 'proportional'))).toBe(30_450)
  })

  test('of more than the wallet holds is a mistake', () => {
    expect(() => bonusPart(fen(401), fen(300), fen(100), 'proportional')).toThrow(RangeError)
  })

  test('never takes more of either than there is, and spending in steps empties the wallet exactly', () => {
    const amounts = fc.nat(1_000_000)
    fc.assert(
      fc.property(
        amounts,
        amounts,
        fc.constantFrom<WalletOrder>('proportional', 'principal-first', 'bonus-first'),
        fc.array(fc.nat(50_000), { maxLength: 12 }),
        (principal, bonus, order, spends) => {
          const left = { principal, bonus }
          for (const wanted of [...spends, Number.MAX_SAFE_INTEGER]) {
            const amount = Math.min(wanted, left.principal + left.bonus)
            const part = bonusPart(fen(amount), fen(left.principal), fen(left.bonus), order)
            left.bonus -= part
            left.principal -= amount - part
            expect(Math.min(left.bonus, left.principal, part, amount - part)).toBeGreaterThanOrEqual(0)
          }
          expect(left).toEqual({ principal: 0, bonus: 0 })
        },
      ),
      runs,
    )
  })

  test('is exact where a product passes 2^53', () => {
    expect(bonusPart(fen(9_000_000_000_000), fen(6_000_000_000_000), fen(3_000_000_000_001), 'proportional')).toBe(
      Number((9_000_000_000_000n * 3_000_000_000_001n) / 9_000_000_000_001n),
    )
  })
})

const lot = (
  name: string,
  amount: number,
  expiresOn: string | null,
  ordinal: number,
  asset: Lot['asset'] = 'BONUS',
): Lot => ({ lot: name, asset, amount, expiresOn, ordinal })

describe('lots', () => {
  const lots = [
    lot('never-new', 100, null, 9),
    lot('never-old', 100, null, 1),
    lot('late', 100, '2027-12-31', 2),
    lot('soon', 100, TODAY, 8),
    lot('lapsed', 100, '2026-11-22', 0),
    lot('other', 100, null, 0, 'POINTS'),
  ]

  test('go the first to expire first, then the oldest; those without an end last', () => {
    expect(takeFromLots(lots, 'BONUS', 350, TODAY)).toEqual([
      { lot: 'soon', asset: 'BONUS', amount: 100 },
      { lot: 'late', asset: 'BONUS', amount: 100 },
      { lot: 'never-old', asset: 'BONUS', amount: 100 },
      { lot: 'never-new', asset: 'BONUS', amount: 50 },
    ])
    expect(takeFromLots(lots, 'BONUS', 0, TODAY)).toEqual([])
  })

  test('that have lapsed hold nothing; a lot holds through its last day', () => {
    expect(spendable(lots, 'BONUS', TODAY)).toBe(400)
    expect(spendable(lots, 'BONUS', '2026-11-24')).toBe(300)
    expect(() => takeFromLots(lots, 'BONUS', 401, TODAY)).toThrow('1 less')
  })

  test('give what is asked for and never more than they hold', () => {
    const drawn = fc.array(
      fc.record({
        amount: fc.integer({ min: -500, max: 5000 }),
        expiresOn: fc.constantFrom(null, '2026-11-22', TODAY, '2026-12-31'),
        ordinal: fc.nat(5),
      }),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(drawn, fc.double({ min: 0, max: 1, noNaN: true }), (parts, share) => {
        const own = parts.map((part, index) => lot(`l-${index}`, part.amount, part.expiresOn, part.ordinal))
        const wanted = Math.max(0, Math.floor(spendable(own, 'BONUS', TODAY) * share))
        const uses = takeFromLots(own, 'BONUS', wanted, TODAY)
        expect(uses.reduce((sum, use) => sum + use.amount, 0)).toBe(wanted)
        const keyOf = (name: string): string => {
          const found = own.find((part) => part.lot === name)
          return `${found?.expiresOn ?? '9999'} ${found?.ordinal}`
        }
        for (const [index, use] of uses.entries()) {
          const held = own.find((part) => part.lot === use.lot)
          expect(use.amount > 0 && use.amount <= (held?.amount ?? 0)).toBe(true)
          if (index > 0) expect(keyOf(uses[index - 1]?.lot ?? '') <= keyOf(use.lot)).toBe(true)
          // only the last may be left with a rest
          if (index < uses.length - 1) expect(use.amount).toBe(held?.amount)
        }
      }),
      runs,
    )
  })
})

describe('postings', () => {
  const posting = (amount: number, asset: Posting['asset'] = 'CNY'): Posting => ({
    account: 'cash',
    lot: '',
    asset,
    amount,
  })

  test('balance for each asset by itself', () => {
    expect(() => assertBalanced([])).not.toThrow()
    expect(() => assertBalanced([posting(5), posting(-5), posting(3, 'POINTS'), posting(-3, 'POINTS')])).not.toThrow()
    expect(() => assertBalanced([posting(5), posting(-5, 'POINTS')])).toThrow('sum to')
    expect(() => assertBalanced([posting(5), posting(-4)])).toThrow('CNY sum to 1')
  })

  test.each([0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('of %s are none', (amount) => {
    expect(() => assertBalanced([posting(amount), posting(-amount)])).toThrow('no amount')
  })
})

describe('points', () => {
  test.each([
    [100, 10_000, 0, 100],
    [100, 10_000, 2500, 75],
    [100, 10_000, 10_000, 0],
    [1, 3, 1, 0],
    [5, 0, 0, 0],
    [0, 500, 0, 0],
  ])('of %i on %i with %i paid by bonus are %i', (earned, payable, bonus, posted) => {
    expect(postedPoints(earned, payable, bonus)).toBe(posted)
  })

  test('lapse with the end of the next year', () => {
    expect([pointsExpiry('2026-01-01'), pointsExpiry('2026-12-31')]).toEqual(['2027-12-31', '2027-12-31'])
  })
})
