/**
 * Members' files by the specification alone: a card's status and owner are what the rows of the chain made of them; each
 * row's digest is that of the record that lies beside it; nothing personal stands in chain, audit or answers; what a merge
 * moved has left one account and reached the other.
 */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Report } from './report.ts'

interface Row {
  readonly seq: number
  readonly kind: string
  readonly payload: string
}

interface CardState {
  readonly memberId: string
  readonly status: string
}

const KINDS = `'members-imported', 'member-registered', 'member-saved', 'member-note-added', 'card-issued', 'card-changed',
  'card-replaced', 'members-merged', 'closing'`
const STATUS_AFTER = { lose: 'lost', find: 'active', freeze: 'frozen', unfreeze: 'active' } as const
const STATUS_BEFORE = { lose: 'active', find: 'lost', freeze: 'active', unfreeze: 'frozen' } as const

export function auditMemberFiles(sqlite: Database, report: Report): void {
  const rows = sqlite
    .prepare<[], Row>(`SELECT seq, kind, payload FROM chain WHERE kind IN (${KINDS}) ORDER BY seq`)
    .all()
    .map(({ seq, kind, payload }) => ({ seq, kind, said: JSON.parse(payload) as Said }))
  auditCards(sqlite, report, rows)
  auditDigests(sqlite, report, rows)
  auditSecrets(sqlite, report)
  auditMerges(sqlite, report, rows)
}

interface Said {
  readonly memberId: string
  readonly otherId: string
  readonly members: readonly {
    readonly memberId: string
    readonly cards: readonly { readonly number: string; readonly status: string }[]
    readonly person: { readonly digest: string; readonly version: number }
  }[]
  readonly person: { readonly digest: string; readonly version: number }
  readonly card: string | null
  readonly cardNumber: string
  readonly change: keyof typeof STATUS_AFTER
  readonly replacedBy: string
  readonly cards: readonly string[]
  readonly noteId: string
  readonly digest: string
  readonly postings: readonly (readonly [string, string, string, number])[]
}

type SaidRow = { readonly seq: number; readonly kind: string; readonly said: Said }

function auditCards(sqlite: Database, report: Report, rows: readonly SaidRow[]): void {
  const cards = new Map<string, CardState>()
  const issue = (seq: number, number: string, memberId: string, status = 'active'): void => {
    report.demand(!cards.has(number), 'cards', `card ${number} is issued again by row ${seq}`)
    cards.set(number, { memberId, status })
  }
  for (const { seq, kind, said } of rows) {
    if (kind === 'members-imported')
      for (const { memberId, cards: own } of said.members)
        for (const card of own) issue(seq, card.number, memberId, card.status)
    if (kind === 'member-registered' && said.card !== null) issue(seq, said.card, said.memberId)
    if (kind === 'card-issued') issue(seq, said.cardNumber, said.memberId)
    if (kind === 'card-changed') {
      report.equal(cards.get(said.cardNumber)?.status, STATUS_BEFORE[said.change], 'cards', `card before row ${seq}`)
      cards.set(said.cardNumber, { memberId: said.memberId, status: STATUS_AFTER[said.change] })
    }
    if (kind === 'card-replaced') {
      const before = cards.get(said.cardNumber)
      report.demand(['active', 'lost'].includes(before?.status ?? ''), 'cards', `card replaced by row ${seq}`)
      report.equal(before?.memberId, said.memberId, 'cards', `owner of the card replaced by row ${seq}`)
      cards.set(said.cardNumber, { memberId: said.memberId, status: 'closed' })
      issue(seq, said.replacedBy, said.memberId)
    }
    if (kind === 'members-merged')
      for (const number of said.cards)
        cards.set(number, { memberId: said.memberId, status: cards.get(number)?.status ?? '' })
    if (kind === 'closing')
      for (const [number, card] of cards)
        if (card.memberId === said.memberId) cards.set(number, { ...card, status: 'closed' })
  }
  const stored = sqlite
    .prepare<[], { cardNumber: string; memberId: string; status: string }>(
      'SELECT card_number AS cardNumber, member_id AS memberId, status FROM cards ORDER BY card_number',
    )
    .all()
  const derived = [...cards]
    .map(([cardNumber, card]) => ({ cardNumber, ...card }))
    .sort((a, b) => (a.cardNumber < b.cardNumber ? -1 : 1))
  report.equal(stored, derived, 'cards', 'cards and the rows that made them')
}

