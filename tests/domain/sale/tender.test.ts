import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fen } from '../../../shared/domain/money.ts'
import {
  decideComplete,
  decideTender,
  quickCash,
  settle,
  type Tender,
  type TenderKind,
  type TenderState,
} from '../../../shared/domain/sale/tender.ts'

const seed = Number(process.env['SALE_SEED'] ?? 20_261_123)
console.info(`tenders from seed ${seed}`)
const runs = { seed, numRuns: 1000 }

const tender = (amountFen: number, kind: TenderKind = 'cash', state: TenderState = 'ready'): Tender => ({
  tenderId: 't',
  kind,
  amountFen: fen(amountFen),
  state,
  detail: null,
  askedAt: null,
})

describe('what is due', () => {
  test.each<[number, Tender[], number, number, number]>([
    [1000, [], 0, 1000, 0],
    [1000, [tender(400)], 400, 600, 0],
    [1000, [tender(1000)], 1000, 0, 0],
    [1000, [tender(400), tender(1000)], 1400, 0, 400],
    [0, [], 0, 0, 0],
    [1000, [tender(1000, 'mobile', 'asking')], 0, 1000, 0],
    [1000, [tender(1000, 'mobile', 'unknown'), tender(300)], 300, 700, 0],
    [1000, [tender(1000, 'mobile', 'voiding')], 0, 1000, 0],
  ])('%i with %j', (payable, tenders, paidFen, dueFen, changeFen) => {
    expect(settle(fen(payable), tenders)).toEqual({ paidFen, dueFen, changeFen })
  })
})

describe('a further tender', () => {
  test.each<[string, number, Tender[], TenderKind, number, string]>([
    ['exactly what is due', 1000, [], 'mobile', 1000, 'ok'],
    ['one fen above', 1000, [], 'mobile', 1001, 'tender-above-due'],
    ['one fen above on a card', 1000, [], 'bankCard', 1001, 'tender-above-due'],
    ['one fen above of value', 1000, [], 'storedValue', 1001, 'tender-above-due'],
    ['above in cash', 1000, [], 'cash', 101_000, 'ok'],
    ['far above in cash', 1000, [], 'cash', 101_001, 'cash-too-much'],
    ['when nothing is due', 1000, [tender(1000)], 'cash', 1, 'nothing-due'],
    ['when nothing is to pay', 0, [], 'cash', 1, 'nothing-due'],
    ['while one is asked for', 1000, [tender(100, 'mobile', 'asking')], 'cash', 100, 'mobile-busy'],
    ['while one is unknown', 1000, [tender(100, 'mobile', 'unknown')], 'cash', 100, 'mobile-busy'],
    ['while one is taken back', 1000, [tender(100, 'mobile', 'voiding')], 'cash', 100, 'mobile-busy'],
  ])('%s', (_what, payable, tenders, kind, amountFen, code) => {
    const decided = decideTender(fen(payable), tenders, { kind, amountFen: fen(amountFen) })
    expect(decided.ok ? 'ok' : decided.refusal.code).toBe(code)
  })
})

test('tenders that were allowed one by one complete the order: paid − change = payable, and change is cash', () => {
  const kinds = fc.constantFrom<TenderKind>('cash', 'mobile', 'storedValue', 'bankCard')
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 60_000 })), { maxLength: 8 }),
      (payable, wanted) => {
        const tenders: Tender[] = []
        for (const [kind, amountFen] of wanted) {
          if (decideTender(fen(payable), tenders, { kind, amountFen: fen(amountFen) }).ok)
            tenders.push(tender(amountFen, kind))
        }
        const { paidFen, dueFen, changeFen } = settle(fen(payable), tenders)
        expect(paidFen - changeFen + dueFen).toBe(payable)
        expect(Math.min(dueFen, changeFen)).toBe(0)
        const cash = tenders.reduce((sum, { kind, amountFen }) => (kind === 'cash' ? sum + amountFen : sum), 0)
        expect(changeFen).toBeLessThanOrEqual(cash)
        expect(decideComplete(fen(payable), tenders).ok).toBe(dueFen === 0)
        expect(decideComplete(fen(payable), [...tenders, tender(1, 'mobile', 'unknown')]).ok).toBe(false)
      },
    ),
    runs,
  )
})

describe('quick cash', () => {
  test.each([
    [0, []],
    [1, [1, 500, 1000, 2000]],
    [1250, [1250, 1500, 2000, 5000]],
    [2000, [2000, 5000, 10_000, 20_000]],
    [9990, [9990, 10_000, 20_000]],
    [20_000, [20_000]],
    [32_110, [32_110, 32_500, 33_000, 34_000]],
  ])('for %i', (due, amounts) => {
    expect(quickCash(fen(due))).toEqual(amounts)
  })

  test('is at most four amounts, ascending, the exact one first, none below what is due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (due) => {
        const amounts = quickCash(fen(due))
        expect(amounts[0]).toBe(due)
        expect(amounts.length).toBeLessThanOrEqual(4)
        expect([...new Set(amounts)].sort((a, b) => a - b)).toEqual(amounts)
      }),
      runs,
    )
  })
})
