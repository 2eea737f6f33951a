import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fenFromYuanText,
  quantityText,
  thousandthsFromText,
  yuan,
  yuanShort,
  yuanTextFromFen,
} from '../../renderer/kit/money-text.ts'
import {
  keypadKeyOf,
  type KeypadKey,
  KILOGRAM_RULE,
  PIECES_RULE,
  typeKey,
  YUAN_RULE,
} from '../../renderer/kit/keypad-text.ts'

describe('money as text', () => {
  it('groups thousands, keeps two decimals and shows a true minus', () => {
    expect(yuan(0)).toBe('0.00')
    expect(yuan(5)).toBe('0.05')
    expect(yuan(123_456_789)).toBe('1,234,567.89')
    expect(yuan(-2768)).toBe('−27.68')
    expect(yuanShort(5000)).toBe('50')
    expect(yuanShort(5010)).toBe('50.10')
  })

  it('reads what a person types, and refuses what is no amount', () => {
    expect(fenFromYuanText('12.5')).toBe(1250)
    expect(fenFromYuanText('.5')).toBe(50)
    expect(fenFromYuanText('12.')).toBe(1200)
    for (const text of ['', '.', '1.234', '-1', '1e3', '12a', '1234567890']) expect(fenFromYuanText(text)).toBeNull()
  })

  it('comes back exactly for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (amountFen) => {
        expect(fenFromYuanText(yuanTextFromFen(amountFen))).toBe(amountFen)
        expect(fenFromYuanText(yuan(amountFen).replaceAll(',', ''))).toBe(amountFen)
      }),
    )
  })

  it('writes and reads quantities in thousandths', () => {
    expect(quantityText(2000, true)).toBe('2')
    expect(quantityText(356, false)).toBe('0.356')
    expect(thousandthsFromText('0.356')).toBe(356)
    expect(thousandthsFromText('3')).toBe(3000)
    expect(thousandthsFromText('0.3567')).toBeNull()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (qty) => {
        expect(thousandthsFromText(quantityText(qty, false))).toBe(qty)
      }),
    )
  })
})

describe('a keypad', () => {
  const typed = (keys: string, rule = YUAN_RULE): string =>
    [...keys].reduce((text, key) => typeKey(text, key as KeypadKey, rule), '')

  it('keeps to its rule', () => {
    expect(typed('12.345')).toBe('12.34')
    expect(typed('1..5')).toBe('1.5')
    expect(typed('.5')).toBe('0.5')
    expect(typed('007')).toBe('7')
    expect(typed('1234567')).toBe('123456')
    expect(typed('1.5', PIECES_RULE)).toBe('1.5')
    expect(typed('0.3561', KILOGRAM_RULE)).toBe('0.356')
    expect(typeKey('12', 'back', YUAN_RULE)).toBe('1')
    expect(typeKey('12', 'clear', YUAN_RULE)).toBe('')
    expect(typeKey('1', '00', YUAN_RULE)).toBe('100')
    expect(typeKey('', '00', YUAN_RULE)).toBe('0')
  })

  it('only ever holds text that reads as an amount or begins one', () => {
    const keys = fc.array(fc.constantFrom<KeypadKey>('0', '1', '5', '9', '00', '.', 'back', 'clear'), { maxLength: 20 })
    fc.assert(
      fc.property(keys, (pressed) => {
        const text = pressed.reduce((so, key) => typeKey(so, key, YUAN_RULE), '')
        expect(text === '' || fenFromYuanText(text) !== null).toBe(true)
      }),
    )
  })

  it('knows its keys by code, and none with Control, Alt, Meta or Shift', () => {
    const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false }
    expect(keypadKeyOf({ ...plain, code: 'Digit7' })).toBe('7')
    expect(keypadKeyOf({ ...plain, code: 'Numpad0' })).toBe('0')
    expect(keypadKeyOf({ ...plain, code: 'NumpadDecimal' })).toBe('.')
    expect(keypadKeyOf({ ...plain, code: 'KeyA' })).toBeNull()
    expect(keypadKeyOf({ ...plain, ctrlKey: true, code: 'Digit7' })).toBeNull()
  })
})
