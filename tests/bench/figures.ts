/** Percentiles, and how a figure is set against its goal. */

export interface Goal {
  /** what is compared, e.g. 'p50 ratio' */
  readonly what: string
  readonly measured: number
  readonly limit: number
  /** 'x' for a ratio to a floor of the same run, 'ms' and 'MB' where the goal is a time or a size */
  readonly unit: 'x' | 'ms' | 'MB'
  /** default false: the less the better */
  readonly atLeast?: boolean
}

export interface BenchResult {
  /** what each side did, and the absolute figures, one a line */
  readonly lines: readonly string[]
  /** none: for information only */
  readonly goals: readonly Goal[]
}

/** The value that `share` (0 to 1) of the values do not exceed. Nearest rank; values need no order. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new RangeError('no values')
  return value
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** 'p50 212.4 µs, p99 1530.0 µs' */
export function microsecondsText(milliseconds: readonly number[]): string {
  return `p50 ${micro(percentile(milliseconds, 0.5))} µs, p99 ${micro(percentile(milliseconds, 0.99))} µs`
}

function micro(milliseconds: number): string {
  return (milliseconds * 1000).toFixed(1)
}

export function met(goal: Goal): boolean {
  return goal.atLeast === true ? goal.measured >= goal.limit : goal.measured <= goal.limit
}

/** 'p50 ratio 1.18x (goal ≤ 1.25x) PASS' */
export function goalText(goal: Goal): string {
  const { what, unit } = goal
  const sign = goal.atLeast === true ? '≥' : '≤'
  const measured = goal.measured.toFixed(unit === 'x' ? 2 : 1)
  return `${what} ${measured}${unit} (goal ${sign} ${goal.limit}${unit}) ${met(goal) ? 'PASS' : 'MISS'}`
}
