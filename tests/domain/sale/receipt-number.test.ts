import { expect, test } from 'vitest'
import { receiptNumber, shortForm } from '../../../shared/domain/sale/receipt-number.ts'
import { taxByRate, taxWithin } from '../../../shared/domain/sale/tax.ts'

const INCARNATION = '019a0000-0000-7000-8000-00000000abcd'

test.each([
  ['2026-11-23', 1, '261123-ABCD-0001'],
  ['2026-01-05', 42, '260105-ABCD-0042'],
  ['2030-12-31', 9999, '301231-ABCD-9999'],
  ['2026-11-23', 12_345, '261123-ABCD-12345'],
])('the receipt of %s with ordinal %i is %s', (day, ordinal, number) => {
  expect(receiptNumber(day, INCARNATION, ordinal)).toBe(number)
})

test('carries the end of its incarnation', () => {
  expect(shortForm(INCARNATION)).toBe('ABCD')
})

test.each([
  [11_300, 1300, 1300],
  [10_000, 0, 0],
  [100, 1300, 12],
  [1, 1300, 0],
  [1599, 900, 132],
  [0, 600, 0],
])('the tax within %i at %i basis points is %i', (amount, rate, tax) => {
  expect(taxWithin(amount, rate)).toBe(tax)
})

test('tax is summed by rate before it is rounded', () => {
  const lines = [4, 4, 4].map((netFen) => ({ netFen, taxRateBp: 1300 }))
  expect(taxByRate([...lines, { netFen: 10_600, taxRateBp: 600 }])).toEqual([
    { rateBp: 600, taxFen: 600 },
    { rateBp: 1300, taxFen: 1 },
  ])
})
