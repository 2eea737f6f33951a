/**
 * How the scopes of order promotions and coupons lie to each other in one basket.
 *
 * Invariant: where every earlier one acts on units that lie wholly inside, or wholly apart from, what each later one
 * acts on, what the later one sees is a sum less the earlier reductions, whichever units they fell on.
 */
import type { Candidate } from './candidate.ts'
import type { CouponOffer, OrderOffer } from './offer.ts'
import type { BasketUnits } from './units.ts'

export interface OrderRelations {
  readonly offers: readonly (OrderOffer | CouponOffer)[]
  /** inside[i][j]: what i acts on is inside what j acts on. Meant only where the two booleans below are asked first. */
  readonly inside: readonly (readonly boolean[])[]
  /** Whether sums are enough while no unit promotion took anything … */
  readonly nestedWhenNoneTaken: boolean
  /** … and when one did, so that `excludePromoted` makes a difference. */
  readonly nestedWhenTaken: boolean
}

/** Relations of the candidates from `first` on, none of which is a promotion on units. */
export function orderRelations(candidates: readonly Candidate[], first: number, basket: BasketUnits): OrderRelations {
  const offers: (OrderOffer | CouponOffer)[] = []
  const memberOf: boolean[][] = []
  for (const { offer, members } of candidates.slice(first)) {
    if (offer.stage === 'unit') continue
    const lines = new Array<boolean>(basket.lines.length).fill(false)
    for (const unit of members) lines[basket.lineOf[unit]!] = true
    offers.push(offer)
    memberOf.push(lines)
  }
  const inside = memberOf.map((one) => memberOf.map((other) => one.every((is, line) => !is || other[line]!)))
  const apart = memberOf.map((one) => memberOf.map((other) => !one.some((is, line) => is && other[line]!)))
  let nestedWhenNoneTaken = true
  let nestedWhenTaken = true
  for (let later = 0; later < offers.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      if (apart[earlier]![later]!) continue
      const [one, other] = [offers[earlier]!, offers[later]!]
      if (!inside[earlier]![later]! || other.rule === 'dearest-unit') nestedWhenNoneTaken = false
      if (other.excludePromoted && !one.excludePromoted) nestedWhenTaken = false
    }
  }
  return { offers, inside, nestedWhenNoneTaken, nestedWhenTaken: nestedWhenTaken && nestedWhenNoneTaken }
}
