/**
 * Random valid scenarios, small enough to be judged by trying everything, and built so that rules meet: few products,
 * few prices, low thresholds, shared groups and templates.
 */
import type { Coupon, Promotion, Scenario } from '../../../shared/domain/pricing/types.ts'

/** A repeatable stream of numbers. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A number of [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.whole(0, items.length - 1)]!
  }

  some<Item>(items: readonly Item[], probability: number): Item[] {
    return items.filter(() => this.chance(probability))
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, key: this.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)
  }
}

const SKUS = ['A', 'B', 'C', 'D', 'E']
const TIERS = ['gold', 'std']
const RATES = [0, 1, 3333, 5000, 7500, 8000, 8500, 9000, 9500, 9999, 10_000]

/** 'units': promotions on units alone, as many as there may be; 'orders': order promotions and coupons alone. */
export type OfferMix = 'all' | 'units' | 'orders'

export interface ScenarioSize {
  readonly offers: number
  readonly mix?: OfferMix
}

/** One scenario from the dice, with at most `offers` promotions and coupons. */
export function randomScenario(dice: Dice, { offers, mix = 'all' }: ScenarioSize): Scenario {
  const catalog = SKUS.slice(0, dice.whole(1, SKUS.length)).map((sku) => product(dice, sku))
  const skus = catalog.map(({ sku }) => sku)
  const basket = Array.from({ length: dice.whole(0, 4) }, (_, place) => {
    const sku = dice.pick(skus)
    const weighed = catalog.find((candidate) => candidate.sku === sku)!.countable === false
    const manual = { price: price(dice) }
    return {
      line: String(place + 1),
      sku,
      qty: weighed ? dice.whole(1, 3000) : dice.whole(1, 4) * 1000,
      ...(dice.chance(0.08) && { manual }),
    }
  })
  const couponCount = mix === 'units' ? 0 : dice.whole(0, Math.min(3, offers))
  const promotionCount = dice.whole(mix === 'all' ? 0 : offers - couponCount, offers - couponCount)
  const promotions = Array.from({ length: promotionCount }, (_, place) => promotion(dice, `P${place + 1}`, skus, mix))
  const coupons = Array.from({ length: couponCount }, (_, place) => coupon(dice, `C${place + 1}`, skus))
  const ids = [...promotions, ...coupons].map(({ id }) => id)
  return {
    now: dice.pick(['2026-11-21T10:00:00+08:00', '2026-11-21T23:30:00Z', '2026-11-20T16:00:00.000000001Z']),
    timeZone: 'Asia/Shanghai',
    store: 'S001',
    catalog,
    tiers: [
      { id: 'gold', rate: dice.pick([8000, 9000, 9400]), ...(dice.chance(0.7) && { pointsRate: 15_000 }) },
      { id: 'std', rate: 10_000 },
    ],
    member: member(dice),
    basket,
    promotions,
    coupons,
    ...(dice.chance(0.5) && { redeemPoints: dice.pick([0, 1, 50, 100, 777, 'max'] as const) }),
    rules: rules(dice),
    ...(dice.chance(0.12) && { pinned: dice.some(ids, 0.3) }),
    ...(dice.chance(0.12) && { forbidden: dice.some(ids, 0.3) }),
    ...(dice.chance(0.3) && { returns: returns(dice, basket, catalog) }),
  }
}

function price(dice: Dice): number {
  return dice.chance(0.7) ? dice.pick([0, 1, 3, 75, 80, 100, 300, 500, 1000]) : dice.whole(0, 2000)
}

function product(dice: Dice, sku: string): Scenario['catalog'][number] {
  return {
    sku,
    price: price(dice),
    ...(dice.chance(0.8) && { category: dice.pick(['c', 'd']) }),
    ...(dice.chance(0.25) && { memberPrice: price(dice) }),
    ...(dice.chance(0.25) && { countable: dice.chance(0.3) }),
    ...(dice.chance(0.1) && { discountable: false }),
    ...(dice.chance(0.1) && { pointsEligible: false }),
  }
}

function member(dice: Dice): Scenario['member'] {
  if (dice.chance(0.35)) return null
  return {
    id: 'M1',
    ...(dice.chance(0.75) && { tier: dice.pick(TIERS) }),
    ...(dice.chance(0.8) && { points: dice.whole(0, 3000) }),
    ...(dice.chance(0.5) && { birthday: dice.pick(['11-21', '11-22', '02-29']) }),
    ...(dice.chance(0.5) && { tags: dice.some(['vip', 'new'], 0.5) }),
  }
}

function rules(dice: Dice): NonNullable<Scenario['rules']> {
  const step = dice.pick([1, 2, 50, 100])
  return {
    maxCoupons: dice.pick([0, 1, 1, 2, 3]),
    ...(dice.chance(0.6) && {
      redeem: {
        pointsPerYuan: dice.pick([50, 100, 200].filter((perYuan) => (step * 100) % perYuan === 0)),
        step,
        maxShare: dice.pick([0, 3000, 5000, 10_000]),
      },
    }),
    ...(dice.chance(0.6) && {
      earn: { fenPerPoint: dice.pick([1, 7, 100]), ...(dice.chance(0.5) && { birthdayRate: 20_000 }) },
    }),
    ...(dice.chance(0.4) && { rounding: { unit: dice.pick([1, 5, 10, 100]) } }),
  }
}

