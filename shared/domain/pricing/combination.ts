/**
 * Combinations of offers: which are allowed, and which of two is better.
 *
 * Invariant: `isBetter` is a total order on the combinations of one basket, so that there is exactly one best.
 */
import type { Candidate } from './candidate.ts'
import { compareIds, exclude } from './offer.ts'
import type { BasketState, Offer } from './offer.ts'
import type { BasketUnits } from './units.ts'

export interface SearchProblem {
  readonly basket: BasketUnits
  /** In the order in which they act. */
  readonly candidates: readonly Candidate[]
  readonly pinned: ReadonlySet<string>
  readonly maxCoupons: number
}

export interface Combination {
  /** In the order in which they act. */
  readonly chosen: readonly Candidate[]
  readonly toPay: number
  readonly tierOn: boolean
  /** What the basket is like when all have acted, where the search has it; of whoever asked for the combination. */
  readonly state: BasketState | null
}

/** Whether choosing this offer switches tier and member prices off. */
export function switchesTierOff(offer: Offer): boolean {
  return offer.stage === 'coupon' && !offer.withTier
}

/** Whether `offer` may join what is chosen. */
export function isCompatible(offer: Offer, chosen: readonly Candidate[], maxCoupons: number): boolean {
  if (offer.stage === 'unit') return true
  let coupons = 0
  for (const other of chosen) {
    if (exclude(offer, other.offer)) return false
    if (other.offer.kind === 'coupon') coupons += 1
  }
  return offer.kind === 'promotion' || coupons < maxCoupons
}

/** Less to pay, then fewer coupons, then fewer promotions, then the smaller sorted list of ids. */
export function isBetter(toPay: number, chosen: readonly Candidate[], than: Combination): boolean {
  if (toPay !== than.toPay) return toPay < than.toPay
  const coupons = couponCount(chosen)
  const thanCoupons = couponCount(than.chosen)
  if (coupons !== thanCoupons) return coupons < thanCoupons
  if (chosen.length !== than.chosen.length) return chosen.length < than.chosen.length
  const ids = sortedIds(chosen)
  const thanIds = sortedIds(than.chosen)
  const differing = ids.findIndex((id, place) => id !== thanIds[place])
  return differing !== -1 && compareIds(ids[differing]!, thanIds[differing]!) < 0
}

function couponCount(chosen: readonly Candidate[]): number {
  let coupons = 0
  for (const candidate of chosen) if (candidate.offer.kind === 'coupon') coupons += 1
  return coupons
}

function sortedIds(chosen: readonly Candidate[]): string[] {
  return chosen.map((candidate) => candidate.offer.id).sort(compareIds)
}
