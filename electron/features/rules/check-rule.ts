/** A draft read back and judged, as often as a key is pressed; commits nothing. */
import { readDraft, type ReadDraft } from '../../../shared/contract/rule-draft.ts'
import type { RuleDraft, RuleProblem } from '../../../shared/contract/rules.ts'
import type { Label } from '../../../shared/contract/primitives.ts'
import { checkNames, checkRule } from '../../../shared/domain/rules/check-rule.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { RuleShelf } from '../../../shared/domain/rules/shelf.ts'
import { periodOf, statusOf } from '../../../shared/domain/rules/status.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { publishedSentence } from './rule-words.ts'

export interface CheckedRule {
  readonly sentence: Label | null
  readonly problems: RuleProblem[]
}

/** Refuses with not-signed-in and not-permitted. */
export function checkDraft(core: Core, draft: RuleDraft): Result<CheckedRule> {
  const allowed = requirePermission(core, 'rules.edit')
  if (!allowed.ok) return allowed
  const { offer, problems } = judge(core, draft)
  return ok({
    sentence: offer === null ? null : publishedSentence(core, offer),
    problems: problems.map((problem) => ({ ...problem, params: { ...problem.params } })),
  })
}

/** The draft's body, where it can be compiled, and everything that can be said against it. */
export function judge(core: Core, draft: RuleDraft): ReadDraft {
  const shelf = shelfFor(core, draft)
  const read = readDraft(draft, {
    skus: { has: (sku) => core.catalog.product(String(sku)) !== undefined },
    tiers: { has: (tier) => core.catalog.tier(String(tier)) !== undefined },
  })
  const problems = [...checkNames(draft.nameZh, shelf), ...checkIdentity(core, draft), ...read.problems]
  if (read.offer === null) return { offer: null, problems }
  return { offer: read.offer, problems: [...problems, ...checkRule(read.offer, shelf)] }
}

/** An id stays what it was first used for. */
function checkIdentity(core: Core, { ruleId, kind }: RuleDraft): RuleProblem[] {
  const before = core.catalog.offer(ruleId)
  if (before !== undefined && before.kind !== kind) {
    return [{ field: 'kind', severity: 'error', code: 'kind-fixed', params: {} }]
  }
  const isCoupon = core.stores.members.coupon(ruleId) !== undefined
  return isCoupon ? [{ field: 'ruleId', severity: 'error', code: 'id-reserved', params: {} }] : []
}

function shelfFor(core: Core, { ruleId }: RuleDraft): RuleShelf {
  const { catalog, stores } = core
  const nowAt = core.clock.now()
  const others = stores.rules
    .readAll()
    .filter(({ offerId, state, body }) => offerId !== ruleId && statusOf(state, periodOf(body), nowAt) !== 'ended')
  return {
    products: catalog.products(),
    categories: new Set(catalog.categories().map(({ categoryId }) => categoryId)),
    tags: new Set(stores.rules.memberTags()),
    store: stores.settings.read('shop')?.storeCode ?? '',
    maxCoupons: catalog.rules().maxCoupons,
    otherNames: new Set(others.map(({ nameZh }) => nameZh)),
    nowAt,
    offsetMinutes: core.offsetMinutes,
  }
}
