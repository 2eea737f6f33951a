/**
 * Members as store.db knows them: tier, cards, growth and coupons here; names and phones only in erasable person records,
 * of which the chain carries salted digests.
 */
import type { CardStatus } from '../../shared/domain/member/card-life.ts'
import { canonical, type Json } from './canonical.ts'
import { digestOf } from './chain.ts'
import type { Store } from './open-store.ts'
import { preparedInsert, preparedUpsert } from './prepared.ts'
import { cards, couponEvents, coupons, members, personRecords } from './schema.ts'

export type { CardStatus }

/** Personal fields of a member: everything here can be erased. */
export interface MemberPerson {
  readonly name: string
  readonly phone: string
  /** 'MM-DD', by the lunar calendar 'L08-15', or null */
  readonly birthday: string | null
  readonly sex: string | null
  /** absent in records that were written before there was a place for it */
  readonly address?: string
  readonly email?: string
  /** the shop's own fields by their id; absent ones are empty */
  readonly custom?: Readonly<Record<string, string>>
}

export interface MemberFacts {
  readonly memberId: string
  readonly tierId: string | null
  readonly tags: readonly string[]
}

export interface CardFacts {
  readonly cardNumber: string
  readonly memberId: string
  readonly status: CardStatus
}

export interface CouponFacts {
  readonly couponId: string
  readonly templateId: string
  readonly memberId: string | null
  readonly expiresOn: string | null
}

export interface CouponRow extends CouponFacts {
  readonly state: 'held' | 'used' | 'expired' | 'withdrawn'
}

export interface MemberStore {
  facts(memberId: string): MemberFacts | undefined
  card(cardNumber: string): CardFacts | undefined
  /** an active card of a member where there is one, else any; undefined where the member has none */
  bestCardOf(memberId: string): CardFacts | undefined
  coupon(couponId: string): CouponRow | undefined
  couponsHeldBy(memberId: string): CouponRow[]
  /** net spend of a member in the months from `fromMonth` ('YYYY-MM') on */
  growth(memberId: string, fromMonth: string): number
  putPerson(
    personId: string,
    person: MemberPerson,
    record: { version: number; salt: string; digest: string },
    seq: number,
  ): void
  putMember(member: MemberFacts, seq: number): void
  putCard(card: CardFacts, seq: number): void
  addGrowth(memberId: string, month: string, amountFen: number): void
  /** `documentId` names the document that gives it, where one does */
  issueCoupon(coupon: CouponFacts, seq: number, documentId?: string): void
  /** throws unless the coupon was held: a coupon is used at most once */
  useCoupon(couponId: string, documentId: string, seq: number): void
  /** throws unless the coupon was held */
  withdrawCoupon(couponId: string, documentId: string, seq: number): void
}

/** A few at most, and asked for at every sale: cheaper to sort here than in SQL. What never expires stands first. */
function byExpiry(a: CouponRow, b: CouponRow): number {
  const [ofA, ofB] = [`${a.expiresOn ?? ''} ${a.couponId}`, `${b.expiresOn ?? ''} ${b.couponId}`]
  return ofA < ofB ? -1 : 1
}

/** The salted digest that the chain carries in place of personal fields. */
export function personDigest(person: MemberPerson, salt: string): string {
  return digestOf(salt + canonical(person as unknown as Json))
}

export function createMemberStore(store: Store): MemberStore {
  const { sqlite, orm } = store
  const insertPerson = preparedInsert(orm, personRecords)
  const upsertMember = preparedUpsert(orm, members, [members.memberId])
  const upsertCard = preparedUpsert(orm, cards, [cards.cardNumber])
  const insertCoupon = preparedInsert(orm, coupons)
  const insertCouponEvent = preparedInsert(orm, couponEvents)
  const findMember = sqlite.prepare<[string], { memberId: string; tierId: string | null; tags: string }>(
    'SELECT member_id AS memberId, tier_id AS tierId, tags FROM members WHERE member_id = ?',
  )
  const findCard = sqlite.prepare<[string], CardFacts>(
    'SELECT card_number AS cardNumber, member_id AS memberId, status FROM cards WHERE card_number = ?',
  )
  const findBestCard = sqlite.prepare<[string], CardFacts>(
    `SELECT card_number AS cardNumber, member_id AS memberId, status FROM cards WHERE member_id = ?
     ORDER BY status = 'active' DESC, card_number LIMIT 1`,
  )
  const couponColumns =
    'coupon_id AS couponId, template_id AS templateId, member_id AS memberId, expires_on AS expiresOn, state'
  const findCoupon = sqlite.prepare<[string], CouponRow>(`SELECT ${couponColumns} FROM coupons WHERE coupon_id = ?`)
  const findHeld = sqlite.prepare<[string], CouponRow>(
    `SELECT ${couponColumns} FROM coupons WHERE member_id = ? AND state = 'held'`,
  )
  const sumGrowth = sqlite.prepare<[string, string], { amountFen: number }>(
    'SELECT coalesce(sum(amount_fen), 0) AS amountFen FROM member_growth WHERE member_id = ? AND month >= ?',
  )
  const upsertGrowth = sqlite.prepare(
    `INSERT INTO member_growth (member_id, month, amount_fen) VALUES (?, ?, ?)
     ON CONFLICT (member_id, month) DO UPDATE SET amount_fen = amount_fen + excluded.amount_fen`,
  )
  const markUsed = sqlite.prepare(`UPDATE coupons SET state = 'used', seq = ? WHERE coupon_id = ? AND state = 'held'`)
  const markWithdrawn = sqlite.prepare(
    `UPDATE coupons SET state = 'withdrawn', seq = ? WHERE coupon_id = ? AND state = 'held'`,
  )
  return {
    facts: (memberId) => {
      const row = findMember.get(memberId)
      return row === undefined ? undefined : { ...row, tags: JSON.parse(row.tags) as string[] }
    },
    card: (cardNumber) => findCard.get(cardNumber),
    bestCardOf: (memberId) => findBestCard.get(memberId),
    coupon: (couponId) => findCoupon.get(couponId),
    couponsHeldBy: (memberId) => findHeld.all(memberId).sort(byExpiry),
    growth: (memberId, fromMonth) => sumGrowth.get(memberId, fromMonth)?.amountFen ?? 0,
    putPerson: (personId, person, record, seq) =>
      insertPerson({ personId, kind: 'member', fields: canonical(person as unknown as Json), seq, ...record }),
    putMember: (member, seq) =>
      upsertMember({ memberId: member.memberId, tierId: member.tierId, tags: canonical(member.tags), seq }),
    putCard: (card, seq) => upsertCard({ ...card, seq }),
    addGrowth: (memberId, month, amountFen) => void upsertGrowth.run(memberId, month, amountFen),
    issueCoupon: (coupon, seq, documentId) => {
      insertCoupon({ ...coupon, state: 'held', seq })
      insertCouponEvent({ seq, couponId: coupon.couponId, kind: 'issued', documentId: documentId ?? null })
    },
    useCoupon: (couponId, documentId, seq) => {
      if (markUsed.run(seq, couponId).changes !== 1) throw new Error(`coupon ${couponId} was not held`)
      insertCouponEvent({ seq, couponId, kind: 'used', documentId })
    },
    withdrawCoupon: (couponId, documentId, seq) => {
      if (markWithdrawn.run(seq, couponId).changes !== 1) throw new Error(`coupon ${couponId} was not held`)
      insertCouponEvent({ seq, couponId, kind: 'withdrawn', documentId })
    },
  }
}
