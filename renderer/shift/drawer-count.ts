/**
 * The notes and coins of a drawer as they are counted. Adding them up is how the counted amount is entered; what the
 * drawer should hold is the core's business. Integers only.
 */

/** Renminbi in circulation, largest first, in fen. */
export const DENOMINATIONS_FEN = [10_000, 5000, 2000, 1000, 500, 100, 50, 10] as const
export type DenominationFen = (typeof DENOMINATIONS_FEN)[number]

/** How many of each, as typed: digits or nothing. */
export type DrawerCount = Readonly<Record<DenominationFen, string>>

export const emptyCount: DrawerCount = { 10000: '', 5000: '', 2000: '', 1000: '', 500: '', 100: '', 50: '', 10: '' }

const MAX_DIGITS = 5

/** What may stand in a field: at most five digits, no zeros before them. */
export function piecesText(text: string): string {
  return text
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, MAX_DIGITS)
}

/** What the pieces of one kind are worth, in fen. */
export function worthFen(count: DrawerCount, denomination: DenominationFen): number {
  return Number(count[denomination]) * denomination
}

/** The counted amount in fen. */
export function countedFen(count: DrawerCount): number {
  return DENOMINATIONS_FEN.reduce((sum, denomination) => sum + worthFen(count, denomination), 0)
}

export function isUntouched(count: DrawerCount): boolean {
  return DENOMINATIONS_FEN.every((denomination) => count[denomination] === '')
}
