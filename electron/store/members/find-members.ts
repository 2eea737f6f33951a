/**
 * Finding among all members while somebody types: card, phone, last four digits, name, given name, pinyin initials, full
 * pinyin. Each way is one index that is read from where the typed text begins, so that a million cost what a hundred do.
 */
import type Database from 'better-sqlite3'
import type { CardStatus } from '../member-store.ts'

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

export interface MemberFinder {
  byCard(cardNumber: string): MemberRow | undefined
  /** merged members too: old receipts name them */
  byId(memberId: string): MemberRow | undefined
  /** those with exactly this phone, or exactly this name; at most `limit` */
  twins(person: { readonly phone: string; readonly name: string }, limit: number): MemberRow[]
  /** by card, phone, last four digits, start of the name, of the given name, of its pinyin or of the initials */
  find(query: string, limit: number): MemberRow[]
}

const FIELDS = `m.member_id AS memberId, m.name AS name, m.phone AS phone, m.birthday AS birthday, m.tier_id AS tierId, m.tags AS tags`
const COLUMNS = `${FIELDS}, m.card_number AS cardNumber, m.card_status AS cardStatus`
const MAINLAND_PHONE_LENGTH = 11
const TAIL_LENGTH = 4
/** fewer digits say too little */
const SHORTEST_START = 3

export function createFinder(sqlite: Database.Database): MemberFinder {
  const byCard = sqlite.prepare<[string], MemberRow>(
    `SELECT ${FIELDS}, c.card_number AS cardNumber, c.status AS cardStatus
     FROM cards AS c JOIN members AS m ON m.member_id = c.member_id WHERE c.card_number = ?`,
  )
  const byId = sqlite.prepare<[string], MemberRow>(`SELECT ${COLUMNS} FROM members AS m WHERE m.member_id = ?`)
  const byCardStart = sqlite.prepare<[string, string, number], MemberRow>(
    `SELECT ${FIELDS}, c.card_number AS cardNumber, c.status AS cardStatus FROM cards AS c JOIN members AS m ON m.member_id = c.member_id
     WHERE c.card_number >= ? AND c.card_number < ? ORDER BY c.card_number LIMIT ?`,
  )
  const equal = (column: string) =>
    sqlite.prepare<[string, number], MemberRow>(
      `SELECT ${COLUMNS} FROM members AS m WHERE m.${column} = ? AND m.merged_into IS NULL ORDER BY m.number LIMIT ?`,
    )
  const startOf = (column: string) => {
    const statement = sqlite.prepare<[string, string, number], MemberRow>(
      `SELECT ${COLUMNS} FROM members AS m WHERE m.${column} >= ? AND m.${column} < ? AND m.merged_into IS NULL
       ORDER BY m.${column}, m.number LIMIT ?`,
    )
    return (text: string, limit: number): MemberRow[] => statement.all(text, behind(text), limit)
  }
  const byPhone = equal('phone')
  const byTail = equal('phone_tail')
  const byWholeName = equal('name')
  const byPhoneStart = startOf('phone')
  const byName = startOf('name')
  const byGivenName = startOf('given_name')
  const byInitials = startOf('initials')
  const byPinyin = startOf('pinyin')

  function findDigits(digits: string, limit: number): MemberRow[] {
    if (digits.length < SHORTEST_START) return []
    const found = findPhones(digits, limit)
    return found.length > 0 ? found : byCardStart.all(digits, behind(digits), limit)
  }
  function findPhones(digits: string, limit: number): MemberRow[] {
    if (digits.length === TAIL_LENGTH)
      return filled(byTail.all(digits, limit), () => byPhoneStart(digits, limit), limit)
    if (digits.length === MAINLAND_PHONE_LENGTH) return byPhone.all(digits, limit)
    return digits.length < MAINLAND_PHONE_LENGTH ? byPhoneStart(digits, limit) : []
  }
  return {
    byCard: (cardNumber) => byCard.get(cardNumber),
    byId: (memberId) => byId.get(memberId),
    twins: ({ phone, name }, limit) => filled(byPhone.all(phone, limit), () => byWholeName.all(name, limit), limit),
    find: (query, limit) => {
      if (/^\d+$/.test(query)) return findDigits(query, limit)
      if (/^\+\d+$/.test(query)) return byPhoneStart(query, limit)
      if (/^[A-Za-z][A-Za-z ']*$/.test(query)) {
        const letters = query.toLowerCase().replace(/[^a-z]/g, '')
        return filled(byInitials(letters, limit), () => byPinyin(letters, limit), limit)
      }
      return filled(byName(query, limit), () => byGivenName(query, limit), limit)
    },
  }
}

/** The first rows, and where there is room the others that are not among them. */
function filled(first: MemberRow[], others: () => MemberRow[], limit: number): MemberRow[] {
  if (first.length >= limit) return first
  const known = new Set(first.map(({ memberId }) => memberId))
  return [...first, ...others().filter(({ memberId }) => !known.has(memberId))].slice(0, limit)
}

/** The first text behind all that begin with `prefix`. */
function behind(prefix: string): string {
  return `${prefix}\u{10FFFF}`
}
