/**
 * A table read from a file that somebody chose: rows of texts, whatever program wrote them.
 *
 * Invariants: a cell is the text that its program would show (a number without exponent, a day as 'YYYY-MM-DD'); rows that
 * are empty are left out but counted; no more than `maxRows` rows are kept, however many the file has.
 */
import type { Result } from '../../shared/domain/result.ts'

export interface TableRow {
  /** 1-based, as a spreadsheet shows it */
  readonly row: number
  readonly cells: readonly string[]
  /** columns, counted from 0, whose cell is a formula; absent where there is none */
  readonly formulas?: readonly number[]
}

export interface MergedCells {
  /** rows as a spreadsheet shows them, columns counted from 0, both inclusive */
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

export interface Table {
  readonly rows: readonly TableRow[]
  readonly merged: readonly MergedCells[]
}

export interface ReadOptions {
  readonly bytes: Buffer
  /** rows below the header */
  readonly maxRows: number
  /** called now and then with the rows so far */
  readonly onRows?: (rows: number) => void
}

export type TableRefusal = 'table-unreadable' | 'table-old-excel' | 'table-too-many-rows' | 'table-empty'

/**
 * Refuses with table-unreadable {detail}, table-old-excel (.xls, or a workbook with a password),
 * table-too-many-rows {max, rows}, table-empty.
 */
export type ReadTable = (options: ReadOptions) => Promise<Result<Table, TableRefusal>>
