/**
 * From an order to the problem that the search solves: the basket as units, and the candidates that mean something in
 * it, in the order in which they act.
 *
 * Invariant: only offers that some line of the basket is in the scope of are looked at closely, so that the number of
 * promotions that run elsewhere in the shop does not matter.
 */
import { candidateOf, linesInScope } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import { compileCoupon, compilePromotion } from './compile.ts'
import type { PriceBook } from './compile.ts'
import { whyNot } from './eligibility.ts'
import type { Occasion } from './eligibility.ts'
import { instantOfMs } from './instant.ts'
import { compareActing } from './offer.ts'
import type { Offer } from './offer.ts'
import { EXACT_CANDIDATES } from './search.ts'
import type { SearchProblem } from './combination.ts'
import type { StoreTime } from './store-time.ts'
import type { Coupon, PricingOrder, PricingRefusal, Promotion } from './types.ts'
import { layOut } from './units.ts'
import type { BasketUnits, LineUnits } from './units.ts'

export interface Prepared {
  readonly book: PriceBook
  readonly order: PricingOrder
  readonly occasion: Occasion
  readonly basket: BasketUnits
  readonly problem: SearchProblem
  readonly forbidden: ReadonlySet<string>
  /** Promotions of this basket only, then coupons, in the order given. */
  readonly extras: readonly Offer[]
  /** Whether no more than 12 candidates remained. */
  readonly exact: boolean
}

const NONE: ReadonlySet<string> = new Set<string>()
const NO_OFFERS: readonly Offer[] = []
/** Offers are values: the same object always compiles to the same offer. */
const compiledCoupons = new WeakMap<Coupon, Offer>()
const compiledPromotions = new WeakMap<Promotion, Offer>()

/** Lays out and gathers; refuses what names nothing or what cannot be added up. */
export function prepare(book: PriceBook, order: PricingOrder): Prepared | PricingRefusal {
  const { member } = order
  const tierId = member?.tier ?? null
  const tier = tierId === null ? null : book.tiers.get(tierId)
  if (tier === undefined) return { code: 'unknown-tier', params: { path: 'member.tier' } }
  const basket = layOut(order.basket, book.products, member, tier === null ? null : tier.rate)
  if ('code' in basket) return basket
  const extras = extrasOf(order)
  const wrongId = refuseIds(book, order, extras)
  if (wrongId !== null) return wrongId
  const occasion = occasionOf(book, order)
  const forbidden = order.forbidden.length === 0 ? NONE : new Set(order.forbidden)
  return {
    book,
    order,
    occasion,
    basket,
    forbidden,
    extras,
    exact: countsAtMost(EXACT_CANDIDATES, book, extras, forbidden, occasion),
    problem: {
      basket,
      candidates: gather(book, basket, extras, forbidden, occasion),
      pinned: order.pinned.length === 0 ? NONE : new Set(order.pinned),
      maxCoupons: book.rules.maxCoupons,
    },
  }
}

function extrasOf(order: PricingOrder): readonly Offer[] {
  const promotions = order.adHocPromotions ?? []
  if (promotions.length === 0 && order.coupons.length === 0) return NO_OFFERS
  return [
    ...promotions.map((promotion) => remembered(compiledPromotions, promotion, compilePromotion)),
    ...order.coupons.map((coupon) => remembered(compiledCoupons, coupon, compileCoupon)),
  ]
}

function remembered<Source extends object>(
  known: WeakMap<Source, Offer>,
  source: Source,
  compile: (source: Source) => Offer,
): Offer {
  const offer = known.get(source) ?? compile(source)
  known.set(source, offer)
  return offer
}

function refuseIds(book: PriceBook, order: PricingOrder, extras: readonly Offer[]): PricingRefusal | null {
  if (extras.length === 0 && order.pinned.length === 0 && order.forbidden.length === 0) return null
  const extraIds = new Set<string>()
  const adHocCount = extras.length - order.coupons.length
  for (let place = 0; place < extras.length; place++) {
    const { id } = extras[place]!
    if (extraIds.has(id) || book.offerById.has(id)) {
      const path = place < adHocCount ? `adHocPromotions[${place}].id` : `coupons[${place - adHocCount}].id`
      return { code: 'duplicate-offer', params: { path } }
    }
    extraIds.add(id)
  }
  for (const field of ['pinned', 'forbidden'] as const) {
    const unknown = order[field].findIndex((id) => !extraIds.has(id) && !book.offerById.has(id))
    if (unknown !== -1) return { code: 'unknown-offer', params: { path: `${field}[${unknown}]` } }
  }
  return null
}

function occasionOf(book: PriceBook, order: PricingOrder): Occasion {
  const now = typeof order.now === 'number' ? instantOfMs(order.now) : order.now
  let known: StoreTime | null = null
  return {
    now,
    store: book.store,
    member: order.member,
    storeTime: () => (known ??= book.storeTime(now)),
  }
}

function countsAtMost(
  limit: number,
  book: PriceBook,
  extras: readonly Offer[],
  forbidden: ReadonlySet<string>,
  occasion: Occasion,
): boolean {
  if (forbidden.size === 0 && book.alwaysCount > limit) return false
  let count = 0
  for (const offers of [extras, book.offers]) {
    for (const offer of offers) {
      if (whyNot(offer.eligibility, occasion) !== null || forbidden.has(offer.id)) continue
      count += 1
      if (count > limit) return false
    }
  }
  return true
}

/** Candidates that some line is in the scope of, in the order in which they act. */
function gather(
  book: PriceBook,
  basket: BasketUnits,
  extras: readonly Offer[],
  forbidden: ReadonlySet<string>,
  occasion: Occasion,
): Candidate[] {
  const isOut = (offer: Offer): boolean => forbidden.has(offer.id) || whyNot(offer.eligibility, occasion) !== null
  const met = meetOffers(book, basket, isOut)
  const candidates: Candidate[] = []
  for (const { place, lines } of met) candidates.push(candidateOf(book.offers[place]!, lines, basket))
  if (extras.length === 0) return candidates
  for (const offer of extras) {
    if (isOut(offer)) continue
    const lines = linesInScope(offer, basket)
    if (lines.length > 0) candidates.push(candidateOf(offer, lines, basket))
  }
  return candidates.sort((a, b) => compareActing(a.offer, b.offer))
}

interface MetOffer {
  /** In the book's offers. */
  readonly place: number
  readonly lines: LineUnits[]
}

/**
 * Published offers that lines are in the scope of, in the order in which they act. A slot holds an offer's place in
 * `met` plus 1, or -1: it is out.
 */
function meetOffers(book: PriceBook, basket: BasketUnits, isOut: (offer: Offer) => boolean): MetOffer[] {
  const met: MetOffer[] = []
  const used: number[] = []
  for (const line of basket.lines) {
    for (const place of book.offersFor(line.product)) {
      const offer = book.offers[place]!
      if (line.manual && offer.stage === 'unit') continue
      const slot = book.slots[place]!
      if (slot > 0) {
        met[slot - 1]!.lines.push(line)
      } else if (slot === 0) {
        used.push(place)
        book.slots[place] = isOut(offer) ? -1 : met.push({ place, lines: [line] })
      }
    }
  }
  for (const place of used) book.slots[place] = 0
  return met.sort((a, b) => a.place - b.place)
}
