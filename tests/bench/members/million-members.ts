/** A members.db of a million: made once by bulk inserts, its indexes last, kept under out/bench and found again. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openMembersDb } from '../../../electron/store/members/members-db.ts'
import { must } from '../bench-till.ts'

export const MEMBERS = 1_000_000
const BATCH = 100_000
const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'migrations', 'members')

export const cardOf = (index: number): string => `88${String(index).padStart(11, '0')}`
/** spread, so that neighbours in the index are no neighbours in the table */
export const phoneOf = (index: number): string => `13${String((index * 7_919_777) % 1_000_000_000).padStart(9, '0')}`
const memberIdOf = (index: number): string => {
  const spread = ((index * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')
  return `019a${spread.slice(0, 4)}-${spread.slice(4)}-7000-8000-${index.toString(16).padStart(12, '0')}`
}

const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗')
const GIVEN = Array.from('伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂')
const TIERS = ['std', 'silver', 'gold', 'black']

/** The folder that holds it. */
export function millionMembers(folder: string): string {
  const home = join(folder, `members-${MEMBERS}`)
  if (existsSync(home)) return home
  const draft = `${home}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  must(openMembersDb({ folder: draft, migrations: MIGRATIONS })).close()
  fill(join(draft, 'members.db'))
  renameSync(draft, home)
  return home
}

function fill(path: string): void {
  const sqlite = new Database(path)
  sqlite.pragma('synchronous = OFF')
  const indexes = sqlite
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    )
    .all()
  for (const { name } of indexes) sqlite.exec(`DROP INDEX ${name}`)
  const putMember = sqlite.prepare(
    'INSERT INTO members (member_id, name, initials, phone, phone_tail, birthday, tier_id, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const putCard = sqlite.prepare("INSERT INTO cards (card_number, member_id, status) VALUES (?, ?, 'active')")
  const putBatch = sqlite.transaction((from: number) => {
    for (let index = from; index < from + BATCH; index += 1) {
      const name = `${part(SURNAMES, index)}${part(GIVEN, index * 7)}${part(GIVEN, index * 11 + 3)}`
      const phone = phoneOf(index)
      const initials = `${letter(index)}${letter(index * 7)}${letter(index * 11)}`
      const birthday = `${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`
      putMember.run(memberIdOf(index), name, initials, phone, phone.slice(-4), birthday, part(TIERS, index), '[]')
      putCard.run(cardOf(index), memberIdOf(index))
    }
  })
  for (let from = 0; from < MEMBERS; from += BATCH) putBatch(from)
  for (const { sql } of indexes) sqlite.exec(sql)
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.close()
}

const part = (parts: readonly string[], index: number): string => parts[index % parts.length] ?? ''
const letter = (index: number): string => String.fromCharCode(97 + (index % 26))
