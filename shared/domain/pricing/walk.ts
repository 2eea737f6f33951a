/**
 * The exact search: a walk through all combinations, in the order in which offers act, so that a path of the walk is a
 * state of the basket.
 *
 * Invariants: a path is cut only where even the upper bounds of everything that may still follow leave more to pay than
 * the best that is known. First the promotions on units are decided, then those on the order and the coupons. Where
 * what these act on is nested or apart, their sums are enough and no reduction is shared over units along the way.
 */
import { act, eligibleSum, reductionOf, startState } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import { mostOfRest, mostSaved, unitSavings } from './bounds.ts'
import type { UnitSavings } from './bounds.ts'
import { isBetter, isCompatible, switchesTierOff } from './combination.ts'
import type { Combination, SearchProblem } from './combination.ts'
import { orderRelations } from './relations.ts'
import type { OrderRelations } from './relations.ts'
import type { BasketState } from './offer.ts'
import { dearestUnit } from './product-coupon.ts'

/** With fewer promotions on units, bounds by unit cost more than they save. */
const BOUNDED_BY_UNIT = 4
/** With fewer offers on the order and coupons, better bounds cost more than they save. */
const BOUNDED_BY_SUM = 4
/** So many offers are tried at most while no combination with everything that is pinned has been found. */
const PINNED_TRIALS = 1_000_000

export interface Hunt {
  readonly problem: SearchProblem
  best: Combination | null
  /** How many more offers may be tried once something has been found. */
  trialsLeft: number
}

/** One walk, with tier prices on or off. */
interface Walk {
  readonly hunt: Hunt
  readonly tierOn: boolean
  readonly candidates: readonly Candidate[]
  /** The first of them that is no promotion on units. */
  readonly firstOrder: number
  /** By place; null where nothing is pinned. */
  readonly pinned: readonly boolean[] | null
  /** At each place, what all that follows may take off at most. */
  readonly rest: readonly number[]
  readonly savings: UnitSavings | null
  readonly relations: OrderRelations
  /** One for each number of chosen candidates. */
  readonly states: BasketState[]
  readonly chosen: Candidate[]
}

/**
 * Walks through the combinations of `candidates`, each of which lowers the sum by no more than its bound in `most`. With
 * `tierOn` false only those count that have a coupon which switches tier prices off.
 */
export function walk(hunt: Hunt, candidates: readonly Candidate[], most: readonly number[], tierOn: boolean): void {
  const { basket, pinned, maxCoupons } = hunt.problem
  const isPinned = pinned.size === 0 ? null : candidates.map((candidate) => pinned.has(candidate.offer.id))
  if (isPinned !== null && isPinned.filter(Boolean).length < pinned.size) return
  let firstOrder = 0
  while (firstOrder < candidates.length && candidates[firstOrder]!.offer.stage === 'unit') firstOrder += 1
  const path: Walk = {
    hunt,
    tierOn,
    candidates,
    firstOrder,
    pinned: isPinned,
    rest: mostOfRest(candidates, 0, most, maxCoupons),
    savings: firstOrder < BOUNDED_BY_UNIT ? null : unitSavings(candidates, most, basket, tierOn),
    relations: orderRelations(candidates, firstOrder, basket),
    states: [startState(basket, tierOn)],
    chosen: [],
  }
  decideUnitPromotion(path, 0)
}

function decideUnitPromotion(path: Walk, place: number): void {
  const { hunt, chosen } = path
  const state = path.states[chosen.length]!
  if (isHopeless(path, state.total - mostAfter(path, place, state)) || isExhausted(hunt)) return
  if (place === path.firstOrder) {
    decideOrder(path, state)
    return
  }
  const candidate = path.candidates[place]!
  hunt.trialsLeft -= 1
  const next = copyInto(path.states, chosen.length + 1, state)
  if (act(candidate, next, path.tierOn) > 0) {
    chosen.push(candidate)
    decideUnitPromotion(path, place + 1)
    chosen.pop()
  }
  if (!mustChoose(path, place)) decideUnitPromotion(path, place + 1)
}

function mostAfter(path: Walk, place: number, state: BasketState): number {
  const { rest, savings, firstOrder } = path
  if (savings === null || place === firstOrder) return rest[place]!
  return Math.min(rest[place]!, mostSaved(savings, place, state) + rest[firstOrder]!)
}

