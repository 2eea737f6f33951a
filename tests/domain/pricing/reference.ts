/**
 * A slow, obviously right evaluator of scenarios, written from the specification and not from the engine.
 *
 * It tries every subset of the candidates. It takes validated scenarios only, in Asia/Shanghai after 1991.
 */
import type { BasketLine, PricingMember, Scenario } from '../../../shared/domain/pricing/types.ts'
import {
  actOnOrder,
  actOnUnits,
  baseOf,
  canMean,
  eligibleUnits,
  half,
  inActingOrder,
  isCoupon,
  localParts,
  smaller,
  stage,
  sum,
  takeOff,
  unitsOf,
  whyNotNow,
} from './reference-acting.ts'
import type { Offer, Unit } from './reference-acting.ts'

interface Outcome {
  readonly units: Unit[]
  readonly chosen: Offer[]
  readonly amounts: Map<string, bigint>
  /** What each offer that was asked about saw at its place: free pieces or eligible fen. */
  readonly seen: Map<string, bigint>
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
