/**
 * How the reference evaluator lays out units and lets offers act on them: every unit is an object of its own, all
 * money is BigInt. Written from the specification and not from the engine.
 */
import type {
  BasketLine,
  Coupon,
  PricingMember,
  Product,
  Promotion,
  Scenario,
  Scope,
} from '../../../shared/domain/pricing/types.ts'

export type Offer = Promotion | Coupon

export interface Unit {
  readonly place: number
  readonly line: BasketLine
  readonly product: Product
  readonly list: bigint
  readonly manual: bigint | null
  cost: bigint
  /** What the unit costs when nobody takes it. */
  own: bigint
  takenBy: string | null
  readonly changes: Map<string, bigint>
}

const COUNTING = ['nth', 'buyGet', 'forPrice', 'quantityRate']
const ORDER_KINDS = ['amountOff', 'orderRate']

export function half(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator)
}

export function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}

export function isCoupon(offer: Offer): offer is Coupon {
  return 'template' in offer
}

export function stage(offer: Offer): number {
  return isCoupon(offer) ? 2 : ORDER_KINDS.includes(offer.kind) ? 1 : 0
}

export function inActingOrder(offers: readonly Offer[]): Offer[] {
  return [...offers].sort((a, b) => {
    if (stage(a) !== stage(b)) return stage(a) - stage(b)
    if ((a.priority ?? 100) !== (b.priority ?? 100)) return (a.priority ?? 100) - (b.priority ?? 100)
    return a.id < b.id ? -1 : 1
  })
}

function means(scope: Scope | undefined, product: Product): boolean {
  if (product.discountable === false) return false
  if (scope?.except?.includes(product.sku)) return false
  if (scope?.skus === undefined && scope?.categories === undefined) return true
  const byCategory = product.category !== undefined && (scope.categories?.includes(product.category) ?? false)
  return (scope.skus?.includes(product.sku) ?? false) || byCategory
}

export function canMean(offer: Offer, unit: Unit): boolean {
  if (!means(offer.scope, unit.product)) return false
  if (stage(offer) > 0) return true
  if (unit.manual !== null) return false
  return unit.product.countable !== false || !COUNTING.includes(offer.kind)
}

// ---- when and who

export function localParts(now: string): { weekday: number; minute: number; day: string; ms: number } {
  const ms = Date.parse(now)
  const local = new Date(ms + 8 * 3_600_000)
  const day = local.toISOString().slice(5, 10)
  return {
    ms,
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
    minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
    day,
  }
}

export function whyNotNow(offer: Offer, scenario: Scenario): string | null {
  const { weekday, minute, day, ms } = localParts(scenario.now)
  const member = scenario.member ?? null
  if (offer.from !== undefined && ms < Date.parse(String(offer.from))) return 'not-started'
  if (offer.to !== undefined && ms >= Date.parse(String(offer.to))) return 'expired'
  if (offer.weekdays !== undefined && !offer.weekdays.includes(weekday)) return 'wrong-time'
  const minutes = (text: string): number => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1])
  if (offer.hours !== undefined && !offer.hours.some(([a, b]) => minutes(a) <= minute && minute < minutes(b))) {
    return 'wrong-time'
  }
  if (offer.stores !== undefined && !offer.stores.includes(scenario.store)) return 'wrong-store'
  const who = [
    offer.tiers === undefined || (member?.tier != null && offer.tiers.includes(member.tier)),
    offer.tags === undefined || (member !== null && (member.tags ?? []).some((tag) => offer.tags!.includes(tag))),
    offer.birthday !== true || (member !== null && member.birthday === day),
    offer.membersOnly !== true || member !== null,
  ]
  return who.every(Boolean) ? null : 'not-for-this-member'
}

// ---- units

