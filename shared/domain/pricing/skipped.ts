/**
 * Why an offer was not used: the first reason that applies, in the order of the specification.
 *
 * Invariant: a threshold is judged at the offer's place among the chosen, with the tier price off where the offer
 * itself would switch it off.
 */
import { act, candidateOf, eligibleSum, linesInScope, startState } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import { whyNot } from './eligibility.ts'
import { compareActing, compareIds, exclude } from './offer.ts'
import type { Offer } from './offer.ts'
import type { Prepared } from './prepare.ts'
import { switchesTierOff } from './combination.ts'
import type { Combination } from './combination.ts'
import type { Skipped } from './types.ts'

/** Every offer that is not in the combination, promotions first, in the order given. */
export function whySkipped(prepared: Prepared, combination: Combination): Skipped[] {
  const chosen = new Set(combination.chosen.map((candidate) => candidate.offer))
  const skipped: Skipped[] = []
  for (const offers of [prepared.book.published, prepared.extras]) {
    for (const offer of offers) if (!chosen.has(offer)) skipped.push(reasonFor(offer, prepared, combination))
  }
  return skipped
}

/** What an offer sees at its place among the chosen: free pieces for a unit promotion, fen for everything else. */
export function seenAtItsPlace(candidate: Candidate, prepared: Prepared, combination: Combination): number {
  const { offer } = candidate
  const tierOn = combination.tierOn && !switchesTierOff(offer)
  const state = startState(prepared.basket, tierOn)
  for (const earlier of combination.chosen) {
    if (compareActing(earlier.offer, offer) >= 0) break
    act(earlier, state, tierOn)
  }
  if (offer.stage === 'unit') return candidate.members.filter((unit) => state.taken[unit] !== 1).length
  return eligibleSum(candidate.members, state, offer.excludePromoted)
}

/** The least that an offer needs to act: pieces for a unit promotion, fen for everything else; 0 for no threshold. */
function neededBy(offer: Offer): number {
  if (offer.stage === 'unit') return offer.rule.neededPieces
  return offer.rule === 'dearest-unit' ? 0 : offer.rule.threshold
}

function reasonFor(offer: Offer, prepared: Prepared, combination: Combination): Skipped {
  const { id } = offer
  if (prepared.forbidden.has(id)) return { id, reason: 'forbidden' }
  const outside = whyNot(offer.eligibility, prepared.occasion)
  if (outside !== null) return { id, reason: outside }
  const lines = linesInScope(offer, prepared.basket)
  if (lines.length === 0) return { id, reason: 'nothing-in-scope' }
  const needed = neededBy(offer)
  if (needed > 0) {
    const seen = seenAtItsPlace(candidateOf(offer, lines, prepared.basket), prepared, combination)
    if (seen < needed) return { id, reason: 'below-threshold', missing: needed - seen }
  }
  const excluders = combination.chosen.filter((other) => exclude(offer, other.offer)).map((other) => other.offer.id)
  if (excluders.length > 0) return { id, reason: 'excluded-by', by: excluders.sort(compareIds)[0]! }
  const coupons = combination.chosen.filter((other) => other.offer.kind === 'coupon').length
  if (offer.kind === 'coupon' && coupons >= prepared.problem.maxCoupons) return { id, reason: 'limit' }
  return { id, reason: 'better-without' }
}
