/** What goes back: refunds and points by visit, tenders, stored value. */
import { describe, expect, test } from 'vitest'
import {
  afterVisit,
  allocateRefund,
  isAllReturned,
  refundVisit,
  splitStoredValueRefund,
} from '../../../shared/domain/pricing/returns.ts'
import type { SoldOrder } from '../../../shared/domain/pricing/types.ts'

const sold: SoldOrder = {
  payable: 1001,
  lines: [
    { line: '1', qty: 3000, countable: true, net: 500 },
    { line: '2', qty: 356, countable: false, net: 501 },
    { line: '3', qty: 1000, countable: true, net: 0 },
  ],
  points: { redeemed: 7, earned: 10 },
}
const none = new Map<string, number>()

describe('a visit', () => {
  test('refunds half(net × (j + k) / n) − half(net × j / n)', () => {
    const one = [{ line: '1', qty: 1000 }]
    expect(refundVisit(sold, none, one)).toEqual({
      amount: 167,
      lines: [{ line: '1', amount: 167 }],
      pointsTakenBack: 2,
      pointsGivenBack: 1,
    })
    const after = afterVisit(none, one)
    expect(refundVisit(sold, after, one)).toMatchObject({ amount: 166, pointsTakenBack: 1, pointsGivenBack: 1 })
    const last = [
      { line: '2', qty: 356 },
      { line: '1', qty: 2000 },
    ]
    expect(refundVisit(sold, after, last)).toEqual({
      amount: 834,
      lines: [
        { line: '2', amount: 501 },
        { line: '1', amount: 333 },
      ],
      pointsTakenBack: 8,
      pointsGivenBack: 6,
    })
    expect(isAllReturned(sold, afterVisit(after, last))).toBe(false)
    expect(isAllReturned(sold, afterVisit(afterVisit(after, last), [{ line: '3', qty: 1000 }]))).toBe(true)
  })

  test('of nothing moves nothing', () => {
    expect(refundVisit(sold, none, [])).toEqual({ amount: 0, lines: [], pointsTakenBack: 0, pointsGivenBack: 0 })
  })

  test('with nothing payable moves points with the last unit', () => {
    const free: SoldOrder = { ...sold, payable: 0, lines: sold.lines.map((line) => ({ ...line, net: 0 })) }
    const most = [
      { line: '1', qty: 3000 },
      { line: '2', qty: 356 },
    ]
    expect(refundVisit(free, none, most)).toMatchObject({ amount: 0, pointsTakenBack: 0, pointsGivenBack: 0 })
    expect(refundVisit(free, afterVisit(none, most), [{ line: '3', qty: 1000 }])).toMatchObject({
      pointsTakenBack: 10,
      pointsGivenBack: 7,
    })
  })

  test.each([
    [[{ line: '9', qty: 1000 }], 'unknown-line', 0, 'line'],
    [
      [
        { line: '1', qty: 1000 },
        { line: '1', qty: 1000 },
      ],
      'line-twice',
      1,
      'line',
    ],
    [[{ line: '1', qty: 1500 }], 'part-of-a-piece', 0, 'qty'],
    [
      [
        { line: '3', qty: 1000 },
        { line: '1', qty: 4000 },
      ],
      'too-many',
      1,
      'qty',
    ],
    [[{ line: '2', qty: 355 }], 'part-of-a-weighed-line', 0, 'qty'],
    [[{ line: '2', qty: 357 }], 'too-many', 0, 'qty'],
  ])('%j: %s', (visit, code, index, field) => {
    expect(refundVisit(sold, none, visit)).toEqual({ code, params: { index, field } })
  })
})

describe('tenders', () => {
  const tenders = [
    { id: 'cash', isCash: true, paid: 300, refundedBefore: 0 },
    { id: 'card', isCash: false, paid: 200, refundedBefore: 50 },
    { id: 'value', isCash: false, paid: 100, refundedBefore: 0 },
  ]
  test.each([
    [100, [['card', 100]]],
    [
      200,
      [
        ['card', 150],
        ['value', 50],
      ],
    ],
    [
      300,
      [
        ['card', 150],
        ['value', 100],
        ['cash', 50],
      ],
    ],
    [
      550,
      [
        ['card', 150],
        ['value', 100],
        ['cash', 300],
      ],
    ],
    [0, []],
  ])('%i', (amount, expected) => {
    expect(allocateRefund(tenders, amount)).toEqual(expected.map(([id, part]) => ({ id, amount: part })))
  })
  test('refuse what none of them paid', () => {
    expect(allocateRefund(tenders, 551)).toEqual({ code: 'refund-above-tenders', params: { left: 1 } })
  })
})

describe('stored value', () => {
  test('goes back in the proportion in which it was taken, cumulatively', () => {
    const payment = { paid: 1000, bonusTaken: 333 }
    expect(splitStoredValueRefund({ ...payment, refundedBefore: 0 }, 500)).toEqual({ principal: 333, bonus: 167 })
    expect(splitStoredValueRefund({ ...payment, refundedBefore: 500 }, 500)).toEqual({ principal: 334, bonus: 166 })
    expect(splitStoredValueRefund({ paid: 0, bonusTaken: 0, refundedBefore: 0 }, 0)).toEqual({ principal: 0, bonus: 0 })
  })
})
