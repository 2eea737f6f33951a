/**
 * One row of a list of members, read: who it is, what it holds, and everything that is wrong, cell by cell.
 *
 * Invariants: a row has problems or a member, never both; amounts are whole fen and points, not below zero; what opening
 * balances hold lies within the cap of a registered account.
 */
import { readPhone } from '../member/phone.ts'
import { fenOfText, halfWidth } from '../products/typed-numbers.ts'
import type { Refusal } from '../result.ts'
import { birthdayOfText } from './read-birthday.ts'
import type { ColumnMap, MemberColumn } from './member-columns.ts'

export interface ImportedMember {
  readonly name: string
  /** 11 digits, or '+' with a country code */
  readonly phone: string
  readonly card: string | null
  readonly tierId: string | null
  /** 'MM-DD' */
  readonly birthday: string | null
  readonly sex: 'male' | 'female' | null
  readonly tags: readonly string[]
  readonly points: number
  readonly principalFen: number
  readonly bonusFen: number
  readonly note: string
}

export interface CellProblem {
  /** null where the whole row is meant */
  readonly column: MemberColumn | null
  readonly code: MemberRowProblem
  readonly params: Refusal['params']
}

export type MemberRowProblem =
  | 'member-row-name-missing'
  | 'member-row-name-long'
  | 'member-row-phone-missing'
  | 'member-row-phone-length'
  | 'member-row-phone-wrong'
  | 'member-row-phone-twice'
  | 'member-row-phone-taken'
  | 'member-row-card-wrong'
  | 'member-row-card-twice'
  | 'member-row-card-taken'
  | 'member-row-tier-unknown'
  | 'member-row-birthday-wrong'
  | 'member-row-sex-wrong'
  | 'member-row-tag-long'
  | 'member-row-tags-many'
  | 'member-row-points-wrong'
  | 'member-row-points-negative'
  | 'member-row-amount-wrong'
  | 'member-row-amount-negative'
  | 'member-row-above-cap'
  | 'member-row-note-long'
  | 'member-row-formula'
  | 'member-row-merged'

/** What a row is judged by. */
export interface RowRules {
  /** ids by their names, in lower case */
  readonly tiers: ReadonlyMap<string, string>
  readonly tierNames: string
  /** of whoever's cell is empty */
  readonly firstTierId: string | null
  /** principal that an account of a named member may hold, in fen */
  readonly capFen: number
  /** 'YYYY-MM-DD' */
  readonly today: string
}

export type ReadMember =
  | { readonly member: ImportedMember; readonly problems: null }
  | { readonly member: null; readonly problems: readonly CellProblem[] }

