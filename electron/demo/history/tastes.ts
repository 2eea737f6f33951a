/**
 * What customers of the demo shop put on the counter: by the time of day, and the low numbers of a category, which are its
 * favourites, more often than the high ones.
 *
 * Invariants: pure; pieces are whole, weights lie between 0.15 and 1.5 kg; a basket names a product once.
 */
import type { CategoryId } from '../categories.ts'
import type { DemoProduct } from '../demo-product.ts'
import type { SeededRandom } from '../seeded-random.ts'

/** A line of a basket: thousandths of a piece or of a kilogram, and a price where the product's is open. */
export interface PlannedLine {
  readonly sku: string
  readonly qty: number
  readonly priceFen?: number
}

export type Goods = ReadonlyMap<CategoryId, readonly DemoProduct[]>

type Wishes = readonly (readonly [CategoryId, number])[]

const BREAKFAST: Wishes = [
  ['bread', 52],
  ['coffee', 24],
  ['dairy', 14],
  ['tea', 5],
  ['drinks', 5],
]
const NOON: Wishes = [
  ['bread', 34],
  ['coffee', 22],
  ['tea', 16],
  ['drinks', 14],
  ['snacks', 8],
  ['cake', 6],
]
const AFTERNOON: Wishes = [
  ['tea', 24],
  ['coffee', 20],
  ['cake', 18],
  ['bread', 18],
  ['snacks', 12],
  ['weighed', 8],
]
const EVENING: Wishes = [
  ['bread', 26],
  ['dairy', 16],
  ['pantry', 16],
  ['weighed', 16],
  ['snacks', 10],
  ['household', 8],
  ['cake', 8],
]

const FESTIVE_CAKES: readonly string[] = ['CK002', 'CK006', 'CK007', 'CK012', 'CK013']
const CAKE_TO_ORDER = 'CK004'
const CANDLES = 'HH004'
const OFFICE_ROUND: readonly string[] = ['CF001', 'CF002', 'CF004', 'BR020', 'BR022', 'TE001']
const TARTS = 'BR005'
const YOGURTS: readonly string[] = ['DA014', 'DA015']

export function goodsOf(products: readonly DemoProduct[]): Goods {
  const goods = new Map<CategoryId, DemoProduct[]>()
  for (const product of products) goods.set(product.categoryId, [...(goods.get(product.categoryId) ?? []), product])
  return goods
}

/** What somebody wants at a minute of the day: one product. */
export function drawProduct(random: SeededRandom, goods: Goods, minute: number): DemoProduct {
  const category = drawCategory(random, wishesAt(minute))
  const products = (goods.get(category) ?? []).filter((product) => product.openPrice !== true)
  // the lower of two draws: favourites stand first
  const place = Math.min(random.below(products.length), random.below(products.length))
  return products[place]!
}

/** A basket without favourites: a cake for a birthday now and then, a round for the office, else a few things. */
export function drawBasket(random: SeededRandom, goods: Goods, minute: number, count: number): PlannedLine[] {
  const occasion = random.below(1000)
  if (occasion < 22 && minute > 600) return festiveBasket(random)
  if (occasion < 34) return OFFICE_ROUND.map((sku) => ({ sku, qty: random.between(1, 4) * 1000 }))
  const lines = new Map<string, PlannedLine>()
  for (let more = count; more > 0; more -= 1) {
    const product = drawProduct(random, goods, minute)
    lines.set(product.sku, lineOf(random, product))
  }
  return [...lines.values()]
}

/** How many different things: one or two mostly. */
export function drawCount(random: SeededRandom): number {
  const draw = random.below(100)
  if (draw < 34) return 1
  if (draw < 64) return 2
  if (draw < 82) return 3
  return draw < 93 ? 4 : random.between(5, 8)
}

/** As many of it as somebody takes home. */
export function lineOf(random: SeededRandom, product: DemoProduct): PlannedLine {
  const { sku, countable, categoryId } = product
  if (!countable) return { sku, qty: random.between(150, categoryId === 'weighed' ? 900 : 1500) }
  if (sku === TARTS) return { sku, qty: random.pick([2, 4, 4, 6]) * 1000 }
  if (YOGURTS.includes(sku)) return { sku, qty: random.pick([1, 2, 3, 3]) * 1000 }
  if (categoryId === 'snacks') return { sku, qty: random.pick([1, 1, 2, 3]) * 1000 }
  if (categoryId === 'cake' || categoryId === 'pantry') return { sku, qty: 1000 }
  return { sku, qty: random.pick([1, 1, 1, 2]) * 1000 }
}

function festiveBasket(random: SeededRandom): PlannedLine[] {
  const cake = random.chance(300)
    ? { sku: CAKE_TO_ORDER, qty: 1000, priceFen: random.between(16, 42) * 1000 - 200 }
    : { sku: random.pick(FESTIVE_CAKES), qty: 1000 }
  return [cake, { sku: CANDLES, qty: 1000 }]
}

function wishesAt(minute: number): Wishes {
  if (minute < 10 * 60 + 30) return BREAKFAST
  if (minute < 14 * 60) return NOON
  return minute < 17 * 60 + 30 ? AFTERNOON : EVENING
}

function drawCategory(random: SeededRandom, wishes: Wishes): CategoryId {
  let draw = random.below(wishes.reduce((sum, [, weight]) => sum + weight, 0))
  for (const [category, weight] of wishes) {
    if (draw < weight) return category
    draw -= weight
  }
  throw new RangeError('no wish was drawn')
}
