/** Goods and tiers as they hold now: read whole at start, kept in memory, written inside a commit. */
import { asc } from 'drizzle-orm'
import type { Store } from './open-store.ts'
import { preparedUpsert } from './prepared.ts'
import { categories, products, tiers } from './schema.ts'

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

export interface CatalogStore {
  readAll(): { products: ProductRecord[]; categories: CategoryRecord[]; tiers: TierRecord[] }
  /** the row that last changed a rule of pricing: names the set of rules that a sale was priced with */
  rulesSeq(): number
  /** the three writers run inside a commit's transaction */
  putProduct(record: ProductRecord, seq: number): void
  putCategory(record: CategoryRecord, seq: number): void
  putTier(record: TierRecord, seq: number): void
}

export function createCatalogStore(store: Store): CatalogStore {
  const { orm } = store
  const upsertProduct = preparedUpsert(orm, products, [products.sku])
  const upsertCategory = preparedUpsert(orm, categories, [categories.categoryId])
  const upsertTier = preparedUpsert(orm, tiers, [tiers.tierId])
  const lastRules = store.sqlite.prepare<[], { seq: number | null }>(
    `SELECT max(seq) AS seq FROM (SELECT seq FROM offers UNION ALL SELECT seq FROM tiers UNION ALL SELECT seq FROM settings)`,
  )
  return {
    rulesSeq: () => lastRules.get()?.seq ?? 0,
    readAll: () => ({
      products: orm.select().from(products).orderBy(asc(products.sku)).all(),
      categories: orm.select().from(categories).orderBy(asc(categories.ordinal)).all(),
      tiers: orm.select().from(tiers).orderBy(asc(tiers.growthFromFen)).all(),
    }),
    putProduct: (record, seq) => upsertProduct({ ...record, seq }),
    putCategory: (record, seq) => upsertCategory({ ...record, seq }),
    putTier: (record, seq) => upsertTier({ ...record, seq }),
  }
}
