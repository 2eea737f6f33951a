/** 优惠券: what only a coupon says, and what its words do not add up to. */
import type { CouponTemplateBody, RuleProblem } from './rule.ts'
import { error, warning } from './rule.ts'
import type { RuleShelf } from './shelf.ts'

export function checkCoupon(body: CouponTemplateBody, { maxCoupons }: Pick<RuleShelf, 'maxCoupons'>): RuleProblem[] {
  const problems: RuleProblem[] = []
  if (maxCoupons === 0) problems.push(error('', 'no-coupons-here'))
  if (body.withPromotions === false && body.excludePromoted === true) {
    problems.push(warning('excludePromoted', 'nothing-promoted'))
  }
  if (body.stackable === true && maxCoupons === 1) problems.push(warning('stackable', 'one-coupon-only'))
  const { scope } = body
  if (body.kind === 'product' && scope?.skus === undefined && scope?.categories === undefined) {
    problems.push(warning('scope', 'anything-free'))
  }
  return problems
}
