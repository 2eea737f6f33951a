/** The demo shop's plans of stored value, set as a shop sets its own: the same row, by nobody. */
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { demoStoredValueRules } from '../../demo/top-up-plans.ts'
import type { Json } from '../../store/canonical.ts'

export function publishDemoPlans(core: Core, commandId: string): Result<null> {
  const at = core.clock.now()
  const rules = demoStoredValueRules
  const detail = { version: rules.version, plans: rules.plans.length }
  const done = core.committer.commit({
    commandId,
    content: { op: 'publish-demo-plans' },
    kind: 'stored-value-set',
    version: 1,
    payload: { at, hqAt: null, by: null, rules: rules as unknown as Json },
    audit: [{ at, action: 'stored-value-set', operatorId: null, approverId: null, subject: null, detail }],
    answer: null,
    write: (seq) => core.stores.settings.put('storedValue', rules, seq),
  })
  return done.ok ? ok(null) : done
}
