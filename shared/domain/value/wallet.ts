/**
 * Spending stored value: which part is bonus, and which lots it is taken from.
 *
 * Invariants: principal taken + bonus taken = the amount; no lot gives more than it holds; within an asset the lot that
 * expires first goes first, then the oldest; principal never expires.
 */
import { fen, mulDiv, type Fen } from '../money.ts'

export type WalletOrder = 'proportional' | 'principal-first' | 'bonus-first'

/** A part of an account with origin and expiry. `ordinal` orders lots by age. */
export interface Lot {
  readonly lot: string
  readonly asset: 'PRINCIPAL' | 'BONUS' | 'POINTS'
  readonly amount: number
  /** last business day on which it can be spent, null = never lapses */
  readonly expiresOn: string | null
  readonly ordinal: number
}

export interface LotUse {
  readonly lot: string
  readonly asset: Lot['asset']
  readonly amount: number
}

/** What of these lots can be spent on a day. */
export function spendable(lots: readonly Lot[], asset: Lot['asset'], today: string): number {
  let sum = 0
  for (const lot of lots) if (lot.asset === asset && isLive(lot, today)) sum += lot.amount
  return sum
}

/** The bonus part of a payment; the rest is principal. amountFen must not exceed principal + bonus. */
export function bonusPart(amountFen: Fen, principalFen: Fen, bonusFen: Fen, order: WalletOrder): Fen {
  const available = principalFen + bonusFen
  if (amountFen > available) throw new RangeError('more than the wallet holds')
  if (amountFen === 0) return fen(0)
  if (order === 'proportional') return fen(mulDiv(amountFen, bonusFen, available, 'floor'))
  if (order === 'bonus-first') return fen(Math.min(amountFen, bonusFen))
  return fen(Math.max(0, amountFen - principalFen))
}

/** Takes `amount` of one asset from the live lots, the earliest to expire first, then the oldest. */
export function takeFromLots(lots: readonly Lot[], asset: Lot['asset'], amount: number, today: string): LotUse[] {
  const live = lots.filter((lot) => lot.asset === asset && lot.amount > 0 && isLive(lot, today)).sort(byExpiry)
  const uses: LotUse[] = []
  let left = amount
  for (const lot of live) {
    if (left === 0) break
    const taken = Math.min(left, lot.amount)
    uses.push({ lot: lot.lot, asset, amount: taken })
    left -= taken
  }
  if (left !== 0) throw new RangeError(`lots hold ${left} less than was to be taken`)
  return uses
}

function isLive(lot: Lot, today: string): boolean {
  return lot.expiresOn === null || lot.expiresOn >= today
}

function byExpiry(a: Lot, b: Lot): number {
  if (a.expiresOn !== b.expiresOn) {
    if (a.expiresOn === null) return 1
    if (b.expiresOn === null) return -1
    return a.expiresOn < b.expiresOn ? -1 : 1
  }
  return a.ordinal - b.ordinal
}
