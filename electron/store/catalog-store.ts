/** Goods, tiers and offers as they hold now: read whole at start, kept in memory, written inside a commit. */
import { asc } from 'drizzle-orm'
import type { Coupon, Promotion } from '../../shared/domain/pricing/types.ts'
import { canonical, type Json } from './canonical.ts'
import type { Store } from './open-store.ts'
import { preparedUpsert } from './prepared.ts'
import { categories, offers, products, tiers } from './schema.ts'

export interface ProductRecord {
  readonly sku: string
  readonly barcode: string | null
  readonly plu: string | null
  readonly nameZh: string
  readonly nameEn: string
  readonly categoryId: string
  readonly unit: string
  readonly countable: boolean
  readonly openPrice: boolean
  readonly priceFen: number
  readonly memberPriceFen: number | null
  readonly costFen: number | null
  readonly taxRateBp: number
  readonly discountable: boolean
  readonly pointsEligible: boolean
  readonly favourite: number | null
  readonly disabled: boolean
}

export interface CategoryRecord {
  readonly categoryId: string
  readonly nameZh: string
  readonly nameEn: string
  readonly color: string
  readonly ordinal: number
}

export interface TierRecord {
  readonly tierId: string
  readonly nameZh: string
  readonly nameEn: string
  readonly rate: number
  readonly pointsRate: number
  readonly growthFromFen: number
}

/** A coupon template is a coupon of pricing.md without the id of an instance. */
export type CouponTemplate = WithoutInstance<Coupon>

/** Omit over each member of the union, so that a kind keeps its fields. */
type WithoutInstance<T> = T extends unknown ? Omit<T, 'id' | 'template'> : never

export interface OfferRecord {
  readonly offerId: string
  readonly nameZh: string
  readonly nameEn: string
  readonly version: number
  readonly offer:
    | { readonly kind: 'promotion'; readonly body: Promotion }
    | { readonly kind: 'coupon-template'; readonly body: CouponTemplate }
}

export interface CatalogStore {
  readAll(): { products: ProductRecord[]; categories: CategoryRecord[]; tiers: TierRecord[]; offers: OfferRecord[] }
  /** the row that last changed a rule of pricing: names the set of rules that a sale was priced with */
  rulesSeq(): number
  /** the four writers run inside a commit's transaction */
  putProduct(record: ProductRecord, seq: number): void
  putCategory(record: CategoryRecord, seq: number): void
  putTier(record: TierRecord, seq: number): void
  putOffer(record: OfferRecord, seq: number): void
}

export function createCatalogStore(store: Store): CatalogStore {
  const { orm } = store
  const upsertProduct = preparedUpsert(orm, products, [products.sku])
  const upsertCategory = preparedUpsert(orm, categories, [categories.categoryId])
  const upsertTier = preparedUpsert(orm, tiers, [tiers.tierId])
  const upsertOffer = preparedUpsert(orm, offers, [offers.offerId])
  const lastRules = store.sqlite.prepare<[], { seq: number | null }>(
    `SELECT max(seq) AS seq FROM (SELECT seq FROM offers UNION ALL SELECT seq FROM tiers UNION ALL SELECT seq FROM settings)`,
  )
  return {
    rulesSeq: () => lastRules.get()?.seq ?? 0,
    readAll: () => ({
      products: orm.select().from(products).orderBy(asc(products.sku)).all(),
      categories: orm.select().from(categories).orderBy(asc(categories.ordinal)).all(),
      tiers: orm.select().from(tiers).orderBy(asc(tiers.growthFromFen)).all(),
      offers: orm.select().from(offers).orderBy(asc(offers.seq), asc(offers.offerId)).all().map(readOffer),
    }),
    putProduct: (record, seq) => upsertProduct({ ...record, seq }),
    putCategory: (record, seq) => upsertCategory({ ...record, seq }),
    putTier: (record, seq) => upsertTier({ ...record, seq }),
    putOffer: (record, seq) =>
      upsertOffer({
        offerId: record.offerId,
        kind: record.offer.kind,
        nameZh: record.nameZh,
        nameEn: record.nameEn,
        body: canonical(record.offer.body as unknown as Json),
        version: record.version,
        seq,
      }),
  }
}

/** Bodies were validated when they were published. */
function readOffer(row: typeof offers.$inferSelect): OfferRecord {
  const { offerId, nameZh, nameEn, version } = row
  const offer =
    row.kind === 'promotion'
      ? { kind: 'promotion' as const, body: JSON.parse(row.body) as Promotion }
      : { kind: 'coupon-template' as const, body: JSON.parse(row.body) as CouponTemplate }
  return { offerId, nameZh, nameEn, version, offer }
}
