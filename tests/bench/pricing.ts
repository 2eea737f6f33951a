/** How many baskets of ten lines the pricing engine quotes in a second, with the demo shop's offers. No goal here. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeSeededRandom } from '../../electron/demo/seeded-random.ts'
import { priceBasket, quoteBasket } from '../../shared/domain/pricing/quote.ts'
import type { PricingOrder } from '../../shared/domain/pricing/types.ts'
import { makeDemoFolder, openCopy } from './bench-till.ts'
import type { BenchResult } from './figures.ts'

const BASKETS = 500
const LINES = 10
const ROUNDS = 20

export async function benchPricing(folder: string): Promise<BenchResult> {
  const home = join(folder, 'pricing')
  await makeDemoFolder(join(home, 'shop'))
  const till = openCopy(join(home, 'shop'), join(home, 'till'))
  const { catalog, clock } = till.core
  const book = catalog.priceBook()
  const random = makeSeededRandom(20_261_121, 'bench-baskets')
  const products = catalog.products().filter((product) => !product.openPrice && !product.disabled)
  const tiers = catalog.tiers().map((tier) => tier.tierId)
  const baskets = Array.from({ length: BASKETS }, (_, basket): PricingOrder => {
    const lines = Array.from({ length: LINES }, (_line, index) => {
      const product = random.pick(products)
      const qty = product.countable ? 1000 * random.between(1, 3) : random.between(100, 1500)
      return { line: String(index + 1), sku: product.sku, qty }
    })
    const member = { id: 'bench', tier: random.pick(tiers), points: 500, birthday: null, tags: [] }
    return {
      now: clock.now(),
      member: basket % 2 === 0 ? member : null,
      basket: lines,
      coupons: [],
      redeemPoints: 0,
      pinned: [],
      forbidden: [],
    }
  })
  const quote = basketsPerSecond(baskets, (basket) => void quoteBasket(book, basket))
  const price = basketsPerSecond(baskets, (basket) => void priceBasket(book, basket))
  const offers = catalog.promotions().length
  till.close()
  rmSync(home, { recursive: true, force: true })
  return {
    lines: [
      `${BASKETS} baskets of ${LINES} lines, a member half of the time, ${offers} promotions, no coupons; for information`,
      `quote (with every reason): ${quote.toFixed(0)} baskets/s, ${(1e6 / quote).toFixed(1)} µs each`,
      `price (sums only): ${price.toFixed(0)} baskets/s, ${(1e6 / price).toFixed(1)} µs each`,
    ],
    goals: [],
  }
}

/** The best of the rounds. */
function basketsPerSecond(baskets: readonly PricingOrder[], work: (basket: PricingOrder) => void): number {
  let best = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedMs = performance.now()
    for (const basket of baskets) work(basket)
    best = Math.max(best, (baskets.length * 1000) / (performance.now() - startedMs))
  }
  return best
}
