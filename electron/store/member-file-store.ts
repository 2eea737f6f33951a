/**
 * The member's file beside tier and tags: how they came and who serves them, notes and follow-ups, the life of their
 * cards, and which files were merged. Texts about a person stand here and can be erased; the chain has their digests.
 */
import { randomBytes } from 'node:crypto'
import type { CardChange } from '../../shared/domain/member/card-life.ts'
import { digestOf } from './chain.ts'
import type { CardFacts, MemberPerson } from './member-store.ts'
import type { Store } from './open-store.ts'
import { preparedInsert, preparedUpsert } from './prepared.ts'
import { cardEvents, memberFiles, memberNotes } from './schema.ts'

export type NoteKind = 'note' | 'follow-up' | 'feedback'

export interface MemberFileFacts {
  readonly memberId: string
  readonly source: string | null
  readonly servedBy: string | null
  readonly consent: boolean
  readonly registeredAt: number | null
  readonly registeredBy: string | null
  readonly mergedInto: string | null
}

export interface NoteFacts {
  readonly noteId: string
  readonly memberId: string
  readonly kind: NoteKind
  readonly text: string
  /** 'YYYY-MM-DD', of a follow-up */
  readonly dueOn: string | null
  readonly at: number
  readonly operatorId: string
  readonly doneAt: number | null
  readonly doneBy: string | null
}

export interface CardEvent {
  readonly cardNumber: string
  readonly memberId: string
  readonly kind: CardChange | 'issue' | 'move'
  readonly reason: string | null
  readonly replacedBy: string | null
  readonly at: number
  readonly operatorId: string
  readonly approverId: string | null
}

export interface PersonVersion {
  readonly version: number
  readonly person: MemberPerson
}

/** A text with the salt and the digest that the chain carries in its place. */
export interface Salted {
  readonly salt: string
  readonly digest: string
}

export interface MemberFileStore {
  /** undefined where the member was taken over and never edited */
  file(memberId: string): MemberFileFacts | undefined
  putFile(file: MemberFileFacts, seq: number): void
  /** the last version of a member's personal fields; undefined after erasure */
  person(memberId: string): PersonVersion | undefined
  /** files that were merged into this one */
  aliasesOf(memberId: string): string[]
  /** follows merges to the file that stays */
  standingFor(memberId: string): string
  cardsOf(memberId: string): CardFacts[]
  cardEvents(cardNumbers: readonly string[]): CardEvent[]
  putCardEvent(event: CardEvent, seq: number): void
  note(noteId: string): NoteFacts | undefined
  notesOf(memberIds: readonly string[]): NoteFacts[]
  /** follow-ups that wait and are due up to a day, the oldest first */
  dueUntil(day: string, limit: number): NoteFacts[]
  addNote(note: NoteFacts, salted: Salted, seq: number): void
  /** throws unless the follow-up waited */
  endNote(noteId: string, by: { readonly at: number; readonly operatorId: string }, seq: number): void
  /** coupons of one member become another's */
  moveCoupons(fromMemberId: string, toMemberId: string, seq: number): void
  growthOf(memberId: string): { readonly month: string; readonly amountFen: number }[]
}

/** Fresh salt for a text about a person, and the digest of both. */
export function saltText(text: string): Salted {
  const salt = randomBytes(16).toString('hex')
  return { salt, digest: digestOf(salt + text) }
}

const NOTE_COLUMNS = `note_id AS noteId, member_id AS memberId, kind, text, due_on AS dueOn, at, operator_id AS operatorId,
  done_at AS doneAt, done_by AS doneBy`
/** a merge of merges ends; more steps than this are a circle */
const MOST_MERGES = 100

