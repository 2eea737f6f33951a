/**
 * The file of an import, in a thread of its own: read once, checked as often as the columns change, looked at page by page,
 * and handed over batch by batch. The main thread holds none of its rows.
 */
import { createHash } from 'node:crypto'
import type { MemberImportRow } from '../../../shared/contract/member-import.ts'
import { maskPhone } from '../../../shared/domain/member/masking.ts'
import { checkRows, type CheckedRow } from '../../../shared/domain/member-import/check-rows.ts'
import {
  findHeader,
  guessColumns,
  MEMBER_COLUMNS,
  type ColumnMap,
} from '../../../shared/domain/member-import/member-columns.ts'
import {
  readMember,
  type CellProblem,
  type ImportedMember,
  type RowRules,
} from '../../../shared/domain/member-import/read-member.ts'
import { ok, type Refusal, type Result } from '../../../shared/domain/result.ts'
import { readTable } from '../../spreadsheet/read-table.ts'
import type { Table, TableRow } from '../../spreadsheet/table.ts'
import { openKnownMembers, type KnownMembersFile } from '../../store/members/known-members.ts'
import { errorsSheet } from './errors-sheet.ts'
import { memberIdOfRow } from './import-ids.ts'
import { cardTaken, phoneTaken } from './row-problems.ts'

const MAX_IMPORT_ROWS = 100_000
/** Rows of the file that one commit looks at: some 20 ms of writing, so that a sale waits for no longer. */
const BATCH_ROWS = 100
const SAMPLE_ROWS = 3
const MAX_HEADER_LENGTH = 60
const ROWS_BETWEEN_WORDS = 5000

export type RowState = MemberImportRow['state']

export interface ReadFile {
  readonly digest: string
  readonly header: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly columns: ColumnMap
  readonly rows: number
}

export type Counts = Readonly<Record<'rows' | RowState, number>>

export interface BatchRow {
  readonly row: number
  readonly memberId: string
  readonly member: ImportedMember
}

export interface LeftOutRow {
  readonly row: number
  readonly problem: CellProblem
}

/** Without the member that it is: that is read again when it is taken over, so that a long list fits into memory. */
interface Row {
  readonly row: number
  readonly cells: readonly string[]
  state: RowState
  problems: readonly CellProblem[]
}

export interface ImportWork {
  read(bytes: Uint8Array): Promise<Result<ReadFile>>
  check(columns: ColumnMap, rules: RowRules): Counts
  rows(show: 'all' | RowState, from: number, limit: number): { rows: MemberImportRow[]; total: number }
  /** what of the rows from `from` on is to be taken over; `next` is null behind the last */
  batch(from: number): { rows: BatchRow[]; next: number | null }
  /** what became of a batch */
  settle(taken: readonly number[], leftOut: readonly LeftOutRow[]): Counts
  errorsFile(): Promise<Uint8Array>
}

export function createImportWork(known: KnownMembersFile, progress: (rows: number) => void): ImportWork {
  let digest = ''
  let table: Table = { rows: [], merged: [] }
  let header: TableRow = { row: 0, cells: [] }
  let body: readonly TableRow[] = []
  let columns: ColumnMap = {}
  let readRow: (cells: readonly string[]) => ImportedMember | null = () => null
  let rows: Row[] = []
  let byNumber = new Map<number, Row>()
  return {
    read: async (bytes) => {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const read = await readTable({ bytes: buffer, maxRows: MAX_IMPORT_ROWS, onRows: progress })
      if (!read.ok) return read
      digest = createHash('sha256').update(buffer).digest('hex')
      table = read.value
      const place = findHeader(table.rows)
      header = table.rows[place] ?? header
      body = table.rows.slice(place + 1)
      if (body.length === 0) return { ok: false, refusal: { code: 'table-empty', params: {} } }
      return ok({
        digest,
        header: header.cells.map((cell) => cell.slice(0, MAX_HEADER_LENGTH)),
        sample: body
          .slice(0, SAMPLE_ROWS)
          .map(({ cells }) => cells.map((cell) => shownPhone(cell.slice(0, MAX_HEADER_LENGTH)))),
        columns: guessColumns(header.cells),
        rows: body.length,
      })
    },
    check: (chosen, rules) => {
      columns = chosen
      readRow = (cells) => readMember(cells, columns, rules).member
      const checked = checkRows({ rows: body, merged: table.merged, columns, rules })
      rows = compare(checked, body, { digest, known, progress })
      byNumber = new Map(rows.map((row) => [row.row, row]))
      return countRows(rows)
    },
    rows: (show, from, limit) => {
      const shown = show === 'all' ? rows : rows.filter(({ state }) => state === show)
      return { rows: shown.slice(from, from + limit).map((row) => rowView(row, columns)), total: shown.length }
    },
    batch: (from) => {
      const part = rows.slice(from, from + BATCH_ROWS)
      const next = from + BATCH_ROWS
      return { rows: part.flatMap((row) => batchRow(row, digest, readRow)), next: next >= rows.length ? null : next }
    },
    settle: (taken, leftOut) => {
      for (const number of taken) setState(byNumber.get(number), 'taken', [])
      for (const { row, problem } of leftOut) setState(byNumber.get(row), 'wrong', [problem])
      return countRows(rows)
    },
    errorsFile: () => errorsSheet(header.cells, wrongRows(rows)),
  }
}

