/**
 * Which combination: the one that is allowed and leaves the least to pay; between equals fewer coupons, then fewer
 * promotions, then the smaller sorted list of ids.
 *
 * Invariants: candidates come in the order in which they act, so that a path of the search is a state of the basket;
 * a path is cut only where even the upper bounds of everything that may still follow leave more to pay than the best
 * that is known. With at most 12 candidates the answer is exact; beyond, the search starts from the combination that
 * adding one by one finds, and does a bounded amount of work.
 */
import { act, startState } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import { compareIds, exclude } from './offer.ts'
import type { BasketState, Offer } from './offer.ts'
import type { BasketUnits } from './units.ts'

/** Up to so many candidates the answer is exact. */
export const EXACT_CANDIDATES = 12
/** Beyond that, so many offers are tried at most … */
const BOUNDED_TRIALS = 4_000
/** … or so many while no combination with everything that is pinned has been found. */
const PINNED_TRIALS = 1_000_000

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
}

interface Hunt {
  readonly problem: SearchProblem
  best: Combination | null
  trialsLeft: number
}

/** One walk through the combinations with tier prices on, or through those with them off. */
interface Walk {
  readonly hunt: Hunt
  readonly candidates: readonly Candidate[]
  readonly pinned: readonly boolean[]
  readonly tierOn: boolean
  /** Tier prices are off only where a chosen coupon switches them off. */
  readonly needsSwitch: boolean
  /** At each place, what all that follows may take off at most. */
  readonly rest: readonly number[]
  /** One for each number of chosen candidates. */
  readonly states: BasketState[]
  readonly chosen: Candidate[]
}

/** The best combination, or null where none contains everything that is pinned. */
export function findBest(problem: SearchProblem): Combination | null {
  const useful = problem.candidates.filter(candidate => candidate.most > 0)
  let pinnedCount = 0
  for (const candidate of useful) if (problem.pinned.has(candidate.offer.id)) pinnedCount += 1
  if (pinnedCount < problem.pinned.size) return null
  const bounded = useful.length > EXACT_CANDIDATES
  const hunt: Hunt = { problem, best: null, trialsLeft: bounded ? BOUNDED_TRIALS : Infinity }
  if (bounded) hunt.best = addOneByOne(problem, useful)
  const switches = problem.basket.tierMatters && useful.some(candidate => switchesTierOff(candidate.offer))
  walk(hunt, switches ? useful.filter(candidate => !switchesTierOff(candidate.offer)) : useful, true)
  if (switches) walk(hunt, useful, false)
  return hunt.best
}

/** Whether choosing this offer switches tier and member prices off. */
export function switchesTierOff(offer: Offer): boolean {
  return offer.stage === 'coupon' && !offer.withTier
}

function walk(hunt: Hunt, candidates: readonly Candidate[], tierOn: boolean): void {
  const pinned = candidates.map(candidate => hunt.problem.pinned.has(candidate.offer.id))
  if (pinned.filter(Boolean).length < hunt.problem.pinned.size) return
  visit(
    {
      hunt,
      candidates,
      pinned,
      tierOn,
      needsSwitch: !tierOn,
      rest: mostOfRest(candidates, hunt.problem.maxCoupons),
      states: [startState(hunt.problem.basket, tierOn)],
      chosen: []
    },
    0
  )
}

function visit(path: Walk, place: number): void {
  const { hunt, chosen } = path
  const state = path.states[chosen.length]!
  if (hunt.best !== null && state.total - path.rest[place]! > hunt.best.toPay) return
  if (hunt.trialsLeft <= 0 && (hunt.best !== null || hunt.trialsLeft <= -PINNED_TRIALS)) return
  if (place === path.candidates.length) {
    consider(path, state.total)
    return
  }
  const candidate = path.candidates[place]!
  if (isCompatible(candidate.offer, chosen, hunt.problem.maxCoupons)) {
    hunt.trialsLeft -= 1
    const next = copyInto(path.states, chosen.length + 1, state)
    if (act(candidate, next, path.tierOn, place + 1 < path.candidates.length) > 0) {
      chosen.push(candidate)
      visit(path, place + 1)
      chosen.pop()
    }
  }
  if (!path.pinned[place]!) visit(path, place + 1)
}

