/**
 * All rows of a list of members, checked among themselves: what each cell says, and what two rows claim both.
 *
 * Invariants: rows keep their order and their numbers, so that a batch of a file is the same rows each time it is read; of
 * two rows with one phone or one card the first stands and the later ones say where it is.
 */
import type { ColumnMap, MemberColumn } from './member-columns.ts'
import { MEMBER_COLUMNS } from './member-columns.ts'
import { readMember, type CellProblem, type ImportedMember, type RowRules } from './read-member.ts'

/** A row of the table below its header. */
export interface ListRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly formulas?: readonly number[]
}

/** Cells that are one, rows as numbered in the table, columns counted from 0. */
export interface MergedRange {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

export interface CheckedRow {
  readonly row: number
  readonly member: ImportedMember | null
  /** none where there is a member */
  readonly problems: readonly CellProblem[]
}

export interface RowsToCheck {
  readonly rows: readonly ListRow[]
  readonly merged: readonly MergedRange[]
  readonly columns: ColumnMap
  readonly rules: RowRules
}

export function checkRows({ rows, merged, columns, rules }: RowsToCheck): CheckedRow[] {
  const mapped = MEMBER_COLUMNS.flatMap((column): [MemberColumn, number][] => {
    const place = columns[column]
    return place === undefined ? [] : [[column, place]]
  })
  const lastRow = rows[rows.length - 1]?.row ?? 0
  const mergedAt = mergedRows(merged, new Set(mapped.map(([, place]) => place)), lastRow)
  const firstWithPhone = new Map<string, number>()
  const firstWithCard = new Map<string, number>()
  return rows.map((row) => {
    const shape = shapeProblems(row, mapped, mergedAt)
    const read = readMember(row.cells, columns, rules)
    if (read.member === null) return { row: row.row, member: null, problems: [...shape, ...read.problems] }
    const { phone, card } = read.member
    const problems = [
      ...shape,
      ...claimed(firstWithPhone, phone, row.row, 'phone'),
      ...(card === null ? [] : claimed(firstWithCard, card, row.row, 'card')),
    ]
    return { row: row.row, member: problems.length === 0 ? read.member : null, problems }
  })
}

/** Rows with a cell that is one with another, by the first of them. */
function mergedRows(
  merged: readonly MergedRange[],
  places: ReadonlySet<number>,
  lastRow: number,
): Map<number, MergedRange> {
  const at = new Map<number, MergedRange>()
  for (const range of merged) {
    const touches = [...places].some((place) => place >= range.fromColumn && place <= range.toColumn)
    if (!touches) continue
    for (let row = range.fromRow; row <= Math.min(range.toRow, lastRow); row += 1) at.set(row, range)
  }
  return at
}

/** What cannot be believed of a cell, whatever it shows. */
function shapeProblems(
  { row, formulas }: ListRow,
  mapped: readonly (readonly [MemberColumn, number])[],
  mergedAt: ReadonlyMap<number, MergedRange>,
): CellProblem[] {
  const problems: CellProblem[] = []
  for (const [column, place] of formulas === undefined ? [] : mapped) {
    if (formulas?.includes(place) === true) problems.push({ column, code: 'member-row-formula', params: {} })
  }
  const range = mergedAt.get(row)
  if (range !== undefined) {
    const column = mapped.find(([, place]) => place >= range.fromColumn && place <= range.toColumn)?.[0] ?? null
    problems.push({ column, code: 'member-row-merged', params: { fromRow: range.fromRow, toRow: range.toRow } })
  }
  return problems
}

function claimed(
  firstWith: Map<string, number>,
  key: string,
  row: number,
  column: 'phone' | 'card',
): readonly CellProblem[] {
  const first = firstWith.get(key)
  if (first === undefined) {
    firstWith.set(key, row)
    return []
  }
  const code = column === 'phone' ? 'member-row-phone-twice' : 'member-row-card-twice'
  return [{ column, code, params: { row: first } }]
}
