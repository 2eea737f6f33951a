/**
 * Numbers as people and spreadsheets write them, read exactly.
 *
 * Invariants: no floating-point number is made on the way; what is not plainly a number is null, never a guess.
 */
import { fen, type Fen } from '../money.ts'

export const MAX_TYPED_PRICE_FEN = 99_999_999

const FULL_WIDTH_FIRST = 0xff01
const FULL_WIDTH_LAST = 0xff5e
const FULL_WIDTH_SHIFT = 0xfee0
const IDEOGRAPHIC_SPACE = '\u3000'
const PLAIN_NUMBER = /^(\d+)(?:\.(\d*))?$/
const GROUPED_NUMBER = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/

/** Full-width letters, digits and signs (１２．５０) as plain ones, and other blanks as spaces; trimmed. */
export function halfWidth(text: string): string {
  let plain = ''
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) plain += String.fromCharCode(code - FULL_WIDTH_SHIFT)
    else plain += character === IDEOGRAPHIC_SPACE || character === '\u00a0' ? ' ' : character
  }
  return plain.trim()
}

/** '12.5', '¥1,234.50', '１２．５０元' in fen, 0 … 99,999,999; null where it is no amount of whole fen. */
export function fenOfText(text: string): Fen | null {
  const bare = halfWidth(text)
    .replace(/。/g, '.')
    .replace(/^(?:¥|¥|￥|RMB|CNY)\s*/i, '')
    .replace(/\s*(?:元|块|RMB|CNY)$/i, '')
  const hundredths = hundredthsOf(bare)
  return hundredths === null || hundredths > MAX_TYPED_PRICE_FEN ? null : fen(hundredths)
}

/** '13%', '13', '0.13' or 免税 in basis points, 0 … 10,000; a number below 1 without a per cent sign is a fraction. */
export function basisPointsOfText(text: string): number | null {
  const plain = halfWidth(text)
  if (plain === '免税') return 0
  const percent = plain.endsWith('%')
  const number = percent ? plain.slice(0, -1).trim() : plain
  const hundredths = hundredthsOf(number)
  if (hundredths === null) return percent ? null : fractionOf(number)
  const fraction = !percent && hundredths > 0 && hundredths < 100 ? hundredths * 100 : hundredths
  return fraction > 10_000 ? null : fraction
}

/** Hundredths of a decimal number with at most two places that are not zero; commas only between groups of three. */
function hundredthsOf(text: string): number | null {
  const match = PLAIN_NUMBER.exec(GROUPED_NUMBER.test(text) ? text.replace(/,/g, '') : text)
  if (match === null) return null
  const places = (match[2] ?? '').replace(/0+$/, '')
  const whole = match[1] ?? ''
  if (places.length > 2 || whole.length > 9) return null
  return Number(whole) * 100 + Number(places.padEnd(2, '0'))
}

/** '0.065' as 650 basis points. */
function fractionOf(text: string): number | null {
  const match = /^0\.(\d{3,4})0*$/.exec(text)
  return match === null ? null : Number((match[1] ?? '').padEnd(4, '0'))
}
