/** 兑换券: the dearest unit in scope, as it costs by now, becomes free; ties go to the earlier unit. */
import type { BasketState } from './offer.ts'

/** The unit that becomes free, or -1 where there is none; `members` in unit order. */
export function dearestUnit(members: readonly number[], state: BasketState, excludePromoted: boolean): number {
  let dearest = -1
  for (const unit of members) {
    if (excludePromoted && state.taken[unit] === 1) continue
    if (dearest === -1 || state.cost[unit]! > state.cost[dearest]!) dearest = unit
  }
  return dearest
}
