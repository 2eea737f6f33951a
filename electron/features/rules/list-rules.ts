/** Every rule as it stands now, and what rules can name. */
import type { RuleView } from '../../../shared/contract/rules.ts'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { ruleView } from './rule-view.ts'

export interface RuleList {
  readonly rules: RuleView[]
  readonly notices: Refusal[]
}

/** Refuses with not-signed-in and not-permitted. */
export function listRules(core: Core): Result<RuleList> {
  const allowed = requirePermission(core, 'rules.edit')
  if (!allowed.ok) return allowed
  return ok({
    rules: core.stores.rules.currentVersions().map((rule) => ruleView(core, rule)),
    notices: core.catalog.leftOut().map(({ nameZh, nameEn }) => ({
      code: 'rule-left-out',
      params: { nameZh, nameEn: nameEn === '' ? nameZh : nameEn },
    })),
  })
}

export interface RuleChoices {
  readonly tiers: { tierId: string; label: { zh: string; en: string } }[]
  readonly tags: string[]
  readonly store: string
  readonly stores: string[]
  readonly groups: string[]
  readonly timeZone: string
  readonly offsetMinutes: number
  readonly maxCoupons: number
}

/** Refuses with not-signed-in and not-permitted. */
export function listRuleChoices(core: Core): Result<RuleChoices> {
  const allowed = requirePermission(core, 'rules.edit')
  if (!allowed.ok) return allowed
  const shop = core.stores.settings.read('shop')
  const store = shop?.storeCode ?? ''
  const bodies = core.stores.rules
    .readAll()
    .flatMap(({ offer }) => (offer.kind === 'not-understood' ? [] : [offer.body]))
  const groups = bodies.flatMap((body) => ('group' in body && body.group !== undefined ? [body.group] : []))
  return ok({
    tiers: core.catalog.tiers().map(({ tierId, nameZh, nameEn }) => ({ tierId, label: { zh: nameZh, en: nameEn } })),
    tags: sorted([...core.stores.rules.memberTags(), ...bodies.flatMap(({ tags }) => tags ?? [])]),
    store,
    stores: sorted([store, ...bodies.flatMap(({ stores }) => stores ?? [])]),
    groups: sorted(groups),
    timeZone: shop?.timeZone ?? 'Asia/Shanghai',
    offsetMinutes: core.offsetMinutes,
    maxCoupons: core.catalog.rules().maxCoupons,
  })
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '').sort()
}
