/** 满减、每满减、整单折: what is taken off a sum. */
import type { AmountOffFields, OrderRateFields } from '../pricing/types.ts'
import { checkRate } from './check-rate.ts'
import { checkAmountSteps } from './check-steps.ts'
import { LARGEST_AMOUNT_FEN } from './reach.ts'
import { error, warning, type RuleProblem } from './rule.ts'

export function checkAmountOff({ steps, every, off, max }: AmountOffFields): RuleProblem[] {
  if (steps !== undefined) return checkAmountSteps(steps)
  if (every === undefined || off === undefined) return []
  if (off === 0) return [error('off', 'takes-nothing')]
  if (max === 0) return [error('max', 'takes-nothing')]
  const problems = beyond(every, 'every')
  if (off >= every) problems.push(warning('off', 'free-at-threshold', { atFen: every, offFen: off }))
  if (max !== undefined && max < off) problems.push(warning('max', 'max-below-off', { maxFen: max, offFen: off }))
  return problems
}

export function checkOrderRate({
  rate,
  at,
  maxOff,
}: Pick<OrderRateFields, 'rate' | 'at'> & { readonly maxOff?: number | undefined }): RuleProblem[] {
  const problems = [...checkRate(rate, 'rate'), ...beyond(at ?? 0, 'at')]
  if (maxOff === 0) problems.push(error('maxOff', 'takes-nothing'))
  return problems
}

function beyond(threshold: number, field: string): RuleProblem[] {
  return threshold > LARGEST_AMOUNT_FEN ? [warning(field, 'beyond-amount', { mostFen: LARGEST_AMOUNT_FEN })] : []
}
