/** 整单折 or 折扣券: a rate of what is eligible once it reaches `at`; on a coupon at most `maxOff`. */
import type { OrderRule } from './offer.ts'
import { halfAtRate } from './rounding.ts'
import type { OrderRateFields } from './types.ts'

export function compileOrderRate(fields: OrderRateFields & { readonly maxOff?: number | undefined }): OrderRule {
  const { rate, at = 0, maxOff = Number.MAX_SAFE_INTEGER } = fields
  const reduction = (eligible: number): number =>
    eligible < at ? 0 : Math.min(eligible - halfAtRate(eligible, rate), maxOff)
  return { threshold: at, reduction, most: reduction }
}
