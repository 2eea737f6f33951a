/** Reads a table from the bytes of a file, whichever kind it is: told by how it begins, never by its name. */
import { ok, refuse, type Result } from '../../shared/domain/result.ts'
import { readCsv } from './csv-table.ts'
import type { ReadTable, Table, TableRefusal } from './table.ts'
import { Unreadable } from './unreadable.ts'
import { readXlsx } from './xlsx-table.ts'

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** Both the Excel of before 2007 and a workbook with a password are of this kind. */
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
/** Titles and notes above the table and the header itself are not counted. */
const ROWS_ABOVE = 10

export const readTable: ReadTable = async ({ bytes, maxRows, onRows }) => {
  if (bytes.subarray(0, 4).equals(OLD_OFFICE)) return refuse('table-old-excel')
  try {
    if (!bytes.subarray(0, 4).equals(ZIP)) {
      if (bytes.includes(0) && !(bytes[0] === 0xff || bytes[0] === 0xfe)) return unreadable('not a spreadsheet')
      const rows = readCsv(bytes)
      return whole({ rows, merged: [] }, rows.length, maxRows)
    }
    const { rows, rowCount, merged } = await readXlsx(bytes, maxRows + ROWS_ABOVE, onRows)
    return whole({ rows, merged }, rowCount, maxRows)
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error.message)
    // what zlib says of bytes that somebody changed
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      return unreadable('it is damaged')
    throw error
  }
}

function unreadable(detail: string): Result<never, TableRefusal> {
  return refuse('table-unreadable', { detail })
}

function whole(table: Table, rowCount: number, maxRows: number): Result<Table, TableRefusal> {
  if (rowCount === 0) return refuse('table-empty')
  return rowCount > maxRows + ROWS_ABOVE
    ? refuse('table-too-many-rows', { max: maxRows, rows: rowCount - 1 })
    : ok(table)
}
