/**
 * A rule: a promotion or a coupon template with its name, owner and state.
 *
 * Invariants: versions of a rule count up from 1 without gaps; 'ended' is for good; whoever owns a rule changes it.
 */
import type { Coupon, Promotion } from '../pricing/types.ts'

/** Omit over each member of the union, so that a kind keeps its fields. */
type WithoutIds<T> = T extends unknown ? Omit<T, 'id' | 'template'> : never
/** The body of a promotion; one shape a kind, see pricing/types.ts. */
export type PromotionBody = WithoutIds<Promotion>
/** The body of a coupon template. */
export type CouponTemplateBody = WithoutIds<Coupon>

/** What is published, without ids. */
export type PublishedBody =
  | { readonly kind: 'promotion'; readonly body: PromotionBody }
  | { readonly kind: 'coupon-template'; readonly body: CouponTemplateBody }

export type RuleOwner = 'store' | 'hq'
export type RuleState = 'live' | 'paused' | 'ended'

/** The last version of a rule, as far as a decision asks. */
export interface CurrentRule {
  readonly kind: PublishedBody['kind']
  readonly nameZh: string
  readonly nameEn: string
  readonly version: number
  readonly owner: RuleOwner
  readonly state: RuleState
}

/** 'error': it cannot be published. 'warning': the shopkeeper has to say that it is meant so. */
export interface RuleProblem {
  /** `nameZh`, or a place in the body: `steps[1].at`; '' for the whole */
  readonly field: string
  readonly severity: 'error' | 'warning'
  /** of shared/text/rules.ts */
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export function error(field: string, code: string, params: RuleProblem['params'] = {}): RuleProblem {
  return { field, severity: 'error', code, params }
}

export function warning(field: string, code: string, params: RuleProblem['params'] = {}): RuleProblem {
  return { field, severity: 'warning', code, params }
}
