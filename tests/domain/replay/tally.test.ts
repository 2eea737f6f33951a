import { describe, expect, test } from 'vitest'
import { fen } from '../../../shared/domain/money.ts'
import type { Priced, Quote } from '../../../shared/domain/pricing/types.ts'
import { firstDifference } from '../../../shared/domain/replay/compare.ts'
import type { PastSale } from '../../../shared/domain/replay/past-sale.ts'
import { startCounting } from '../../../shared/domain/replay/tally.ts'

function sale(receiptNo: string, payableFen: number, applied: readonly string[] = []): PastSale {
  return {
    saleId: receiptNo,
    receiptNo,
    at: 0,
    pricedAt: 0,
    basket: [
      { line: '1', sku: 'A', qty: 1000 },
      { line: '2', sku: 'B', qty: 1000 },
    ],
    member: null,
    coupons: [{ id: 'CP1', template: 'CT' }],
    adHocPromotions: [{ id: 'adhoc-off-100', kind: 'amountOff', steps: [{ at: 0, off: 100 }] }],
    redeemPoints: 0,
    pinned: [],
    forbidden: [],
    recorded: {
      grossFen: 1000,
      payableFen,
      roundingFen: 0,
      pointsRedeemed: 0,
      pointsEarned: 9,
      netFen: [payableFen - 400, 400],
      applied,
    },
  }
}

function quoted(payable: number, ...applied: readonly (readonly [string, number])[]): Quote {
  return {
    gross: fen(1000),
    payable: fen(payable),
    exact: true,
    lines: [],
    applied: applied.map(([id, amount]) => ({ id, kind: 'promotion', amount: fen(amount) })),
    skipped: [],
    points: { redeemed: 0, value: fen(0), earned: 8 },
    rounding: fen(0),
  }
}

describe('what a replay adds up to', () => {
  test('money, points, and who was pushed aside', () => {
    const counting = startCounting({ ruleId: 'new' })
    counting.reproduced(sale('1', 900, ['old', 'CP1']), quoted(700, ['new', -300], ['adhoc-off-100', -100]))
    counting.reproduced(sale('2', 900, ['old']), quoted(900, ['old', -100]))
    counting.reproduced(sale('3', 900, ['adhoc-off-100']), quoted(950, ['new', -50]))
    expect(counting.total()).toMatchObject({
      receipts: 3,
      changed: 2,
      used: 2,
      usedFen: 350,
      paidFen: 2700,
      costFen: 150,
      pointsMore: -3,
      differences: 0,
      pushedAside: [
        { ruleId: 'CT', timesBefore: 1, timesAfter: 0 },
        { ruleId: 'old', timesBefore: 2, timesAfter: 1 },
      ],
      largest: [
        { receiptNo: '1', beforeFen: 900, afterFen: 700 },
        { receiptNo: '3', beforeFen: 900, afterFen: 950 },
      ],
    })
  })

  test('the ten largest changes, the earlier of equals first', () => {
    const counting = startCounting({ ruleId: 'new' })
    for (let index = 0; index < 25; index += 1) {
      counting.reproduced(sale(String(index), 900), quoted(900 - (index % 5) * 10))
    }
    const { largest, changed } = counting.total()
    expect(changed).toBe(20)
    expect(largest.map(({ receiptNo }) => receiptNo)).toEqual(['4', '9', '14', '19', '24', '3', '8', '13', '18', '23'])
  })

  test('without a draft nothing is compared, and what is not reproduced is counted apart', () => {
    const counting = startCounting(null)
    counting.reproduced(sale('1', 900), null)
    for (let index = 0; index < 12; index += 1) {
      counting.different(sale(`d${index}`, 900), { field: 'gross', line: null, recorded: 1, replayed: 2 })
    }
    const total = counting.total()
    expect(total).toMatchObject({ receipts: 13, differences: 12, changed: 0, paidFen: 13 * 900 })
    expect(total.firstDifferences).toHaveLength(10)
  })
})

describe('the first difference', () => {
  const right: Priced = {
    gross: fen(1000),
    payable: fen(900),
    exact: true,
    lines: [
      { line: '1', gross: fen(600), net: fen(500) },
      { line: '2', gross: fen(400), net: fen(400) },
    ],
    points: { redeemed: 0, value: fen(0), earned: 9 },
    rounding: fen(0),
  }

  test.each<[string, Partial<Priced>, string | null, string | null]>([
    ['none', {}, null, null],
    ['gross before all', { gross: fen(1001), payable: fen(1) }, 'gross', null],
    ['the line that differs', { lines: [right.lines[0]!, { ...right.lines[1]!, net: fen(401) }] }, 'line', '2'],
    ['a line that is not there', { lines: [right.lines[0]!] }, 'line', '2'],
    ['payable', { payable: fen(899) }, 'payable', null],
    ['rounding', { rounding: fen(5) }, 'rounding', null],
    ['points taken', { points: { ...right.points, redeemed: 100 } }, 'points', null],
    ['points earned', { points: { ...right.points, earned: 10 } }, 'points', null],
  ])('%s', (_name, change, field, line) => {
    const found = firstDifference(sale('1', 900), { ...right, ...change })
    expect(found === null ? [null, null] : [found.field, found.line]).toEqual([field, line])
  })

  test('no price at all', () => {
    const refused = { code: 'unknown-offer' as const, params: { path: 'pinned[0]' } }
    expect(firstDifference(sale('1', 900), refused)?.field).toBe('not-priced')
  })
})
