/** 特价: a unit price of its own, per kilogram for what is weighed; takes only units whose base is above it. */
import { takeUnit } from './offer.ts'
import type { UnitRule, UnitTurn } from './offer.ts'
import { unitPriceOf } from './tier-price.ts'
import type { SpecialPromotion } from './types.ts'

export function compileSpecial(promotion: SpecialPromotion): UnitRule {
  const priceOf = ({ basket }: UnitTurn, unit: number): number => {
    const line = basket.lines[basket.lineOf[unit]!]!
    return line.countable ? promotion.price : unitPriceOf(promotion.price, line.product, line.line.qty)
  }
  return {
    countsUnits: false,
    dearestFirst: false,
    neededPieces: 0,
    take(turn, state) {
      let reduction = 0
      for (const unit of turn.members) {
        if (state.taken[unit] === 1) continue
        const price = priceOf(turn, unit)
        if (price >= turn.base[unit]! || price > turn.own[unit]!) continue
        takeUnit(state, unit, price)
        reduction += turn.base[unit]! - price
      }
      return reduction
    },
    lowest: priceOf,
    most(turn) {
      let most = 0
      for (const unit of turn.members) most += Math.max(0, turn.base[unit]! - priceOf(turn, unit))
      return most
    },
  }
}
