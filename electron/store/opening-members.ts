/**
 * Members as they are taken over with what they hold: what a row of the chain says of them, and the rows that it writes.
 *
 * Invariants: opening balances are entries against `opening` and `issued` that sum to zero; names and phones go beside the
 * chain, which carries their salted digests.
 */
import { randomBytes } from 'node:crypto'
import { ISSUED, memberAccount, OPENING } from '../../shared/domain/value/accounts.ts'
import type { Asset, Posting } from '../../shared/domain/value/posting.ts'
import type { Json } from './canonical.ts'
import { personDigest, type CardStatus, type MemberPerson } from './member-store.ts'
import type { Stores } from './stores.ts'
import type { NewLot } from './value-store.ts'

export interface OpeningLot {
  readonly asset: Asset
  /** fen or points, above 0 */
  readonly amount: number
  /** 'YYYY-MM-DD', null = never */
  readonly expiresOn: string | null
}

export interface OpeningMember {
  readonly memberId: string
  readonly tierId: string | null
  readonly tags: readonly string[]
  readonly person: MemberPerson
  readonly cards: readonly { readonly number: string; readonly status: CardStatus }[]
  readonly lots: readonly OpeningLot[]
  /** net spend by month, 'YYYY-MM' */
  readonly growth: readonly { readonly month: string; readonly amountFen: number }[]
  readonly coupons: readonly { readonly couponId: string; readonly templateId: string }[]
}

export interface OpeningBatch {
  /** for the payload of the batch's row */
  readonly members: readonly Json[]
  /** inside the commit of that row */
  readonly write: (seq: number) => void
}

/** `documentId` names the batch: its entries and lots are called after it. */
export function openingBatch(
  stores: Pick<Stores, 'members' | 'value'>,
  documentId: string,
  members: readonly OpeningMember[],
): OpeningBatch {
  const prepared = members.map((member) => prepare(documentId, member))
  return {
    members: prepared.map((member) => member.payload),
    write: (seq) => {
      let ordinal = 0
      for (const member of prepared) {
        writeMember(stores, documentId, member, seq, ordinal)
        ordinal += member.postings.length
      }
    },
  }
}

interface PreparedMember {
  readonly member: OpeningMember
  readonly salt: string
  readonly digest: string
  readonly lots: readonly NewLot[]
  readonly postings: readonly Posting[]
  readonly payload: Json
}

function prepare(documentId: string, member: OpeningMember): PreparedMember {
  const account = memberAccount(member.memberId)
  const salt = randomBytes(16).toString('hex')
  const digest = personDigest(member.person, salt)
  const lots = member.lots.map((lot, index) => ({
    lot: `${documentId}/${member.memberId.slice(-12)}/${index}`,
    account,
    asset: lot.asset,
    expiresOn: lot.expiresOn,
  }))
  const postings = member.lots.flatMap((lot, index): Posting[] => [
    { account, lot: lots[index]?.lot ?? '', asset: lot.asset, amount: lot.amount },
    {
      account: lot.asset === 'POINTS' || lot.asset === 'BONUS' ? ISSUED : OPENING,
      lot: '',
      asset: lot.asset,
      amount: -lot.amount,
    },
  ])
  // in canonical order: thousands of them are written at one go
  const payload: Json = {
    cards: member.cards.map(({ number, status }) => ({ number, status })),
    coupons: member.coupons.map(({ couponId, templateId }) => ({ couponId, templateId })),
    growth: member.growth.map(({ month, amountFen }) => [month, amountFen]),
    lots: lots.map(({ asset, expiresOn, lot }, index) => ({
      amount: member.lots[index]?.amount ?? 0,
      asset,
      expiresOn,
      lot,
    })),
    memberId: member.memberId,
    person: { digest, version: 1 },
    tags: [...member.tags],
    tierId: member.tierId,
  }
  return { member, salt, digest, lots, postings, payload }
}

function writeMember(
  { members, value }: Pick<Stores, 'members' | 'value'>,
  documentId: string,
  prepared: PreparedMember,
  seq: number,
  ordinal: number,
): void {
  const { member, salt, digest } = prepared
  members.putPerson(member.memberId, member.person, { version: 1, salt, digest }, seq)
  members.putMember({ memberId: member.memberId, tierId: member.tierId, tags: member.tags }, seq)
  for (const card of member.cards)
    members.putCard({ cardNumber: card.number, memberId: member.memberId, status: card.status }, seq)
  for (const { month, amountFen } of member.growth)
    if (amountFen > 0) members.addGrowth(member.memberId, month, amountFen)
  for (const coupon of member.coupons)
    members.issueCoupon({ ...coupon, memberId: member.memberId, expiresOn: null }, seq)
  if (prepared.postings.length === 0) return
  const entryId = `${documentId}/${member.memberId}`
  value.putEntry(
    { entryId, documentId, reverses: null, postings: prepared.postings, newLots: prepared.lots },
    seq,
    ordinal,
  )
}
