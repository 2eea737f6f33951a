/**
 * 满件折: the step reached by the number of free units in scope prices all of them at its rate, judged together against
 * what they cost when nobody takes them.
 */
import { takeUnit } from './offer.ts'
import type { UnitRule, UnitTurn } from './offer.ts'
import { halfAtRate, WHOLE_RATE } from './rounding.ts'
import { reachedStep, sortedSteps } from './steps.ts'
import type { QuantityRatePromotion } from './types.ts'

export function compileQuantityRate(promotion: QuantityRatePromotion): UnitRule {
  const steps = sortedSteps(promotion.steps)
  const lowestRate = (turn: UnitTurn): number => {
    let lowest = WHOLE_RATE
    for (const step of steps) if (step.at <= turn.members.length) lowest = Math.min(lowest, step.rate)
    return lowest
  }
  return {
    countsUnits: true,
    dearestFirst: false,
    neededPieces: steps[0]!.at,
    take(turn, state) {
      const free = turn.members.filter((unit) => state.taken[unit] !== 1)
      const step = reachedStep(steps, free.length)
      if (step === null) return 0
      const prices = free.map((unit) => halfAtRate(turn.base[unit]!, step.rate))
      let sum = 0
      let ownSum = 0
      let baseSum = 0
      for (let place = 0; place < free.length; place++) {
        sum += prices[place]!
        ownSum += turn.own[free[place]!]!
        baseSum += turn.base[free[place]!]!
      }
      if (sum > ownSum) return 0
      for (let place = 0; place < free.length; place++) takeUnit(state, free[place]!, prices[place]!)
      return baseSum - sum
    },
    lowest: (turn, unit) => halfAtRate(turn.base[unit]!, lowestRate(turn)),
    most(turn) {
      const rate = lowestRate(turn)
      let most = 0
      for (const unit of turn.members) most += turn.base[unit]! - halfAtRate(turn.base[unit]!, rate)
      return most
    },
  }
}
