/**
 * Pasted rows of goods, read: which column means what, and what is wrong with a row.
 *
 * Invariants: a row has a problem or a name and a price; a field whose cell is empty or whose column is missing is
 * undefined and leaves a known product as it is.
 */
import { ok, refuse, type Refusal, type Result } from '../result.ts'
import { splitPasted, type PastedRow } from './pasted-table.ts'
import { basisPointsOfText, fenOfText, halfWidth } from './typed-numbers.ts'

export const MAX_IMPORT_ROWS = 20_000
const MAX_NAME_LENGTH = 60
const MAX_UNIT_LENGTH = 6

export interface ReadRow {
  readonly row: number
  readonly nameZh: string
  /** as pasted */
  readonly barcodeText: string
  readonly priceText: string
  readonly barcode: string | null
  readonly priceFen: number
  readonly categoryText: string
  readonly unit: string | undefined
  readonly taxRateBp: number | undefined
  readonly costFen: number | undefined
  readonly memberPriceFen: number | undefined
  readonly problem: Refusal | null
}

type Column = 'name' | 'barcode' | 'price' | 'category' | 'unit' | 'tax' | 'cost' | 'memberPrice'

const COLUMN_NAMES: Readonly<Record<Column, readonly string[]>> = {
  name: ['名称', '品名', '商品名称', '商品', 'name', 'product'],
  barcode: ['条码', '条形码', '商品条码', 'barcode', 'ean'],
  price: ['价格', '售价', '零售价', '单价', 'price'],
  category: ['分类', '类别', '商品分类', 'category'],
  unit: ['单位', 'unit'],
  tax: ['税率', 'tax', 'taxrate', 'vat'],
  cost: ['成本', '成本价', '进价', '进货价', 'cost'],
  memberPrice: ['会员价', 'memberprice'],
}

/** The rows below the header; refuses a text without the columns for name and price, or with too many rows. */
export function readImport(
  text: string,
): Result<ReadRow[], 'import-empty' | 'import-column-missing' | 'import-too-many'> {
  const [header, ...body] = splitPasted(text)
  if (header === undefined) return refuse('import-empty')
  const columns = columnsOf(header.cells)
  if (columns.name === undefined) return refuse('import-column-missing', { column: '名称' })
  if (columns.price === undefined) return refuse('import-column-missing', { column: '价格' })
  if (body.length > MAX_IMPORT_ROWS) return refuse('import-too-many', { max: MAX_IMPORT_ROWS })
  const firstRowOf = new Map<string, number>()
  return ok(body.map((row) => refuseRepeated(readRow(row, columns), firstRowOf)))
}

/** Where each column stands; of two with the same meaning the first counts. */
function columnsOf(cells: readonly string[]): Partial<Record<Column, number>> {
  const columns: Partial<Record<Column, number>> = {}
  cells.forEach((cell, index) => {
    const name = halfWidth(cell)
      .toLowerCase()
      .replace(/\(.*$/, '')
      .replace(/[\s_-]/g, '')
    for (const [column, names] of Object.entries(COLUMN_NAMES)) {
      if (names.includes(name)) columns[column as Column] ??= index
    }
  })
  return columns
}

function readRow({ row, cells }: PastedRow, columns: Partial<Record<Column, number>>): ReadRow {
  const cell = (column: Column): string => {
    const index = columns[column]
    return index === undefined ? '' : (cells[index] ?? '')
  }
  // a leading apostrophe is how a spreadsheet keeps the zeros of a number
  const barcode = halfWidth(cell('barcode')).replace(/^'/, '').replace(/\s/g, '')
  const priceFen = fenOfText(cell('price'))
  const tax = optional(cell('tax'), basisPointsOfText)
  const cost = optional(cell('cost'), fenOfText)
  const memberPrice = optional(cell('memberPrice'), fenOfText)
  return {
    row,
    nameZh: cell('name'),
    barcodeText: cell('barcode'),
    priceText: cell('price'),
    barcode: barcode === '' ? null : barcode,
    priceFen: priceFen ?? 0,
    categoryText: cell('category'),
    unit: cell('unit') === '' ? undefined : cell('unit'),
    taxRateBp: tax ?? undefined,
    costFen: cost ?? undefined,
    memberPriceFen: memberPrice ?? undefined,
    problem: firstProblem([
      cell('name') === '' && problem('import-name-missing'),
      cell('name').length > MAX_NAME_LENGTH && problem('import-name-long', { max: MAX_NAME_LENGTH }),
      (priceFen === null || priceFen === 0) && problem('import-price-wrong', { text: cell('price') }),
      barcode !== '' && !/^\d{5,14}$/.test(barcode) && problem('import-barcode-wrong', { text: cell('barcode') }),
      (memberPrice === null || memberPrice === 0) && problem('import-price-wrong', { text: cell('memberPrice') }),
      cost === null && problem('import-price-wrong', { text: cell('cost') }),
      tax === null && problem('import-tax-wrong', { text: cell('tax') }),
      cell('unit').length > MAX_UNIT_LENGTH && problem('import-unit-long', { max: MAX_UNIT_LENGTH }),
    ]),
  }
}

/** undefined where the cell is empty, null where it can't be read. */
function optional(text: string, read: (text: string) => number | null): number | null | undefined {
  return text === '' ? undefined : read(text)
}

function problem(code: string, params: Refusal['params'] = {}): Refusal {
  return { code, params }
}

function firstProblem(problems: readonly (Refusal | false)[]): Refusal | null {
  return problems.find((candidate) => candidate !== false) ?? null
}

function refuseRepeated(row: ReadRow, firstRowOf: Map<string, number>): ReadRow {
  if (row.barcode === null || row.problem !== null) return row
  const first = firstRowOf.get(row.barcode)
  if (first !== undefined) return { ...row, problem: problem('import-barcode-twice', { row: first }) }
  firstRowOf.set(row.barcode, row.row)
  return row
}
