/**
 * The price book: everything of a published set of rules that does not change from basket to basket, compiled once.
 *
 * Invariants: `offers` stand in the order in which they act; what a product's offers are is worked out at its first
 * sale and remembered for as long as the same product object is sold; a book is never changed by pricing, except for
 * what it remembers.
 */
import { compileAmountOff } from './amount-off.ts'
import { compileBuyGet } from './buy-get.ts'
import { compileEligibility, compileScope, isInScope, isUnconditional } from './eligibility.ts'
import { compileForPrice } from './for-price.ts'
import { compileNth } from './nth.ts'
import { compareActing } from './offer.ts'
import type { CouponOffer, Offer, OrderOffer, UnitOffer, UnitRule } from './offer.ts'
import { compileOrderRate } from './order-rate.ts'
import { compilePercent } from './percent.ts'
import { compileQuantityRate } from './quantity-rate.ts'
import { compileSpecial } from './special.ts'
import { storeTimeIn } from './store-time.ts'
import type { StoreTime } from './store-time.ts'
import type { Instant } from './instant.ts'
import type { Coupon, PriceBookInput, Product, ProductSource, Promotion, Rules, Tier, UnitPromotion } from './types.ts'

const DEFAULT_PRIORITY = 100
const DEFAULT_RULES: Rules = { maxCoupons: 1 }

export interface PriceBook {
  readonly store: string
  readonly storeTime: (instant: Instant) => StoreTime
  readonly products: ProductSource
  readonly tiers: ReadonlyMap<string, Tier>
  /** In the order in which they act. */
  readonly offers: readonly Offer[]
  /** The same in the order of the input. */
  readonly published: readonly Offer[]
  readonly offerById: ReadonlyMap<string, Offer>
  /** How many of them hold at any time and for everybody. */
  readonly alwaysCount: number
  readonly rules: Rules
  /** Places in `offers` of the promotions that mean a product, ascending. */
  readonly offersFor: (product: Product) => readonly number[]
  /** Scratch space of `prepare`, one number for each offer, all 0 between two pricings. */
  readonly slots: Int32Array
}

/**
 * Compiles validated rules; throws a RangeError where a field is malformed or the time zone is unknown, and where two
 * promotions share an id.
 */
export function compilePriceBook(input: PriceBookInput): PriceBook {
  const published = input.promotions.map(compilePromotion)
  const offers = [...published].sort(compareActing)
  const offerById = new Map(published.map((offer) => [offer.id, offer]))
  if (offerById.size !== published.length) throw new RangeError('two promotions share an id')
  return {
    store: input.store,
    storeTime: storeTimeIn(input.timeZone),
    products: sourceOf(input.catalog),
    tiers: new Map(input.tiers.map((tier) => [tier.id, tier])),
    offers,
    published,
    offerById,
    alwaysCount: offers.filter(({ eligibility }) => isUnconditional(eligibility)).length,
    rules: input.rules ?? DEFAULT_RULES,
    offersFor: rememberedOffers(offers),
    slots: new Int32Array(offers.length),
  }
}

/** Products laid over others. */
interface OverlaidProducts extends ProductSource {
  readonly below: ProductSource
  readonly changed: ReadonlyMap<string, Product>
}

/** The same rules with some products changed or added; nothing is compiled again, and overlays do not pile up. */
export function withProducts(book: PriceBook, products: Iterable<Product>): PriceBook {
  const below = isOverlaid(book.products) ? book.products.below : book.products
  const changed = new Map(isOverlaid(book.products) ? book.products.changed : [])
  for (const product of products) changed.set(product.sku, product)
  const overlaid: OverlaidProducts = { below, changed, get: (sku) => changed.get(sku) ?? below.get(sku) }
  return { ...book, products: overlaid }
}

function isOverlaid(products: ProductSource): products is OverlaidProducts {
  return 'below' in products && 'changed' in products
}

/** Compiles one validated promotion. */
export function compilePromotion(promotion: Promotion): Offer {
  const common = {
    id: promotion.id,
    kind: 'promotion' as const,
    source: promotion,
    priority: promotion.priority ?? DEFAULT_PRIORITY,
    eligibility: compileEligibility(promotion),
    scope: compileScope(promotion.scope),
  }
  if (promotion.kind === 'amountOff' || promotion.kind === 'orderRate') {
    return {
      ...common,
      stage: 'order',
      group: promotion.group ?? null,
      excludePromoted: promotion.excludePromoted ?? false,
      rule: promotion.kind === 'amountOff' ? compileAmountOff(promotion) : compileOrderRate(promotion),
    } satisfies OrderOffer
  }
  return {
    ...common,
    stage: 'unit',
    startsFromTier: promotion.base === 'tier',
    rule: compileUnitRule(promotion),
  } satisfies UnitOffer
}

/** Compiles one validated coupon. */
export function compileCoupon(coupon: Coupon): CouponOffer {
  return {
    id: coupon.id,
    kind: 'coupon',
    source: coupon,
    stage: 'coupon',
    priority: coupon.priority ?? DEFAULT_PRIORITY,
    eligibility: compileEligibility(coupon),
    scope: compileScope(coupon.scope),
    template: coupon.template,
    withPromotions: coupon.withPromotions ?? true,
    withTier: coupon.withTier ?? true,
    stackable: coupon.stackable ?? false,
    excludePromoted: coupon.excludePromoted ?? false,
    rule: couponRule(coupon),
  }
}

function couponRule(coupon: Coupon): CouponOffer['rule'] {
  switch (coupon.kind) {
    case 'amountOff':
      return compileAmountOff(coupon)
    case 'orderRate':
      return compileOrderRate(coupon)
    case 'product':
      return 'dearest-unit'
  }
}

function compileUnitRule(promotion: UnitPromotion): UnitRule {
  switch (promotion.kind) {
    case 'special':
      return compileSpecial(promotion)
    case 'percent':
      return compilePercent(promotion)
    case 'nth':
      return compileNth(promotion)
    case 'buyGet':
      return compileBuyGet(promotion)
    case 'forPrice':
      return compileForPrice(promotion)
    case 'quantityRate':
      return compileQuantityRate(promotion)
  }
}

function sourceOf(catalog: PriceBookInput['catalog']): ProductSource {
  if ('get' in catalog) return catalog
  return new Map(catalog.map((product) => [product.sku, product]))
}

function rememberedOffers(offers: readonly Offer[]): (product: Product) => readonly number[] {
  const bySku = new Map<string, { readonly product: Product; readonly places: readonly number[] }>()
  return (product) => {
    const known = bySku.get(product.sku)
    if (known !== undefined && known.product === product) return known.places
    const places: number[] = []
    if (product.discountable !== false) {
      offers.forEach((offer, place) => {
        const counts = offer.stage === 'unit' && offer.rule.countsUnits
        if ((product.countable !== false || !counts) && isInScope(offer.scope, product)) places.push(place)
      })
    }
    bySku.set(product.sku, { product, places })
    return places
  }
}
