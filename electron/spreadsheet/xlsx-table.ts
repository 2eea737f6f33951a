/**
 * The first sheet of an .xlsx workbook, read front to back: shared texts first, then the rows. A reader of our own, because
 * it says which cells are formulas or merged, runs on the oldest runtime that the till has, and 100,000 rows of texts fit
 * beside a till that sells (docs/decisions/0016).
 */
import { dateOf, isoDay } from '../../shared/domain/day/calendar.ts'
import type { MergedCells, TableRow } from './table.ts'
import { Unreadable } from './unreadable.ts'
import { attributeOf, plainText, scanXml } from './xml-scan.ts'
import { openZip, type ZipEntries } from './zip-entries.ts'

const MAX_TEXTS_BYTES = 128 * 1024 * 1024
const MAX_SHEET_BYTES = 1024 * 1024 * 1024
const MAX_COLUMNS = 200
const ROWS_BETWEEN_WORDS = 2000
/** Shorter texts are copied, longer ones are parts of the text that they were cut from. */
const SHORTEST_PART = 13
/** Days from Excel's 0 January 1900, which counts a 29 February that was none, to 1970. */
const DAYS_BEFORE_1970 = 25_569
const DAYS_BEFORE_1970_SINCE_1904 = 24_107

interface Workbook {
  readonly sheetPath: string
  readonly textsPath: string | null
  readonly stylesPath: string | null
  readonly daysBefore1970: number
}

export interface SheetRows {
  /** the first `maxRows` of them */
  readonly rows: readonly TableRow[]
  /** all of them */
  readonly rowCount: number
  readonly merged: readonly MergedCells[]
}

/** Throws Unreadable. */
export async function readXlsx(
  bytes: Buffer,
  maxRows: number,
  onRows: (rows: number) => void = () => undefined,
): Promise<SheetRows> {
  const zip = openZip(bytes)
  const book = await findParts(zip)
  const texts = book.textsPath === null ? [] : await readTexts(zip, book.textsPath)
  const dateStyles = book.stylesPath === null ? new Set<number>() : await readDateStyles(zip, book.stylesPath)
  const sheet = new Sheet(texts, dateStyles, book.daysBefore1970, maxRows)
  let told = 0
  await scanXml(zip.pieces(book.sheetPath, MAX_SHEET_BYTES), (tag, text) => {
    sheet.tag(tag, text)
    if (sheet.rowCount < told + ROWS_BETWEEN_WORDS) return
    told = sheet.rowCount
    onRows(told)
  })
  return sheet
}

async function findParts(zip: ZipEntries): Promise<Workbook> {
  if (!zip.has('xl/workbook.xml')) throw new Unreadable('it holds no workbook')
  let firstSheet = ''
  let daysBefore1970 = DAYS_BEFORE_1970
  await scanXml(zip.pieces('xl/workbook.xml', MAX_TEXTS_BYTES), (tag) => {
    if (tag.startsWith('sheet ') && firstSheet === '') firstSheet = attributeOf(tag, 'r:id')
    if (tag.startsWith('workbookPr ') && /date1904="(1|true)"/.test(tag)) daysBefore1970 = DAYS_BEFORE_1970_SINCE_1904
  })
  const targets = new Map<string, string>()
  let textsPath: string | null = null
  let stylesPath: string | null = null
  await scanXml(zip.pieces('xl/_rels/workbook.xml.rels', MAX_TEXTS_BYTES), (tag) => {
    if (!tag.startsWith('Relationship ')) return
    const target = attributeOf(tag, 'Target')
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    targets.set(attributeOf(tag, 'Id'), path)
    const type = attributeOf(tag, 'Type')
    if (type.endsWith('/sharedStrings') && zip.has(path)) textsPath = path
    if (type.endsWith('/styles') && zip.has(path)) stylesPath = path
  })
  const sheetPath = targets.get(firstSheet)
  if (sheetPath === undefined) throw new Unreadable('it has no sheet')
  return { sheetPath, textsPath, stylesPath, daysBefore1970 }
}

/** The texts that cells name by number. What stands over characters to say how they sound (rPh) is none of them. */
async function readTexts(zip: ZipEntries, path: string): Promise<string[]> {
  const texts: string[] = []
  let whole = ''
  let sounds = false
  await scanXml(zip.pieces(path, MAX_TEXTS_BYTES), (tag, text) => {
    if (tag === '/t') {
      if (!sounds) whole += plainText(text)
    } else if (tag === 'si' || tag.startsWith('si ')) whole = ''
    else if (tag === '/si' || tag === 'si/') texts.push(tag === 'si/' ? '' : onItsOwn(whole))
    else if (tag.startsWith('rPh')) sounds = true
    else if (tag === '/rPh') sounds = false
  })
  return texts
}

