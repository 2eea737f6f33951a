/** Makes members.db follow store.db: what rows above the cursor changed is read there and written here, in one transaction. */
import type Database from 'better-sqlite3'
import type { MemberPerson } from '../member-store.ts'
import type { Store } from '../open-store.ts'
import { nameKeys } from './name-keys.ts'

/** From behind `fromSeq`; a negative one makes everything anew. */
export type Project = (store: Store, fromSeq: number) => void

interface ChangedMember {
  readonly memberId: string
  readonly tierId: string | null
  readonly tags: string
  readonly fields: string
  readonly mergedInto: string | null
}

interface ChangedCard {
  readonly cardNumber: string
  readonly memberId: string
  readonly status: string
}

const MEMBERS = `SELECT m.member_id AS memberId, m.tier_id AS tierId, m.tags AS tags, p.fields AS fields, f.merged_into AS mergedInto
  FROM members AS m LEFT JOIN member_files AS f ON f.member_id = m.member_id JOIN person_records AS p ON p.person_id = m.member_id
   AND p.version = (SELECT max(version) FROM person_records WHERE person_id = m.member_id) WHERE m.seq > ?`
const CARDS = 'SELECT card_number AS cardNumber, member_id AS memberId, status FROM cards WHERE seq > ?'

export function createProjection(sqlite: Database.Database): Project {
  const putMember = sqlite.prepare(
    `INSERT INTO members (member_id, name, given_name, initials, pinyin, phone, phone_tail, birthday, tier_id, tags, merged_into)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (member_id) DO UPDATE SET name = excluded.name, given_name = excluded.given_name, initials = excluded.initials,
       pinyin = excluded.pinyin, phone = excluded.phone, phone_tail = excluded.phone_tail, birthday = excluded.birthday,
       tier_id = excluded.tier_id, tags = excluded.tags, merged_into = excluded.merged_into`,
  )
  const ownerOf = sqlite.prepare<[string], { memberId: string }>(
    'SELECT member_id AS memberId FROM cards WHERE card_number = ?',
  )
  const putCard = sqlite.prepare(
    `INSERT INTO cards (card_number, member_id, status) VALUES (?, ?, ?)
     ON CONFLICT (card_number) DO UPDATE SET member_id = excluded.member_id, status = excluded.status`,
  )
  const showCard = sqlite.prepare(
    `UPDATE members SET (card_number, card_status) = (SELECT card_number, status FROM cards WHERE cards.member_id = members.member_id
      ORDER BY status = 'active' DESC, card_number LIMIT 1) WHERE member_id = ?`,
  )
  const putCursor = sqlite.prepare('UPDATE cursor SET seq = ?')

  function takeMembers(store: Store, fromSeq: number): void {
    for (const row of store.sqlite.prepare<[number], ChangedMember>(MEMBERS).iterate(fromSeq)) {
      const { name, phone, birthday } = JSON.parse(row.fields) as MemberPerson
      const keys = nameKeys(name)
      const given = Array.from(name).slice(1).join('')
      const { memberId, tierId, tags, mergedInto } = row
      const found = [name, given, keys.initials, keys.pinyin, phone, phone.slice(-4), birthday]
      putMember.run(memberId, ...found, tierId, tags, mergedInto)
    }
  }

  function takeCards(store: Store, fromSeq: number): void {
    const owners = new Set<string>()
    for (const { cardNumber, memberId, status } of store.sqlite
      .prepare<[number], ChangedCard>(CARDS)
      .iterate(fromSeq)) {
      const before = ownerOf.get(cardNumber)
      if (before !== undefined) owners.add(before.memberId)
      owners.add(memberId)
      putCard.run(cardNumber, memberId, status)
    }
    for (const memberId of owners) showCard.run(memberId)
  }

  return (store, fromSeq) =>
    sqlite
      .transaction(() => {
        if (fromSeq < 0) sqlite.exec('DELETE FROM members; DELETE FROM cards')
        takeMembers(store, fromSeq)
        takeCards(store, fromSeq)
        putCursor.run(store.head.seq)
      })
      .immediate()
}
