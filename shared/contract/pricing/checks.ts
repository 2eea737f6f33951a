/**
 * What no shape can say: what must be unique, what must exist, and what must fit together.
 *
 * Invariant: checks look at unknown data and never fail on it; a value of a wrong shape is none of their business.
 */
import { isWholeFenPerStep } from '../../domain/pricing/points.ts'
import type { RedeemRules } from '../../domain/pricing/types.ts'
import { valueAt } from './issues.ts'
import type { Issue, Path } from './issues.ts'

const QTY_PER_PIECE = 1000
const SOURCES_OF_ADJUSTMENTS = ['points', 'rounding', 'manual', 'member']

/** The ids that offers may name. */
export interface KnownIds {
  readonly skus: KnownNames
  readonly tiers: KnownNames
}

/** A set, or whatever else says of a name whether it exists. */
export interface KnownNames {
  has(name: unknown): boolean
}

/** Everything that parts of a scenario say about each other, but for `returns` and sums. */
export function checkScenario(data: unknown): Issue[] {
  const known = {
    skus: new Set(listAt(data, ['catalog']).map((product) => valueAt(product, ['sku']))),
    tiers: new Set(listAt(data, ['tiers']).map((tier) => valueAt(tier, ['id']))),
  }
  const promotions = listAt(data, ['promotions'])
  const coupons = listAt(data, ['coupons'])
  const offerIds = [...promotions, ...coupons].map((offer) => valueAt(offer, ['id']))
  return [
    ...duplicates(data, 'catalog', 'sku'),
    ...duplicates(data, 'tiers', 'id'),
    ...checkMember(data, known),
    ...duplicates(data, 'basket', 'line'),
    ...checkBasket(data, known),
    ...promotions.flatMap((offer, place) => checkOffer(offer, known, ['promotions', place])),
    ...coupons.flatMap((offer, place) => checkOffer(offer, known, ['coupons', place])),
    ...duplicateOffers(offerIds, promotions.length),
    ...checkRedeem(valueAt(data, ['rules', 'redeem']), ['rules', 'redeem']),
    ...unknownOffers(data, 'pinned', new Set(offerIds)),
    ...unknownOffers(data, 'forbidden', new Set(offerIds)),
  ]
}

/** What one promotion or coupon says about itself, about products and about tiers. */
export function checkOffer(offer: unknown, known: KnownIds, path: Path): Issue[] {
  return [
    ...checkOfferId(valueAt(offer, ['id']), [...path, 'id']),
    ...unknownNames(listAt(offer, ['tiers']), known.tiers, [...path, 'tiers'], 'names no tier'),
    ...unknownNames(listAt(offer, ['scope', 'skus']), known.skus, [...path, 'scope', 'skus'], NO_PRODUCT),
    ...unknownNames(listAt(offer, ['scope', 'except']), known.skus, [...path, 'scope', 'except'], NO_PRODUCT),
    ...equalSteps(listAt(offer, ['steps']), [...path, 'steps']),
    ...(valueAt(offer, ['kind']) === 'amountOff' ? checkAmountOff(offer, path) : []),
  ]
}

/** That every step of points is worth whole fen. */
export function checkRedeem(redeem: unknown, path: Path): Issue[] {
  const [pointsPerYuan, step] = [valueAt(redeem, ['pointsPerYuan']), valueAt(redeem, ['step'])]
  if (!isCount(pointsPerYuan) || !isCount(step)) return []
  const rules: RedeemRules = { pointsPerYuan, step, maxShare: 0 }
  if (isWholeFenPerStep(rules)) return []
  return [{ path: [...path, 'pointsPerYuan'], kind: 'value', says: 'must divide 100 times the step' }]
}

const NO_PRODUCT = 'names no product of the catalog'

function listAt(data: unknown, path: Path): readonly unknown[] {
  const value = valueAt(data, path)
  return Array.isArray(value) ? value : []
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1
}

function duplicates(data: unknown, list: string, field: string): Issue[] {
  const seen = new Set<unknown>()
  return listAt(data, [list]).flatMap((item, place): Issue[] => {
    const id = valueAt(item, [field])
    if (typeof id !== 'string') return []
    if (seen.has(id)) return [{ path: [list, place, field], kind: 'value', says: 'stands there twice' }]
    seen.add(id)
    return []
  })
}

function duplicateOffers(ids: readonly unknown[], promotionCount: number): Issue[] {
  return ids.flatMap((id, place): Issue[] => {
    if (typeof id !== 'string' || ids.indexOf(id) === place) return []
    const path = place < promotionCount ? ['promotions', place, 'id'] : ['coupons', place - promotionCount, 'id']
    return [{ path, kind: 'value', says: 'stands there twice' }]
  })
}

function checkMember(data: unknown, known: KnownIds): Issue[] {
  const tier = valueAt(data, ['member', 'tier'])
  if (typeof tier !== 'string' || known.tiers.has(tier)) return []
  return [{ path: ['member', 'tier'], kind: 'value', says: 'names no tier' }]
}

function checkBasket(data: unknown, known: KnownIds): Issue[] {
  const weighed = new Set(
    listAt(data, ['catalog'])
      .filter((product) => valueAt(product, ['countable']) === false)
      .map((product) => valueAt(product, ['sku'])),
  )
  return listAt(data, ['basket']).flatMap((line, place): Issue[] => {
    const sku = valueAt(line, ['sku'])
    const qty = valueAt(line, ['qty'])
    if (typeof sku === 'string' && !known.skus.has(sku)) {
      return [{ path: ['basket', place, 'sku'], kind: 'value', says: NO_PRODUCT }]
    }
    if (isCount(qty) && qty % QTY_PER_PIECE !== 0 && !weighed.has(sku)) {
      return [{ path: ['basket', place, 'qty'], kind: 'value', says: 'must be a whole number of pieces' }]
    }
    return []
  })
}

function checkOfferId(id: unknown, path: Path): Issue[] {
  if (typeof id !== 'string' || (!SOURCES_OF_ADJUSTMENTS.includes(id) && !id.startsWith('tier:'))) return []
  return [{ path, kind: 'value', says: 'is kept for a source of adjustments and can be no id' }]
}

function unknownNames(names: readonly unknown[], known: KnownNames, path: Path, says: string): Issue[] {
  return names.flatMap((name, place): Issue[] =>
    typeof name !== 'string' || known.has(name) ? [] : [{ path: [...path, place], kind: 'value', says }],
  )
}

function unknownOffers(data: unknown, field: string, known: KnownNames): Issue[] {
  return unknownNames(listAt(data, [field]), known, [field], 'names no promotion and no coupon')
}

function equalSteps(steps: readonly unknown[], path: Path): Issue[] {
  const seen = new Set<unknown>()
  return steps.flatMap((step, place): Issue[] => {
    const at = valueAt(step, ['at'])
    if (typeof at !== 'number') return []
    if (seen.has(at))
      return [{ path: [...path, place, 'at'], kind: 'value', says: 'is the same as that of another step' }]
    seen.add(at)
    return []
  })
}

/** Steps alone, or every and off with an optional max. */
function checkAmountOff(offer: unknown, path: Path): Issue[] {
  const has = (field: string): boolean => valueAt(offer, [field]) !== undefined
  const others = ['every', 'off', 'max'].filter(has)
  if (has('steps')) {
    return others.map((field) => ({ path: [...path, field], kind: 'unknown', says: 'can not stand beside steps' }))
  }
  const missing = others.length === 0 ? ['steps'] : ['every', 'off'].filter((field) => !has(field))
  return missing.map((field) => ({ path: [...path, field], kind: 'missing', says: 'is missing' }))
}