/** Mostly nothing, so that most offers hold. */
function conditions(dice: Dice): object {
  return {
    ...(dice.chance(0.05) && { from: dice.pick(['2026-11-21T00:00:00+08:00', '2026-11-22T00:00:00Z']) }),
    ...(dice.chance(0.05) && { to: dice.pick(['2026-11-21T00:00:00+08:00', '2026-12-01T00:00:00Z']) }),
    ...(dice.chance(0.04) && { weekdays: dice.some([1, 5, 6, 7], 0.6) }),
    ...(dice.chance(0.04) && {
      hours: [
        dice.pick([
          ['00:00', '10:00'],
          ['10:00', '24:00'],
          ['07:00', '07:31'],
        ] as const),
      ],
    }),
    ...(dice.chance(0.05) && { tiers: dice.some(TIERS, 0.6) }),
    ...(dice.chance(0.04) && { tags: dice.some(['vip', 'new'], 0.6) }),
    ...(dice.chance(0.04) && { birthday: dice.chance(0.7) }),
    ...(dice.chance(0.05) && { membersOnly: dice.chance(0.7) }),
    ...(dice.chance(0.04) && { stores: dice.some(['S001', 'S002'], 0.6) }),
  }
}

function scope(dice: Dice, skus: readonly string[]): object {
  if (dice.chance(0.45)) return {}
  return {
    scope: {
      ...(dice.chance(0.5) && { skus: dice.some(skus, 0.5) }),
      ...(dice.chance(0.4) && { categories: dice.some(['c', 'd'], 0.6) }),
      ...(dice.chance(0.3) && { except: dice.some(skus, 0.3) }),
    },
  }
}

function amountOff(dice: Dice): object {
  if (dice.chance(0.4)) {
    return {
      kind: 'amountOff',
      every: dice.pick([1, 100, 300, 500]),
      off: dice.pick([0, 1, 30, 100, 400]),
      ...(dice.chance(0.4) && { max: dice.pick([0, 50, 250]) }),
    }
  }
  const thresholds = dice.shuffled([0, 1, 100, 550, 1000, 1500]).slice(0, dice.whole(1, 3))
  return { kind: 'amountOff', steps: thresholds.map((at) => ({ at, off: dice.pick([0, 1, 50, 120, 300, 5000]) })) }
}

function orderRate(dice: Dice): object {
  return {
    kind: 'orderRate',
    rate: dice.pick(RATES),
    ...(dice.chance(0.5) && { at: dice.pick([0, 1, 300, 900, 1000]) }),
  }
}

function unitRule(dice: Dice): object {
  const kind = dice.pick(['special', 'percent', 'nth', 'buyGet', 'forPrice', 'quantityRate'] as const)
  switch (kind) {
    case 'special':
      return { kind, price: price(dice) }
    case 'percent':
      return { kind, rate: dice.pick(RATES) }
    case 'nth':
      return { kind, n: dice.whole(1, 4), rate: dice.pick(RATES) }
    case 'buyGet':
      return { kind, buy: dice.whole(1, 3), get: dice.whole(1, 2) }
    case 'forPrice':
      return { kind, n: dice.whole(1, 4), price: price(dice) }
    case 'quantityRate': {
      const places = dice.shuffled([0, 1, 2, 3, 5]).slice(0, dice.whole(1, 3))
      return { kind, steps: places.map((at) => ({ at, rate: dice.pick(RATES) })) }
    }
  }
}

function promotion(dice: Dice, id: string, skus: readonly string[], mix: OfferMix): Promotion {
  const common = {
    id,
    ...(mix === 'all' && conditions(dice)),
    ...scope(dice, skus),
    ...(dice.chance(0.4) && { priority: dice.whole(-1, 2) }),
  }
  const rule = dice.chance({ all: 0.6, units: 1, orders: 0 }[mix])
    ? { ...unitRule(dice), ...(dice.chance(0.35) && { base: dice.pick(['tier', 'tier', 'list']) }) }
    : {
        ...dice.pick([amountOff, orderRate])(dice),
        ...(dice.chance(0.3) && { group: dice.pick(['g', 'h']) }),
        ...(dice.chance(0.3) && { excludePromoted: dice.chance(0.8) }),
      }
  return { ...common, ...rule } as Promotion
}

function coupon(dice: Dice, id: string, skus: readonly string[]): Coupon {
  const rule = dice.pick([
    amountOff,
    (): object => ({ ...orderRate(dice), ...(dice.chance(0.3) && { maxOff: dice.pick([0, 40, 200]) }) }),
    (): object => ({ kind: 'product' }),
  ])(dice)
  return {
    id,
    template: dice.pick(['T', 'U']),
    ...conditions(dice),
    ...scope(dice, skus),
    ...(dice.chance(0.3) && { priority: dice.whole(-1, 2) }),
    ...(dice.chance(0.2) && { excludePromoted: true }),
    ...(dice.chance(0.25) && { withPromotions: dice.chance(0.2) }),
    ...(dice.chance(0.25) && { withTier: dice.chance(0.2) }),
    ...(dice.chance(0.5) && { stackable: dice.chance(0.8) }),
    ...rule,
  } as Coupon
}

function returns(
  dice: Dice,
  basket: Scenario['basket'],
  catalog: Scenario['catalog'],
): NonNullable<Scenario['returns']> {
  const left = new Map(basket.map((line) => [line, line.qty]))
  return Array.from({ length: dice.whole(0, 3) }, () =>
    dice.some(basket, 0.6).flatMap((line) => {
      const have = left.get(line)!
      const weighed = catalog.find(({ sku }) => sku === line.sku)!.countable === false
      const qty = weighed || have === 0 ? have : dice.whole(1, have / 1000) * 1000
      left.set(line, have - qty)
      return qty === 0 ? [] : [{ line: line.line, qty }]
    }),
  )
}
