/** Our engine beside others on rules that all of them can say, and with twenty times as many promotions. */
import { choose, priceBasket } from '../../../shared/domain/pricing/quote.ts'
import { compilePriceBook } from '../../../shared/domain/pricing/compile.ts'
import type { PriceBook } from '../../../shared/domain/pricing/compile.ts'
import type { PricingOrder } from '../../../shared/domain/pricing/types.ts'
import { median } from '../figures.ts'
import type { BenchResult, Goal } from '../figures.ts'
import { installPeers } from './install-peers.ts'
import { jsonRules } from './json-rules.ts'
import { medusa } from './medusa.ts'
import type { Peer } from './peer.ts'
import { perSecond, perSecondAsync, rateText } from './rates.ts'
import { LINES, makeSharedShop, promotionOf, toPayByArithmetic } from './shared-rules.ts'
import type { SharedBasket, SharedRule, SharedShop } from './shared-rules.ts'
import { vendure } from './vendure.ts'

const SEED = 20_261_122
const ROUNDS = 5
const ROUND_MS = 250
const LEAST_FACTOR = 100
const LARGEST_SLOWDOWN = 1.5

export async function benchBesideOthers(peersFolder: string): Promise<BenchResult> {
  const shop = makeSharedShop(SEED)
  const load = installPeers(peersFolder)
  const peers = [medusa(load, shop), vendure(load, shop), jsonRules(load, shop)]
  const orders = shop.baskets.map(orderOf)
  const book = bookOf(shop, shop.rules)
  for (const peer of peers) await demandSameTotals(peer.name, shop, peer.toPayFen)
  await demandSameTotals('this engine', shop, (place) => payableOf(book, orders[place]!))
  const ours: number[] = []
  const theirs = new Map(peers.map((peer) => [peer, [] as number[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(perSecond(orders.length, ROUND_MS, (place) => priceBasket(book, orders[place]!)))
    for (const [peer, rates] of theirs) rates.push(await perSecondAsync(orders.length, ROUND_MS, peer.toPayFen))
  }
  const own = median(ours)
  const rows = [...theirs].map(([peer, rates]) => ({ peer, rate: median(rates) }))
  const slowdown = measureMore(shop, book, orders)
  return {
    lines: [
      `${orders.length} baskets of ${LINES} lines, ${shop.rules.length} live promotions of which a basket meets ` +
        `${met(book, orders).toFixed(1)} on average, seed ${SEED}; median of ${ROUNDS} rounds in turns, by the processor’s time`,
      'rules that each of them can say and on which all must agree: percentages off, third piece free, amount off the order',
      `price: ${rateText(own)}; finds the best combination, shares every reduction over pieces`,
      ...rows.flatMap(({ peer, rate }) => [
        `${peer.name}: ${rateText(rate)}, ${Math.round(own / rate)} times slower; same total on ${orders.length} of ${orders.length}`,
        `  (${peer.does})`,
      ]),
      ...slowdown.lines,
    ],
    goals: [...rows.filter(({ peer }) => !peer.name.startsWith('json')).map(factorGoal(own)), ...slowdown.goals],
  }
}

const factorGoal =
  (own: number) =>
  ({ peer, rate }: { peer: Peer; rate: number }): Goal => ({
    what: `price beside ${peer.name}`,
    measured: own / rate,
    limit: LEAST_FACTOR,
    unit: 'x',
    atLeast: true,
  })

function bookOf({ products }: SharedShop, rules: readonly SharedRule[]): PriceBook {
  return compilePriceBook({
    store: 'S001',
    timeZone: 'Asia/Shanghai',
    catalog: products,
    tiers: [],
    promotions: rules.map(promotionOf),
  })
}

function orderOf(basket: SharedBasket): PricingOrder {
  return {
    now: Date.UTC(2026, 10, 23, 2, 0),
    member: null,
    basket: basket.map(({ sku, pieces }, index) => ({ line: String(index + 1), sku, qty: 1000 * pieces })),
    coupons: [],
    redeemPoints: 0,
    pinned: [],
    forbidden: [],
  }
}

function payableOf(book: PriceBook, order: PricingOrder): Promise<number> {
  const priced = priceBasket(book, order)
  if ('code' in priced) throw new Error(`refused: ${priced.code}`)
  return Promise.resolve(priced.payable)
}

/** A figure of an engine that reckons something else would mean nothing. */
async function demandSameTotals(
  name: string,
  { baskets, rules }: SharedShop,
  toPayFen: (place: number) => Promise<number>,
): Promise<void> {
  // Twice, because an order of theirs may remember what was applied before.
  for (const place of [...baskets.keys(), ...baskets.keys()]) {
    const expected = toPayByArithmetic(baskets[place]!, rules)
    const answered = await toPayFen(place)
    if (answered !== expected) throw new Error(`${name}: basket ${place} comes to ${answered}, not to ${expected}`)
  }
}

/** How many promotions mean something in a basket, on average. */
function met(book: PriceBook, orders: readonly PricingOrder[]): number {
  let sum = 0
  for (const order of orders) {
    const choice = choose(book, order)
    if ('prepared' in choice) sum += choice.prepared.problem.candidates.length
  }
  return sum / orders.length
}

function measureMore(shop: SharedShop, few: PriceBook, orders: readonly PricingOrder[]): BenchResult {
  const rules = [...shop.rules, ...shop.elsewhere]
  const many = bookOf(shop, rules)
  const rates = { few: [] as number[], many: [] as number[] }
  for (let round = 0; round < 2 * ROUNDS + 1; round += 1) {
    rates.few.push(perSecond(orders.length, ROUND_MS, (place) => priceBasket(few, orders[place]!)))
    rates.many.push(perSecond(orders.length, ROUND_MS, (place) => priceBasket(many, orders[place]!)))
  }
  const what = `${rules.length} live promotions against ${shop.rules.length}`
  return {
    lines: [`${what}, the others on goods that are not in the basket: ${rateText(median(rates.many))}`],
    goals: [{ what, measured: median(rates.few) / median(rates.many), limit: LARGEST_SLOWDOWN, unit: 'x' }],
  }
}
