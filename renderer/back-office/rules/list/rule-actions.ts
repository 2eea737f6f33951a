/** What this till may do with a rule as it stands. */
import type { RuleView } from '../../../../shared/contract/rules.ts'

export type RuleAction = 'edit' | 'copy' | 'schedule' | 'pause' | 'resume' | 'end' | 'versions'

type Standing = Pick<RuleView, 'owner' | 'status' | 'understood'>

/** Head office's rules and those that ended are looked at and copied; one that is not understood is not even copied. */
export function actionsOf({ owner, status, understood }: Standing): RuleAction[] {
  const copy: RuleAction[] = understood ? ['copy'] : []
  if (owner === 'hq' || status === 'ended') return [...copy, 'versions']
  const change: RuleAction[] = understood ? ['edit', ...copy, 'schedule'] : []
  return [...change, status === 'paused' ? 'resume' : 'pause', 'versions', 'end']
}

/** What a tap on the rule itself does. */
export const openingAction = (rule: Standing): RuleAction => (actionsOf(rule).includes('edit') ? 'edit' : 'versions')