/** All unit promotions are decided: the sums that are left bound what may follow better than anything before. */
function decideOrder(path: Walk, state: BasketState): void {
  const { candidates, firstOrder, relations, hunt } = path
  if (firstOrder === candidates.length) {
    consider(path, state.total)
    return
  }
  const nested = path.chosen.length === 0 ? relations.nestedWhenNoneTaken : relations.nestedWhenTaken
  const few = relations.offers.length < BOUNDED_BY_SUM
  const sums = nested || !few ? sumsOf(path, state) : []
  const rest = few
    ? path.rest.slice(firstOrder)
    : mostOfRest(candidates, firstOrder, mostOfSums(relations.offers, sums), hunt.problem.maxCoupons)
  if (nested) decideBySums(path, { sums: [sums], rest, firstOrder, depth: 0 }, 0, state.total)
  else decideByUnits(path, rest, 0)
}

/** What each offer on the order and each coupon sees: eligible fen, or the dearest unit's cost. */
function sumsOf({ candidates, firstOrder, relations }: Walk, state: BasketState): number[] {
  return relations.offers.map(({ rule, excludePromoted }, index) => {
    const { members } = candidates[firstOrder + index]!
    if (rule !== 'dearest-unit') return eligibleSum(members, state, excludePromoted)
    const unit = dearestUnit(members, state, excludePromoted)
    return unit === -1 ? 0 : state.cost[unit]!
  })
}

function mostOfSums(offers: OrderRelations['offers'], sums: readonly number[]): number[] {
  return offers.map(({ rule }, index) => (rule === 'dearest-unit' ? sums[index]! : rule.most(sums[index]!)))
}

interface SumsWalk {
  /** One for each number of chosen order offers: eligible fen of each, the dearest unit's cost for a product coupon. */
  readonly sums: number[][]
  readonly rest: readonly number[]
  readonly firstOrder: number
  depth: number
}

function decideBySums(path: Walk, walked: SumsWalk, index: number, total: number): void {
  const { hunt, chosen, relations } = path
  if (isHopeless(path, total - walked.rest[index]!) || isExhausted(hunt)) return
  if (index === relations.offers.length) {
    consider(path, total)
    return
  }
  const offer = relations.offers[index]!
  const sums = walked.sums[walked.depth]!
  if (sums[index]! > 0 && isCompatible(offer, chosen, hunt.problem.maxCoupons)) {
    hunt.trialsLeft -= 1
    const reduction = offer.rule === 'dearest-unit' ? sums[index]! : offer.rule.reduction(sums[index]!)
    if (reduction > 0) {
      const next = (walked.sums[walked.depth + 1] ??= sums.slice())
      for (let later = index + 1; later < sums.length; later++) {
        next[later] = sums[later]! - (relations.isInside(index, later) ? reduction : 0)
      }
      chosen.push(path.candidates[walked.firstOrder + index]!)
      walked.depth += 1
      decideBySums(path, walked, index + 1, total - reduction)
      walked.depth -= 1
      chosen.pop()
    }
  }
  if (!mustChoose(path, walked.firstOrder + index)) decideBySums(path, walked, index + 1, total)
}

function decideByUnits(path: Walk, rest: readonly number[], index: number): void {
  const { hunt, chosen, candidates, firstOrder } = path
  const state = path.states[chosen.length]!
  if (isHopeless(path, state.total - rest[index]!) || isExhausted(hunt)) return
  const candidate = candidates[firstOrder + index]
  if (candidate === undefined) {
    consider(path, state.total)
    return
  }
  if (isCompatible(candidate.offer, chosen, hunt.problem.maxCoupons)) {
    hunt.trialsLeft -= 1
    const left = state.total - reductionOf(candidate, state)
    // Sharing over units is what costs: it is done only where it may matter.
    if (left < state.total && !isHopeless(path, left - rest[index + 1]!)) {
      chosen.push(candidate)
      if (firstOrder + index + 1 === candidates.length) {
        consider(path, left)
      } else {
        act(candidate, copyInto(path.states, chosen.length, state), path.tierOn)
        decideByUnits(path, rest, index + 1)
      }
      chosen.pop()
    }
  }
  if (!mustChoose(path, firstOrder + index)) decideByUnits(path, rest, index + 1)
}

function mustChoose({ pinned }: Walk, place: number): boolean {
  return pinned !== null && pinned[place]!
}

function isHopeless({ hunt }: Walk, leastToPay: number): boolean {
  return hunt.best !== null && leastToPay > hunt.best.toPay
}

function isExhausted(hunt: Hunt): boolean {
  return hunt.trialsLeft <= 0 && (hunt.best !== null || hunt.trialsLeft <= -PINNED_TRIALS)
}

function consider({ hunt, chosen, tierOn }: Walk, toPay: number): void {
  if (!tierOn && !chosen.some((candidate) => switchesTierOff(candidate.offer))) return
  if (hunt.best === null || isBetter(toPay, chosen, hunt.best))
    hunt.best = { chosen: [...chosen], toPay, tierOn, state: null }
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
