/** A manager publishes a draft: a new rule, or the next version of one; in force with the commit. */
import type { RuleDraft, RuleProblem, RuleView } from '../../../shared/contract/rules.ts'
import { decidePublish } from '../../../shared/domain/rules/decide-publish.ts'
import { refuse, type Result } from '../../../shared/domain/result.ts'
import type { PublishedBody } from '../../../shared/domain/rules/rule.ts'
import { ruleFieldName, ruleProblemText } from '../../../shared/text/rules.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { JsonObject } from '../../store/rule-store.ts'
import { judge } from './check-rule.ts'
import { ruleSaved, savedBefore } from './rule-saved.ts'
import { refuseWhilePaying, savedView } from './rule-change.ts'

export interface PublishRule {
  readonly commandId: string
  readonly draft: RuleDraft
  /** the version that was changed; null for a new rule */
  readonly expectedVersion: number | null
  /** codes of the warnings that are meant so */
  readonly confirmed: readonly string[]
}

/**
 * Refuses with not-signed-in, not-permitted, rule-invalid and rule-unconfirmed (both name the field), rule-unknown,
 * rule-changed, rule-not-yours, rule-ended, rule-while-paying, command-reused.
 */
export function publishRule(core: Core, command: PublishRule): Result<RuleView> {
  const allowed = requirePermission(core, 'rules.edit')
  if (!allowed.ok) return allowed
  const { draft, expectedVersion, confirmed } = command
  const { offer, problems } = judge(core, draft)
  const [shapeless] = offer === null ? problems.filter(({ severity }) => severity === 'error') : []
  if (shapeless !== undefined) return refuseProblem(shapeless)
  if (offer === null) throw new Error('a draft without an error has no body')
  const { ruleId, kind, nameZh, nameEn } = draft
  const body = plain(offer.body)
  const content = { op: 'publish-rule', ruleId, kind, nameZh, nameEn, body, expectedVersion, confirmed: [...confirmed] }
  const before = savedBefore(core, command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return savedView(core, before.value)
  const paying = refuseWhilePaying(core)
  if (!paying.ok) return paying
  const current = core.catalog.offer(ruleId) ?? null
  const decided = decidePublish({ current, expectedVersion, problems, confirmed })
  if (!decided.ok) return 'problem' in decided ? refuseProblem(decided.problem) : decided
  const saved = ruleSaved(core, {
    commandId: command.commandId,
    content,
    kind: 'rule-published',
    action: current === null ? 'rule-created' : 'rule-changed',
    by: allowed.value.operatorId,
    // a promotion is stored with its id, which prices name it by
    rule: {
      offerId: ruleId,
      nameZh: nameZh.trim(),
      nameEn: nameEn.trim(),
      owner: 'store',
      ...decided.value,
      offer: { kind, body: kind === 'promotion' ? { ...body, id: ruleId } : body },
    },
  })
  return saved.ok ? savedView(core, saved.value) : saved
}

function refuseProblem({ field, severity, code, params }: RuleProblem): Result<never> {
  const problem = { code, params }
  const name = ruleFieldName(field)
  return refuse(severity === 'error' ? 'rule-invalid' : 'rule-unconfirmed', {
    field,
    fieldZh: name.zh,
    fieldEn: name.en,
    problem: code,
    problemZh: ruleProblemText(problem, 'zh'),
    problemEn: ruleProblemText(problem, 'en'),
  })
}

/** As JSON says it: notes may hold anything that crossed the wire. */
function plain(body: PublishedBody['body']): JsonObject {
  return JSON.parse(JSON.stringify(body)) as JsonObject
}
