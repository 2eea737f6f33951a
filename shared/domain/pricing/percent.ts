/** 折扣: a rate of the base of each unit in scope, weighed ones too. */
import { takeUnit } from './offer.ts'
import type { UnitRule } from './offer.ts'
import { halfAtRate } from './rounding.ts'
import type { PercentPromotion } from './types.ts'

export function compilePercent({ rate }: PercentPromotion): UnitRule {
  return {
    countsUnits: false,
    dearestFirst: false,
    neededPieces: 0,
    take(turn, state) {
      let reduction = 0
      for (const unit of turn.members) {
        if (state.taken[unit] === 1) continue
        const base = turn.base[unit]!
        const price = halfAtRate(base, rate)
        if (price > turn.own[unit]!) continue
        takeUnit(state, unit, price)
        reduction += base - price
      }
      return reduction
    },
    lowest: (turn, unit) => halfAtRate(turn.base[unit]!, rate),
    most(turn) {
      let most = 0
      for (const unit of turn.members) most += turn.base[unit]! - halfAtRate(turn.base[unit]!, rate)
      return most
    },
  }
}
