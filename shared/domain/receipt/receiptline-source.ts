/**
 * Writes receiptline source row by row.
 *
 * Invariants: the cells of a row fill the paper exactly and each cell's text fits its cell, so receiptline never wraps
 * or drops a column; every text goes through `escapeField`, so no value can become markup, a rule, a code or a command.
 */
import { columnsOf, columnsOfPaper, printableText, wrapToColumns } from './paper-text.ts'
import type { PaperWidthMm } from './receipt-document.ts'

/** tall is twice as high, large twice as high and twice as wide. */
export type TextSize = 'normal' | 'tall' | 'large'

export type TextStyle = { readonly bold?: boolean; readonly inverse?: boolean; readonly size?: TextSize }

export type Cell = TextStyle & {
  readonly text: string
  readonly columns: number
  readonly align: 'left' | 'center' | 'right'
}

/** The one command word of our sources: a little air below what stands above. */
export const SMALL_GAP = 'gap'

const SIZE_MARK: Readonly<Record<TextSize, string>> = { normal: '', tall: '^^', large: '^^^' }

/**
 * `text` as a receiptline field that prints exactly its printable characters. Markup characters become hexadecimal
 * escapes, spaces become `~` because receiptline reads the alignment of a field from the spaces around it, and a
 * leading - or = is escaped because a line of nothing else would be a rule.
 */
export function escapeField(text: string): string {
  return text
    .replace(/[\\|{}~_"`^]/g, hexEscape)
    .replace(/^[-=]/, hexEscape)
    .replace(/ /g, '~')
}

function hexEscape(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}

/** Cells that printable `text` takes in `style`; white on black has a blank cell at either end. */
export function printedColumns(text: string, style: TextStyle = {}): number {
  return (columnsOf(text) + (style.inverse === true ? 2 : 0)) * (style.size === 'large' ? 2 : 1)
}

function fieldOf(cell: Cell): string {
  if (cell.text === '') return ' '
  const mark = SIZE_MARK[cell.size ?? 'normal']
  const bold = cell.bold === true ? '"' : ''
  const [opening, closing] = cell.inverse === true ? ['`~', '~`'] : ['', '']
  const field = `${mark}${bold}${opening}${escapeField(cell.text)}${closing}${bold}${mark}`
  if (cell.align === 'left') return `${field} `
  return cell.align === 'right' ? ` ${field}` : field
}

export class ReceiptlineSource {
  readonly columns: number
  readonly #rows: string[] = ['{border:none}']
  #widths = ''

  constructor(paper: PaperWidthMm) {
    this.columns = columnsOfPaper(paper)
  }

  /** One printed line. Throws where the cells do not fill the paper or a text does not fit its cell. */
  row(cells: readonly Cell[]): void {
    const printable = cells.map((cell) => ({ ...cell, text: printableText(cell.text) }))
    for (const cell of printable) {
      if (printedColumns(cell.text, cell) > cell.columns) throw new RangeError('a text is wider than its cell')
    }
    const filled = cells.reduce((columns, cell) => columns + cell.columns, 0)
    if (filled !== this.columns) throw new RangeError(`cells fill ${filled} of ${this.columns} columns`)
    const widths = cells.map((cell) => String(cell.columns)).join(' ')
    if (widths !== this.#widths) this.#rows.push(`{width:${widths}}`)
    this.#widths = widths
    this.#rows.push(`|${printable.map(fieldOf).join('|')}|`)
  }

  /** A text over the whole width, broken into as many lines as it needs, each indented by `indent` columns. */
  paragraph(text: string, align: Cell['align'], style: TextStyle = {}, indent = 0): void {
    const columns = this.columns - indent
    const room = (style.size === 'large' ? columns >> 1 : columns) - (style.inverse === true ? 2 : 0)
    for (const line of wrapToColumns(printableText(text), room)) {
      const cell: Cell = { text: line, columns, align, ...style }
      this.row(indent === 0 ? [cell] : [gap(indent), cell])
    }
  }

  /** A label at the left and a value at the right; on lines of their own where one line cannot hold both. */
  pair(label: string, value: string, style: { label?: TextStyle; value?: TextStyle } = {}): void {
    const valueColumns = printedColumns(printableText(value), style.value)
    const labelColumns = printedColumns(printableText(label), style.label)
    if (labelColumns + 1 + valueColumns > this.columns) {
      this.paragraph(label, 'left', style.label)
      this.paragraph(value, 'right', style.value)
      return
    }
    this.row([
      { text: label, columns: this.columns - valueColumns, align: 'left', ...style.label },
      { text: value, columns: valueColumns, align: 'right', ...style.value },
    ])
  }

  /** A full-width rule: a solid one between parts of the receipt, a dotted one within a part. */
  rule(kind: 'solid' | 'dotted'): void {
    const character = kind === 'solid' ? '─' : '┄'
    this.row([{ text: character.repeat(this.columns >> 1), columns: this.columns, align: 'left' }])
  }

  blank(): void {
    this.row([{ text: '', columns: this.columns, align: 'left' }])
  }

  /** About a millimetre of air. */
  smallGap(): void {
    this.#rows.push(`{command:${SMALL_GAP}}`)
  }

  /** A centred QR code of ASCII `data`; `cellDots` is the side of one module, 3 to 8 dots. */
  qr(data: string, cellDots: number): void {
    const value = data.replace(/[^!-~]/g, '').replace(/[^0-9A-Za-z-]/g, hexEscape)
    this.#rows.push(`{option:qrcode ${cellDots} m;code:${value}}`)
  }

  toString(): string {
    return this.#rows.join('\n')
  }
}

/** An empty cell. */
export function gap(columns: number): Cell {
  return { text: '', columns, align: 'left' }
}
