/**
 * From unknown data to a scenario, a promotion, a coupon or rules that can be priced with, or to the one error that is
 * named.
 *
 * Invariant: of all errors the first in the order of the specification is named, whatever the order of the data.
 */
import type { z } from 'zod'
import type { Coupon, Promotion, Rules, Scenario } from '../../domain/pricing/types.ts'
import { layOut } from '../../domain/pricing/units.ts'
import { checkOffer, checkRedeem, checkScenario } from './checks.ts'
import type { KnownIds } from './checks.ts'
import { firstIssue, fromZod, inOrder, pathText, valueAt } from './issues.ts'
import type { Issue, Path } from './issues.ts'
import {
  amountStepSchema,
  couponOfUnknownKind,
  couponSchema,
  couponSchemas,
  promotionOfUnknownKind,
  promotionSchema,
  promotionSchemas,
  quantityStepSchema,
  scopeSchema,
} from './offers.ts'
import {
  basketLineSchema,
  earnSchema,
  manualSchema,
  memberSchema,
  productSchema,
  redeemSchema,
  returnLineSchema,
  roundingSchema,
  rulesFields,
  rulesSchema,
  scenarioFields,
  scenarioSchema,
  tierSchema,
} from './scenario.ts'

/** A refusal: `path` names the place as in `basket[0].sku`, `message` is an English sentence. */
export interface Refused {
  readonly error: { readonly path: string; readonly message: string }
}

/** `returnsIssue` is what is wrong with the shape of `returns`, which counts only once the rest has a price. */
export interface ValidScenario {
  readonly scenario: Scenario
  readonly returnsIssue: Issue | null
}

/** Validates a scenario as the specification's fine print demands. */
export function validateScenario(data: unknown): ValidScenario | Refused {
  const parsed = scenarioSchema.safeParse(data)
  const issues = [...shapeIssues(parsed, data), ...checkScenario(data)]
  const first = firstIssue([...issues, ...checkSums(data, issues)], (path) => scenarioFieldOrder(data, path))
  if (first === null) return { scenario: parsed.data!, returnsIssue: null }
  if (first.path[0] !== 'returns') return refused(first)
  const returns = returnsBefore(valueAt(data, ['returns']), first)
  return { scenario: scenarioSchema.parse({ ...(data as object), returns }), returnsIssue: first }
}

/** Validates one promotion for publishing; `known` are the products and tiers that it may name. */
export function validatePromotion(data: unknown, known: KnownIds): Promotion | Refused {
  return validateOffer(promotionSchema, 'promotions', data, known)
}

/** Validates one coupon for publishing. */
export function validateCoupon(data: unknown, known: KnownIds): Coupon | Refused {
  return validateOffer(couponSchema, 'coupons', data, known)
}

/** Validates the rules of a store for publishing. */
export function validateRules(data: unknown): Rules | Refused {
  const parsed = rulesSchema.safeParse(data)
  const shape = parsed.success ? [] : fromZod(parsed.error, data)
  const issues = [...shape, ...checkRedeem(valueAt(data, ['redeem']), ['redeem'])]
  const first = firstIssue(issues, (path) => scenarioFieldOrder({ rules: data }, ['rules', ...path]))
  return first === null ? parsed.data! : refused(first)
}

/** The part of `returns` that stands before the issue; where only the quantity is wrong, with a piece in its place. */
function returnsBefore(returns: unknown, { path, kind }: Issue): unknown[] {
  const [, visit, place, field] = path
  if (!Array.isArray(returns) || typeof visit !== 'number') return []
  const before: unknown[] = returns.slice(0, visit)
  if (typeof place !== 'number') return before
  const lines: unknown[] = (returns[visit] as unknown[]).slice(0, place)
  const line = valueAt(returns, [visit, place, 'line'])
  if (field === 'qty' && kind === 'value') lines.push({ line, qty: 1000 })
  return [...before, lines]
}

/** The sentence of an issue. */
export function refused({ path, says }: Pick<Issue, 'path' | 'says'>): Refused {
  const text = pathText(path)
  return { error: { path: text, message: `${text === '' ? 'This' : text} ${says}.` } }
}

/** Everything that is wrong with one promotion or coupon, the first in the order of the specification first. */
export function offerIssues(list: 'promotions' | 'coupons', data: unknown, known: KnownIds): Issue[] {
  return issuesOf<Promotion | Coupon>(list === 'promotions' ? promotionSchema : couponSchema, list, data, known).issues
}

