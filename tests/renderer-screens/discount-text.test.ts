import { expect, test } from 'vitest'
import { RATE_RULE, rateFromText } from '../../renderer/sell/panes/discount-text.ts'
import { type KeypadKey, typeKey } from '../../renderer/kit/keypad-text.ts'

test.each([
  ['9', 9000],
  ['90', 9000],
  ['8.8', 8800],
  ['88', 8800],
  ['9.5', 9500],
  ['95', 9500],
  ['8.85', 8850],
  ['0.5', 500],
  ['99', 9900],
  ['99.99', 9999],
  ['10', 1000],
  ['', null],
  ['0', null],
  ['.', null],
])('%s 折 is %s of 10000', (text, rate) => {
  expect(rateFromText(text)).toBe(rate)
})

test('what a keypad can type is always a rate below the whole price, or none', () => {
  const keys: KeypadKey[] = ['0', '1', '5', '9', '.', '00']
  const grow = (text: string, depth: number): string[] =>
    depth === 0 ? [text] : keys.flatMap((key) => grow(typeKey(text, key, RATE_RULE), depth - 1))
  for (const text of grow('', 5)) {
    const rate = rateFromText(text)
    expect(rate === null || (Number.isInteger(rate) && rate > 0 && rate < 10_000), `${text}: ${rate}`).toBe(true)
  }
})