function auditDigests(sqlite: Database, report: Report, rows: readonly SaidRow[]): void {
  const record = sqlite.prepare<[string, number], { salt: string; fields: string; digest: string }>(
    'SELECT salt, fields, digest FROM person_records WHERE person_id = ? AND version = ?',
  )
  const note = sqlite.prepare<[string], { salt: string; text: string; digest: string }>(
    'SELECT salt, text, digest FROM member_notes WHERE note_id = ?',
  )
  const check = (
    what: string,
    said: string,
    kept: { salt: string; digest: string } | undefined,
    text: string,
  ): void => {
    const derived = createHash('sha256')
      .update(`${kept?.salt ?? ''}${text}`)
      .digest('hex')
    report.equal([kept?.digest, derived], [said, said], 'person', what)
  }
  const person = (memberId: string, { version, digest }: Said['person']): void => {
    const kept = record.get(memberId, version)
    check(`record ${version} of member ${memberId}`, digest, kept, kept?.fields ?? '')
  }
  for (const { kind, said } of rows) {
    if (kind === 'members-imported') for (const member of said.members) person(member.memberId, member.person)
    if (kind === 'member-registered' || kind === 'member-saved') person(said.memberId, said.person)
    if (kind === 'member-note-added') {
      const kept = note.get(said.noteId)
      check(`note ${said.noteId}`, said.digest, kept, kept?.text ?? '')
    }
  }
}

/** Names of two characters stand in other words too; phones and longer names do not. */
function auditSecrets(sqlite: Database, report: Report): void {
  const kept = sqlite
    .prepare<[], { text: string }>(
      `SELECT group_concat(t, char(10)) AS text FROM (SELECT payload AS t FROM chain UNION ALL SELECT detail FROM audit UNION ALL SELECT answer FROM commands)`,
    )
    .get()
  const secrets = sqlite
    .prepare<[], { secret: string; personId: string }>(
      `SELECT fields ->> '$.phone' AS secret, person_id AS personId FROM person_records WHERE kind = 'member'
       UNION SELECT text, member_id FROM member_notes WHERE length(text) > 3`,
    )
    .all()
  const text = kept?.text ?? ''
  const numbers = elevenDigitsOf(text)
  for (const { secret, personId } of secrets)
    report.demand(
      !(PHONE.test(secret) ? numbers.has(secret) : text.includes(secret)),
      'secrets',
      `something personal of ${personId} stands in the chain`,
    )
}

const PHONE = /^\d{11}$/

/** Every eleven digits in a row: thousands of phones are looked for in megabytes. */
function elevenDigitsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const [digits] of text.matchAll(/\d{11,}/g))
    for (let from = 0; from + 11 <= digits.length; from += 1) found.add(digits.slice(from, from + 11))
  return found
}

function auditMerges(sqlite: Database, report: Report, rows: readonly SaidRow[]): void {
  const postingsOf = sqlite.prepare<[number], { account: string; lot: string; asset: string; amount: number }>(
    'SELECT account, lot, asset, amount FROM postings WHERE seq = ? ORDER BY ordinal',
  )
  const heldBefore = sqlite.prepare<[string, number], { asset: string; amount: number }>(
    `SELECT asset, sum(amount) AS amount FROM postings WHERE account = ? AND seq < ? GROUP BY asset HAVING sum(amount) <> 0 ORDER BY asset`,
  )
  const growthLeft = sqlite.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM member_growth WHERE member_id = ? AND amount_fen <> 0',
  )
  for (const { seq, kind, said } of rows) {
    if (kind !== 'members-merged') continue
    const posted = postingsOf.all(seq)
    report.equal(
      posted.map(({ account, lot, asset, amount }) => [account, lot, asset, amount]),
      said.postings,
      'merge',
      `postings of row ${seq}`,
    )
    const left = growthLeft.get(said.otherId)
    report.equal(left?.n, 0, 'merge', `growth that row ${seq} left with the file that ended`)
    const reached = new Map<string, number>()
    for (const { account, asset, amount } of posted)
      if (account === `member:${said.memberId}`) reached.set(asset, (reached.get(asset) ?? 0) + amount)
    const derived = [...reached]
      .map(([asset, amount]) => ({ asset, amount }))
      .sort((a, b) => (a.asset < b.asset ? -1 : 1))
    report.equal(derived, heldBefore.all(`member:${said.otherId}`, seq), 'merge', `what row ${seq} moved`)
  }
}
