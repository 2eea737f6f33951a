/** What stands beside the pricing engine's own shapes: coupons without an instance, and names for people. */

import type { Coupon } from '../../shared/domain/pricing/types.ts'

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never

/** A coupon without its instance: add an `id` and it is the coupon of a pricing scenario. */
export type DemoCouponTemplate = WithoutId<Coupon>

/** How an offer is called on screen and receipt. */
export type OfferLabel = { readonly zh: string; readonly en: string }
