/**
 * 为什么是这个价: the snapshot that explains a price. Asked for when the pane is open, so that a scan never waits for it.
 *
 * Invariants: the same quote as the ticket's; what another choice would cost is priced, not estimated.
 */
import type { LineWhy, OfferChoice, OfferWhy, WhatIf, WhyView } from '../../../shared/contract/why.ts'
import { adHocId, parseAdHocId, withoutAdHoc } from '../../../shared/domain/basket/ad-hoc.ts'
import { setCouponChoice, setPromotionChoice } from '../../../shared/domain/basket/choices.ts'
import { unlocked, type Order } from '../../../shared/domain/basket/order.ts'
import { fen } from '../../../shared/domain/money.ts'
import type { Applied, NextStep, QuoteLine, Skipped } from '../../../shared/domain/pricing/types.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { readyToSell } from './change-order.ts'
import { offerOf, skippedWords } from './offer-words.ts'
import { sourceLabel } from './offer-labels.ts'
import { payableOf, priceOrder, type PricedOrder } from './price-order.ts'
import { nearSteps, productName, reduction, reductionsOf, stepsOf } from './till-view.ts'

/** Offers that other choices are tried for; each costs two pricings. */
const MAX_TRIED = 16
/** Offers that do not hold are listed up to so many. */
const MAX_OUT = 24
const MAX_NEXT = 5

const CHOICES: readonly OfferChoice[] = ['auto', 'pinned', 'forbidden']
/** Reasons of what does not hold here and now, whatever is chosen. */
const OUT: readonly Skipped['reason'][] = [
  'not-started',
  'expired',
  'wrong-time',
  'wrong-store',
  'not-for-this-member',
  'nothing-in-scope',
]

export function whyView(core: Core, revision: number): Result<WhyView> {
  const ready = readyToSell(core)
  if (!ready.ok) return ready
  const { order } = core.memory
  const priced = priceOrder(core, order)
  const { quote } = priced
  const steps = order.screen === 'done' ? [] : stepsOf(core, priced)
  const [left, out] = splitSkipped(quote.skipped.map((skipped) => withStep(skipped, steps)))
  const applied = quote.applied.map((one, index) => appliedWhy(core, order, priced, one, index < MAX_TRIED))
  const triesLeft = Math.max(0, MAX_TRIED - applied.length)
  return ok({
    orderId: order.orderId,
    revision,
    grossFen: quote.gross,
    savedFen: fen(quote.gross - quote.rounding - quote.payable),
    roundingFen: quote.rounding,
    payableFen: quote.payable,
    exact: quote.exact,
    prices: reductionsOf(core, priced).filter(({ kind }) => kind === 'manual' || kind === 'tier' || kind === 'points'),
    applied,
    left: left.map((one, index) => leftWhy(core, order, priced, one, index < triesLeft)).sort(byNearness),
    out: out.slice(0, MAX_OUT).map((one) => outWhy(core, order, priced, one)),
    outMore: Math.max(0, out.length - MAX_OUT),
    next: nearSteps(core, steps, MAX_NEXT, isWorthSaying(priced)),
    lines: order.lines.map((line, index) => lineWhy(core, priced, line, quote.lines[index])),
  })
}

/** What holds here, and what does not; chosen ones first, then coupons, which somebody holds in the hand. */
function splitSkipped(skipped: readonly Skipped[]): [Skipped[], Skipped[]] {
  return [skipped.filter(({ reason }) => !OUT.includes(reason)), skipped.filter(({ reason }) => OUT.includes(reason))]
}

/** Behind one of its own group an offer sees less; what it really wants is said by its step. */
function withStep(skipped: Skipped, steps: readonly NextStep[]): Skipped {
  const step = skipped.reason === 'below-threshold' ? steps.find(({ id }) => id === skipped.id) : undefined
  return step === undefined ? skipped : { ...skipped, missing: step.missing }
}

function appliedWhy(
  core: Core,
  order: Order,
  priced: PricedOrder,
  { id, kind, amount }: Applied,
  tried: boolean,
): OfferWhy {
  const given = order.adHoc.find((discount) => adHocId(discount) === id)
  return {
    offerId: id,
    kind: given === undefined ? kind : 'discount',
    label: sourceLabel(core, id, null),
    state: 'applied',
    amountFen: amount,
    choice: given === undefined ? choiceOf(order, id) : 'pinned',
    approvedBy: approverOf(core, order, id),
    reason: given === undefined ? null : { zh: given.reason, en: given.reason },
    whatIf: tried ? whatIf(core, order, priced, id) : [],
  }
}

