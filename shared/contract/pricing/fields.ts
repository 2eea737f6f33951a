/**
 * The single values that scenarios and rules are made of.
 *
 * Invariant: each schema's `error` is the end of a sentence whose subject is the path of the value.
 */
import { z } from 'zod'
import { isDayOfMonth, parseInstant } from '../../domain/pricing/instant.ts'
import { isKnownTimeZone } from '../../domain/pricing/store-time.ts'

const LARGEST = Number.MAX_SAFE_INTEGER
const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/

function whole(least: number, most: number): z.ZodInt {
  const error = `must be a whole number from ${least} to ${most}`
  return z.int({ error }).min(least, { error }).max(most, { error })
}

/** A whole number from 0: fen, points, a threshold. */
export const amountSchema = whole(0, LARGEST)
/** A whole number from 1. */
export const countSchema = whole(1, LARGEST)
/** Basis points of a price, or of what is to pay. */
export const rateSchema = whole(0, 10_000)
/** Basis points of points, without an upper end. */
export const pointsRateSchema = whole(0, LARGEST)
export const prioritySchema = whole(-LARGEST, LARGEST)
export const weekdaySchema = whole(1, 7)

export const textSchema = z.string({ error: 'must be a text' })
export const flagSchema = z.boolean({ error: 'must be true or false' })

export const instantSchema = textSchema
  .refine((text) => parseInstant(text) !== null, { error: 'must be an RFC 3339 instant with an offset' })
  .meta({ format: 'date-time' })

export const timeZoneSchema = textSchema.refine(isKnownTimeZone, { error: 'must be the name of a known time zone' })

/** 'MM-DD'; 02-29 is a birthday. */
export const birthdaySchema = textSchema.refine(
  (text) => /^\d{2}-\d{2}$/.test(text) && isDayOfMonth(2000, Number(text.slice(0, 2)), Number(text.slice(3))),
  { error: 'must be a day of the year, written MM-DD' },
)

const startSchema = textSchema.refine((text) => TIME_OF_DAY.test(text), {
  error: 'must be a time of day from 00:00 to 23:59',
})
const endSchema = textSchema.refine((text) => TIME_OF_DAY.test(text) || text === '24:00', {
  error: 'must be a time of day from 00:00 to 24:00',
})

/** [start, end) of a day, start before end. */
export const windowSchema = z
  .tuple([startSchema, endSchema], { error: 'must be a list of a start and an end' })
  .refine(([start, end]) => start < end, { error: 'must start before it ends' })

export function listOf<Item extends z.ZodType>(item: Item): z.ZodArray<Item> {
  return z.array(item, { error: 'must be a list' })
}

/** Allowed everywhere, and without a meaning. */
const ANNOTATIONS = { name: z.unknown().optional(), note: z.unknown().optional() }

/** An object that knows exactly these fields, `name` and `note` apart; fields in the order of the specification. */
export function objectOf<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<Shape & typeof ANNOTATIONS, z.core.$strict> {
  return z.strictObject({ ...shape, ...ANNOTATIONS })
}
