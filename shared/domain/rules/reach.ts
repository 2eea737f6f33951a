/** What no basket reaches: a rule that asks for more can never act. */

/** More units than these are refused in one basket, see pricing/units.ts. */
export const MOST_PIECES = 10_000
/** The largest amount that the till takes in one tender. */
export const LARGEST_AMOUNT_FEN = 99_999_999
