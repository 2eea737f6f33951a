/**
 * Numbers that carry a check digit: goods, scale labels, member cards and coupons of the demo shop.
 *
 * Invariants: every function takes decimal digits only and throws on anything else; a member card never passes as an
 * EAN-13, so that a scan of 13 digits that begins with 88 (also the prefix of Korea, Thailand and Singapore) has one reading.
 */

/** In front of a five-digit PLU: 2 for goods of the shop's own scale, 0 because the label has room for six. */
const SCALE_LABEL_PREFIX = '20'

/** Prefix of member cards: 88 + 10 digits + Luhn digit, 13 digits in all. */
const MEMBER_CARD_PREFIX = '88'

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

/** The Luhn (mod 10) digit to stand behind `digits`. */
function luhnCheckDigit(digits: string): number {
  demandDigits(digits, digits.length)
  let sum = 0
  for (let back = 0; back < digits.length; back += 1) {
    const digit = digitAt(digits, digits.length - 1 - back)
    const doubled = back % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return (10 - (sum % 10)) % 10
}

/** A label of the shop's scale: 20 + 5-digit PLU + 5 digits of grams + EAN-13 digit. `weightGrams` is 0 … 99999. */
export function scaleLabel(plu: string, weightGrams: number): string {
  demandDigits(plu, 5)
  return ean13Of(`${SCALE_LABEL_PREFIX}${plu}${paddedDigits(weightGrams, 5)}`)
}

/** The member card with this serial (0 … 9,999,999,999), or null where the number would also be a valid EAN-13. */
export function memberCardNumber(serial: number): string | null {
  const body = `${MEMBER_CARD_PREFIX}${paddedDigits(serial, 10)}`
  const check = luhnCheckDigit(body)
  return check === ean13CheckDigit(body) ? null : `${body}${check}`
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
