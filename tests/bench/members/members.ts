/**
 * A member found among a million, by MembersDb against the raw prepared statement that returns the same columns, and
 * against LIKE, as a till without such indexes would ask, that returns the same rows: in turn, the same keys, connections
 * of the same settings on the same file.
 */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeSeededRandom } from '../../../electron/demo/seeded-random.ts'
import type { MemberRow } from '../../../electron/store/members/find-members.ts'
import { openMembersDb } from '../../../electron/store/members/members-db.ts'
import { must } from '../bench-till.ts'
import { median, microsecondsText, type BenchResult, type Goal } from '../figures.ts'
import { cardOf, MEMBERS, MIGRATIONS, millionMembers, phoneOf } from './million-members.ts'

const LOOKUPS = 10_000
const WARM_UP = 1_000
const LIKE_LOOKUPS = 40
const LIMIT = 20
const RATIO_LIMIT = 1.5
const LIKE_FACTOR = 200
const SEARCH_LIMIT_MS = 0.1

const FIELDS = `m.member_id AS memberId, m.name AS name, m.phone AS phone, m.birthday AS birthday, m.tier_id AS tierId, m.tags AS tags`
const COLUMNS = `${FIELDS}, m.card_number AS cardNumber, m.card_status AS cardStatus`

type Find = (key: string) => readonly MemberRow[]

interface Lookup {
  readonly name: string
  readonly key: (index: number) => string
  readonly till: Find
  /** the same statement without the till around it; null where the till asks more than one */
  readonly raw: Find | null
  /** what LIKE has to say to find the same; null where it is not asked */
  readonly like: Find | null
}

function lookupsOf(sqlite: Database.Database, find: Find, byCard: Find): Lookup[] {
  const list = (row: MemberRow | undefined): MemberRow[] => (row === undefined ? [] : [row])
  const card = sqlite.prepare<[string], MemberRow>(
    `SELECT ${FIELDS}, c.card_number AS cardNumber, c.status AS cardStatus
     FROM cards AS c JOIN members AS m ON m.member_id = c.member_id WHERE c.card_number = ?`,
  )
  const equal = (column: string): Find => {
    const statement = sqlite.prepare<[string, number], MemberRow>(
      `SELECT ${COLUMNS} FROM members AS m WHERE m.${column} = ? AND m.merged_into IS NULL ORDER BY m.number LIMIT ?`,
    )
    return (key) => statement.all(key, LIMIT)
  }
  const like = (column: string, pattern: (key: string) => string, order: string): Find => {
    const statement = sqlite.prepare<[string, number], MemberRow>(
      `SELECT ${COLUMNS} FROM members AS m WHERE m.${column} LIKE ? AND m.merged_into IS NULL ORDER BY ${order} LIMIT ?`,
    )
    return (key) => statement.all(pattern(key), LIMIT)
  }
  const member = sqlite.prepare<[number], { name: string; initials: string; pinyin: string }>(
    'SELECT name, initials, pinyin FROM members WHERE number = ?',
  )
  const partOf = (part: 'name' | 'initials' | 'pinyin') => (index: number) => member.get(index + 1)?.[part] ?? ''
  const start = (key: string): string => `${key}%`
  return [
    { name: 'card', key: cardOf, till: byCard, raw: (key) => list(card.get(key)), like: null },
    { name: 'phone', key: phoneOf, till: find, raw: equal('phone'), like: null },
    {
      name: 'last four digits',
      key: (index) => phoneOf(index).slice(-4),
      till: find,
      raw: equal('phone_tail'),
      like: like('phone', (key) => `%${key}`, 'm.number'),
    },
    { name: 'name', key: partOf('name'), till: find, raw: null, like: like('name', start, 'm.name, m.number') },
    {
      name: 'initials',
      key: partOf('initials'),
      till: find,
      raw: null,
      like: like('initials', start, 'm.initials, m.number'),
    },
    {
      name: 'full pinyin',
      key: partOf('pinyin'),
      till: find,
      raw: null,
      like: like('pinyin', start, 'm.pinyin, m.number'),
    },
    {
      name: 'surname, one character',
      key: (index) => partOf('name')(index).slice(0, 1),
      till: find,
      raw: null,
      like: null,
    },
    {
      name: 'pinyin, three letters typed',
      key: (index) => partOf('pinyin')(index).slice(0, 3),
      till: find,
      raw: null,
      like: null,
    },
  ]
}

