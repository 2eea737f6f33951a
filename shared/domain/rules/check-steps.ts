/** 阶梯: steps that cannot be reached, that take nothing, or that give no more than the step below. */
import type { AmountStep, QuantityStep } from '../pricing/types.ts'
import { LARGEST_AMOUNT_FEN, MOST_PIECES } from './reach.ts'
import { error, warning, type RuleProblem } from './rule.ts'

export function checkQuantitySteps(steps: readonly QuantityStep[]): RuleProblem[] {
  if (steps.every(({ rate }) => rate === 10_000)) return [error('steps[0].rate', 'takes-nothing')]
  return inOrder(steps).flatMap(({ step: { at, rate }, field, below }): RuleProblem[] => {
    if (at > MOST_PIECES) return [error(`${field}.at`, 'beyond-pieces', { most: MOST_PIECES })]
    // a basket with a piece in scope has at least one: a step at 0 below a step at 1 never holds
    if (below !== null && at <= 1) return [warning(`${below.field}.at`, 'step-never-used')]
    if (rate === 0) return [warning(`${field}.rate`, 'makes-free')]
    return below !== null && rate >= below.step.rate ? [warning(`${field}.rate`, 'step-gives-no-more')] : []
  })
}

export function checkAmountSteps(steps: readonly AmountStep[]): RuleProblem[] {
  if (steps.every(({ off }) => off === 0)) return [error('steps[0].off', 'takes-nothing')]
  return inOrder(steps).flatMap(({ step: { at, off }, field, below }): RuleProblem[] => {
    if (at > LARGEST_AMOUNT_FEN) return [warning(`${field}.at`, 'beyond-amount', { mostFen: LARGEST_AMOUNT_FEN })]
    if (below !== null && off <= below.step.off) return [warning(`${field}.off`, 'step-gives-no-more')]
    return off >= at ? [warning(`${field}.off`, 'free-at-threshold', { atFen: at, offFen: off })] : []
  })
}

interface Placed<Step> {
  readonly step: Step
  /** where it stands in the draft */
  readonly field: string
  readonly below: { readonly step: Step; readonly field: string } | null
}

/** By threshold, each with the step below it. */
function inOrder<Step extends { readonly at: number }>(steps: readonly Step[]): Placed<Step>[] {
  const placed = steps.map((step, place) => ({ step, field: `steps[${place}]` })).sort((a, b) => a.step.at - b.step.at)
  return placed.map((step, place) => ({ ...step, below: placed[place - 1] ?? null }))
}
