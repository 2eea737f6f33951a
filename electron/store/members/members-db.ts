/**
 * members.db: members and cards for finding and showing. A projection of store.db that may be thrown away: value and what
 * a card may do are decided in store.db alone. Its cursor says up to which row it reaches.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { CardStatus, MemberPerson } from '../member-store.ts'
import { migrate } from '../migrate.ts'
import type { Store } from '../open-store.ts'
import { diskRefusal, unlessDiskFails } from '../sqlite-errors.ts'
import { nameInitials } from './name-initials.ts'

/** A member as found: personal fields are masked by whoever shows them. */
export interface MemberRow {
  readonly memberId: string
  readonly name: string
  readonly phone: string
  readonly birthday: string | null
  readonly tierId: string | null
  /** canonical JSON list of tags */
  readonly tags: string
  readonly cardNumber: string | null
  readonly cardStatus: CardStatus | null
}

export interface MembersDb {
  byCard(cardNumber: string): MemberRow | undefined
  byId(memberId: string): MemberRow | undefined
  /** by card, phone, last four digits, start of the name or of its pinyin initials; at most `limit` */
  find(query: string, limit: number): MemberRow[]
  /** brings the projection up to the head of store.db; where the disk is full it stays behind until the next time */
  catchUp(store: Store): void
  close(): void
}

const FILE_NAME = 'members.db'
const COLUMNS = `m.member_id AS memberId, m.name AS name, m.phone AS phone, m.birthday AS birthday, m.tier_id AS tierId,
  m.tags AS tags, c.card_number AS cardNumber, c.status AS cardStatus`
const FIRST_CARD = `(SELECT card_number FROM cards WHERE cards.member_id = m.member_id ORDER BY status = 'active' DESC, card_number LIMIT 1)`
const WITH_CARD = `members AS m LEFT JOIN cards AS c ON c.card_number = ${FIRST_CARD}`

export interface OpenMembersDbOptions {
  readonly folder: string
  /** the folder of migrations/members */
  readonly migrations: string
}

/** A damaged projection is thrown away and made anew: nothing in it is a fact. */
export function openMembersDb(options: OpenMembersDbOptions): Result<MembersDb> {
  try {
    return openFile(options)
  } catch (error) {
    const refusal = diskRefusal(error, options.folder)
    if (refusal === null) throw error
    if (refusal.code !== 'store-damaged') return { ok: false, refusal }
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(options.folder, `${FILE_NAME}${suffix}`), { force: true })
  return openFile(options)
}

function openFile(options: OpenMembersDbOptions): Result<MembersDb> {
  const sqlite = new Database(join(options.folder, FILE_NAME))
  let opened: Result<MembersDb> | undefined
  try {
    opened = prepareFile(sqlite, options)
    return opened
  } finally {
    if (opened?.ok !== true) sqlite.close()
  }
}

function prepareFile(sqlite: Database.Database, options: OpenMembersDbOptions): Result<MembersDb> {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  const ready = migrate(sqlite, options.migrations)
  if (!ready.ok) return ready
  sqlite.prepare('INSERT OR IGNORE INTO cursor (only, seq) VALUES (1, 0)').run()
  const finder = prepareFinder(sqlite)
  const project = prepareProjection(sqlite)
  const readCursor = sqlite.prepare<[], { seq: number }>('SELECT seq FROM cursor')
  return ok({
    ...finder,
    catchUp: (store) => {
      const from = readCursor.get()?.seq ?? 0
      if (from === store.head.seq) return
      // a projection that is ahead of its source belongs to another past: made anew
      unlessDiskFails(options.folder, () => project(store, from < store.head.seq ? from : -1))
    },
    close: () => sqlite.close(),
  })
}

