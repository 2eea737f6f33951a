import { describe, expect, test } from 'vitest'
import { couponCode, ean13Of, scaleLabel } from '../../electron/demo/check-digits.ts'
import { memberCardNumber } from '../../shared/domain/member/card-number.ts'
import { guessScan, hasEan13CheckDigit, hasLuhnCheckDigit } from '../../shared/domain/basket/scan-code.ts'

describe('numbers with a check digit', () => {
  test('the textbook EAN-13', () => {
    expect(ean13Of('400638133393')).toBe('4006381333931')
    expect(ean13Of('690123456789')).toBe('6901234567892')
  })

  test('a scale label reads as its PLU and grams', () => {
    const barcode = scaleLabel('10001', 356)
    expect(guessScan(barcode)).toEqual({ kind: 'scale', plu: '10001', grams: 356, barcode })
  })

  test('a member card passes Luhn, reads as a card, and is never an EAN-13', () => {
    let leftOut = 0
    for (let serial = 0; serial < 2000; serial += 1) {
      const number = memberCardNumber(serial)
      if (number === null) {
        leftOut += 1
        continue
      }
      expect(hasLuhnCheckDigit(number)).toBe(true)
      expect(hasEan13CheckDigit(number)).toBe(false)
      expect(guessScan(number)).toEqual({ kind: 'card', number })
    }
    expect(leftOut).toBeGreaterThan(100)
    expect(leftOut).toBeLessThan(300)
  })

  test('a coupon code reads as a coupon and its digits pass Luhn', () => {
    const code = couponCode(1001)
    expect(code).toBe('CP00000010017')
    expect(guessScan(code)).toEqual({ kind: 'coupon', code })
    expect(hasLuhnCheckDigit(code.slice(2))).toBe(true)
  })

  test.each([
    () => ean13Of('40063813339'),
    () => ean13Of('40063813339x'),
    () => scaleLabel('1001', 1),
    () => scaleLabel('10001', 100_000),
    () => scaleLabel('10001', -1),
    () => scaleLabel('10001', 0.5),
    () => couponCode(10_000_000_000),
    () => memberCardNumber(-1),
  ])('what is no number of the right length throws (%#)', (make) => {
    expect(make).toThrow(RangeError)
  })
})
