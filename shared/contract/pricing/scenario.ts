/**
 * The shape of a scenario: what the `quote` command prices, and the JSON Schema of it.
 *
 * Invariant: fields stand in the order of the specification, which is the order in which errors are named.
 */
import { z } from 'zod'
import type { Rules, Scenario } from '../../domain/pricing/types.ts'
import {
  amountSchema,
  birthdaySchema,
  countSchema,
  flagSchema,
  instantSchema,
  listOf,
  objectOf,
  pointsRateSchema,
  rateSchema,
  textSchema,
  timeZoneSchema,
} from './fields.ts'
import { couponSchema, promotionSchema } from './offers.ts'

export const productSchema = objectOf({
  sku: textSchema,
  price: amountSchema,
  category: textSchema.optional(),
  memberPrice: amountSchema.optional(),
  countable: flagSchema.optional(),
  discountable: flagSchema.optional(),
  pointsEligible: flagSchema.optional(),
})

export const tierSchema = objectOf({ id: textSchema, rate: rateSchema, pointsRate: pointsRateSchema.optional() })

export const memberSchema = objectOf({
  id: textSchema,
  tier: textSchema.nullable().optional(),
  points: amountSchema.optional(),
  birthday: birthdaySchema.nullable().optional(),
  tags: listOf(textSchema).optional(),
})

export const manualSchema = objectOf({ price: amountSchema })

export const basketLineSchema = objectOf({
  line: textSchema,
  sku: textSchema,
  qty: countSchema,
  manual: manualSchema.optional(),
})

export const redeemSchema = objectOf({ pointsPerYuan: countSchema, step: countSchema, maxShare: rateSchema })
export const earnSchema = objectOf({ fenPerPoint: countSchema, birthdayRate: pointsRateSchema.optional() })
export const roundingSchema = objectOf({ unit: countSchema.optional() })

const rulesObject = objectOf({
  maxCoupons: amountSchema,
  redeem: redeemSchema.optional(),
  earn: earnSchema.optional(),
  rounding: roundingSchema.optional(),
})
/** The rules of a store; that points are worth whole fen per step is said by checks.ts. */
export const rulesSchema: z.ZodType<Rules> = rulesObject

export const returnLineSchema = objectOf({ line: textSchema, qty: countSchema })

const scenarioObject = objectOf({
  now: instantSchema,
  timeZone: timeZoneSchema,
  store: textSchema,
  catalog: listOf(productSchema),
  tiers: listOf(tierSchema).optional(),
  member: memberSchema.nullable().optional(),
  basket: listOf(basketLineSchema),
  promotions: listOf(promotionSchema).optional(),
  coupons: listOf(couponSchema).optional(),
  redeemPoints: z
    .union([amountSchema, z.literal('max')], { error: "must be a whole number from 0, or 'max'" })
    .optional(),
  rules: rulesObject.optional(),
  pinned: listOf(textSchema).optional(),
  forbidden: listOf(textSchema).optional(),
  returns: listOf(listOf(returnLineSchema)).optional(),
})

export const scenarioSchema: z.ZodType<Scenario> = scenarioObject

export const scenarioFields = Object.keys(scenarioObject.shape)
export const rulesFields = Object.keys(rulesObject.shape)

/** JSON Schema (draft 2020-12) of one scenario. References between its parts are checked beyond it. */
export function scenarioJsonSchema(): object {
  return { title: 'Pricing scenario', ...z.toJSONSchema(scenarioSchema, { io: 'input' }) }
}
