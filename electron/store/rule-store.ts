/**
 * Promotions and coupon templates: the last version of each for pricing, and every version for ever.
 *
 * Invariants: a version is written once, in the commit that makes it; a body that this program does not understand (a
 * newer HQ's) is kept as it came and stands in no price.
 */
import { and, asc, desc, eq } from 'drizzle-orm'
import { understandOffer, type NotUnderstood, type PublishedOffer } from '../../shared/contract/pricing/understand.ts'
import type { Promotion } from '../../shared/domain/pricing/types.ts'
import { canonical, type Json } from './canonical.ts'
import type { Store } from './open-store.ts'
import { preparedInsert, preparedUpsert } from './prepared.ts'
import { offers, offerVersions } from './schema.ts'

export interface OfferHead {
  readonly offerId: string
  readonly nameZh: string
  readonly nameEn: string
  readonly version: number
  /** whose rule it is: a till changes only its store's */
  readonly owner: 'store' | 'hq'
  /** 'ended' is for good; a rule that is over by its own `to` is still 'live' */
  readonly state: 'live' | 'paused' | 'ended'
}

/** A rule that this program prices with. */
export interface OfferRecord extends OfferHead {
  readonly offer: PublishedOffer
}

/** A rule as it is stored, understood or not. */
export interface StoredOffer extends OfferHead {
  readonly kind: PublishedOffer['kind']
  /** as it was published; a promotion's with its id */
  readonly body: JsonObject
  readonly offer: PublishedOffer | NotUnderstood
}

export interface OfferVersion extends StoredOffer {
  readonly seq: number
  /** epoch ms, till time */
  readonly at: number
  readonly operatorId: string | null
}

/** The row that makes a version. */
export interface OfferOrigin {
  readonly seq: number
  readonly at: number
  readonly by: string | null
}

export interface RuleStore {
  /** the last version of each, in the order of the price book */
  readAll(): StoredOffer[]
  /** the last version of each, with its origin, in the same order */
  currentVersions(): OfferVersion[]
  current(offerId: string): OfferVersion | undefined
  version(offerId: string, version: number): OfferVersion | undefined
  /** every version, the newest first */
  versions(offerId: string): OfferVersion[]
  /** tags that members have, sorted */
  memberTags(): readonly string[]
  /** what the row of a sale says of its price */
  priceFacts(seq: number): PriceFacts | undefined
  /** writes a version of a rule, which is the current one then; runs inside a commit's transaction */
  put(record: WrittenOffer, origin: OfferOrigin): void
}

/** The offers that acted on a sale, with the versions that they had; see features/till/settle-sale.ts. */
export interface PriceFacts {
  readonly exact: boolean
  readonly applied: readonly {
    readonly id: string
    readonly kind: 'promotion' | 'coupon'
    /** negative fen */
    readonly amount: number
    readonly version: number
  }[]
  readonly coupons: readonly { readonly id: string; readonly template: string; readonly version: number }[]
  /** promotions of this sale alone, as the price was asked with; absent in older rows */
  readonly adHocPromotions?: readonly Promotion[]
}

/** What a commit writes: an offer, or what a newer HQ sent. */
export type WrittenOffer = OfferHead & {
  readonly offer: PublishedOffer | { readonly kind: PublishedOffer['kind']; readonly body: JsonObject }
}

export type JsonObject = { readonly [key: string]: Json }

export function createRuleStore(store: Store): RuleStore {
  const { orm } = store
  const upsertOffer = preparedUpsert(orm, offers, [offers.offerId])
  const insertVersion = preparedInsert(orm, offerVersions)
  const understood = new Map<string, { readonly body: string; readonly offer: StoredOffer['offer'] }>()

  /** The current body of each rule is read once; prices are asked for after every commit that touched goods. */
  function remembered(row: Readable): StoredOffer['offer'] {
    const known = understood.get(row.offerId)
    if (known !== undefined && known.body === row.body) return known.offer
    const offer = understandOffer(row.kind, row.offerId, JSON.parse(row.body))
    understood.set(row.offerId, { body: row.body, offer })
    return offer
  }

  const latest = [eq(offerVersions.offerId, offers.offerId), eq(offerVersions.version, offers.version)] as const
  return {
    readAll: () =>
      orm
        .select()
        .from(offers)
        .orderBy(asc(offers.seq), asc(offers.offerId))
        .all()
        .map((row) => stored(row, remembered(row))),
    currentVersions: () =>
      orm
        .select({ row: offerVersions })
        .from(offers)
        .innerJoin(offerVersions, and(...latest))
        .orderBy(asc(offers.seq), asc(offers.offerId))
        .all()
        .map(({ row }) => versionOf(row, remembered(row))),
    current: (offerId) => {
      const found = orm
        .select({ row: offerVersions })
        .from(offers)
        .innerJoin(offerVersions, and(...latest))
        .where(eq(offers.offerId, offerId))
        .get()
      return found === undefined ? undefined : versionOf(found.row, remembered(found.row))
    },
    version: (offerId, version) => {
      const row = orm
        .select()
        .from(offerVersions)
        .where(and(eq(offerVersions.offerId, offerId), eq(offerVersions.version, version)))
        .get()
      return row === undefined ? undefined : readVersion(row)
    },
    versions: (offerId) =>
      orm
        .select()
        .from(offerVersions)
        .where(eq(offerVersions.offerId, offerId))
        .orderBy(desc(offerVersions.version))
        .all()
        .map(readVersion),
    ...createRuleQueries(store),
    put: (record, { seq, at, by }) => {
      const { offerId, nameZh, nameEn, version, owner, state } = record
      const body = canonical(record.offer.body as unknown as Json)
      const row = { offerId, version, kind: record.offer.kind, nameZh, nameEn, body, owner, state, seq }
      upsertOffer(row)
      insertVersion({ ...row, at, operatorId: by })
    },
  }
}

function createRuleQueries(store: Store): Pick<RuleStore, 'memberTags' | 'priceFacts'> {
  const { sqlite } = store
  const findPrice = sqlite.prepare<[number], { price: string | null }>(
    `SELECT payload -> '$.price' AS price FROM chain WHERE seq = ?`,
  )
  const findTags = sqlite.prepare<[], { tag: string }>(
    `SELECT DISTINCT named.value AS tag FROM members, json_each(members.tags) AS named WHERE members.tags <> '[]' ORDER BY tag`,
  )
  let tags: { readonly seq: number; readonly names: readonly string[] } | null = null
  return {
    memberTags: () => {
      if (tags?.seq !== store.head.seq) tags = { seq: store.head.seq, names: findTags.all().map(({ tag }) => tag) }
      return tags.names
    },
    priceFacts: (seq) => {
      const price = findPrice.get(seq)?.price
      return typeof price === 'string' ? (JSON.parse(price) as PriceFacts) : undefined
    },
  }
}

type Readable = Pick<typeof offers.$inferSelect, 'offerId' | 'kind' | 'body'>

function stored(row: typeof offers.$inferSelect, offer: StoredOffer['offer']): StoredOffer {
  const { offerId, nameZh, nameEn, version, owner, state, kind } = row
  return { offerId, nameZh, nameEn, version, owner, state, kind, body: JSON.parse(row.body) as JsonObject, offer }
}

function versionOf(row: typeof offerVersions.$inferSelect, offer: StoredOffer['offer']): OfferVersion {
  return { ...stored(row, offer), seq: row.seq, at: row.at, operatorId: row.operatorId }
}

function readVersion(row: typeof offerVersions.$inferSelect): OfferVersion {
  return versionOf(row, understandOffer(row.kind, row.offerId, JSON.parse(row.body)))
}
