/** How many baskets of ten lines the engine quotes in a second, with the demo shop's own offers. No goal here. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeSeededRandom } from '../../../electron/demo/seeded-random.ts'
import { priceBasket, quoteBasket } from '../../../shared/domain/pricing/quote.ts'
import type { PricingOrder } from '../../../shared/domain/pricing/types.ts'
import { makeDemoFolder, openCopy } from '../bench-till.ts'
import { median } from '../figures.ts'
import type { BenchResult } from '../figures.ts'
import { perSecond, rateText } from './rates.ts'

const BASKETS = 500
const LINES = 10
const ROUNDS = 5
const ROUND_MS = 200

export async function benchDemoShop(home: string): Promise<BenchResult> {
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
  const rates = { price: [] as number[], quote: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.price.push(perSecond(BASKETS, ROUND_MS, (place) => priceBasket(book, baskets[place]!)))
    rates.quote.push(perSecond(BASKETS, ROUND_MS, (place) => quoteBasket(book, baskets[place]!)))
  }
  const offers = catalog.promotions().length
  till.close()
  rmSync(home, { recursive: true, force: true })
  return {
    lines: [
      `the demo shop: ${BASKETS} baskets of ${LINES} lines, a member half of the time, ${offers} promotions, no coupons`,
      `  price (sums only): ${rateText(median(rates.price))}`,
      `  quote (with every reason): ${rateText(median(rates.quote))}`,
    ],
    goals: [],
  }
}
