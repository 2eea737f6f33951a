/**
 * Candidates: offers that hold for this basket and mean something in it, and how each acts on the basket's state.
 *
 * Invariant: `act` changes the state only by taking or lowering units of the candidate's scope, and returns the
 * candidate's own reduction; 0 means that the combination is not allowed.
 */
import { isInScope } from './eligibility.ts'
import type { BasketState, Offer, UnitOffer, UnitTurn } from './offer.ts'
import { dearestUnit } from './product-coupon.ts'
import { share } from './share.ts'
import { isOpenToUnitPromotions } from './units.ts'
import type { BasketUnits, LineUnits } from './units.ts'

export interface Candidate {
  readonly offer: Offer
  /** Units that it may act on, in unit order, or dearest base first where the kind forms groups. */
  readonly members: readonly number[]
  /** Set for unit promotions: the view with tier prices, and the one without. */
  readonly turnWithTier: UnitTurn | null
  readonly turnWithoutTier: UnitTurn | null
}

/** The lines of the basket that an offer means, in order. */
export function linesInScope(offer: Offer, basket: BasketUnits): LineUnits[] {
  return basket.lines.filter(
    (line) =>
      (offer.stage === 'unit' ? isOpenToUnitPromotions(line, offer.rule.countsUnits) : line.discountable) &&
      isInScope(offer.scope, line.product),
  )
}

/** The candidate for `offer` on `lines`, the lines in its scope in the order of the basket. */
export function candidateOf(offer: Offer, lines: readonly LineUnits[], basket: BasketUnits): Candidate {
  if (offer.stage === 'unit') return unitCandidate(offer, lines, basket)
  return { offer, members: unitsOf(lines), turnWithTier: null, turnWithoutTier: null }
}

/** An upper bound of its own reduction in any combination; 0 where it can never be part of one. */
export function mostOf({ offer, members, turnWithoutTier }: Candidate, basket: BasketUnits): number {
  // Bases are never above list, so that the view without tier prices bounds both.
  if (offer.stage === 'unit') return offer.rule.most(turnWithoutTier!)
  // No unit ever costs more than its list price, or its manual price where it has one.
  let sum = 0
  let dearest = 0
  for (let i = 0; i < members.length; i++) {
    const cost = basket.withoutTier[members[i]!]!
    sum += cost
    if (cost > dearest) dearest = cost
  }
  return offer.rule === 'dearest-unit' ? dearest : offer.rule.most(sum)
}

/** The state before anything acts. */
export function startState(basket: BasketUnits, tierOn: boolean): BasketState {
  const cost = (tierOn ? basket.withTier : basket.withoutTier).slice()
  let total = 0
  for (let unit = 0; unit < cost.length; unit++) total += cost[unit]!
  return { cost, taken: new Array<number>(cost.length).fill(0), total }
}

/** Lets the candidate act on `state` and returns its own reduction. */
export function act(candidate: Candidate, state: BasketState, tierOn: boolean): number {
  const { offer } = candidate
  if (offer.stage === 'unit') {
    return offer.rule.take((tierOn ? candidate.turnWithTier : candidate.turnWithoutTier)!, state)
  }
  const reduction = reductionOf(candidate, state)
  if (reduction > 0) reduceBy(reduction, candidate, state)
  return reduction
}

/** What an order promotion or a coupon would take off `state`, without a change to it; 0 for a promotion on units. */
export function reductionOf({ offer, members }: Candidate, state: BasketState): number {
  if (offer.stage === 'unit') return 0
  if (offer.rule !== 'dearest-unit') return offer.rule.reduction(eligibleSum(members, state, offer.excludePromoted))
  const unit = dearestUnit(members, state, offer.excludePromoted)
  return unit === -1 ? 0 : state.cost[unit]!
}

function reduceBy(reduction: number, { offer, members }: Candidate, state: BasketState): void {
  if (offer.stage === 'unit') return
  if (offer.rule !== 'dearest-unit') {
    reduceUnits(members, state, offer.excludePromoted, reduction)
    return
  }
  state.cost[dearestUnit(members, state, offer.excludePromoted)] = 0
  state.total -= reduction
}

/** What the units in scope cost by now, without those that the offer leaves out. */
export function eligibleSum(members: readonly number[], state: BasketState, excludePromoted: boolean): number {
  let sum = 0
  for (let i = 0; i < members.length; i++) {
    const unit = members[i]!
    if (!excludePromoted || state.taken[unit] !== 1) sum += state.cost[unit]!
  }
  return sum
}

/** Takes `reduction` off the units, shared by what they cost. */
export function reduceUnits(
  members: readonly number[],
  state: BasketState,
  excludePromoted: boolean,
  reduction: number,
): void {
  const units = excludePromoted ? members.filter((unit) => state.taken[unit] !== 1) : members
  const weights: number[] = []
  for (let i = 0; i < units.length; i++) weights.push(state.cost[units[i]!]!)
  const parts = share(reduction, weights)
  for (let i = 0; i < units.length; i++) state.cost[units[i]!]! -= parts[i]!
  state.total -= reduction
}

function unitCandidate(offer: UnitOffer, lines: readonly LineUnits[], basket: BasketUnits): Candidate {
  const turnWithTier = turnOf(offer, lines, basket, true)
  const turnWithoutTier = basket.tierMatters ? turnOf(offer, lines, basket, false) : turnWithTier
  return { offer, members: turnWithTier.members, turnWithTier, turnWithoutTier }
}

function turnOf(offer: UnitOffer, lines: readonly LineUnits[], basket: BasketUnits, tierOn: boolean): UnitTurn {
  const fromTier = offer.startsFromTier && tierOn
  const ordered = offer.rule.dearestFirst
    ? [...lines].sort((a, b) => (fromTier ? b.withTier - a.withTier : b.list - a.list))
    : lines
  return {
    basket,
    own: tierOn ? basket.withTier : basket.withoutTier,
    base: fromTier ? basket.withTier : basket.list,
    members: unitsOf(ordered),
  }
}

function unitsOf(lines: readonly LineUnits[]): number[] {
  const units: number[] = []
  for (const line of lines) for (let unit = line.first; unit < line.first + line.count; unit++) units.push(unit)
  return units
}
