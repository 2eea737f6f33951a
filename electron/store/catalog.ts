/**
 * Goods, tiers and offers as they hold now, in memory: what the till sells from.
 *
 * Invariants: memory is read from the store and from nowhere else, at start and after each commit that wrote it; the
 * price book is compiled at the first question after that; a rule that is paused, ended or not understood stands in no
 * price. `SKU@fen` is a product with an open price at that price.
 */
import { compilePriceBook, type PriceBook } from '../../shared/domain/pricing/compile.ts'
import type { Product, Promotion, Rules } from '../../shared/domain/pricing/types.ts'
import type { CouponTemplateBody } from '../../shared/domain/rules/rule.ts'
import type { CatalogStore, CategoryRecord, ProductRecord, TierRecord } from './catalog-store.ts'
import { createProductSearch } from './product-search.ts'
import type { RuleStore, StoredOffer } from './rule-store.ts'
import type { PricingRules, SettingsStore } from './settings-store.ts'

export interface OfferLabel {
  readonly zh: string
  readonly en: string
}

export interface Catalog {
  /** disabled ones too */
  product(sku: string): ProductRecord | undefined
  byBarcode(code: string): ProductRecord | undefined
  byPlu(plu: string): ProductRecord | undefined
  /** all of them, by number */
  products(): readonly ProductRecord[]
  categories(): readonly CategoryRecord[]
  category(categoryId: string): CategoryRecord | undefined
  /** ascending by the growth that they ask for */
  tiers(): readonly TierRecord[]
  tier(tierId: string): TierRecord | undefined
  /** whatever its state, and understood or not */
  offer(offerId: string): StoredOffer | undefined
  /** those that are priced with: neither paused nor ended */
  promotions(): readonly Promotion[]
  /** undefined where its coupons can not be used: paused, ended, not understood */
  couponTemplate(templateId: string): CouponTemplateBody | undefined
  /** live rules of a kind that this program does not know: no price has them */
  leftOut(): readonly StoredOffer[]
  label(offerId: string): OfferLabel | undefined
  rules(): Rules
  /** the row that last changed a rule of pricing that is held here */
  rulesSeq(): number
  priceBook(): PriceBook
  /** goods on sale by name, pinyin, number or barcode, the nearest first */
  search(query: string, limit: number): Promise<ProductRecord[]>
  /** prepares the search while nobody waits */
  warmSearch(): Promise<void>
  /** after a commit that wrote goods, offers, rules or settings */
  reload(): void
}

const DEFAULT_RULES: PricingRules = { maxCoupons: 1 }
const OPEN_PRICE = /^(.+)@(\d{1,8})$/
/** virtual products that are remembered, so that their offers are worked out once */
const MAX_REMEMBERED = 1000

interface Held {
  readonly products: readonly ProductRecord[]
  readonly bySku: ReadonlyMap<string, ProductRecord>
  readonly byBarcode: ReadonlyMap<string, ProductRecord>
  readonly byPlu: ReadonlyMap<string, ProductRecord>
  readonly categories: readonly CategoryRecord[]
  readonly categoryById: ReadonlyMap<string, CategoryRecord>
  readonly tiers: readonly TierRecord[]
  readonly tierById: ReadonlyMap<string, TierRecord>
  readonly offerById: ReadonlyMap<string, StoredOffer>
  readonly leftOut: readonly StoredOffer[]
  readonly promotions: readonly Promotion[]
  readonly rules: Rules
  readonly rulesSeq: number
  readonly place: { readonly store: string; readonly timeZone: string }
}

export interface CatalogSources {
  readonly catalog: CatalogStore
  readonly rules: RuleStore
  readonly settings: SettingsStore
}

