import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ean13Of, scaleLabel } from '../../../electron/demo/check-digits.ts'
import { memberCardNumber } from '../../../shared/domain/member/card-number.ts'
import {
  guessScan,
  hasEan13CheckDigit,
  hasLuhnCheckDigit,
  paymentWallet,
} from '../../../shared/domain/basket/scan-code.ts'

const seed = Number(process.env['BASKET_SEED'] ?? 20_261_123)
console.info(`scanned codes from seed ${seed}`)
const runs = { seed, numRuns: 500 }

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))

describe('what a scanner read', () => {
  test.each([
    ['6901234567892', 'goods'],
    ['12345678', 'goods'],
    ['101234567890123456', 'payment'],
    ['151234567890123456', 'payment'],
    ['161234567890123456', 'goods'],
    ['10123456789012345', 'goods'],
    ['1012345678901234567', 'goods'],
    ['2512345678901234', 'payment'],
    ['301234567890123456789012', 'payment'],
    ['3012345678901234567890123', 'goods'],
    ['311234567890123456', 'goods'],
    ['241234567890123456', 'goods'],
    [scaleLabel('00017', 356), 'scale'],
    ['2000017003560', 'goods'],
    ['2200017003564', 'goods'],
    [memberCardNumber(7) ?? '', 'card'],
    ['8801234567893', 'goods'],
    ['CP00000000018', 'coupon'],
    ['cp00000000018', 'goods'],
    ['A1', 'goods'],
    ['', 'goods'],
    [' 6901234567892', 'goods'],
    ['６９０１２３４', 'goods'],
  ])('%j is %s', (code, kind) => {
    expect(guessScan(code).kind).toBe(kind)
  })

  test('a payment code names its wallet and is never goods, card or coupon', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 15 }), digits(16), (head, rest) => {
        expect(paymentWallet(`${head}${rest}`)).toBe('wechat')
        expect(guessScan(`${head}${rest}`)).toEqual({ kind: 'payment', wallet: 'wechat' })
      }),
      runs,
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 25, max: 30 }),
        fc.integer({ min: 14, max: 22 }),
        digits(22),
        (head, length, rest) => {
          expect(guessScan(`${head}${rest.slice(0, length)}`)).toEqual({ kind: 'payment', wallet: 'alipay' })
        },
      ),
      runs,
    )
  })

  test('a scale label gives back PLU and grams', () => {
    fc.assert(
      fc.property(digits(5), fc.integer({ min: 0, max: 99_999 }), (plu, grams) => {
        const label = scaleLabel(plu, grams)
        expect(guessScan(label)).toEqual({ kind: 'scale', plu, grams, barcode: label })
      }),
      runs,
    )
  })

  test('a member card is one, and no EAN-13 is taken for a card', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), digits(10), (serial, rest) => {
        const card = memberCardNumber(serial)
        if (card !== null) expect(guessScan(card)).toEqual({ kind: 'card', number: card })
        const ean = ean13Of(`88${rest}`)
        expect(hasEan13CheckDigit(ean)).toBe(true)
        expect(guessScan(ean).kind).toBe('goods')
      }),
      runs,
    )
  })

  test('one wrong digit is no check digit', () => {
    fc.assert(
      fc.property(digits(12), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (first, place, by) => {
        const ean = ean13Of(first)
        const wrong = ean.slice(0, place) + ((Number(ean[place]) + by) % 10) + ean.slice(place + 1)
        expect(hasEan13CheckDigit(wrong)).toBe(false)
      }),
      runs,
    )
    expect(hasLuhnCheckDigit('79927398713')).toBe(true)
    expect(hasLuhnCheckDigit('79927398710')).toBe(false)
  })
})
