/**
 * Upper bounds of what candidates that are still to be decided can take off, so that hopeless paths are cut.
 *
 * Invariant: a bound is never below what any allowed way of going on can take off; bounds change the speed of the
 * search and never its answer.
 */
import type { Candidate } from './candidate.ts'
import type { BasketState } from './offer.ts'
import type { BasketUnits } from './units.ts'

/**
 * At each place: Σ of the bounds that follow, with one per group and at most `maxCoupons` coupons. `most` are the bounds
 * of the candidates from `first` on.
 */
export function mostOfRest(
  candidates: readonly Candidate[],
  first: number,
  most: readonly number[],
  maxCoupons: number,
): number[] {
  const rest: number[] = new Array<number>(most.length + 1).fill(0)
  let groups: Map<string, number> | null = null
  const coupons: number[] = []
  let promotions = 0
  let couponSum = 0
  for (let place = most.length - 1; place >= 0; place--) {
    const { offer } = candidates[first + place]!
    const bound = most[place]!
    if (offer.stage === 'coupon') {
      coupons.push(bound)
      coupons.sort((a, b) => b - a)
      if (coupons.length > maxCoupons) coupons.length = maxCoupons
      couponSum = coupons.reduce((sum, coupon) => sum + coupon, 0)
    } else if (offer.stage === 'order' && offer.group !== null) {
      groups ??= new Map<string, number>()
      const known = groups.get(offer.group) ?? 0
      promotions += Math.max(bound - known, 0)
      groups.set(offer.group, Math.max(bound, known))
    } else {
      promotions += bound
    }
    rest[place] = promotions + couponSum
  }
  return rest
}

/** What the unit promotions from each place on can save on each unit at most. */
export interface UnitSavings {
  /** Counting every kind by the lowest price that it can leave on the unit. */
  readonly byUnit: readonly (readonly number[])[]
  /** The same for the kinds that price each unit by itself … */
  readonly alone: readonly (readonly number[])[]
  /** … and Σ of the bounds of those that price groups. */
  readonly grouped: readonly number[]
}

/**
 * Savings are measured from what units cost when nobody takes them, as a taken unit is judged against that. `most` are
 * the bounds of the candidates, by place.
 */
export function unitSavings(
  candidates: readonly Candidate[],
  most: readonly number[],
  basket: BasketUnits,
  tierOn: boolean,
): UnitSavings {
  const none = new Array<number>(basket.count).fill(0)
  const byUnit: number[][] = [none]
  const alone: number[][] = [none]
  const grouped: number[] = [0]
  for (let place = candidates.length - 1; place >= 0; place--) {
    const { offer, members, turnWithTier, turnWithoutTier } = candidates[place]!
    const turn = tierOn ? turnWithTier : turnWithoutTier
    if (offer.stage !== 'unit' || turn === null) continue
    const savings = byUnit[0]!.slice()
    const savingsAlone = offer.rule.dearestFirst ? alone[0]! : alone[0]!.slice()
    for (const unit of members) {
      const saving = turn.own[unit]! - offer.rule.lowest(turn, unit)
      if (saving > savings[unit]!) savings[unit] = saving
      if (!offer.rule.dearestFirst && saving > savingsAlone[unit]!) savingsAlone[unit] = saving
    }
    byUnit.unshift(savings)
    alone.unshift(savingsAlone)
    grouped.unshift(grouped[0]! + (offer.rule.dearestFirst ? most[place]! : 0))
  }
  return { byUnit, alone, grouped }
}

/** What the unit promotions from `place` on can save on the units that are still free. */
export function mostSaved({ byUnit, alone, grouped }: UnitSavings, place: number, state: BasketState): number {
  const all = byUnit[place]!
  const each = alone[place]!
  let sumOfAll = 0
  let sumOfEach = 0
  for (let unit = 0; unit < all.length; unit++) {
    if (state.taken[unit] === 1) continue
    sumOfAll += all[unit]!
    sumOfEach += each[unit]!
  }
  return Math.min(sumOfAll, sumOfEach + grouped[place]!)
}
