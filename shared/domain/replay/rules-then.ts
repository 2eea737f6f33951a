/**
 * The rules of pricing as they stood at a row of the chain, folded from the rows that change them.
 *
 * Invariants: what a row says holds from the row after it on, as at the till; a rule of a kind that this program does not
 * know is kept by name and stands in no price, as at the till.
 */
import type { Promotion, Rules, Tier } from '../pricing/types.ts'
import type { CouponTemplateBody, RuleState } from '../rules/rule.ts'

export interface RuleThen {
  readonly ruleId: string
  readonly nameZh: string
  readonly nameEn: string
  readonly state: RuleState
  readonly offer:
    | { readonly kind: 'promotion'; readonly body: Promotion }
    | { readonly kind: 'coupon-template'; readonly body: CouponTemplateBody }
    | { readonly kind: 'not-understood' }
}

export interface RulesThen {
  readonly store: string
  /** IANA name */
  readonly timeZone: string
  readonly tiers: ReadonlyMap<string, Tier>
  readonly rules: ReadonlyMap<string, RuleThen>
  readonly pricing: Omit<Rules, 'rounding'>
  readonly roundingUnitFen: number
}

/** Before the first row, as the till reads an empty file. */
export const NO_RULES: RulesThen = {
  store: '',
  timeZone: 'Asia/Shanghai',
  tiers: new Map(),
  rules: new Map(),
  pricing: { maxCoupons: 1 },
  roundingUnitFen: 1,
}

export function withTiers(rules: RulesThen, tiers: readonly Tier[]): RulesThen {
  return { ...rules, tiers: new Map([...rules.tiers, ...tiers.map((tier) => [tier.id, tier] as const)]) }
}

/** The new versions take the place of the old ones. */
export function withRules(rules: RulesThen, versions: readonly RuleThen[]): RulesThen {
  return { ...rules, rules: new Map([...rules.rules, ...versions.map((rule) => [rule.ruleId, rule] as const)]) }
}
