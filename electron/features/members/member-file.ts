/** The 360° page of a member, whole: identity, cards, account, purchases, coupons, tier, notes. Phones are masked. */
import type { AccountEntry, MemberCard, MemberFile } from '../../../shared/contract/members.ts'
import { civilOf, daysUntilBirthday, isoDayOf } from '../../../shared/domain/day/calendar.ts'
import { cardTail, maskPhone } from '../../../shared/domain/member/masking.ts'
import { solarBirthday } from '../../../shared/domain/member/lunar-birthday.ts'
import { visitRhythm } from '../../../shared/domain/member/visits.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { memberAccount } from '../../../shared/domain/value/accounts.ts'
import { spendable } from '../../../shared/domain/value/wallet.ts'
import { entryLabels } from '../../../shared/text/member-entries.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { foundMember } from '../../found-member.ts'
import { noteView } from './note-view.ts'
import { standingMember, type StandingMember } from './standing-member.ts'
import { tierView } from './tier-view.ts'

const ENTRIES = 30
const FAVOURITES = 6
const LAST_PURCHASES = 8
const TWINS = 6

/** Refuses with not-signed-in, not-permitted, member-unknown. */
export function memberFile(core: Core, memberId: string): Result<MemberFile> {
  const allowed = requirePermission(core, 'sell')
  if (!allowed.ok) return allowed
  const found = standingMember(core, memberId)
  return found.ok ? ok(viewOf(core, found.value)) : found
}

/** Entries of the account from below `beforeSeq`, newest first. Refuses as memberFile does. */
export function memberEntries(
  core: Core,
  { memberId, beforeSeq }: { readonly memberId: string; readonly beforeSeq: number },
): Result<{ entries: AccountEntry[]; more: boolean }> {
  const allowed = requirePermission(core, 'sell')
  if (!allowed.ok) return allowed
  const found = standingMember(core, memberId)
  return found.ok ? ok(entriesOf(core, found.value.facts.memberId, beforeSeq)) : found
}

function viewOf(core: Core, { facts, file, personal }: StandingMember): MemberFile {
  const { memberId } = facts
  const { person, version } = personal
  const everybody = [memberId, ...core.stores.memberFiles.aliasesOf(memberId)]
  const today = civilOf(core.clock.now(), core.offsetMinutes)
  const server = file.servedBy === null ? undefined : core.stores.staff.operator(file.servedBy)
  const { entries, more } = entriesOf(core, memberId, Number.MAX_SAFE_INTEGER)
  return {
    memberId,
    version,
    name: person.name,
    maskedPhone: maskPhone(person.phone),
    sex: person.sex === 'female' || person.sex === 'male' ? person.sex : null,
    birthday: person.birthday,
    birthdayInDays: person.birthday === null ? null : daysUntilBirthday(solarBirthday(person.birthday, today), today),
    address: person.address ?? '',
    email: person.email ?? '',
    source: sourceOf(file.source),
    servedBy: server === undefined ? null : { operatorId: server.operatorId, name: server.name },
    consent: file.consent,
    tags: [...facts.tags],
    registeredAt: file.registeredAt,
    registeredBy: nameOf(core, file.registeredBy),
    tier: tierView(core, facts, everybody),
    account: accountView(core, memberId),
    cards: cardViews(core, memberId),
    coupons: core.stores.members.couponsHeldBy(memberId).map(({ couponId, templateId, expiresOn }) => ({
      couponId,
      label: core.catalog.label(templateId) ?? { zh: templateId, en: templateId },
      expiresOn,
    })),
    visits: visitsView(core, everybody),
    entries,
    moreEntries: more,
    notes: core.stores.memberFiles.notesOf(everybody).map((note) => noteView(core, note)),
    twins: core.members
      .twins({ phone: person.phone, name: person.name }, TWINS)
      .filter((row) => row.memberId !== memberId)
      .map((row) => foundMember(core, row)),
  }
}

const SOURCES = ['walk-in', 'friend', 'online', 'event', 'staff', 'other'] as const

function sourceOf(source: string | null): MemberFile['source'] {
  return SOURCES.find((known) => known === source) ?? null
}

function nameOf(core: Core, operatorId: string | null): string | null {
  return operatorId === null ? null : (core.stores.staff.operator(operatorId)?.name ?? null)
}

function accountView(core: Core, memberId: string): MemberFile['account'] {
  const day = core.memory.shift?.businessDay ?? isoDayOf(core.clock.now(), core.offsetMinutes)
  const lots = core.stores.value.lotsOf(memberAccount(memberId))
  const lapsing = lots
    .flatMap(({ asset, amount, expiresOn }) =>
      asset === 'PRINCIPAL' || expiresOn === null || expiresOn < day ? [] : [{ asset, amount, expiresOn }],
    )
    .sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : 0))
  return {
    principalFen: spendable(lots, 'PRINCIPAL', day),
    bonusFen: spendable(lots, 'BONUS', day),
    points: spendable(lots, 'POINTS', day),
    lapsing,
  }
}

function entriesOf(core: Core, memberId: string, beforeSeq: number): { entries: AccountEntry[]; more: boolean } {
  const rows = core.stores.memberHistory.entries([memberAccount(memberId)], beforeSeq, ENTRIES + 1)
  // a row that is cut in two would lose its other assets to the page after it
  const last = rows.length > ENTRIES ? rows[ENTRIES]?.seq : undefined
  const whole = last === undefined ? rows : rows.filter((row) => row.seq > last)
  const entries = whole.map(({ seq, at, kind, receiptNo, asset, amount }) => ({
    seq,
    at,
    kind: { ...(kind in entryLabels ? entryLabels[kind as keyof typeof entryLabels] : entryLabels.other) },
    receiptNo,
    asset: asset as AccountEntry['asset'],
    amount,
  }))
  return { entries, more: last !== undefined }
}

function cardViews(core: Core, memberId: string): MemberCard[] {
  const cards = core.stores.memberFiles.cardsOf(memberId)
  const events = core.stores.memberFiles.cardEvents(cards.map((card) => card.cardNumber))
  return cards.map(({ cardNumber, status }) => ({
    cardNumber,
    tail: cardTail(cardNumber),
    status,
    events: events
      .filter((event) => event.cardNumber === cardNumber)
      .map((event) => ({
        kind: event.kind,
        reason: event.reason as MemberCard['events'][number]['reason'],
        at: event.at,
        by: nameOf(core, event.operatorId) ?? '',
        approvedBy: nameOf(core, event.approverId),
      })),
  }))
}

function visitsView(core: Core, memberIds: readonly string[]): MemberFile['visits'] {
  const purchases = core.stores.memberHistory.purchases(memberIds)
  return {
    ...visitRhythm(purchases, core.clock.now()),
    favourites: core.stores.memberHistory
      .favourites(memberIds, FAVOURITES)
      .map(({ zh, en, visits }) => ({ label: { zh, en }, visits })),
    last: purchases.slice(0, LAST_PURCHASES),
  }
}