function leftWhy(core: Core, order: Order, priced: PricedOrder, skipped: Skipped, tried: boolean): OfferWhy {
  const tries = tried ? whatIf(core, order, priced, skipped.id) : []
  const dearer = tries.find(({ choice }) => choice === 'pinned')?.differenceFen ?? null
  return { ...outWhy(core, order, priced, skipped, dearer), state: 'left', whatIf: tries }
}

function outWhy(
  core: Core,
  order: Order,
  { pricing }: PricedOrder,
  skipped: Skipped,
  dearerFen: number | null = null,
): OfferWhy {
  const offer = offerOf(core, pricing, skipped.id)
  return {
    offerId: skipped.id,
    kind: offer !== undefined && 'template' in offer ? 'coupon' : 'promotion',
    label: sourceLabel(core, skipped.id, null),
    state: 'out',
    amountFen: 0,
    choice: choiceOf(order, skipped.id),
    approvedBy: approverOf(core, order, skipped.id),
    reason: skippedWords(core, pricing, skipped, dearerFen),
    whatIf: [],
  }
}

/** Chosen ones first, then what could be had at a price, the cheapest first, then what cannot be had. */
function byNearness(a: OfferWhy, b: OfferWhy): number {
  return nearness(a) - nearness(b)
}

function nearness({ choice, whatIf: tries }: OfferWhy): number {
  if (choice !== 'auto') return -1
  return tries.find((one) => one.choice === 'pinned')?.differenceFen ?? Number.MAX_SAFE_INTEGER
}

/** The other choices that are possible, each with what would be to pay. */
function whatIf(core: Core, order: Order, { quote }: PricedOrder, id: string): WhatIf[] {
  if (!unlocked(order).ok) return []
  const now = parseAdHocId(id) === null ? choiceOf(order, id) : 'pinned'
  return CHOICES.filter((choice) => choice !== now).flatMap((choice) => {
    const changed = withChoice(core, order, id, choice)
    const payable = changed === null ? null : payableOf(core, changed)
    return payable === null ? [] : [{ choice, payableFen: payable, differenceFen: payable - quote.payable }]
  })
}

function withChoice(core: Core, order: Order, id: string, choice: OfferChoice): Order | null {
  const wished = choice === 'auto' ? null : choice
  const given = parseAdHocId(id)
  if (given !== null) return choice === 'forbidden' ? { ...order, adHoc: withoutAdHoc(order.adHoc, given.kind) } : null
  const changed = core.catalog.priceBook().offerById.has(id)
    ? setPromotionChoice(order, id, wished === null ? null : { choice: wished, approvedBy: '' })
    : setCouponChoice(order, id, wished)
  return changed.ok ? changed.value : null
}

function choiceOf(order: Order, id: string): OfferChoice {
  return order.promotionChoices[id]?.choice ?? order.couponChoices[id] ?? 'auto'
}

function approverOf(core: Core, order: Order, id: string): string | null {
  const operatorId =
    order.promotionChoices[id]?.approvedBy ?? order.adHoc.find((discount) => adHocId(discount) === id)?.approvedBy
  return operatorId === undefined ? null : (core.stores.staff.operator(operatorId)?.name ?? null)
}

/** A piece or two, or no more than what is paid anyway. */
function isWorthSaying({ quote }: PricedOrder) {
  const applied = new Set(quote.applied.map(({ id }) => id))
  return (step: { id: string; unit: 'fen' | 'pieces'; missing: number }): boolean =>
    step.unit === 'fen' ? step.missing <= quote.payable : step.missing <= (applied.has(step.id) ? 1 : 3)
}

function lineWhy(
  core: Core,
  priced: PricedOrder,
  line: Order['lines'][number],
  quoted: QuoteLine | undefined,
): LineWhy {
  const product = core.catalog.product(line.sku)
  if (product === undefined || quoted === undefined) throw new Error(`line ${line.line} of an unknown product`)
  return {
    line: line.line,
    name: productName(product),
    unit: product.unit,
    countable: product.countable,
    qty: line.qty,
    grossFen: quoted.gross,
    netFen: quoted.net,
    parts: quoted.adjustments.map((adjustment) => ({
      ...reduction(core, adjustment, priced.member === null ? null : line),
      shared: isShared(core, priced, adjustment.source),
    })),
  }
}

/** Whether a source takes something off the whole order, of which a line has its part. */
function isShared(core: Core, { pricing }: PricedOrder, source: string): boolean {
  if (source === 'points' || source === 'rounding' || parseAdHocId(source) !== null) return true
  const offer = offerOf(core, pricing, source)
  return offer !== undefined && (offer.kind === 'amountOff' || offer.kind === 'orderRate')
}
