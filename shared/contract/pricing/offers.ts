/**
 * Promotions and coupons as they are published.
 *
 * Invariants: every field is known, and in the order of the specification; what one schema cannot say (ids that must
 * exist, equal steps, steps beside `every`) is said by checks.ts.
 */
import { z } from 'zod'
import type { Coupon, Promotion } from '../../domain/pricing/types.ts'
import {
  amountSchema,
  countSchema,
  flagSchema,
  instantSchema,
  listOf,
  objectOf,
  prioritySchema,
  rateSchema,
  textSchema,
  weekdaySchema,
  windowSchema,
} from './fields.ts'

export const scopeSchema = objectOf({
  skus: listOf(textSchema).optional(),
  categories: listOf(textSchema).optional(),
  except: listOf(textSchema).optional(),
})

const eligibility = {
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  weekdays: listOf(weekdaySchema).optional(),
  hours: listOf(windowSchema).optional(),
  tiers: listOf(textSchema).optional(),
  tags: listOf(textSchema).optional(),
  birthday: flagSchema.optional(),
  membersOnly: flagSchema.optional(),
  stores: listOf(textSchema).optional(),
  scope: scopeSchema.optional(),
}
const unitFields = { ...eligibility, base: z.enum(['list', 'tier'], { error: "must be 'list' or 'tier'" }).optional() }
const priority = { priority: prioritySchema.optional() }
const orderFields = { ...priority, group: textSchema.optional(), excludePromoted: flagSchema.optional() }
const couponFields = {
  ...priority,
  excludePromoted: flagSchema.optional(),
  withPromotions: flagSchema.optional(),
  withTier: flagSchema.optional(),
  stackable: flagSchema.optional(),
}

export const quantityStepSchema = objectOf({ at: amountSchema, rate: rateSchema })
export const amountStepSchema = objectOf({ at: amountSchema, off: amountSchema })

function stepsOf<Step extends z.ZodType>(step: Step): z.ZodArray<Step> {
  return listOf(step).min(1, { error: 'must have at least one step' })
}

const amountOffFields = {
  steps: stepsOf(amountStepSchema).optional(),
  every: countSchema.optional(),
  off: amountSchema.optional(),
  max: amountSchema.optional(),
}
/** Said in the JSON Schema too: steps alone, or every and off. */
const EITHER_STEPS_OR_EVERY = {
  oneOf: [
    { required: ['steps'], not: { anyOf: [{ required: ['every'] }, { required: ['off'] }, { required: ['max'] }] } },
    { required: ['every', 'off'], not: { required: ['steps'] } },
  ],
}
const orderRateFields = { rate: rateSchema, at: amountSchema.optional() }

const promotionHead = { id: textSchema }
const couponHead = { id: textSchema, template: textSchema }

/** One schema for each kind of promotion. */
export const promotionSchemas = {
  special: objectOf({
    ...promotionHead,
    kind: z.literal('special'),
    ...unitFields,
    price: amountSchema,
    ...priority,
  }),
  percent: objectOf({ ...promotionHead, kind: z.literal('percent'), ...unitFields, rate: rateSchema, ...priority }),
  nth: objectOf({
    ...promotionHead,
    kind: z.literal('nth'),
    ...unitFields,
    n: countSchema,
    rate: rateSchema,
    ...priority,
  }),
  buyGet: objectOf({
    ...promotionHead,
    kind: z.literal('buyGet'),
    ...unitFields,
    buy: countSchema,
    get: countSchema,
    ...priority,
  }),
  forPrice: objectOf({
    ...promotionHead,
    kind: z.literal('forPrice'),
    ...unitFields,
    n: countSchema,
    price: amountSchema,
    ...priority,
  }),
  quantityRate: objectOf({
    ...promotionHead,
    kind: z.literal('quantityRate'),
    ...unitFields,
    steps: stepsOf(quantityStepSchema),
    ...priority,
  }),
  amountOff: objectOf({
    ...promotionHead,
    kind: z.literal('amountOff'),
    ...eligibility,
    ...amountOffFields,
    ...orderFields,
  }).meta(EITHER_STEPS_OR_EVERY),
  orderRate: objectOf({
    ...promotionHead,
    kind: z.literal('orderRate'),
    ...eligibility,
    ...orderRateFields,
    ...orderFields,
  }),
}

/** One schema for each kind of coupon. */
export const couponSchemas = {
  amountOff: objectOf({
    ...couponHead,
    kind: z.literal('amountOff'),
    ...eligibility,
    ...amountOffFields,
    ...couponFields,
  }).meta(EITHER_STEPS_OR_EVERY),
  orderRate: objectOf({
    ...couponHead,
    kind: z.literal('orderRate'),
    ...eligibility,
    ...orderRateFields,
    maxOff: amountSchema.optional(),
    ...couponFields,
  }),
  product: objectOf({ ...couponHead, kind: z.literal('product'), ...eligibility, ...couponFields }),
}

const KIND_ERROR = { error: 'must be one of the kinds that exist here' }

/** One promotion; `checks.ts` says the rest. */
export const promotionSchema: z.ZodType<Promotion> = z.discriminatedUnion(
  'kind',
  [
    promotionSchemas.special,
    promotionSchemas.percent,
    promotionSchemas.nth,
    promotionSchemas.buyGet,
    promotionSchemas.forPrice,
    promotionSchemas.quantityRate,
    promotionSchemas.amountOff,
    promotionSchemas.orderRate,
  ],
  KIND_ERROR,
)

/** One coupon; `checks.ts` says the rest. */
export const couponSchema: z.ZodType<Coupon> = z.discriminatedUnion(
  'kind',
  [couponSchemas.amountOff, couponSchemas.orderRate, couponSchemas.product],
  KIND_ERROR,
)

/** Fields of every kind, for an offer whose kind is wrong: they are no unknown fields, whatever they hold. */
const fieldsOfAnyKind = Object.fromEntries(
  [...Object.values(promotionSchemas), ...Object.values(couponSchemas)]
    .flatMap((schema) => Object.keys(schema.shape))
    .map((field) => [field, z.unknown().optional()]),
)

/** What can be said of an offer whose kind is wrong or missing. */
export const promotionOfUnknownKind = objectOf({
  ...fieldsOfAnyKind,
  ...promotionHead,
  kind: z.enum(Object.keys(promotionSchemas), KIND_ERROR),
  ...eligibility,
  ...orderFields,
})
export const couponOfUnknownKind = objectOf({
  ...fieldsOfAnyKind,
  ...couponHead,
  kind: z.enum(Object.keys(couponSchemas), KIND_ERROR),
  ...eligibility,
  ...couponFields,
})
