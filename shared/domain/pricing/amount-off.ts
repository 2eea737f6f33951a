/** 满减: by steps, or so much off for every full amount (每满减), never more than what is eligible. */
import type { OrderRule } from './offer.ts'
import { reachedStep, sortedSteps } from './steps.ts'
import type { AmountOffFields, AmountStep } from './types.ts'

export function compileAmountOff(fields: AmountOffFields): OrderRule {
  if (fields.steps !== undefined) return byStep(sortedSteps(fields.steps))
  return forEvery(fields.every!, fields.off!, fields.max ?? Number.MAX_SAFE_INTEGER)
}

function byStep(steps: readonly AmountStep[]): OrderRule {
  return {
    threshold: steps[0]!.at,
    reduction: (eligible) => Math.min(reachedStep(steps, eligible)?.off ?? 0, eligible),
    most(eligible) {
      let most = 0
      for (const step of steps) if (step.at <= eligible) most = Math.max(most, step.off)
      return Math.min(most, eligible)
    },
  }
}

function forEvery(every: number, off: number, max: number): OrderRule {
  // A product above 2^53 is above every cap, so that its lost digits never show.
  const reduction = (eligible: number): number => Math.min(Math.floor(eligible / every) * off, max, eligible)
  return { threshold: every, reduction, most: reduction }
}