/** Numbers of formats that Excel itself shows as days. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** Which cell styles show a number as a day. */
async function readDateStyles(zip: ZipEntries, path: string): Promise<Set<number>> {
  const dateFormats = new Set(DATE_FORMATS)
  const dateStyles = new Set<number>()
  let inCellStyles = false
  let style = 0
  await scanXml(zip.pieces(path, MAX_TEXTS_BYTES), (tag) => {
    if (tag.startsWith('numFmt ')) {
      const shown = attributeOf(tag, 'formatCode').replace(/\[[^\]]*\]|"[^"]*"|\\./g, '')
      if (/[yd]/i.test(shown) && !/general/i.test(shown)) dateFormats.add(Number(attributeOf(tag, 'numFmtId')))
    } else if (tag.startsWith('cellXfs')) inCellStyles = true
    else if (tag === '/cellXfs') inCellStyles = false
    else if (inCellStyles && /^xf[ />]?/.test(tag) && !tag.startsWith('/')) {
      if (dateFormats.has(Number(attributeOf(tag, 'numFmtId')))) dateStyles.add(style)
      style += 1
    }
  })
  return dateStyles
}

/** What the tags of a sheet say, one after the other. */
class Sheet implements SheetRows {
  readonly rows: TableRow[] = []
  readonly merged: MergedCells[] = []
  rowCount = 0
  private readonly texts: readonly string[]
  private readonly dateStyles: ReadonlySet<number>
  private readonly daysBefore1970: number
  private readonly maxRows: number
  private row = 0
  private cells: string[] = []
  private formulas: number[] = []
  private column = -1
  private type = ''
  private style = 0
  private value = ''

  constructor(texts: readonly string[], dateStyles: ReadonlySet<number>, daysBefore1970: number, maxRows: number) {
    this.texts = texts
    this.dateStyles = dateStyles
    this.daysBefore1970 = daysBefore1970
    this.maxRows = maxRows
  }

  tag(tag: string, text: string): void {
    const first = tag.charCodeAt(0)
    if (first === 0x2f) this.close(tag, text)
    else if (tag.startsWith('c ') || tag === 'c') this.openCell(tag)
    else if (tag.startsWith('row ') || tag === 'row' || tag === 'row/') this.openRow(tag)
    else if (tag === 'f' || tag === 'f/' || tag.startsWith('f ')) this.formulas.push(this.column)
    else if (tag.startsWith('mergeCell ')) this.merge(attributeOf(tag, 'ref'))
  }

  private close(tag: string, text: string): void {
    if (tag === '/v') this.value = text
    // a text that stands in the cell itself may come in several runs
    else if (tag === '/t') this.value += text
    else if (tag === '/c') this.closeCell()
    else if (tag === '/row') this.closeRow()
  }

  private openRow(tag: string): void {
    const said = Number(attributeOf(tag, 'r'))
    this.row = said > 0 ? said : this.row + 1
    this.cells = []
    this.formulas = []
    this.column = -1
  }

  private openCell(tag: string): void {
    const reference = attributeOf(tag, 'r')
    this.column = reference === '' ? this.column + 1 : columnOf(reference)
    this.type = attributeOf(tag, 't')
    this.style = Number(attributeOf(tag, 's'))
    this.value = ''
  }

  private closeCell(): void {
    if (this.value === '' || this.column >= MAX_COLUMNS) return
    while (this.cells.length < this.column) this.cells.push('')
    this.cells[this.column] = onItsOwn(this.text().trim())
  }

  private text(): string {
    const { type, value } = this
    if (type === 's') return this.texts[Number(value)] ?? ''
    if (type === 'str' || type === 'inlineStr' || type === 'e') return plainText(value)
    if (type === 'd') return plainText(value).slice(0, 10)
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    return this.dateStyles.has(this.style) ? this.day(Number(value)) : numberText(value)
  }

  private day(serial: number): string {
    const days = Math.floor(serial) - this.daysBefore1970
    return Number.isFinite(serial) && Math.abs(days) < 1_000_000 ? isoDay(dateOf(days)) : numberText(this.value)
  }

  private closeRow(): void {
    if (!this.cells.some((cell) => cell !== '')) return
    this.rowCount += 1
    if (this.rows.length >= this.maxRows) return
    const { row, cells, formulas } = this
    this.rows.push(formulas.length === 0 ? { row, cells } : { row, cells, formulas })
  }

  private merge(reference: string): void {
    const [from, to] = reference.split(':')
    if (from === undefined || to === undefined) return
    const rowOf = (cell: string): number => Number(cell.replace(/^[A-Z]+/, ''))
    this.merged.push({
      fromRow: rowOf(from),
      toRow: rowOf(to),
      fromColumn: columnOf(from),
      toColumn: columnOf(to),
    })
  }
}

/** A part of a text keeps all of it in memory: a long note would keep the piece of the file that it was cut from. */
function onItsOwn(text: string): string {
  return text.length < SHORTEST_PART ? text : Buffer.from(text, 'utf8').toString('utf8')
}

/** 'C7' is column 2. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

/** As a spreadsheet shows it: fifteen digits at most, no exponent. */
function numberText(value: string): string {
  const plain = value.trim()
  if (/^-?\d{1,15}$/.test(plain)) return plain
  const number = Number(plain)
  if (!Number.isFinite(number)) return plainText(plain)
  const shown = Number(number.toPrecision(15))
  return Number.isInteger(shown) && Math.abs(shown) < 1e21 ? BigInt(shown).toString() : String(shown)
}
