/**
 * Numbers of member cards: 88, ten digits, a Luhn digit. A number that would also be a valid EAN-13 is never one, so that
 * a scan of 13 digits that begins with 88 (also the prefix of Korea, Thailand and Singapore) has one reading.
 */
import { guessScan, hasEan13CheckDigit } from '../basket/scan-code.ts'
import { ok, refuse, type Result } from '../result.ts'

const PREFIX = '88'
const SERIAL_DIGITS = 10
const CODE_OF_ZERO = 48

/** The card with this serial (0 … 9,999,999,999), or null where the number would also be a valid EAN-13. */
export function memberCardNumber(serial: number): string | null {
  const digits = String(serial).padStart(SERIAL_DIGITS, '0')
  if (!/^\d{10}$/.test(digits)) throw new RangeError(`not a serial of a card: ${serial}`)
  const body = `${PREFIX}${digits}`
  const number = `${body}${luhnCheckDigit(body)}`
  return hasEan13CheckDigit(number) ? null : number
}

/** What was typed or read from a blank card as a card's number. Refuses with card-number-wrong. */
export function readCardNumber(text: string): Result<string, 'card-number-wrong'> {
  const guess = guessScan(text.replace(/\s/g, ''))
  return guess.kind === 'card' ? ok(guess.number) : refuse('card-number-wrong')
}

/** The Luhn (mod 10) digit to stand behind `digits`, which are decimal digits only. */
export function luhnCheckDigit(digits: string): number {
  if (!/^\d+$/.test(digits)) throw new RangeError(`not digits: ${digits}`)
  let sum = 0
  for (let back = 0; back < digits.length; back += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - back) - CODE_OF_ZERO
    const doubled = back % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return (10 - (sum % 10)) % 10
}
