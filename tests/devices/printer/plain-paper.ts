/** Decoded paper as plain text in a grid of 12-dot cells, so that a test reads what a customer would. */
import type { DecodedPaper, PaperItem, TextRun } from '../../../electron/devices/printer/paper-items.ts'
import { CELL_DOTS, characterDots } from '../../../electron/devices/printer/paper-items.ts'

/** One string a printed line; characters of double width are followed by blanks, so that columns stay true. */
export function plainPaper(paper: DecodedPaper): string[] {
  return paper.items.flatMap(plainItem)
}

function plainItem(item: PaperItem): string[] {
  switch (item.kind) {
    case 'line':
      return [plainLine(item.runs)]
    case 'feed':
      return []
    case 'qr':
      return [`<QR ${item.align} ${item.cellDots} ${item.level} ${item.data}>`]
    case 'raster':
      return [`<raster ${item.widthDots} x ${item.heightDots}>`]
    case 'barcode':
      return [`<barcode ${item.system} ${item.data}>`]
    case 'cut':
      return ['<cut>']
    case 'drawer':
      return [`<drawer pin ${item.pin}>`]
    case 'unknown':
      return [`<unknown ${item.bytes.join(' ')}>`]
  }
}

function plainLine(runs: readonly TextRun[]): string {
  let text = ''
  let cell = 0
  for (const run of runs) {
    const from = run.xDots / CELL_DOTS
    // A run that begins inside another one would print over it.
    if (from < cell) throw new Error(`"${run.text}" overlaps what stands before it`)
    text += ' '.repeat(from - cell)
    cell = from
    for (const character of run.text) {
      const cells = (characterDots(character) * run.scaleX) / CELL_DOTS
      text += character + ' '.repeat(cells - characterDots(character) / CELL_DOTS)
      cell += cells
    }
  }
  return text.trimEnd()
}

/** Cells from the left edge to the end of the last character of a line, trailing blanks not counted. */
export function endColumn(runs: readonly TextRun[]): number {
  let end = 0
  for (const run of runs) {
    let dots = run.xDots
    for (const character of run.text) {
      dots += characterDots(character) * run.scaleX
      if (character !== ' ') end = dots / CELL_DOTS
    }
  }
  return end
}
