/** Who may change a rule, and that nobody changes what somebody else has just changed. */
import { ok, refuse, type Result } from '../result.ts'
import type { CurrentRule, RuleState } from './rule.ts'

export type RuleRefusal = 'rule-unknown' | 'rule-not-yours' | 'rule-changed' | 'rule-ended'

/** Refuses HQ's rules, another version than the current one, and what has ended. */
export function mayChange(current: CurrentRule, expectedVersion: number | null): Result<null, RuleRefusal> {
  const { nameZh, nameEn, owner, version, state } = current
  const named = { nameZh, nameEn: nameEn === '' ? nameZh : nameEn }
  if (owner === 'hq') return refuse('rule-not-yours', named)
  if (version !== expectedVersion) return refuse('rule-changed', { ...named, version })
  return state === 'ended' ? refuse('rule-ended', named) : ok(null)
}

/** The state that a rule takes; null where it has that state already, and nothing is to be written. */
export function decideState(
  current: CurrentRule,
  wanted: RuleState,
  expectedVersion: number,
): Result<RuleState | null, RuleRefusal> {
  const allowed = mayChange(current, expectedVersion)
  if (!allowed.ok) return allowed
  return ok(current.state === wanted ? null : wanted)
}
