/**
 * Rules that every engine here can say, and baskets on which they must all come to the same sum.
 *
 * Invariants: no two promotions on units mean the same goods, so that it does not matter that the others pile up what
 * ours chooses among; prices and rates leave nothing to round; no basket stands so near the threshold of the order's
 * promotion that it matters whether it is judged before or after the other reductions.
 */
import { makeSeededRandom } from '../../../electron/demo/seeded-random.ts'
import type { Product, Promotion } from '../../../shared/domain/pricing/types.ts'

export type SharedRule =
  | { readonly kind: 'percent-off'; readonly id: string; readonly skus: readonly string[]; readonly percent: number }
  | { readonly kind: 'third-free'; readonly id: string; readonly sku: string }
  | { readonly kind: 'amount-off'; readonly id: string; readonly atFen: number; readonly offFen: number }

export interface SharedLine {
  readonly sku: string
  readonly pieces: number
  readonly priceFen: number
}

/** By its place in the list, which is how the engines are asked for it. */
export type SharedBasket = readonly SharedLine[]

export interface SharedShop {
  readonly products: readonly Product[]
  /** 37 × a percentage off five goods, 12 × the third piece free, 1 × an amount off the order. */
  readonly rules: readonly SharedRule[]
  /** 950 more in the same proportions, on goods that no basket has. */
  readonly elsewhere: readonly SharedRule[]
  readonly baskets: readonly SharedBasket[]
}

export const LINES = 10
const BASKETS = 500
const GOODS_SOLD = 400
const ORDER_RULE = { kind: 'amount-off', id: 'R00000', atFen: 20_000, offFen: 500 } as const satisfies SharedRule
const skuOf = (place: number): string => `G${String(place).padStart(5, '0')}`

export function makeSharedShop(seed: number): SharedShop {
  const random = makeSeededRandom(seed, 'shared-rules')
  const near = rulesFrom(49, 1, 0)
  const far = rulesFrom(950, 50, GOODS_SOLD)
  const products = Array.from({ length: far.nextGood }, (_, place): Product => ({
    sku: skuOf(place),
    // Three parts and twentieths of it are whole fen.
    price: 300 * random.between(1, 50),
  }))
  const rules = [ORDER_RULE, ...near.rules]
  const baskets: SharedBasket[] = []
  while (baskets.length < BASKETS) {
    const goods = new Set<number>()
    while (goods.size < LINES) goods.add(random.below(GOODS_SOLD))
    const basket = [...goods].map((place): SharedLine => {
      const { sku, price } = products[place]!
      return { sku, pieces: random.between(1, 3), priceFen: price }
    })
    const afterUnits = toPayByArithmetic(basket, near.rules)
    const before = grossFen(basket)
    if (before >= ORDER_RULE.atFen === afterUnits >= ORDER_RULE.atFen) baskets.push(basket)
  }
  return { products, rules, elsewhere: far.rules, baskets }
}

/** `count` rules from the id `firstId` on, each on goods of its own from `firstGood` on. */
function rulesFrom(count: number, firstId: number, firstGood: number): { rules: SharedRule[]; nextGood: number } {
  const rules: SharedRule[] = []
  let good = firstGood
  for (let place = 0; place < count; place += 1) {
    const id = `R${String(firstId + place).padStart(5, '0')}`
    if (place % 9 < 2) {
      rules.push({ kind: 'third-free', id, sku: skuOf(good) })
      good += 1
    } else {
      const skus = Array.from({ length: 5 }, (_, index) => skuOf(good + index))
      rules.push({ kind: 'percent-off', id, skus, percent: 10 + 5 * (place % 9) })
      good += 5
    }
  }
  return { rules, nextGood: good }
}

/** The same rule as this till says it. */
export function promotionOf(rule: SharedRule): Promotion {
  const { id } = rule
  switch (rule.kind) {
    case 'percent-off':
      return { id, kind: 'percent', rate: 100 * (100 - rule.percent), scope: { skus: rule.skus } }
    case 'third-free':
      return { id, kind: 'buyGet', buy: 2, get: 1, scope: { skus: [rule.sku] } }
    case 'amount-off':
      return { id, kind: 'amountOff', steps: [{ at: rule.atFen, off: rule.offFen }] }
  }
}

export function grossFen(basket: SharedBasket): number {
  return basket.reduce((sum, { pieces, priceFen }) => sum + pieces * priceFen, 0)
}

/** What is to pay, reckoned with nothing but the rules' plain meaning: every engine is held against it. */
export function toPayByArithmetic(basket: SharedBasket, rules: readonly SharedRule[]): number {
  let toPay = grossFen(basket)
  for (const rule of rules) for (const line of basket) toPay -= offLine(rule, line)
  for (const rule of rules) if (rule.kind === 'amount-off' && toPay >= rule.atFen) toPay -= rule.offFen
  return toPay
}

/** What a promotion on units takes off a line; 0 for the order's. */
export function offLine(rule: SharedRule, { sku, pieces, priceFen }: SharedLine): number {
  if (rule.kind === 'percent-off' && rule.skus.includes(sku)) return (pieces * priceFen * rule.percent) / 100
  return rule.kind === 'third-free' && rule.sku === sku && pieces >= 3 ? priceFen : 0
}
