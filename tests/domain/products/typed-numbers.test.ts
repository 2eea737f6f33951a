import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basisPointsOfText, fenOfText, halfWidth } from '../../../shared/domain/products/typed-numbers.ts'

describe('prices as they are typed', () => {
  test.each([
    ['12.50', 1250],
    ['12.5', 1250],
    ['12', 1200],
    ['12.', 1200],
    ['0.01', 1],
    ['0', 0],
    ['012.50', 1250],
    ['12.500', 1250],
    [' 12.50 ', 1250],
    ['¥12.50', 1250],
    ['¥ 12.50', 1250],
    ['￥12.50', 1250],
    ['12.50元', 1250],
    ['12.50 元', 1250],
    ['RMB 12.50', 1250],
    ['１２．５０', 1250],
    ['12。50', 1250],
    ['1,234.50', 123_450],
    ['１，２３４．５０', 123_450],
    ['999,999.99', 99_999_999],
    ['0.29', 29],
    ['1.15', 115],
    ['', null],
    ['.5', null],
    ['12.505', null],
    ['12,50', null],
    ['1,23', null],
    ['1,2345', null],
    ['12.5.0', null],
    ['-3', null],
    ['1e3', null],
    ['十二', null],
    ['12元5角', null],
    ['1000000', null],
    ['99999999999999', null],
  ])('%j is %s fen', (text, amount) => {
    expect(fenOfText(text)).toBe(amount)
  })

  test('every amount reads back exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (amount) => {
        const digits = String(amount).padStart(3, '0')
        const yuan = digits.slice(0, -2)
        const grouped = yuan.replace(/\B(?=(\d{3})+$)/g, ',')
        expect(fenOfText(`${yuan}.${digits.slice(-2)}`)).toBe(amount)
        expect(fenOfText(`¥${grouped}.${digits.slice(-2)}`)).toBe(amount)
      }),
    )
  })

  test('any text is an amount or null, never a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const amount = fenOfText(text)
        expect(amount === null || (Number.isSafeInteger(amount) && amount >= 0)).toBe(true)
        const rate = basisPointsOfText(text)
        expect(rate === null || (Number.isSafeInteger(rate) && rate >= 0 && rate <= 10_000)).toBe(true)
      }),
    )
  })
})

describe('tax rates as they are typed', () => {
  test.each([
    ['13%', 1300],
    ['13', 1300],
    ['13 %', 1300],
    ['１３％', 1300],
    ['0.13', 1300],
    ['0.065', 650],
    ['6.5%', 650],
    ['9', 900],
    ['1', 100],
    ['0.5%', 50],
    ['0', 0],
    ['0%', 0],
    ['免税', 0],
    ['100%', 10_000],
    ['101%', null],
    ['13.555%', null],
    ['千分之三', null],
  ])('%j is %s basis points', (text, rate) => {
    expect(basisPointsOfText(text)).toBe(rate)
  })
})

test('full-width signs become plain ones', () => {
  expect(halfWidth('\u3000６９０１\u00a0ＡＢ－ｃ ')).toBe('6901 AB-c')
})
