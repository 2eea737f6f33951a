import { describe, expect, test } from 'vitest'
import { fen } from '../../../shared/domain/money.ts'
import { ReceiptlineSource, escapeField } from '../../../shared/domain/receipt/receiptline-source.ts'
import { yuanText } from '../../../shared/domain/receipt/yuan-text.ts'

describe('escapeField', () => {
  test.each([
    ['普通', '普通'],
    ['a b', 'a~b'],
    ['{command:x}', '\\x7bcommand:x\\x7d'],
    ['a|b', 'a\\x7cb'],
    ['\\n', '\\x5cn'],
    ['^_"`~', '\\x5e\\x5f\\x22\\x60\\x7e'],
    ['----', '\\x2d---'],
    ['=', '\\x3d'],
    ['A-1', 'A-1'],
  ])('%j becomes %j', (text, field) => {
    expect(escapeField(text)).toBe(field)
  })
})

describe('a row', () => {
  test('must fill the paper', () => {
    const source = new ReceiptlineSource(58)
    expect(() => source.row([{ text: 'a', columns: 31, align: 'left' }])).toThrow(RangeError)
  })

  test('must hold its texts', () => {
    const source = new ReceiptlineSource(58)
    const text = '一二三四五六七八九'
    expect(() => source.row([{ text, columns: 32, align: 'left', size: 'large' }])).toThrow(RangeError)
    expect(() => source.row([{ text: text.slice(1), columns: 32, align: 'left', size: 'large' }])).not.toThrow()
  })

  test('names its widths only where they change', () => {
    const source = new ReceiptlineSource(58)
    source.pair('甲', '1')
    source.pair('乙', '2')
    source.blank()
    expect(source.toString().split('\n')).toEqual([
      '{border:none}',
      '{width:31 1}',
      '|甲 | 1|',
      '|乙 | 2|',
      '{width:32}',
      '| |',
    ])
  })
})

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [120, '1.20'],
  [-240, '-2.40'],
  [-5, '-0.05'],
  [123_456_789, '1234567.89'],
])('%i fen is printed as %s', (amount, text) => {
  expect(yuanText(fen(amount))).toBe(text)
})
