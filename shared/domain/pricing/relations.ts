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
  /** Whether what `earlier` acts on is inside what `later` acts on, where one of the booleans below holds. */
  readonly isInside: (earlier: number, later: number) => boolean
  /** Whether sums are enough while no unit promotion took anything … */
  readonly nestedWhenNoneTaken: boolean
  /** … and when one did, so that `excludePromoted` makes a difference. */
  readonly nestedWhenTaken: boolean
}

/** Relations of the candidates from `first` on, none of which is a promotion on units. */
export function orderRelations(candidates: readonly Candidate[], first: number, basket: BasketUnits): OrderRelations {
  const offers: (OrderOffer | CouponOffer)[] = []
  let allMeanEverything = true
  let nestedWhenTaken = true
  let nestedWhenNoneTaken = true
  for (let place = first; place < candidates.length; place++) {
    const { offer, members } = candidates[place]!
    if (offer.stage === 'unit') continue
    if (members.length < basket.discountableCount) allMeanEverything = false
    if (offers.length > 0) {
      if (offer.rule === 'dearest-unit') nestedWhenNoneTaken = false
      if (offer.excludePromoted && offers.some((earlier) => !earlier.excludePromoted)) nestedWhenTaken = false
    }
    offers.push(offer)
  }
  if (allMeanEverything || offers.length < 2) {
    nestedWhenTaken &&= nestedWhenNoneTaken
    return { offers, isInside: () => true, nestedWhenNoneTaken, nestedWhenTaken }
  }
  return relationsByLine(offers, candidates.slice(first), basket)
}

function relationsByLine(
  offers: readonly (OrderOffer | CouponOffer)[],
  candidates: readonly Candidate[],
  basket: BasketUnits,
): OrderRelations {
  const memberOf = candidates.map(({ members }) => {
    const lines = new Array<boolean>(basket.lines.length).fill(false)
    for (const unit of members) lines[basket.lineOf[unit]!] = true
    return lines
  })
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
  nestedWhenTaken &&= nestedWhenNoneTaken
  return { offers, isInside: (earlier, later) => inside[earlier]![later]!, nestedWhenNoneTaken, nestedWhenTaken }
}