export function unitsOf(scenario: Scenario, tierOn: boolean): Unit[] {
  const units: Unit[] = []
  const member = scenario.member ?? null
  for (const line of scenario.basket) {
    const product = scenario.catalog.find((candidate) => candidate.sku === line.sku)!
    const weighed = product.countable === false
    const priced = (price: number): bigint => (weighed ? half(BigInt(price) * BigInt(line.qty), 1000n) : BigInt(price))
    const count = weighed ? 1 : line.qty / 1000
    for (let position = 0; position < count; position++) {
      const list = priced(product.price)
      const manual = line.manual === undefined ? null : priced(line.manual.price)
      const own = manual ?? (tierOn ? memberCost(scenario, member, product, list, priced) : list)
      units.push({
        place: units.length,
        line,
        product,
        list,
        manual,
        cost: own,
        own,
        takenBy: null,
        changes: new Map(),
      })
    }
  }
  return units
}

function memberCost(
  scenario: Scenario,
  member: PricingMember | null,
  product: Product,
  list: bigint,
  priced: (price: number) => bigint,
): bigint {
  if (member === null || product.discountable === false) return list
  const prices = [list]
  const tier = (scenario.tiers ?? []).find((candidate) => candidate.id === member.tier)
  if (tier !== undefined) prices.push(half(list * BigInt(tier.rate), 10_000n))
  if (product.memberPrice !== undefined) prices.push(priced(product.memberPrice))
  return prices.reduce((least, price) => (price < least ? price : least))
}

// ---- sharing

function shareOver(total: bigint, weights: readonly bigint[]): bigint[] {
  const all = sum(weights)
  if (all === 0n) return weights.map(() => 0n)
  const parts = weights.map((weight) => (total * weight) / all)
  const fractions = weights.map((weight, place) => ({ place, fraction: (total * weight) % all }))
  fractions.sort((a, b) => (a.fraction === b.fraction ? a.place - b.place : a.fraction > b.fraction ? -1 : 1))
  let left = total - sum(parts)
  for (const { place } of fractions) {
    if (left === 0n) break
    parts[place]! += 1n
    left -= 1n
  }
  return parts
}

export function takeOff(units: readonly Unit[], amount: bigint, source: string): void {
  const parts = shareOver(
    amount,
    units.map((unit) => unit.cost),
  )
  units.forEach((unit, place) => {
    unit.cost -= parts[place]!
    unit.changes.set(source, (unit.changes.get(source) ?? 0n) - parts[place]!)
  })
}

// ---- promotions on units

export function baseOf(offer: Offer, unit: Unit): bigint {
  return 'base' in offer && offer.base === 'tier' ? unit.own : unit.list
}

function take(offer: Offer, units: readonly Unit[], prices: readonly bigint[]): bigint {
  let own = 0n
  units.forEach((unit, place) => {
    const base = baseOf(offer, unit)
    unit.cost = prices[place]!
    unit.takenBy = offer.id
    unit.changes.set(offer.id, prices[place]! - base)
    own += base - prices[place]!
  })
  return own
}

function groupsOf(offer: Offer, free: readonly Unit[], size: number): Unit[][] {
  const dearestFirst = [...free].sort((a, b) => {
    const [baseA, baseB] = [baseOf(offer, a), baseOf(offer, b)]
    return baseA === baseB ? a.place - b.place : baseA > baseB ? -1 : 1
  })
  const groups: Unit[][] = []
  while (dearestFirst.length >= size) groups.push(dearestFirst.splice(0, size))
  return groups
}

function noDearer(units: readonly Unit[], prices: readonly bigint[]): boolean {
  return sum(prices) <= sum(units.map((unit) => unit.own))
}

export function atRate(amount: bigint, rate: number): bigint {
  return half(amount * BigInt(rate), 10_000n)
}