function prepareStatements({ sqlite, orm }: Store) {
  const upsertFile = preparedUpsert(orm, memberFiles, [memberFiles.memberId])
  const insertNote = preparedInsert(orm, memberNotes)
  const insertCardEvent = preparedInsert(orm, cardEvents)
  const findFile = sqlite.prepare<[string], Omit<MemberFileFacts, 'consent'> & { consent: number }>(
    `SELECT member_id AS memberId, source, served_by AS servedBy, consent, registered_at AS registeredAt,
      registered_by AS registeredBy, merged_into AS mergedInto FROM member_files WHERE member_id = ?`,
  )
  const findPerson = sqlite.prepare<[string], { version: number; fields: string }>(
    'SELECT version, fields FROM person_records WHERE person_id = ? ORDER BY version DESC LIMIT 1',
  )
  const findAliases = sqlite.prepare<[string], { memberId: string }>(
    'SELECT member_id AS memberId FROM member_files WHERE merged_into = ?',
  )
  const findCards = sqlite.prepare<[string], CardFacts>(
    `SELECT card_number AS cardNumber, member_id AS memberId, status FROM cards WHERE member_id = ?
     ORDER BY status = 'active' DESC, status = 'closed', card_number`,
  )
  const findCardEvents = sqlite.prepare<[string], CardEvent>(
    `SELECT card_number AS cardNumber, member_id AS memberId, kind, reason, replaced_by AS replacedBy, at,
      operator_id AS operatorId, approver_id AS approverId
     FROM card_events WHERE card_number IN (SELECT value FROM json_each(?)) ORDER BY seq DESC`,
  )
  const findNote = sqlite.prepare<[string], NoteFacts>(`SELECT ${NOTE_COLUMNS} FROM member_notes WHERE note_id = ?`)
  const findNotes = sqlite.prepare<[string], NoteFacts>(
    `SELECT ${NOTE_COLUMNS} FROM member_notes WHERE member_id IN (SELECT value FROM json_each(?)) ORDER BY at DESC, note_id`,
  )
  const findDue = sqlite.prepare<[string, number], NoteFacts>(
    `SELECT ${NOTE_COLUMNS} FROM member_notes WHERE due_on <= ? AND done_at IS NULL AND due_on IS NOT NULL
     ORDER BY due_on, note_id LIMIT ?`,
  )
  const markDone = sqlite.prepare(
    'UPDATE member_notes SET done_at = ?, done_by = ?, seq = ? WHERE note_id = ? AND done_at IS NULL AND due_on IS NOT NULL',
  )
  const moveCoupons = sqlite.prepare('UPDATE coupons SET member_id = ?, seq = ? WHERE member_id = ?')
  const findGrowth = sqlite.prepare<[string], { month: string; amountFen: number }>(
    'SELECT month, amount_fen AS amountFen FROM member_growth WHERE member_id = ? AND amount_fen <> 0 ORDER BY month',
  )
  return {
    upsertFile,
    insertNote,
    insertCardEvent,
    findFile,
    findPerson,
    findAliases,
    findCards,
    findCardEvents,
    findNote,
    findNotes,
    findDue,
    markDone,
    moveCoupons,
    findGrowth,
  }
}

export function createMemberFileStore(store: Store): MemberFileStore {
  const statements = prepareStatements(store)
  function file(memberId: string): MemberFileFacts | undefined {
    const row = statements.findFile.get(memberId)
    return row === undefined ? undefined : { ...row, consent: row.consent === 1 }
  }
  return {
    file,
    putFile: (facts, seq) => statements.upsertFile({ ...facts, seq }),
    person: (memberId) => {
      const row = statements.findPerson.get(memberId)
      return row === undefined ? undefined : { version: row.version, person: JSON.parse(row.fields) as MemberPerson }
    },
    aliasesOf: (memberId) => statements.findAliases.all(memberId).map((row) => row.memberId),
    standingFor: (memberId) => {
      let standing = memberId
      for (let step = 0; step < MOST_MERGES; step += 1) {
        const next = file(standing)?.mergedInto ?? null
        if (next === null) return standing
        standing = next
      }
      throw new Error(`member ${memberId} was merged in a circle`)
    },
    cardsOf: (memberId) => statements.findCards.all(memberId),
    cardEvents: (cardNumbers) => statements.findCardEvents.all(JSON.stringify(cardNumbers)),
    putCardEvent: (event, seq) => statements.insertCardEvent({ ...event, seq }),
    note: (noteId) => statements.findNote.get(noteId),
    notesOf: (memberIds) => statements.findNotes.all(JSON.stringify(memberIds)),
    dueUntil: (day, limit) => statements.findDue.all(day, limit),
    addNote: (note, { salt, digest }, seq) => statements.insertNote({ ...note, salt, digest, seq }),
    endNote: (noteId, { at, operatorId }, seq) => {
      if (statements.markDone.run(at, operatorId, seq, noteId).changes !== 1)
        throw new Error(`follow-up ${noteId} did not wait`)
    },
    moveCoupons: (fromMemberId, toMemberId, seq) => void statements.moveCoupons.run(toMemberId, seq, fromMemberId),
    growthOf: (memberId) => statements.findGrowth.all(memberId),
  }
}