function validateOffer<Offer>(
  schema: z.ZodType<Offer>,
  list: 'promotions' | 'coupons',
  data: unknown,
  known: KnownIds,
): Offer | Refused {
  const { issues, offer } = issuesOf(schema, list, data, known)
  const [first] = issues
  return first === undefined ? offer! : refused(first)
}

function issuesOf<Offer>(
  schema: z.ZodType<Offer>,
  list: 'promotions' | 'coupons',
  data: unknown,
  known: KnownIds,
): { readonly issues: Issue[]; readonly offer: Offer | undefined } {
  const parsed = schema.safeParse(data)
  const whole = { [list]: [data] }
  const shape = parsed.success ? [] : withOffersOfUnknownKind(fromZod(parsed.error, whole, [list, 0]), whole)
  const issues = [...shape, ...checkOffer(data, known, [list, 0])]
  return {
    issues: inOrder(issues, (path) => scenarioFieldOrder(whole, path)).map((issue) => ({
      ...issue,
      path: issue.path.slice(2),
    })),
    offer: parsed.data,
  }
}

function shapeIssues(parsed: z.ZodSafeParseResult<Scenario>, data: unknown): Issue[] {
  return parsed.success ? [] : withOffersOfUnknownKind(fromZod(parsed.error, data), data)
}

/** A union looks no further where the kind is wrong; what else is wrong there may have to be named before it. */
function withOffersOfUnknownKind(issues: readonly Issue[], data: unknown): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    const [list, place, field] = issue.path
    const isKind = issue.path.length === 3 && field === 'kind' && (list === 'promotions' || list === 'coupons')
    if (!isKind) return [issue]
    const path = [list, place!]
    const schema = list === 'promotions' ? promotionOfUnknownKind : couponOfUnknownKind
    const parsed = schema.safeParse(valueAt(data, path))
    return parsed.success ? [issue] : fromZod(parsed.error, data, path)
  })
}

/** Sums are looked at only where everything that they are made of is right. */
function checkSums(data: unknown, issues: readonly Issue[]): Issue[] {
  const parts = ['catalog', 'tiers', 'member', 'basket']
  if (issues.some(({ path }) => path.length === 0 || parts.includes(String(path[0])))) return []
  const { catalog, basket } = data as Pick<Scenario, 'catalog' | 'basket'>
  const laidOut = layOut(basket, new Map(catalog.map((product) => [product.sku, product])), null, null)
  if (!('code' in laidOut)) return []
  return [{ path: ['basket'], kind: 'value', says: 'has more than 10,000 units or sums that pass 2^53 - 1' }]
}

const fieldsOf = (schema: { readonly shape: object }): readonly string[] => Object.keys(schema.shape)

const FIELDS_BY_NAME: Readonly<Record<string, readonly string[]>> = {
  catalog: fieldsOf(productSchema),
  tiers: fieldsOf(tierSchema),
  member: fieldsOf(memberSchema),
  basket: fieldsOf(basketLineSchema),
  manual: fieldsOf(manualSchema),
  scope: fieldsOf(scopeSchema),
  rules: rulesFields,
  redeem: fieldsOf(redeemSchema),
  earn: fieldsOf(earnSchema),
  rounding: fieldsOf(roundingSchema),
  returns: fieldsOf(returnLineSchema),
}

/** The fields of the object at `path` of a scenario, in the order of the specification. */
function scenarioFieldOrder(data: unknown, path: Path): readonly string[] {
  const name = path.findLast((step) => typeof step === 'string')
  if (name === undefined) return scenarioFields
  if (name === 'steps') return stepFields(data, path)
  if (name === 'promotions' || name === 'coupons') return offerFields(data, path, name)
  return FIELDS_BY_NAME[name] ?? []
}

function stepFields(data: unknown, path: Path): readonly string[] {
  const isQuantity = valueAt(data, [...path.slice(0, 2), 'kind']) === 'quantityRate'
  return fieldsOf(isQuantity ? quantityStepSchema : amountStepSchema)
}

function offerFields(data: unknown, path: Path, list: 'promotions' | 'coupons'): readonly string[] {
  const kind = String(valueAt(data, [...path, 'kind']))
  const schemas: Readonly<Record<string, { readonly shape: object }>> =
    list === 'promotions' ? promotionSchemas : couponSchemas
  const unknownKind = list === 'promotions' ? promotionOfUnknownKind : couponOfUnknownKind
  return fieldsOf(Object.hasOwn(schemas, kind) ? schemas[kind]! : unknownKind)
}
