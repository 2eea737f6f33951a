/** A rate of the price that is paid: 10000 takes nothing off, 0 makes it free. */
import { error, warning, type RuleProblem } from './rule.ts'

export function checkRate(rate: number, field: string): RuleProblem[] {
  if (rate === 10_000) return [error(field, 'takes-nothing')]
  return rate === 0 ? [warning(field, 'makes-free')] : []
}
