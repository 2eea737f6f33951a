/**
 * All candidates at once: the answer in most baskets, found without a search; and tighter bounds for the search where it
 * is not.
 *
 * Invariants: a combination is answered only where each of its candidates lowers the sum by all that it can in any
 * combination, so that leaving one out leaves more to pay; what is left out of it can be part of none. A bound is never
 * below what its candidate can lower the sum by.
 */
import { act, mostOf, startState } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import { isCompatible } from './combination.ts'
import type { Combination, SearchProblem } from './combination.ts'
import type { BasketUnits } from './units.ts'

/** All candidates that can do anything, with tier prices on; null where that is not the best for certain. */
export function allTogether({ basket, candidates, maxCoupons }: SearchProblem): Combination | null {
  const takers = countTakers(candidates, basket)
  const state = startState(basket, true)
  const chosen: Candidate[] = []
  for (const candidate of candidates) {
    const alone = isAlone(candidate, takers)
    const most = alone ? 0 : mostOf(candidate, basket)
    if (!alone && most === 0) continue
    if (!isCompatible(candidate.offer, chosen, maxCoupons)) return null
    const before = state.total
    if (act(candidate, state, true) === 0) {
      if (alone) continue
      return null
    }
    const lowered = before - state.total
    if (lowered === 0 || lowered < most) return null
    chosen.push(candidate)
  }
  return { chosen, toPay: state.total, tierOn: true, state }
}

/** What each candidate can lower the sum by at most; `most` are the bounds that hold with tier prices on and off. */
export function boundsOf(
  candidates: readonly Candidate[],
  most: readonly number[],
  basket: BasketUnits,
  tierOn: boolean,
): number[] {
  const takers = countTakers(candidates, basket)
  const state = startState(basket, tierOn)
  return candidates.map((candidate, place) => {
    if (!isAlone(candidate, takers)) return most[place]!
    const before = state.total
    act(candidate, state, tierOn)
    return before - state.total
  })
}

/** Whether it is a promotion on units none of which another one may take: it does the same in every combination. */
function isAlone({ offer, members }: Candidate, takers: readonly number[]): boolean {
  if (offer.stage !== 'unit') return false
  for (let i = 0; i < members.length; i++) if (takers[members[i]!] !== 1) return false
  return true
}

/** For each unit, how many promotions on units may take it. */
function countTakers(candidates: readonly Candidate[], basket: BasketUnits): number[] {
  const takers = new Array<number>(basket.count).fill(0)
  for (const { offer, members } of candidates) {
    if (offer.stage === 'unit') for (const unit of members) takers[unit]! += 1
  }
  return takers
}
