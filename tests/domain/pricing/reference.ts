/**
 * A slow, obviously right evaluator of scenarios, written from the specification and not from the engine.
 *
 * It tries every subset of the candidates, keeps every unit as an object of its own, and reckons on BigInt. It takes
 * validated scenarios only, in Asia/Shanghai after 1991.
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

type Offer = Promotion | Coupon

interface Unit {
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

interface Outcome {
  readonly units: Unit[]
  readonly chosen: Offer[]
  readonly amounts: Map<string, bigint>
  /** What each offer that was asked about saw at its place: free pieces or eligible fen. */
  readonly seen: Map<string, bigint>
}

const COUNTING = ['nth', 'buyGet', 'forPrice', 'quantityRate']
const ORDER_KINDS = ['amountOff', 'orderRate']

function half(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator)
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}

function isCoupon(offer: Offer): offer is Coupon {
  return 'template' in offer
}

function stage(offer: Offer): number {
  return isCoupon(offer) ? 2 : ORDER_KINDS.includes(offer.kind) ? 1 : 0
}

function inActingOrder(offers: readonly Offer[]): Offer[] {
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

function canMean(offer: Offer, unit: Unit): boolean {
  if (!means(offer.scope, unit.product)) return false
  if (stage(offer) > 0) return true
  if (unit.manual !== null) return false
  return unit.product.countable !== false || !COUNTING.includes(offer.kind)
}

// ---- when and who

function localParts(now: string): { weekday: number; minute: number; day: string; ms: number } {
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

function whyNotNow(offer: Offer, scenario: Scenario): string | null {
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

function unitsOf(scenario: Scenario, tierOn: boolean): Unit[] {
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

function takeOff(units: readonly Unit[], amount: bigint, source: string): void {
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

function baseOf(offer: Offer, unit: Unit): bigint {
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

function atRate(amount: bigint, rate: number): bigint {
  return half(amount * BigInt(rate), 10_000n)
}

function actOnUnits(offer: Offer, units: readonly Unit[]): bigint {
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

function eligibleUnits(offer: Offer, units: readonly Unit[]): Unit[] {
  const leavesOut = 'excludePromoted' in offer && offer.excludePromoted === true
  return units.filter((unit) => canMean(offer, unit) && !(leavesOut && unit.takenBy !== null))
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function actOnOrder(offer: Offer, units: readonly Unit[]): bigint {
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

// ---- combinations

/** Lets `chosen` act in their order; `ask` is looked at at its place, but does not act. */
function evaluate(scenario: Scenario, chosen: readonly Offer[], ask: Offer | null): Outcome {
  const everyone = inActingOrder(ask === null ? chosen : [...chosen, ask])
  const tierOn = !everyone.some((offer) => isCoupon(offer) && offer.withTier === false)
  const units = unitsOf(scenario, tierOn)
  const amounts = new Map<string, bigint>()
  const seen = new Map<string, bigint>()
  for (const offer of everyone) {
    if (offer === ask) {
      const free = units.filter((unit) => canMean(offer, unit) && unit.takenBy === null).length
      seen.set(offer.id, stage(offer) === 0 ? BigInt(free) : sum(eligibleUnits(offer, units).map((unit) => unit.cost)))
      continue
    }
    amounts.set(offer.id, stage(offer) === 0 ? actOnUnits(offer, units) : actOnOrder(offer, units))
  }
  return { units, chosen: inActingOrder(chosen), amounts, seen }
}

function conflict(a: Offer, b: Offer): boolean {
  if (isCoupon(a) && isCoupon(b)) return a.template === b.template && !(a.stackable === true && b.stackable === true)
  if (isCoupon(a)) return a.withPromotions === false
  if (isCoupon(b)) return b.withPromotions === false
  return 'group' in a && 'group' in b && a.group !== undefined && a.group === b.group
}

function isAllowed(scenario: Scenario, chosen: readonly Offer[]): boolean {
  if (chosen.filter(isCoupon).length > (scenario.rules?.maxCoupons ?? 1)) return false
  return chosen.every((a, place) => chosen.slice(place + 1).every((b) => !conflict(a, b)))
}

function toPay(outcome: Outcome): bigint {
  return sum(outcome.units.map((unit) => unit.cost))
}

function isBetter(a: Outcome, b: Outcome): boolean {
  if (toPay(a) !== toPay(b)) return toPay(a) < toPay(b)
  const coupons = (outcome: Outcome): number => outcome.chosen.filter(isCoupon).length
  if (coupons(a) !== coupons(b)) return coupons(a) < coupons(b)
  if (a.chosen.length !== b.chosen.length) return a.chosen.length < b.chosen.length
  const ids = (outcome: Outcome): string[] => outcome.chosen.map((offer) => offer.id).sort()
  for (const [place, id] of ids(a).entries()) if (id !== ids(b)[place]) return id < ids(b)[place]!
  return false
}

function candidatesOf(scenario: Scenario): Offer[] {
  return [...(scenario.promotions ?? []), ...(scenario.coupons ?? [])].filter(
    (offer) => whyNotNow(offer, scenario) === null && !(scenario.forbidden ?? []).includes(offer.id),
  )
}

function evaluateIfAllowed(scenario: Scenario, chosen: readonly Offer[]): Outcome | null {
  if (!isAllowed(scenario, chosen)) return null
  const outcome = evaluate(scenario, chosen, null)
  return [...outcome.amounts.values()].every((amount) => amount > 0n) ? outcome : null
}

function bestOf(scenario: Scenario): Outcome | null {
  const candidates = candidatesOf(scenario)
  let best: Outcome | null = null
  for (let bits = 0; bits < 2 ** candidates.length; bits++) {
    const chosen = candidates.filter((_, place) => Math.floor(bits / 2 ** place) % 2 === 1)
    if (!(scenario.pinned ?? []).every((id) => chosen.some((offer) => offer.id === id))) continue
    const outcome = evaluateIfAllowed(scenario, chosen)
    if (outcome !== null && (best === null || isBetter(outcome, best))) best = outcome
  }
  return best
}

/** What adding one by one, while it helps, leaves to pay; null where the pinned ones are not allowed by themselves. */
export function referenceOneByOne(scenario: Scenario): number | null {
  const candidates = candidatesOf(scenario)
  let best = evaluateIfAllowed(
    scenario,
    candidates.filter((offer) => (scenario.pinned ?? []).includes(offer.id)),
  )
  for (;;) {
    if (best === null) return null
    const from: Outcome = best
    for (const candidate of candidates.filter((offer) => !from.chosen.includes(offer))) {
      const tried = evaluateIfAllowed(scenario, [...from.chosen, candidate])
      if (tried !== null && toPay(tried) < toPay(from) && isBetter(tried, best)) best = tried
    }
    if (best === from) return Number(toPay(from))
  }
}

// ---- reasons

function lowestNeed(offer: Offer): bigint {
  switch (offer.kind) {
    case 'nth':
    case 'forPrice':
      return BigInt(offer.n)
    case 'buyGet':
      return BigInt(offer.buy + offer.get)
    case 'quantityRate':
      return BigInt(Math.min(...offer.steps.map((step) => step.at)))
    case 'amountOff':
      return BigInt(offer.steps === undefined ? offer.every! : Math.min(...offer.steps.map((step) => step.at)))
    case 'orderRate':
      return BigInt(offer.at ?? 0)
    default:
      return 0n
  }
}

function reason(scenario: Scenario, offer: Offer, best: Outcome): object {
  const { id } = offer
  if (scenario.forbidden?.includes(id)) return { id, reason: 'forbidden' }
  const when = whyNotNow(offer, scenario)
  if (when !== null) return { id, reason: when }
  if (!best.units.some((unit) => canMean(offer, unit))) return { id, reason: 'nothing-in-scope' }
  const missing = lowestNeed(offer) - evaluate(scenario, best.chosen, offer).seen.get(id)!
  if (missing > 0n) return { id, reason: 'below-threshold', missing: Number(missing) }
  const by = best.chosen
    .filter((other) => conflict(offer, other))
    .map((other) => other.id)
    .sort()[0]
  if (by !== undefined) return { id, reason: 'excluded-by', by }
  const limit = scenario.rules?.maxCoupons ?? 1
  if (isCoupon(offer) && best.chosen.filter(isCoupon).length >= limit) return { id, reason: 'limit' }
  return { id, reason: 'better-without' }
}

// ---- the whole answer

/** The quote of a valid scenario, or the refusal of its pinned ids. */
export function referenceQuote(scenario: Scenario): unknown {
  const best = bestOf(scenario)
  if (best === null) return { error: { path: 'pinned' } }
  const { units } = best
  const member = scenario.member ?? null
  const { redeem, earn, rounding } = scenario.rules ?? { maxCoupons: 1 }

  let redeemed = 0n
  let value = 0n
  if (member !== null && redeem !== undefined) {
    const balance = BigInt(member.points ?? 0)
    const cap = (toPay(best) * BigInt(redeem.maxShare)) / 10_000n
    redeemed = scenario.redeemPoints === 'max' ? balance : smaller(BigInt(scenario.redeemPoints ?? 0), balance)
    redeemed = smaller(redeemed, (cap * BigInt(redeem.pointsPerYuan)) / 100n)
    redeemed -= redeemed % BigInt(redeem.step)
    value = (redeemed * 100n) / BigInt(redeem.pointsPerYuan)
    takeOff(units, value, 'points')
  }
  const dropped = toPay(best) % BigInt(rounding?.unit ?? 1)
  takeOff(units, dropped, 'rounding')

  const payable = toPay(best)
  const tier = (scenario.tiers ?? []).find((candidate) => candidate.id === member?.tier)
  let earnedPoints = 0n
  if (member !== null && earn !== undefined) {
    const eligible = sum(units.filter((unit) => unit.product.pointsEligible !== false).map((unit) => unit.cost))
    const isBirthday = member.birthday === localParts(scenario.now).day
    const rates = BigInt(tier?.pointsRate ?? 10_000) * BigInt(isBirthday ? (earn.birthdayRate ?? 10_000) : 10_000)
    earnedPoints = (eligible * rates) / (100_000_000n * BigInt(earn.fenPerPoint))
  }
  const points = { redeemed: Number(redeemed), value: Number(value), earned: Number(earnedPoints) }
  const answer = {
    gross: Number(sum(units.map((unit) => unit.list))),
    payable: Number(payable),
    exact: candidatesOf(scenario).length <= 12,
    lines: scenario.basket.map((line) => lineOf(line, units, best, member)),
    applied: best.chosen.map((offer) => ({
      id: offer.id,
      kind: isCoupon(offer) ? 'coupon' : 'promotion',
      amount: -Number(best.amounts.get(offer.id)!),
    })),
    skipped: [...(scenario.promotions ?? []), ...(scenario.coupons ?? [])]
      .filter((offer) => !best.chosen.includes(offer))
      .map((offer) => reason(scenario, offer, best)),
    points,
    rounding: Number(dropped),
  }
  return scenario.returns === undefined ? answer : { ...answer, refunds: refunds(scenario, units, points) }
}

function lineOf(line: BasketLine, allUnits: readonly Unit[], best: Outcome, member: PricingMember | null): object {
  const units = allUnits.filter((unit) => unit.line === line)
  const adjustments: { source: string; amount: number }[] = []
  const add = (source: string, amounts: readonly bigint[]): void => {
    if (sum(amounts) !== 0n) adjustments.push({ source, amount: Number(sum(amounts)) })
  }
  const chosen = (unit: Unit): Offer | undefined => best.chosen.find((offer) => offer.id === unit.takenBy)
  add(
    'manual',
    units.map((unit) => (unit.manual === null ? 0n : unit.manual - unit.list)),
  )
  add(
    member?.tier == null ? 'member' : `tier:${member.tier}`,
    units.map((unit) => {
      if (unit.manual !== null) return 0n
      const by = chosen(unit)
      return (by === undefined ? unit.own : baseOf(by, unit)) - unit.list
    }),
  )
  for (const source of [...best.chosen.map((offer) => offer.id), 'points', 'rounding']) {
    add(
      source,
      units.map((unit) => unit.changes.get(source) ?? 0n),
    )
  }
  return {
    line: line.line,
    sku: line.sku,
    qty: line.qty,
    gross: Number(sum(units.map((unit) => unit.list))),
    net: Number(sum(units.map((unit) => unit.cost))),
    units: units.map((unit) => Number(unit.cost)),
    adjustments,
  }
}

// ---- returns

function refunds(scenario: Scenario, units: readonly Unit[], points: { redeemed: number; earned: number }): object[] {
  const payable = sum(units.map((unit) => unit.cost))
  const back = new Map<string, number>(scenario.basket.map((line) => [line.line, 0]))
  const refundedOf = (line: BasketLine): bigint => {
    const net = sum(units.filter((unit) => unit.line === line).map((unit) => unit.cost))
    return half(net * BigInt(back.get(line.line)!), BigInt(line.qty))
  }
  const movedOf = (all: number): bigint => {
    const isAll = scenario.basket.every((line) => back.get(line.line) === line.qty)
    if (payable === 0n) return isAll ? BigInt(all) : 0n
    return half(BigInt(all) * sum(scenario.basket.map(refundedOf)), payable)
  }
  return scenario.returns!.map((visit) => {
    const [takenBefore, givenBefore] = [movedOf(points.earned), movedOf(points.redeemed)]
    const lines = visit.map(({ line: name, qty }) => {
      const line = scenario.basket.find((candidate) => candidate.line === name)!
      const before = refundedOf(line)
      back.set(name, back.get(name)! + qty)
      return { line: name, amount: Number(refundedOf(line) - before) }
    })
    return {
      amount: lines.reduce((total, line) => total + line.amount, 0),
      lines,
      pointsTakenBack: Number(movedOf(points.earned) - takenBefore),
      pointsGivenBack: Number(movedOf(points.redeemed) - givenBefore),
    }
  })
}
