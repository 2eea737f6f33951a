/**
 * Which combination: the one that is allowed and leaves the least to pay; between equals fewer coupons, then fewer
 * promotions, then the smaller sorted list of ids.
 *
 * Invariants: with at most 12 candidates the answer is exact; beyond, the search starts from the combination that
 * adding one by one finds, and does a bounded amount of work. walk.ts is the search itself.
 */
import { act, mostOf, startState } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import { isBetter, isCompatible, switchesTierOff } from './combination.ts'
import type { Combination, SearchProblem } from './combination.ts'
import { allTogether, boundsOf } from './together.ts'
import { walk } from './walk.ts'
import type { Hunt } from './walk.ts'

/** Up to so many candidates the answer is exact. */
export const EXACT_CANDIDATES = 12
/** Beyond that, so many offers are tried at most. */
const BOUNDED_TRIALS = 4_000

/** The best combination, or null where none contains everything that is pinned. */
export function findBest(problem: SearchProblem): Combination | null {
  const { basket, pinned } = problem
  const switches = basket.tierMatters && problem.candidates.some((candidate) => switchesTierOff(candidate.offer))
  if (!switches && pinned.size === 0) {
    const all = allTogether(problem)
    if (all !== null) return all
  }
  const useful: Candidate[] = []
  const most: number[] = []
  for (const candidate of problem.candidates) {
    const mostOff = mostOf(candidate, basket)
    if (mostOff === 0) continue
    useful.push(candidate)
    most.push(mostOff)
  }
  return search(problem, useful, most, switches)
}

function search(
  problem: SearchProblem,
  candidates: readonly Candidate[],
  most: readonly number[],
  switches: boolean,
): Combination | null {
  const { basket, pinned } = problem
  if (candidates.filter((candidate) => pinned.has(candidate.offer.id)).length < pinned.size) return null
  const bounded = candidates.length > EXACT_CANDIDATES
  const hunt: Hunt = { problem, best: null, trialsLeft: bounded ? BOUNDED_TRIALS : Infinity }
  if (bounded) hunt.best = addOneByOne(problem, candidates)
  if (!switches) {
    walk(hunt, candidates, boundsOf(candidates, most, basket, true), true)
    return hunt.best
  }
  const keeps = (_: unknown, place: number): boolean => !switchesTierOff(candidates[place]!.offer)
  const keeping = candidates.filter(keeps)
  walk(hunt, keeping, boundsOf(keeping, most.filter(keeps), basket, true), true)
  walk(hunt, candidates, boundsOf(candidates, most, basket, false), false)
  return hunt.best
}

/** From the pinned ones, whichever candidate leaves the least is added, while it helps; null where they are not allowed. */
function addOneByOne(problem: SearchProblem, candidates: readonly Candidate[]): Combination | null {
  const chosen = new Set(candidates.filter((candidate) => problem.pinned.has(candidate.offer.id)))
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
  wanted: ReadonlySet<Candidate>,
): Combination | null {
  const inOrder = candidates.filter((candidate) => wanted.has(candidate))
  const tierOn = !inOrder.some((candidate) => switchesTierOff(candidate.offer))
  const state = startState(basket, tierOn)
  const chosen: Candidate[] = []
  for (const candidate of inOrder) {
    if (!isCompatible(candidate.offer, chosen, maxCoupons)) return null
    if (act(candidate, state, tierOn) === 0) return null
    chosen.push(candidate)
  }
  return { chosen, toPay: state.total, tierOn, state: null }
}