function prepareFinder(sqlite: Database.Database): Pick<MembersDb, 'byCard' | 'byId' | 'find'> {
  const byCard = sqlite.prepare<[string], MemberRow>(
    `SELECT ${COLUMNS} FROM cards AS c JOIN members AS m ON m.member_id = c.member_id WHERE c.card_number = ?`,
  )
  const byId = sqlite.prepare<[string], MemberRow>(`SELECT ${COLUMNS} FROM ${WITH_CARD} WHERE m.member_id = ?`)
  const byPhone = sqlite.prepare<[string, number], MemberRow>(
    `SELECT ${COLUMNS} FROM ${WITH_CARD} WHERE m.phone = ? LIMIT ?`,
  )
  const byTail = sqlite.prepare<[string, number], MemberRow>(
    `SELECT ${COLUMNS} FROM ${WITH_CARD} WHERE m.phone_tail = ? ORDER BY m.member_id LIMIT ?`,
  )
  const byPhoneStart = sqlite.prepare<[string, string, number], MemberRow>(
    `SELECT ${COLUMNS} FROM ${WITH_CARD} WHERE m.phone >= ? AND m.phone < ? ORDER BY m.phone LIMIT ?`,
  )
  const byName = sqlite.prepare<[string, string, number], MemberRow>(
    `SELECT ${COLUMNS} FROM ${WITH_CARD} WHERE m.name >= ? AND m.name < ? ORDER BY m.name LIMIT ?`,
  )
  const byInitials = sqlite.prepare<[string, string, number], MemberRow>(
    `SELECT ${COLUMNS} FROM ${WITH_CARD} WHERE m.initials >= ? AND m.initials < ? ORDER BY m.initials LIMIT ?`,
  )
  function find(query: string, limit: number): MemberRow[] {
    if (/^\d+$/.test(query)) return findDigits(query, limit)
    if (/^[A-Za-z]+$/.test(query)) {
      const initials = query.toLowerCase()
      const found = byInitials.all(initials, after(initials), limit)
      if (found.length > 0) return found
    }
    return byName.all(query, after(query), limit)
  }
  function findDigits(digits: string, limit: number): MemberRow[] {
    if (digits.length === 4) return byTail.all(digits, limit)
    if (digits.length === 11) return byPhone.all(digits, limit)
    if (digits.length > 11) {
      const found = byCard.get(digits)
      return found === undefined ? [] : [found]
    }
    return digits.length < 3 ? [] : byPhoneStart.all(digits, after(digits), limit)
  }
  return { byCard: (cardNumber) => byCard.get(cardNumber), byId: (memberId) => byId.get(memberId), find }
}

/** The first text behind all that begin with `prefix`. */
function after(prefix: string): string {
  return `${prefix}\u{10FFFF}`
}

type Project = (store: Store, fromSeq: number) => void

function prepareProjection(sqlite: Database.Database): Project {
  const putMember = sqlite.prepare(
    `INSERT INTO members (member_id, name, initials, phone, phone_tail, birthday, tier_id, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (member_id) DO UPDATE SET name = excluded.name, initials = excluded.initials, phone = excluded.phone,
       phone_tail = excluded.phone_tail, birthday = excluded.birthday, tier_id = excluded.tier_id, tags = excluded.tags`,
  )
  const putCard = sqlite.prepare(
    `INSERT INTO cards (card_number, member_id, status) VALUES (?, ?, ?)
     ON CONFLICT (card_number) DO UPDATE SET member_id = excluded.member_id, status = excluded.status`,
  )
  const putCursor = sqlite.prepare('UPDATE cursor SET seq = ?')
  return (store, fromSeq) => {
    const changed = store.sqlite
      .prepare<[number], { memberId: string; tierId: string | null; tags: string; fields: string }>(
        `SELECT m.member_id AS memberId, m.tier_id AS tierId, m.tags AS tags, p.fields AS fields
         FROM members AS m JOIN person_records AS p ON p.person_id = m.member_id
          AND p.version = (SELECT max(version) FROM person_records WHERE person_id = m.member_id)
         WHERE m.seq > ?`,
      )
      .all(fromSeq)
    const changedCards = store.sqlite
      .prepare<[number], { cardNumber: string; memberId: string; status: string }>(
        'SELECT card_number AS cardNumber, member_id AS memberId, status FROM cards WHERE seq > ?',
      )
      .all(fromSeq)
    sqlite
      .transaction(() => {
        if (fromSeq < 0) sqlite.exec('DELETE FROM members; DELETE FROM cards')
        for (const row of changed) {
          const person = JSON.parse(row.fields) as MemberPerson
          const initials = nameInitials(person.name)
          putMember.run(
            row.memberId,
            person.name,
            initials,
            person.phone,
            person.phone.slice(-4),
            person.birthday,
            row.tierId,
            row.tags,
          )
        }
        for (const row of changedCards) putCard.run(row.cardNumber, row.memberId, row.status)
        putCursor.run(store.head.seq)
      })
      .immediate()
  }
}
