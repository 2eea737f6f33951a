/**
 * Text pasted from a spreadsheet or a CSV file as rows of cells.
 *
 * Invariants: the first line that is not blank decides what separates cells (tab, else comma, also a full-width one, or
 * semicolon); a cell in quotes may hold separators, line breaks and doubled quotes; blank rows are left out but counted.
 */
export interface PastedRow {
  /** 1-based number of the row, as a spreadsheet shows it */
  readonly row: number
  readonly cells: readonly string[]
}

const SEPARATORS = ['\t', ',', '\uff0c', ';'] as const

export function splitPasted(text: string): PastedRow[] {
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const firstLine = body.split('\n', 50).find((line) => line.trim() !== '') ?? ''
  const separator = SEPARATORS.find((candidate) => firstLine.includes(candidate)) ?? '\t'
  const rows: PastedRow[] = []
  let at = 0
  for (let row = 1; at < body.length; row++) {
    const line = readRow(body, at, separator)
    if (line.cells.some((cell) => cell !== '')) rows.push({ row, cells: line.cells })
    at = line.next
  }
  return rows
}

function readRow(body: string, from: number, separator: string): { cells: string[]; next: number } {
  const cells: string[] = []
  let at = from
  for (;;) {
    const cell = body[at] === '"' ? readQuoted(body, at, separator) : readPlain(body, at, separator)
    cells.push(cell.text.trim())
    at = cell.next
    if (at >= body.length || body[at] === '\n') return { cells, next: at + 1 }
    at += separator.length
  }
}

function readPlain(body: string, from: number, separator: string): { text: string; next: number } {
  let at = from
  while (at < body.length && body[at] !== '\n' && body[at] !== separator) at++
  return { text: body.slice(from, at), next: at }
}

/** A quote that is never closed belongs to the text, so that one stray mark does not swallow all rows behind it. */
function readQuoted(body: string, from: number, separator: string): { text: string; next: number } {
  let at = from + 1
  for (;;) {
    at = body.indexOf('"', at)
    if (at < 0) return readPlain(body, from, separator)
    if (body[at + 1] !== '"') break
    at += 2
  }
  const after = body[at + 1]
  if (after !== undefined && after !== '\n' && after !== separator) return readPlain(body, from, separator)
  return { text: body.slice(from + 1, at).replace(/""/g, '"'), next: at + 1 }
}
