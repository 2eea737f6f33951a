/**
 * A published rule, read back: what this till can price with, or the field that it does not know.
 *
 * Invariant: goods and tiers that a rule names may have gone since; only what the rule itself says is judged here.
 */
import type { Promotion } from '../../domain/pricing/types.ts'
import type { CouponTemplateBody } from '../../domain/rules/rule.ts'
import { couponSchemas, promotionSchemas } from './offers.ts'
import { validateCoupon, validatePromotion } from './validate.ts'

export type PublishedOffer =
  | { readonly kind: 'promotion'; readonly body: Promotion }
  | { readonly kind: 'coupon-template'; readonly body: CouponTemplateBody }

/** A rule of a newer program: `field` is the first that is not known here. */
export interface NotUnderstood {
  readonly kind: 'not-understood'
  readonly field: string
}

const EVERYTHING = { has: () => true }
const ANY_GOODS_AND_TIERS = { skus: EVERYTHING, tiers: EVERYTHING }

/** Reads the stored body of the rule `offerId`. */
export function understandOffer(
  kind: PublishedOffer['kind'],
  offerId: string,
  body: unknown,
): PublishedOffer | NotUnderstood {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return notUnderstood('')
  const ruleKind = 'kind' in body ? body.kind : undefined
  const known: object = kind === 'promotion' ? promotionSchemas : couponSchemas
  // a new kind brings fields of its own: it is the kind that is not known
  if (typeof ruleKind !== 'string' || !Object.hasOwn(known, ruleKind)) return notUnderstood('kind')
  return kind === 'promotion' ? readPromotion(offerId, body) : readTemplate(offerId, body)
}

function readPromotion(offerId: string, body: object): PublishedOffer | NotUnderstood {
  const promotion = validatePromotion({ ...body, id: offerId }, ANY_GOODS_AND_TIERS)
  return 'error' in promotion ? notUnderstood(promotion.error.path) : { kind: 'promotion', body: promotion }
}

function readTemplate(offerId: string, body: object): PublishedOffer | NotUnderstood {
  const coupon = validateCoupon({ ...body, id: offerId, template: offerId }, ANY_GOODS_AND_TIERS)
  if ('error' in coupon) return notUnderstood(coupon.error.path)
  const { id: _id, template: _template, ...template } = coupon
  return { kind: 'coupon-template', body: template as CouponTemplateBody }
}

function notUnderstood(field: string): NotUnderstood {
  return { kind: 'not-understood', field }
}
