/**
 * Tables written as .xlsx, by the library hucre, which stands behind this file alone.
 *
 * Invariants: rows are taken one by one and packed as they come, so that memory does not grow with them; a text is written
 * as text and never as a formula, whatever it begins with.
 */
import { writeXlsxStream } from 'hucre/xlsx'
import { closeDeflateGap } from './deflate-gap.ts'

export interface SheetColumn {
  /** in characters */
  readonly width: number
}

export interface SheetToWrite {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** rows that stay in sight when the sheet is scrolled */
  readonly fixedRows: number
  readonly rows: Iterable<readonly (string | number | null)[]>
}

export async function writeXlsx({ name, columns, fixedRows, rows }: SheetToWrite): Promise<Buffer> {
  closeDeflateGap()
  const file = writeXlsxStream(copied(rows), {
    name,
    columns: columns.map(({ width }) => ({ width })),
    freezePane: { rows: fixedRows },
  })
  const reader = file.getReader()
  const pieces: Uint8Array[] = []
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(pieces)
    pieces.push(value)
  }
}

function* copied(rows: SheetToWrite['rows']): Generator<(string | number | null)[]> {
  for (const row of rows) yield [...row]
}
