/**
 * The rows of rules: 'rule-published' (a draft became a version) and 'rule-state-changed' (paused, resumed, ended).
 *
 * Payload of both, version 1: `{ at, hqAt: null, by, rule }`, where `rule` is the new version whole:
 * `{ offerId, nameZh, nameEn, version, owner, state, offer: { kind, body } }`, a promotion's body with its id.
 */
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import type { Json } from '../../store/canonical.ts'
import type { WrittenOffer } from '../../store/rule-store.ts'

export interface RuleSaved {
  readonly commandId: string
  readonly content: Json
  readonly kind: 'rule-published' | 'rule-state-changed'
  readonly action: 'rule-created' | 'rule-changed' | 'rule-paused' | 'rule-resumed' | 'rule-ended'
  readonly by: string
  readonly rule: WrittenOffer
}

/** Which version a command made: the same command gives it again. */
export interface RuleAnswer {
  readonly offerId: string
  readonly version: number
}

/** Commits and lets memory follow. */
export function ruleSaved(core: Core, saved: RuleSaved): Result<RuleAnswer> {
  const { commandId, content, kind, action, by, rule } = saved
  const { offerId, version } = rule
  const at = core.clock.now()
  const answer = { offerId, version }
  const done = core.committer.commit({
    commandId,
    content,
    kind,
    version: 1,
    payload: { at, hqAt: null, by, rule: rule as unknown as Json },
    audit: [
      { at, action, operatorId: by, approverId: null, subject: offerId, detail: { version, nameZh: rule.nameZh } },
    ],
    answer,
    write: (seq) => core.stores.rules.put(rule, { seq, at, by }),
  })
  if (!done.ok) return done
  core.catalog.reload()
  core.changed()
  return ok(done.value.answer)
}

/** What this command made when it was first tried; null where it was not. */
export function savedBefore(core: Core, commandId: string, content: Json): Result<RuleAnswer | null> {
  const before = core.committer.earlier(commandId, content)
  if (!before.ok) return before
  return ok(before.value === null ? null : (before.value.answer as unknown as RuleAnswer))
}
