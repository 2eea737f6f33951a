/**
 * The basket as units: pieces of countable products, and one unit for each weighed line, in the order of the basket.
 *
 * Invariants: units of one line are neighbours and start alike; all prices are integers whose sums are safe; a basket
 * has at most 10,000 units.
 */
import { listPrice, tierPrice, unitPriceOf } from './tier-price.ts'
import type { BasketLine, PricingMember, PricingRefusal, Product, ProductSource } from './types.ts'

const LARGEST_UNIT_COUNT = 10_000
const QTY_PER_PIECE = 1000

export interface LineUnits {
  readonly line: BasketLine
  readonly product: Product
  /** Index of its first unit. */
  readonly first: number
  readonly count: number
  /** Of each unit. */
  readonly list: number
  /** What each unit costs when nobody takes it, with tier and member prices. */
  readonly withTier: number
  /** The same where a coupon switched tier and member prices off. */
  readonly withoutTier: number
  readonly countable: boolean
  readonly discountable: boolean
  readonly manual: boolean
}

export interface BasketUnits {
  readonly lines: readonly LineUnits[]
  readonly count: number
  readonly gross: number
  readonly lineOf: readonly number[]
  readonly list: readonly number[]
  readonly withTier: readonly number[]
  readonly withoutTier: readonly number[]
  /** How many units offers on the order may act on. */
  readonly discountableCount: number
  /** Whether tier or member prices lower anything here. */
  readonly tierMatters: boolean
}

/**
 * Lays the basket out. `tierRate` is null without a tier. Refuses unknown products, parts of pieces, and baskets whose
 * sums would pass 2^53 − 1 or that have more than 10,000 units.
 */
export function layOut(
  basket: readonly BasketLine[],
  products: ProductSource,
  member: PricingMember | null,
  tierRate: number | null,
): BasketUnits | PricingRefusal {
  const lines: LineUnits[] = []
  let count = 0
  let gross = 0
  let manualGross = 0
  for (let index = 0; index < basket.length; index++) {
    const line = basket[index]!
    const product = products.get(line.sku)
    if (product === undefined) return { code: 'unknown-sku', params: { path: `basket[${index}].sku` } }
    const countable = product.countable !== false
    if (countable && line.qty % QTY_PER_PIECE !== 0) {
      return { code: 'part-of-a-piece', params: { path: `basket[${index}].qty` } }
    }
    const laid = layOutLine(line, product, count, countable, member, tierRate)
    lines.push(laid)
    count += laid.count
    gross += laid.count * laid.list
    manualGross += laid.count * Math.max(laid.list, laid.withoutTier)
  }
  if (count > LARGEST_UNIT_COUNT || manualGross > Number.MAX_SAFE_INTEGER) {
    return { code: 'basket-too-large', params: { path: 'basket' } }
  }
  return spread(lines, count, gross)
}

/** Whether a promotion on units may take the units of this line. */
export function isOpenToUnitPromotions(line: LineUnits, countsUnits: boolean): boolean {
  return line.discountable && !line.manual && (line.countable || !countsUnits)
}

function layOutLine(
  line: BasketLine,
  product: Product,
  first: number,
  countable: boolean,
  member: PricingMember | null,
  tierRate: number | null,
): LineUnits {
  const list = listPrice(product, line.qty)
  const manual = line.manual === undefined ? null : unitPriceOf(line.manual.price, product, line.qty)
  return {
    line,
    product,
    first,
    count: countable ? line.qty / QTY_PER_PIECE : 1,
    list,
    // An infinite list price is refused with the sums; reckoning with it would be meaningless.
    withTier: manual ?? (list === Infinity ? list : tierPrice(product, line.qty, list, member, tierRate)),
    withoutTier: manual ?? list,
    countable,
    discountable: product.discountable !== false,
    manual: manual !== null,
  }
}

function spread(lines: readonly LineUnits[], count: number, gross: number): BasketUnits {
  const lineOf: number[] = []
  const list: number[] = []
  let discountableCount = 0
  let tierMatters = false
  let manualMatters = false
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    if (line.withTier !== line.withoutTier) tierMatters = true
    if (line.manual) manualMatters = true
    if (line.discountable) discountableCount += line.count
    for (let unit = 0; unit < line.count; unit++) {
      lineOf.push(index)
      list.push(line.list)
    }
  }
  const withoutTier = manualMatters ? lineOf.map((index) => lines[index]!.withoutTier) : list
  const withTier = tierMatters ? lineOf.map((index) => lines[index]!.withTier) : withoutTier
  return { lines, count, gross, lineOf, list, withTier, withoutTier, discountableCount, tierMatters }
}
