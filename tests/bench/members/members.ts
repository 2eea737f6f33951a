/**
 * A member found among a million, by MembersDb against the raw prepared statement that returns the same columns: in turn,
 * the same keys, two connections of the same settings on the same file.
 */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeSeededRandom } from '../../../electron/demo/seeded-random.ts'
import { openMembersDb, type MemberRow } from '../../../electron/store/members/members-db.ts'
import { must } from '../bench-till.ts'
import { median, microsecondsText, type BenchResult, type Goal } from '../figures.ts'
import { cardOf, MEMBERS, millionMembers, phoneOf } from './million-members.ts'

const LOOKUPS = 10_000
const WARM_UP = 1_000
const LIMIT = 20
const RATIO_LIMIT = 1.5

const COLUMNS = `m.member_id AS memberId, m.name AS name, m.phone AS phone, m.birthday AS birthday, m.tier_id AS tierId,
  m.tags AS tags, c.card_number AS cardNumber, c.status AS cardStatus`
const WITH_CARD = `members AS m LEFT JOIN cards AS c ON c.card_number =
  (SELECT card_number FROM cards WHERE cards.member_id = m.member_id ORDER BY status = 'active' DESC, card_number LIMIT 1)`

interface Lookup {
  readonly name: string
  readonly key: (index: number) => string
  readonly till: (key: string) => readonly MemberRow[]
  readonly raw: (key: string) => readonly MemberRow[]
}

export function benchMembers(folder: string): BenchResult {
  const home = millionMembers(folder)
  const migrations = join(import.meta.dirname, '..', '..', '..', 'migrations', 'members')
  const members = must(openMembersDb({ folder: home, migrations }))
  const sqlite = new Database(join(home, 'members.db'), { readonly: true })
  const one = sqlite.prepare<[string], MemberRow>(
    `SELECT ${COLUMNS} FROM cards AS c JOIN members AS m ON m.member_id = c.member_id WHERE c.card_number = ?`,
  )
  const byPhone = sqlite.prepare<[string, number], MemberRow>(
    `SELECT ${COLUMNS} FROM ${WITH_CARD} WHERE m.phone = ? LIMIT ?`,
  )
  const byTail = sqlite.prepare<[string, number], MemberRow>(
    `SELECT ${COLUMNS} FROM ${WITH_CARD} WHERE m.phone_tail = ? ORDER BY m.member_id LIMIT ?`,
  )
  const list = (row: MemberRow | undefined): MemberRow[] => (row === undefined ? [] : [row])
  const lookups: Lookup[] = [
    { name: 'card', key: cardOf, till: (key) => list(members.byCard(key)), raw: (key) => list(one.get(key)) },
    { name: 'phone', key: phoneOf, till: (key) => members.find(key, LIMIT), raw: (key) => byPhone.all(key, LIMIT) },
    {
      name: 'last four digits',
      key: (index) => phoneOf(index).slice(-4),
      till: (key) => members.find(key, LIMIT),
      raw: (key) => byTail.all(key, LIMIT),
    },
  ]
  const lines = [
    `${MEMBERS} members with a card each; ${LOOKUPS} lookups of each kind in turn, whoever begins changing each time`,
  ]
  const goals: Goal[] = []
  for (const lookup of lookups) {
    const { till, raw } = compare(lookup)
    lines.push(`${lookup.name}: till ${microsecondsText(till)}; raw ${microsecondsText(raw)}`)
    goals.push({
      what: `${lookup.name} p50 ratio`,
      measured: median(till) / median(raw),
      limit: RATIO_LIMIT,
      unit: 'x',
    })
  }
  members.close()
  sqlite.close()
  return { lines, goals }
}

function compare({ name, key, till, raw }: Lookup): { till: number[]; raw: number[] } {
  const random = makeSeededRandom(7, `bench-${name}`)
  const times = { till: new Array<number>(), raw: new Array<number>() }
  for (let round = 0; round < WARM_UP + LOOKUPS; round += 1) {
    const asked = key(random.below(MEMBERS))
    // both fetch the pages of this member once before the watch runs: what is compared is the code, not the disk
    if (JSON.stringify(till(asked)) !== JSON.stringify(raw(asked)))
      throw new Error(`both sides found different members for ${asked}`)
    const first = round % 2 === 0 ? timed(raw, asked) : undefined
    const tillMs = timed(till, asked)
    const rawMs = first ?? timed(raw, asked)
    if (round < WARM_UP) continue
    times.till.push(tillMs)
    times.raw.push(rawMs)
  }
  return times
}

function timed(find: (key: string) => readonly MemberRow[], key: string): number {
  const startedMs = performance.now()
  find(key)
  return performance.now() - startedMs
}
