/** What every change of a rule has in common: not while somebody pays, and the view of the version that it made. */
import type { RuleView } from '../../../shared/contract/rules.ts'
import { decideState } from '../../../shared/domain/rules/may-change.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { RuleState } from '../../../shared/domain/rules/rule.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { ruleSaved, savedBefore, type RuleAnswer, type RuleSaved } from './rule-saved.ts'
import { ruleView } from './rule-view.ts'

/** A price holds from the moment that paying begins: no rule changes under it. */
export function refuseWhilePaying(core: Core): Result<null, 'rule-while-paying'> {
  return core.memory.order.screen === 'pay' ? refuse('rule-while-paying') : ok(null)
}

export function savedView(core: Core, { offerId, version }: RuleAnswer): Result<RuleView> {
  const rule = core.stores.rules.version(offerId, version)
  if (rule === undefined) throw new Error(`version ${version} of the rule ${offerId} is not there`)
  return ok(ruleView(core, rule))
}

export interface ChangeState {
  readonly commandId: string
  readonly ruleId: string
  readonly state: RuleState
  readonly expectedVersion: number
}

const ACTIONS: Readonly<Record<RuleState, RuleSaved['action']>> = {
  live: 'rule-resumed',
  paused: 'rule-paused',
  ended: 'rule-ended',
}

/** The rule in another state, as a version of its own; where it has that state already nothing is written. */
export function changeState(core: Core, command: ChangeState): Result<RuleView> {
  const allowed = requirePermission(core, 'rules.edit')
  if (!allowed.ok) return allowed
  const { commandId, ruleId, state, expectedVersion } = command
  const content = { op: 'change-rule-state', ruleId, state, expectedVersion }
  const before = savedBefore(core, commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return savedView(core, before.value)
  const paying = refuseWhilePaying(core)
  if (!paying.ok) return paying
  const current = core.stores.rules.current(ruleId)
  if (current === undefined) return refuse('rule-unknown')
  const decided = decideState(current, state, expectedVersion)
  if (!decided.ok) return decided
  if (decided.value === null) return ok(ruleView(core, current))
  const { nameZh, nameEn, version, owner, kind, body } = current
  const saved = ruleSaved(core, {
    commandId,
    content,
    kind: 'rule-state-changed',
    action: ACTIONS[state],
    by: allowed.value.operatorId,
    rule: { offerId: ruleId, nameZh, nameEn, version: version + 1, owner, state: decided.value, offer: { kind, body } },
  })
  return saved.ok ? savedView(core, saved.value) : saved
}
