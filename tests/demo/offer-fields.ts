/**
 * The fields of promotions and coupons as the pricing page allows them, written down a second time, by hand and strict:
 * a field that the page does not name, or a value out of its range, is refused.
 */

import { z } from 'zod'

const rate = z.int().min(0).max(10_000)
const fen = z.int().min(0)
const count = z.int().min(1)
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

const conditions = {
  from: instant.optional(),
  to: instant.optional(),
  weekdays: z.array(z.int().min(1).max(7)).min(1).optional(),
  hours: z
    .array(z.tuple([clock, clock]).refine(([start, end]) => start < end))
    .min(1)
    .optional(),
  tiers: z
    .array(z.enum(['std', 'silver', 'gold', 'diamond']))
    .min(1)
    .optional(),
  tags: z.array(z.string()).min(1).optional(),
  birthday: z.literal(true).optional(),
  membersOnly: z.literal(true).optional(),
  stores: z.array(z.string()).min(1).optional(),
  scope: z
    .strictObject({
      skus: z.array(z.string()).min(1).optional(),
      categories: z.array(z.string()).min(1).optional(),
      except: z.array(z.string()).min(1).optional(),
    })
    .optional(),
  priority: z.int().optional(),
}

const id = z.string().regex(/^(?!tier:)(?!(points|rounding|manual|member)$).+$/)
const onUnits = { id, ...conditions, base: z.enum(['list', 'tier']).optional() }
const onOrder = { id, ...conditions, group: z.string().optional(), excludePromoted: z.boolean().optional() }
const differingSteps = (steps: { at: number }[]): boolean => new Set(steps.map((step) => step.at)).size === steps.length
const offSteps = z
  .array(z.strictObject({ at: fen, off: fen }))
  .min(1)
  .refine(differingSteps)
const rateSteps = z
  .array(z.strictObject({ at: count, rate }))
  .min(1)
  .refine(differingSteps)
const everyOff = { every: count, off: fen, max: fen.optional() }
const amountOff = z.literal('amountOff')
const orderRate = { kind: z.literal('orderRate'), rate, at: fen.optional() }

export const promotionFields = z.union([
  z.strictObject({ ...onUnits, kind: z.literal('special'), price: fen }),
  z.strictObject({ ...onUnits, kind: z.literal('percent'), rate }),
  z.strictObject({ ...onUnits, kind: z.literal('nth'), n: count, rate }),
  z.strictObject({ ...onUnits, kind: z.literal('buyGet'), buy: count, get: count }),
  z.strictObject({ ...onUnits, kind: z.literal('forPrice'), n: count, price: fen }),
  z.strictObject({ ...onUnits, kind: z.literal('quantityRate'), steps: rateSteps }),
  z.strictObject({ ...onOrder, kind: amountOff, steps: offSteps }),
  z.strictObject({ ...onOrder, kind: amountOff, ...everyOff }),
  z.strictObject({ ...onOrder, ...orderRate }),
])

const onCoupon = {
  ...conditions,
  template: z.string().min(1),
  excludePromoted: z.boolean().optional(),
  withPromotions: z.boolean().optional(),
  withTier: z.boolean().optional(),
  stackable: z.boolean().optional(),
}

export const couponTemplateFields = z.union([
  z.strictObject({ ...onCoupon, kind: amountOff, steps: offSteps }),
  z.strictObject({ ...onCoupon, kind: amountOff, ...everyOff }),
  z.strictObject({ ...onCoupon, ...orderRate, maxOff: fen.optional() }),
  z.strictObject({ ...onCoupon, kind: z.literal('product') }),
])
