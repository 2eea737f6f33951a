/** A rule is ended for good: nothing brings it back, a copy is a rule of its own. */
import type { RuleView } from '../../../shared/contract/rules.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { changeState } from './rule-change.ts'

export interface EndRule {
  readonly commandId: string
  readonly ruleId: string
  readonly expectedVersion: number
}

/**
 * Refuses with not-signed-in, not-permitted, rule-unknown, rule-changed, rule-not-yours, rule-ended, rule-while-paying,
 * command-reused.
 */
export function endRule(core: Core, command: EndRule): Result<RuleView> {
  return changeState(core, { ...command, state: 'ended' })
}
