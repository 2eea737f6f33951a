/** Everything that a rule ever was. */
import type { RuleVersion } from '../../../shared/contract/rules.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { versionView } from './rule-view.ts'

/** The newest first. Refuses with not-signed-in, not-permitted, rule-unknown. */
export function ruleVersions(core: Core, ruleId: string): Result<RuleVersion[]> {
  const allowed = requirePermission(core, 'rules.edit')
  if (!allowed.ok) return allowed
  const versions = core.stores.rules.versions(ruleId)
  if (versions.length === 0) return refuse('rule-unknown')
  return ok(versions.map((version, place) => versionView(core, version, versions[place + 1])))
}
