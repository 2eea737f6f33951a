/** The demo's goods, tiers and offers as records, and the row that publishes them. */
import type { DemoProduct } from '../../demo/demo-product.ts'
import type { DemoShop } from '../../demo/demo-shop.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import type { Json } from '../../store/canonical.ts'
import type { CategoryRecord, ProductRecord, TierRecord } from '../../store/catalog-store.ts'
import type { OfferHead, OfferOrigin, OfferRecord } from '../../store/rule-store.ts'
import type { PricingRules } from '../../store/settings-store.ts'
import type { Stores } from '../../store/stores.ts'

interface DemoCatalog {
  readonly categories: readonly CategoryRecord[]
  readonly products: readonly ProductRecord[]
  readonly tiers: readonly TierRecord[]
  readonly offers: readonly OfferRecord[]
  readonly pricing: PricingRules
}

export function publishDemoCatalog(core: Core, demo: DemoShop, commandId: string): Result<null> {
  const catalog = demoCatalog(demo)
  const at = core.clock.now()
  const { categories, products, tiers, offers } = catalog
  const counts = {
    categories: categories.length,
    products: products.length,
    tiers: tiers.length,
    offers: offers.length,
  }
  const done = core.committer.commit({
    commandId,
    content: { op: 'publish-demo-catalog' },
    kind: 'catalog-published',
    // 2: rules have an owner and a state
    version: 2,
    payload: { at, hqAt: null, ...(catalog as unknown as { readonly [key: string]: Json }) },
    audit: [{ at, action: 'catalog-published', operatorId: null, approverId: null, subject: null, detail: counts }],
    answer: null,
    write: (seq) => {
      writeCatalog(core.stores, catalog, { seq, at, by: null })
      core.stores.settings.put('pricing', catalog.pricing, seq)
    },
  })
  return done.ok ? ok(null) : done
}

function writeCatalog({ catalog, rules }: Stores, demo: DemoCatalog, origin: OfferOrigin): void {
  for (const category of demo.categories) catalog.putCategory(category, origin.seq)
  for (const product of demo.products) catalog.putProduct(product, origin.seq)
  for (const tier of demo.tiers) catalog.putTier(tier, origin.seq)
  for (const offer of demo.offers) rules.put(offer, origin)
}

function demoCatalog(demo: DemoShop): DemoCatalog {
  const { maxCoupons, redeem, earn } = demo.rules
  return {
    categories: demo.categories.map(({ id, nameZh, nameEn, color, sortOrder }) => ({
      categoryId: id,
      nameZh,
      nameEn,
      color,
      ordinal: sortOrder,
    })),
    products: demo.products.map(productRecord),
    tiers: demo.tiers.map(({ id, nameZh, nameEn, rate, pointsRate, growthFromFen }) => ({
      tierId: id,
      nameZh,
      nameEn,
      rate,
      pointsRate,
      growthFromFen,
    })),
    offers: offerRecords(demo),
    pricing: { maxCoupons, ...(redeem === undefined ? {} : { redeem }), ...(earn === undefined ? {} : { earn }) },
  }
}

function productRecord(product: DemoProduct): ProductRecord {
  return {
    sku: product.sku,
    barcode: product.barcode,
    plu: product.plu,
    nameZh: product.name,
    nameEn: product.nameEn ?? '',
    categoryId: product.categoryId,
    unit: product.unit,
    countable: product.countable,
    openPrice: product.openPrice ?? false,
    priceFen: product.priceFen,
    memberPriceFen: product.memberPriceFen ?? null,
    costFen: product.costFen,
    taxRateBp: product.taxRateBp,
    discountable: product.discountable,
    pointsEligible: product.pointsEligible,
    favourite: product.favouriteRank ?? null,
    disabled: false,
  }
}

function offerRecords(demo: DemoShop): OfferRecord[] {
  const named = (offerId: string): OfferHead => {
    const { zh, en } = demo.labels[offerId] ?? { zh: offerId, en: offerId }
    return { offerId, nameZh: zh, nameEn: en, version: 1, owner: 'store', state: 'live' }
  }
  return [
    ...demo.promotions.map((body) => ({ ...named(body.id), offer: { kind: 'promotion' as const, body } })),
    ...demo.couponTemplates.map(({ template, ...body }) => ({
      ...named(template),
      offer: { kind: 'coupon-template' as const, body },
    })),
  ]
}
