/** Whether a rule is at work: by what was done to it, and by the period that it names. */
import { compareInstants, instantOfMs, parseInstant, type Instant } from '../pricing/instant.ts'
import type { RuleState } from './rule.ts'

export type RuleStatus = 'scheduled' | 'running' | 'paused' | 'ended'

/** [from, to): null where the rule names none, or none that can be read. */
export interface Period {
  readonly from: Instant | null
  readonly to: Instant | null
}

export function statusOf(state: RuleState, { from, to }: Period, nowAt: number): RuleStatus {
  const now = instantOfMs(nowAt)
  if (state === 'ended' || (to !== null && compareInstants(now, to) >= 0)) return 'ended'
  if (state === 'paused') return 'paused'
  return from !== null && compareInstants(now, from) < 0 ? 'scheduled' : 'running'
}

/** The period of a body, whatever else it holds. */
export function periodOf(body: { readonly from?: unknown; readonly to?: unknown }): Period {
  return { from: instantOf(body.from), to: instantOf(body.to) }
}

/** Whole milliseconds of an instant that the contract has room for; null for one before 1970. */
export function epochMsOf(instant: Instant | null): number | null {
  return instant === null || instant.seconds < 0 ? null : instant.seconds * 1000 + Math.floor(instant.nanos / 1_000_000)
}

function instantOf(value: unknown): Instant | null {
  return typeof value === 'string' ? parseInstant(value) : null
}
