/** A rule is taken out of prices for a while, and back in. */
import type { RuleView } from '../../../shared/contract/rules.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { changeState } from './rule-change.ts'

export interface SetPaused {
  readonly commandId: string
  readonly ruleId: string
  readonly paused: boolean
  readonly expectedVersion: number
}

/**
 * Refuses with not-signed-in, not-permitted, rule-unknown, rule-changed, rule-not-yours, rule-ended, rule-while-paying,
 * command-reused.
 */
export function setPaused(core: Core, { paused, ...command }: SetPaused): Result<RuleView> {
  return changeState(core, { ...command, state: paused ? 'paused' : 'live' })
}