const MAX_NAME_LENGTH = 20
const MAX_NOTE_LENGTH = 200
const MAX_TAG_LENGTH = 12
const MAX_TAGS = 10
const MAX_POINTS = 99_999_999
const NEGATIVE = /^[-−－(]/

/** `cells` as the table has them, `columns` says where what stands. */
export function readMember(cells: readonly string[], columns: ColumnMap, rules: RowRules): ReadMember {
  const problems: CellProblem[] = []
  const wrong = (column: MemberColumn, code: MemberRowProblem, params: Refusal['params'] = {}): void =>
    void problems.push({ column, code, params })
  const cell = (column: MemberColumn): string => {
    const place = columns[column]
    return place === undefined ? '' : (cells[place] ?? '').trim()
  }
  const principalFen = readAmount(cell('principal'), 'principal', wrong)
  if (principalFen > rules.capFen) wrong('principal', 'member-row-above-cap', { capFen: rules.capFen })
  const member: ImportedMember = {
    name: readName(cell('name'), wrong),
    phone: readPhoneCell(cell('phone'), wrong),
    card: readCard(cell('card'), wrong),
    tierId: readTier(cell('tier'), rules, wrong),
    birthday: readBirthday(cell('birthday'), rules.today, wrong),
    sex: readSex(cell('sex'), wrong),
    tags: readTags(cell('tags'), wrong),
    points: readPoints(cell('points'), wrong),
    principalFen,
    bonusFen: readAmount(cell('bonus'), 'bonus', wrong),
    note: readNote(cell('note'), wrong),
  }
  return problems.length === 0 ? { member, problems: null } : { member: null, problems }
}

type Wrong = (column: MemberColumn, code: MemberRowProblem, params?: Refusal['params']) => void

function readName(text: string, wrong: Wrong): string {
  if (text === '') wrong('name', 'member-row-name-missing')
  else if (text.length > MAX_NAME_LENGTH) wrong('name', 'member-row-name-long', { max: MAX_NAME_LENGTH })
  return text
}

function readPhoneCell(text: string, wrong: Wrong): string {
  const plain = halfWidth(text)
  if (plain === '') {
    wrong('phone', 'member-row-phone-missing')
    return ''
  }
  const read = readPhone(plain)
  if (read.ok) return read.value
  const length = read.refusal.code === 'phone-length'
  wrong('phone', length ? 'member-row-phone-length' : 'member-row-phone-wrong', { ...read.refusal.params, text })
  return ''
}

function readCard(text: string, wrong: Wrong): string | null {
  const plain = halfWidth(text).replace(/[\s-]/g, '')
  if (plain === '') return null
  if (!/^[0-9A-Za-z]{4,32}$/.test(plain)) wrong('card', 'member-row-card-wrong', { text })
  return plain
}

function readTier(text: string, rules: RowRules, wrong: Wrong): string | null {
  if (text === '') return rules.firstTierId
  const tierId = rules.tiers.get(halfWidth(text).toLowerCase())
  if (tierId === undefined) wrong('tier', 'member-row-tier-unknown', { text, names: rules.tierNames })
  return tierId ?? null
}

function readBirthday(text: string, today: string, wrong: Wrong): string | null {
  if (text === '') return null
  const birthday = birthdayOfText(text, today)
  if (birthday === null) wrong('birthday', 'member-row-birthday-wrong', { text })
  return birthday
}

const SEXES = new Map<string, ImportedMember['sex']>([
  ['男', 'male'],
  ['先生', 'male'],
  ['m', 'male'],
  ['male', 'male'],
  ['女', 'female'],
  ['女士', 'female'],
  ['f', 'female'],
  ['female', 'female'],
  ['', null],
  ['未知', null],
  ['保密', null],
])

function readSex(text: string, wrong: Wrong): ImportedMember['sex'] {
  const sex = SEXES.get(halfWidth(text).toLowerCase())
  if (sex === undefined) wrong('sex', 'member-row-sex-wrong', { text })
  return sex ?? null
}

function readTags(text: string, wrong: Wrong): string[] {
  const tags = [
    ...new Set(
      text
        .split(/[,,、;;|]/)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    ),
  ]
  if (tags.length > MAX_TAGS) wrong('tags', 'member-row-tags-many', { max: MAX_TAGS })
  const long = tags.find((tag) => tag.length > MAX_TAG_LENGTH)
  if (long !== undefined) wrong('tags', 'member-row-tag-long', { text: long, max: MAX_TAG_LENGTH })
  return tags
}

function readPoints(text: string, wrong: Wrong): number {
  const plain = halfWidth(text).replace(/,(?=\d{3}\b)/g, '')
  if (plain === '') return 0
  if (NEGATIVE.test(plain)) wrong('points', 'member-row-points-negative', { text })
  else if (!/^\d{1,9}(?:\.0*)?$/.test(plain) || Number(plain) > MAX_POINTS)
    wrong('points', 'member-row-points-wrong', { text })
  else return Math.floor(Number(plain))
  return 0
}

function readAmount(text: string, column: 'principal' | 'bonus', wrong: Wrong): number {
  if (text === '') return 0
  if (NEGATIVE.test(text)) {
    wrong(column, 'member-row-amount-negative', { text })
    return 0
  }
  const amountFen = fenOfText(text)
  if (amountFen === null) wrong(column, 'member-row-amount-wrong', { text })
  return amountFen ?? 0
}

function readNote(text: string, wrong: Wrong): string {
  if (text.length > MAX_NOTE_LENGTH) wrong('note', 'member-row-note-long', { max: MAX_NOTE_LENGTH })
  return text
}
