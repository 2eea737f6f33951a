import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf, printableText, wrapToColumns } from '../../../shared/domain/receipt/paper-text.ts'

describe('printableText', () => {
  test.each([
    ['可口可乐 330ml', '可口可乐 330ml'],
    ['¥9.90', '￥9.90'],
    ['Café Crème', 'Cafe Creme'],
    ['a\u0000b\u001bp\u007fc', 'abpc'],
    ['两\t\n行', '两 行'],
    ['零\u200b宽\ufeff字\u00ad符', '零宽字符'],
    ['家庭👨‍👩‍👧‍👦装', '家庭□装'],
    ['👍🏽', '□'],
    ['🇨🇳', '□'],
    ['1️⃣号', '1号'],
    ['𠮷', '□'],
    ['  两头  空  ', '两头 空'],
    ['•', '·'],
  ])('%j becomes %j', (raw, printable) => {
    expect(printableText(raw)).toBe(printable)
  })

  test('leaves nothing that a printer acts on, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const printable = printableText(raw)
        for (const character of printable) {
          const code = character.codePointAt(0) ?? 0
          expect(code >= 0x20 && code !== 0x7f && code <= 0xffff).toBe(true)
        }
        expect(printableText(printable)).toBe(printable)
      }),
      { numRuns: 500 },
    )
  })
})

describe('wrapToColumns', () => {
  test.each([
    ['', 10, ['']],
    ['法式面包', 8, ['法式面包']],
    ['法式长棍面包', 8, ['法式长棍', '面包']],
    ['法式长棍a面包', 8, ['法式长棍', 'a面包']],
    ['wholemeal toast with nuts', 10, ['wholemeal', 'toast with', 'nuts']],
    ['abcdefghijkl', 5, ['abcde', 'fghij', 'kl']],
    ['谢谢惠顾，再来', 8, ['谢谢惠', '顾，再来']],
    ['谢谢惠顾 再来', 8, ['谢谢惠顾', '再来']],
    ['牛奶（冷藏）', 10, ['牛奶（冷', '藏）']],
  ])('%j in %i columns', (text, columns, lines) => {
    expect(wrapToColumns(text, columns)).toEqual(lines)
  })

  test('never passes the width and loses nothing but spaces', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('ab 中文，。）,x-9')) }).map(printableText)
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (value, columns) => {
        const lines = wrapToColumns(value, columns)
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns)
        expect(lines.join('').replace(/ /g, '')).toBe(value.replace(/ /g, ''))
      }),
      { numRuns: 500 },
    )
  })

  test('refuses a width that holds no ideograph', () => {
    expect(() => wrapToColumns('a', 1)).toThrow(RangeError)
  })
})