export function benchMembers(folder: string): BenchResult {
  const home = millionMembers(folder)
  const members = must(openMembersDb({ folder: home, migrations: MIGRATIONS }))
  const sqlite = new Database(join(home, 'members.db'), { readonly: true })
  const byCard = (key: string): MemberRow[] => {
    const row = members.byCard(key)
    return row === undefined ? [] : [row]
  }
  const lines = [
    `${MEMBERS} members with a card each, at most ${LIMIT} found; ${LOOKUPS} lookups of each kind in turn, whoever begins changing each time`,
  ]
  const goals: Goal[] = []
  for (const lookup of lookupsOf(sqlite, (key) => members.find(key, LIMIT), byCard)) {
    const { till, raw, like } = compare(lookup)
    const others = [
      raw.length === 0 ? '' : `; raw ${microsecondsText(raw)}`,
      like.length === 0 ? '' : `; LIKE ${microsecondsText(like)}`,
    ]
    lines.push(`${lookup.name}: till ${microsecondsText(till)}${others.join('')}`)
    if (lookup.name === 'card' || lookup.name === 'phone') {
      const measured = median(till) / median(raw)
      goals.push({ what: `${lookup.name} p50 ratio`, measured, limit: RATIO_LIMIT, unit: 'x' })
      continue
    }
    goals.push({ what: `${lookup.name} p50`, measured: median(till), limit: SEARCH_LIMIT_MS, unit: 'ms' })
    if (like.length > 0) {
      const measured = median(like) / median(till)
      goals.push({
        what: `${lookup.name}, times faster than LIKE`,
        measured,
        limit: LIKE_FACTOR,
        unit: 'x',
        atLeast: true,
      })
    }
  }
  members.close()
  sqlite.close()
  return { lines, goals }
}

interface Times {
  readonly till: number[]
  readonly raw: number[]
  readonly like: number[]
}

function compare({ name, key, till, raw, like }: Lookup): Times {
  const random = makeSeededRandom(7, `bench-${name}`)
  const times: Times = { till: [], raw: [], like: [] }
  for (let round = 0; round < WARM_UP + LOOKUPS; round += 1) {
    const asked = key(random.below(MEMBERS))
    // both fetch the pages of this member once before the watch runs: what is compared is the code, not the disk
    const found = JSON.stringify(till(asked))
    if (raw !== null && found !== JSON.stringify(raw(asked))) throw new Error(`raw found other members for ${asked}`)
    const first = raw !== null && round % 2 === 0 ? timed(raw, asked) : undefined
    const tillMs = timed(till, asked)
    const rawMs = first ?? (raw === null ? null : timed(raw, asked))
    if (round < WARM_UP) continue
    times.till.push(tillMs)
    if (rawMs !== null) times.raw.push(rawMs)
    if (like !== null && times.like.length < LIKE_LOOKUPS) times.like.push(timedLike(like, asked, till(asked)))
  }
  return times
}

/** LIKE finds by one key; where the till found by the next one too (王 as a given name), it has to find its own first. */
function timedLike(like: Find, asked: string, found: readonly MemberRow[]): number {
  const known = new Set(found.map(({ memberId }) => memberId))
  if (like(asked).some(({ memberId }) => !known.has(memberId))) throw new Error(`LIKE found other members for ${asked}`)
  return timed(like, asked)
}

function timed(find: Find, key: string): number {
  const startedMs = performance.now()
  find(key)
  return performance.now() - startedMs
}