export function actOnUnits(offer: Offer, units: readonly Unit[]): bigint {
  const free = units.filter((unit) => canMean(offer, unit) && unit.takenBy === null)
  const eachAlone = (priceOf: (unit: Unit) => bigint, wants: (unit: Unit) => boolean): bigint =>
    sum(
      free
        .filter((unit) => wants(unit) && noDearer([unit], [priceOf(unit)]))
        .map((unit) => take(offer, [unit], [priceOf(unit)])),
    )
  const eachGroup = (size: number, pricesOf: (group: readonly Unit[]) => bigint[] | null): bigint =>
    sum(
      groupsOf(offer, free, size).map((group) => {
        const prices = pricesOf(group)
        return prices !== null && noDearer(group, prices) ? take(offer, group, prices) : 0n
      }),
    )
  switch (offer.kind) {
    case 'special': {
      const special = (unit: Unit): bigint =>
        unit.product.countable === false
          ? half(BigInt(offer.price) * BigInt(unit.line.qty), 1000n)
          : BigInt(offer.price)
      return eachAlone(special, (unit) => baseOf(offer, unit) > special(unit))
    }
    case 'percent':
      return eachAlone(
        (unit) => atRate(baseOf(offer, unit), offer.rate),
        () => true,
      )
    case 'nth':
      return eachGroup(offer.n, (group) =>
        group.map((unit, place) => {
          const base = baseOf(offer, unit)
          return place === offer.n - 1 ? atRate(base, offer.rate) : base
        }),
      )
    case 'buyGet':
      return eachGroup(offer.buy + offer.get, (group) =>
        group.map((unit, place) => (place < offer.buy ? baseOf(offer, unit) : 0n)),
      )
    case 'forPrice':
      return eachGroup(offer.n, (group) => {
        if (BigInt(offer.price) >= sum(group.map((unit) => baseOf(offer, unit)))) return null
        const inUnitOrder = [...group].sort((a, b) => a.place - b.place)
        const parts = shareOver(
          BigInt(offer.price),
          inUnitOrder.map((unit) => baseOf(offer, unit)),
        )
        return group.map((unit) => parts[inUnitOrder.indexOf(unit)]!)
      })
    case 'quantityRate': {
      const reached = offer.steps.filter((step) => step.at <= free.length).sort((a, b) => b.at - a.at)[0]
      if (reached === undefined) return 0n
      const prices = free.map((unit) => atRate(baseOf(offer, unit), reached.rate))
      return noDearer(free, prices) ? take(offer, free, prices) : 0n
    }
    default:
      throw new Error(`not a kind on units: ${offer.kind}`)
  }
}

// ---- promotions on the order, and coupons

export function eligibleUnits(offer: Offer, units: readonly Unit[]): Unit[] {
  const leavesOut = 'excludePromoted' in offer && offer.excludePromoted === true
  return units.filter((unit) => canMean(offer, unit) && !(leavesOut && unit.takenBy !== null))
}

export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

export function actOnOrder(offer: Offer, units: readonly Unit[]): bigint {
  const eligible = eligibleUnits(offer, units)
  const amount = sum(eligible.map((unit) => unit.cost))
  let reduction = 0n
  if (offer.kind === 'product') {
    const dearest = eligible.reduce<Unit | null>(
      (best, unit) => (best === null || unit.cost > best.cost ? unit : best),
      null,
    )
    if (dearest === null || dearest.cost === 0n) return 0n
    reduction = dearest.cost
    takeOff([dearest], reduction, offer.id)
    return reduction
  }
  if (offer.kind === 'amountOff' && offer.steps !== undefined) {
    const reached = offer.steps.filter((step) => BigInt(step.at) <= amount).sort((a, b) => b.at - a.at)[0]
    reduction = BigInt(reached?.off ?? 0)
  } else if (offer.kind === 'amountOff') {
    reduction = (amount / BigInt(offer.every!)) * BigInt(offer.off!)
    if (offer.max !== undefined) reduction = smaller(reduction, BigInt(offer.max))
  } else if (offer.kind === 'orderRate' && amount >= BigInt(offer.at ?? 0)) {
    reduction = amount - atRate(amount, offer.rate)
    if ('maxOff' in offer && offer.maxOff !== undefined) reduction = smaller(reduction, BigInt(offer.maxOff))
  }
  reduction = smaller(reduction, amount)
  if (reduction > 0n) takeOff(eligible, reduction, offer.id)
  return reduction
}