interface Comparing {
  readonly digest: string
  readonly known: KnownMembersFile
  readonly progress: (rows: number) => void
}

/** Who of the list is a member already: by this very file, under the same name and phone, or as somebody else. */
function compare(
  checked: readonly CheckedRow[],
  body: readonly TableRow[],
  { digest, known: file, progress }: Comparing,
): Row[] {
  const known = openKnownMembers(file)
  try {
    return checked.map(({ row, member, problems }, place): Row => {
      if (place % ROWS_BETWEEN_WORDS === 0) progress(place)
      const cells = body[place]?.cells ?? []
      if (member === null) return { row, cells, state: 'wrong', problems }
      const memberId = memberIdOfRow(digest, row)
      const holder = known.byPhone(member.phone)
      const cardHolder = member.card === null ? undefined : known.byCard(member.card)
      if (holder?.memberId === memberId) return { row, cells, state: 'taken', problems }
      if (holder?.name === member.name) return { row, cells, state: 'existing', problems }
      if (holder !== undefined) return { row, cells, state: 'wrong', problems: [phoneTaken()] }
      if (cardHolder !== undefined && cardHolder.memberId !== memberId)
        return { row, cells, state: 'wrong', problems: [cardTaken()] }
      return { row, cells, state: 'fresh', problems }
    })
  } finally {
    known.close()
  }
}

function setState(row: Row | undefined, state: RowState, problems: readonly CellProblem[]): void {
  if (row === undefined) throw new RangeError('a row that the file does not have')
  row.state = state
  row.problems = problems
}

function batchRow(
  { row, cells, state }: Row,
  digest: string,
  readRow: (cells: readonly string[]) => ImportedMember | null,
): BatchRow[] {
  const member = state === 'fresh' ? readRow(cells) : null
  return member === null ? [] : [{ row, memberId: memberIdOfRow(digest, row), member }]
}

function countRows(rows: readonly Row[]): Counts {
  const counts = { rows: rows.length, fresh: 0, taken: 0, existing: 0, wrong: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

function rowView({ row, cells, state, problems }: Row, columns: ColumnMap): MemberImportRow {
  const shown: MemberImportRow['cells'] = {}
  for (const column of MEMBER_COLUMNS) {
    const place = columns[column]
    const text = place === undefined ? '' : (cells[place] ?? '')
    if (text !== '') shown[column] = column === 'phone' ? shownPhone(text) : text
  }
  return { row, state, cells: shown, problems: problems.map(problemView) }
}

/** Whoever corrects a wrong number must see it; a right one is nobody's business. */
function shownPhone(text: string): string {
  const digits = text.replace(/[^\d+]/g, '')
  return /^\d{11}$/.test(digits) ? maskPhone(digits) : text
}

function problemView({ column, code, params }: CellProblem): {
  column: CellProblem['column']
  refusal: MutableRefusal
} {
  return { column, refusal: { code, params: { ...params } } }
}

type MutableRefusal = { code: string; params: Record<string, string | number> }

function* wrongRows(rows: readonly Row[]): Generator<{ row: number; cells: readonly string[]; problems: Refusal[] }> {
  for (const { row, cells, state, problems } of rows) {
    if (state === 'wrong') yield { row, cells, problems: problems.map(({ code, params }) => ({ code, params })) }
  }
}