export function createCatalog(sources: CatalogSources): Catalog {
  const finder = createProductSearch()
  let held = hold(sources)
  let book: PriceBook | null = null
  finder.replace(held.products)

  return {
    product: (sku) => held.bySku.get(sku),
    byBarcode: (code) => held.byBarcode.get(code),
    byPlu: (plu) => held.byPlu.get(plu),
    products: () => held.products,
    categories: () => held.categories,
    category: (categoryId) => held.categoryById.get(categoryId),
    tiers: () => held.tiers,
    tier: (tierId) => held.tierById.get(tierId),
    offer: (offerId) => held.offerById.get(offerId),
    promotions: () => held.promotions,
    leftOut: () => held.leftOut,
    couponTemplate: (templateId) => templateOf(held.offerById.get(templateId)),
    label: (offerId) => {
      const offer = held.offerById.get(offerId)
      return offer === undefined
        ? undefined
        : { zh: offer.nameZh, en: offer.nameEn === '' ? offer.nameZh : offer.nameEn }
    },
    rules: () => held.rules,
    rulesSeq: () => held.rulesSeq,
    priceBook: () => {
      book ??= compile(held)
      return book
    },
    search: (query, limit) => finder.search(query, limit),
    warmSearch: () => finder.warm(),
    reload: () => {
      held = hold(sources)
      book = null
      finder.replace(held.products)
    },
  }
}

function hold({ catalog, rules, settings }: CatalogSources): Held {
  const { products, categories, tiers } = catalog.readAll()
  const offers = rules.readAll()
  const shop = settings.read('shop')
  const unit = settings.read('settings')?.roundingUnitFen ?? 1
  return {
    products,
    bySku: new Map(products.map((product) => [product.sku, product])),
    byBarcode: new Map(products.flatMap((product) => (product.barcode === null ? [] : [[product.barcode, product]]))),
    byPlu: new Map(products.flatMap((product) => (product.plu === null ? [] : [[product.plu, product]]))),
    categories,
    categoryById: new Map(categories.map((category) => [category.categoryId, category])),
    tiers,
    tierById: new Map(tiers.map((tier) => [tier.tierId, tier])),
    offerById: new Map(offers.map((offer) => [offer.offerId, offer])),
    leftOut: offers.filter(({ offer, state }) => offer.kind === 'not-understood' && state === 'live'),
    promotions: offers.flatMap(({ offer, state }) =>
      offer.kind === 'promotion' && state === 'live' ? [offer.body] : [],
    ),
    rules: { ...(settings.read('pricing') ?? DEFAULT_RULES), rounding: { unit } },
    rulesSeq: catalog.rulesSeq(),
    place: { store: shop?.storeCode ?? '', timeZone: shop?.timeZone ?? 'Asia/Shanghai' },
  }
}

function templateOf(record: StoredOffer | undefined): CouponTemplateBody | undefined {
  return record?.offer.kind === 'coupon-template' && record.state === 'live' ? record.offer.body : undefined
}

function compile(held: Held): PriceBook {
  const remembered = new Map<string, Product>()
  return compilePriceBook({
    ...held.place,
    catalog: {
      get: (sku) => {
        const known = remembered.get(sku)
        if (known !== undefined) return known
        const found = pricedAs(held.bySku, sku)
        if (found === undefined) return undefined
        if (remembered.size >= held.bySku.size + MAX_REMEMBERED) remembered.clear()
        remembered.set(sku, found)
        return found
      },
    },
    tiers: held.tiers.map(({ tierId, rate, pointsRate }) => ({ id: tierId, rate, pointsRate })),
    promotions: held.promotions,
    rules: held.rules,
  })
}

/** The product as pricing sees it; undefined where there is none, or a price is named for one that has its own. */
function pricedAs(bySku: ReadonlyMap<string, ProductRecord>, sku: string): Product | undefined {
  const product = bySku.get(sku)
  if (product !== undefined) return pricing(product, product.priceFen)
  const match = OPEN_PRICE.exec(sku)
  const open = match === null ? undefined : bySku.get(match[1] ?? '')
  return open?.openPrice === true ? pricing(open, Number(match?.[2])) : undefined
}

/** Keeps the product's own number, by which offers name it. */
function pricing(product: ProductRecord, price: number): Product {
  return {
    sku: product.sku,
    price,
    category: product.categoryId,
    ...(product.memberPriceFen === null ? {} : { memberPrice: product.memberPriceFen }),
    countable: product.countable,
    discountable: product.discountable,
    pointsEligible: product.pointsEligible,
  }
}