function consider(path: Walk, toPay: number): void {
  const { hunt, chosen } = path
  if (path.needsSwitch && !chosen.some(candidate => switchesTierOff(candidate.offer))) return
  if (hunt.best === null || isBetter(toPay, chosen, hunt.best)) {
    hunt.best = { chosen: [...chosen], toPay, tierOn: path.tierOn }
  }
}

function isCompatible(offer: Offer, chosen: readonly Candidate[], maxCoupons: number): boolean {
  let coupons = 0
  for (const other of chosen) {
    if (exclude(offer, other.offer)) return false
    if (other.offer.kind === 'coupon') coupons += 1
  }
  return offer.kind === 'promotion' || coupons < maxCoupons
}

function isBetter(toPay: number, chosen: readonly Candidate[], than: Combination): boolean {
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
  return chosen.map(candidate => candidate.offer.id).sort(compareIds)
}

function copyInto(states: BasketState[], depth: number, from: BasketState): BasketState {
  const into = states[depth]
  if (into === undefined) {
    const fresh = { cost: from.cost.slice(), taken: from.taken.slice(), total: from.total }
    states[depth] = fresh
    return fresh
  }
  for (let unit = 0; unit < from.cost.length; unit++) {
    into.cost[unit] = from.cost[unit]!
    into.taken[unit] = from.taken[unit]!
  }
  into.total = from.total
  return into
}

/** At each place: Σ of the upper bounds that follow, with one per group and at most `maxCoupons` coupons. */
function mostOfRest(candidates: readonly Candidate[], maxCoupons: number): number[] {
  const rest = new Array<number>(candidates.length + 1).fill(0)
  const groups = new Map<string, number>()
  const coupons: number[] = []
  let promotions = 0
  for (let place = candidates.length - 1; place >= 0; place--) {
    const { offer, most } = candidates[place]!
    if (offer.stage === 'coupon') {
      coupons.push(most)
      coupons.sort((a, b) => b - a)
      if (coupons.length > maxCoupons) coupons.length = maxCoupons
    } else if (offer.stage === 'order' && offer.group !== null) {
      const known = groups.get(offer.group) ?? 0
      promotions += Math.max(most - known, 0)
      groups.set(offer.group, Math.max(most, known))
    } else {
      promotions += most
    }
    rest[place] = promotions + coupons.reduce((sum, coupon) => sum + coupon, 0)
  }
  return rest
}

/** From the pinned ones, whichever candidate leaves the least is added, while it helps; null where they are not allowed. */
function addOneByOne(problem: SearchProblem, candidates: readonly Candidate[]): Combination | null {
  const chosen = new Set(candidates.filter(candidate => problem.pinned.has(candidate.offer.id)))
  let best = evaluate(problem, candidates, chosen)
  if (best === null) return null
  for (;;) {
    const before: Combination = best
    for (const candidate of candidates) {
      if (chosen.has(candidate)) continue
      chosen.add(candidate)
      const tried = evaluate(problem, candidates, chosen)
      chosen.delete(candidate)
      if (tried !== null && tried.toPay < before.toPay && isBetter(tried.toPay, tried.chosen, best)) best = tried
    }
    if (best === before) return best
    for (const candidate of best.chosen) chosen.add(candidate)
  }
}

function evaluate(
  { basket, maxCoupons }: SearchProblem,
  candidates: readonly Candidate[],
  wanted: ReadonlySet<Candidate>
): Combination | null {
  const inOrder = candidates.filter(candidate => wanted.has(candidate))
  const tierOn = !inOrder.some(candidate => switchesTierOff(candidate.offer))
  const state = startState(basket, tierOn)
  const chosen: Candidate[] = []
  for (const candidate of inOrder) {
    if (!isCompatible(candidate.offer, chosen, maxCoupons)) return null
    if (act(candidate, state, tierOn, true) === 0) return null
    chosen.push(candidate)
  }
  return { chosen, toPay: state.total, tierOn }
}
