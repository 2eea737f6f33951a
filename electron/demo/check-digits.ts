/**
 * Numbers that carry a check digit: goods, scale labels and coupons of the demo shop. Every function takes decimal digits
 * only and throws on anything else.
 */
import { luhnCheckDigit } from '../../shared/domain/member/card-number.ts'

/** In front of a five-digit PLU: 2 for goods of the shop's own scale, 0 because the label has room for six. */
const SCALE_LABEL_PREFIX = '20'

/** Prefix of coupon codes: CP + 10 digits + Luhn digit. */
const COUPON_CODE_PREFIX = 'CP'

/** The 13th digit of the EAN whose first twelve digits are given. */
function ean13CheckDigit(firstTwelve: string): number {
  demandDigits(firstTwelve, 12)
  let sum = 0
  for (let index = 0; index < 12; index += 1) sum += digitAt(firstTwelve, index) * (index % 2 === 0 ? 1 : 3)
  return (10 - (sum % 10)) % 10
}

export function ean13Of(firstTwelve: string): string {
  return `${firstTwelve}${ean13CheckDigit(firstTwelve)}`
}

/** A label of the shop's scale: 20 + 5-digit PLU + 5 digits of grams + EAN-13 digit. `weightGrams` is 0 … 99999. */
export function scaleLabel(plu: string, weightGrams: number): string {
  demandDigits(plu, 5)
  return ean13Of(`${SCALE_LABEL_PREFIX}${plu}${paddedDigits(weightGrams, 5)}`)
}

/** The coupon code with this serial, 0 … 9,999,999,999. */
export function couponCode(serial: number): string {
  const digits = paddedDigits(serial, 10)
  return `${COUPON_CODE_PREFIX}${digits}${luhnCheckDigit(digits)}`
}

const CODE_OF_ZERO = 48

function digitAt(digits: string, index: number): number {
  return digits.charCodeAt(index) - CODE_OF_ZERO
}

function paddedDigits(value: number, length: number): string {
  const text = String(value).padStart(length, '0')
  demandDigits(text, length)
  return text
}

function demandDigits(text: string, length: number): void {
  if (text.length !== length || !/^[0-9]+$/.test(text)) throw new RangeError(`not ${length} digits: ${text}`)
}
