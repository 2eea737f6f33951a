/**
 * What an import does to the goods that are there.
 *
 * Invariants: a row with a barcode means the product that has it, one without means the product of the same name that
 * has none; what a row does not say stays as it is; rows act in their order, so a later row of the same name wins.
 */
import type { Refusal } from '../result.ts'
import { freeSku, newGoods, type Goods } from './goods.ts'
import type { ReadRow } from './import-rows.ts'

export interface ImportPlan {
  readonly rows: readonly ImportRowPlan[]
  /** new and changed goods, each once, as they are to be kept */
  readonly goods: readonly Goods[]
  readonly newCount: number
  readonly updateCount: number
  readonly unchangedCount: number
  readonly errorCount: number
}

export interface ImportRowPlan {
  readonly row: number
  readonly nameZh: string
  readonly barcode: string
  readonly priceText: string
  readonly action: 'new' | 'update' | 'unchanged' | 'error'
  readonly problem: Refusal | null
}

export interface ImportCategory {
  readonly categoryId: string
  readonly nameZh: string
  readonly nameEn: string
}

/** Units whose goods are sold by weight; all of them mean a price per kilogram. */
const KILOGRAM_UNITS = new Set(['kg', '公斤', '千克'])
const OTHER_CATEGORY = 'other'

export function decideImport(
  rows: readonly ReadRow[],
  known: { readonly goods: Iterable<Goods>; readonly categories: readonly ImportCategory[] },
): ImportPlan {
  const draft = new Draft(known.goods)
  const categoryOf = categoryFinder(known.categories)
  const plans = rows.map((row) => decideRow(row, draft, categoryOf))
  const count = (action: ImportRowPlan['action']): number => plans.filter((plan) => plan.action === action).length
  return {
    rows: plans,
    goods: [...draft.changed.values()],
    newCount: count('new'),
    updateCount: count('update'),
    unchangedCount: count('unchanged'),
    errorCount: count('error'),
  }
}

/** The goods as the rows so far leave them. */
class Draft {
  readonly changed = new Map<string, Goods>()
  private readonly skus = new Set<string>()
  private readonly byBarcode = new Map<string, Goods>()
  private readonly byBareName = new Map<string, Goods>()
  private nextNumber = 1

  constructor(goods: Iterable<Goods>) {
    for (const product of goods) this.index(product)
  }

  find(row: ReadRow): Goods | undefined {
    return row.barcode === null ? this.byBareName.get(row.nameZh) : this.byBarcode.get(row.barcode)
  }

  keep(product: Goods): void {
    this.changed.set(product.sku, product)
    this.index(product)
  }

  newSku(barcode: string | null): string {
    if (barcode !== null) return freeSku(barcode, (sku) => this.skus.has(sku))
    for (;;) {
      const sku = `N${String(this.nextNumber).padStart(5, '0')}`
      if (!this.skus.has(sku)) return sku
      this.nextNumber += 1
    }
  }

  private index(product: Goods): void {
    this.skus.add(product.sku)
    if (product.barcode !== null) this.byBarcode.set(product.barcode, product)
    else this.byBareName.set(product.nameZh, product)
  }
}

function decideRow(row: ReadRow, draft: Draft, categoryOf: (text: string) => string | null): ImportRowPlan {
  const shown = { row: row.row, nameZh: row.nameZh, barcode: row.barcodeText, priceText: row.priceText }
  if (row.problem !== null) return { ...shown, action: 'error', problem: row.problem }
  const categoryId = categoryOf(row.categoryText)
  if (categoryId === null) {
    return { ...shown, action: 'error', problem: { code: 'category-unknown', params: { category: row.categoryText } } }
  }
  const before = draft.find(row)
  const base = before ?? { ...newGoods(draft.newSku(row.barcode)), categoryId }
  const after = apply(row, base, row.categoryText === '' ? base.categoryId : categoryId)
  if (before !== undefined && isSame(before, after)) return { ...shown, action: 'unchanged', problem: null }
  draft.keep(after)
  return { ...shown, action: before === undefined ? 'new' : 'update', problem: null }
}

function apply(row: ReadRow, base: Goods, categoryId: string): Goods {
  const weighed = row.unit !== undefined && KILOGRAM_UNITS.has(row.unit.toLowerCase())
  return {
    ...base,
    nameZh: row.nameZh,
    barcode: row.barcode ?? base.barcode,
    categoryId,
    unit: weighed ? 'kg' : (row.unit ?? base.unit),
    countable: row.unit === undefined ? base.countable : !weighed,
    priceFen: row.priceFen,
    taxRateBp: row.taxRateBp ?? base.taxRateBp,
    costFen: row.costFen ?? base.costFen,
    memberPriceFen: row.memberPriceFen ?? base.memberPriceFen,
  }
}

function isSame(a: Goods, b: Goods): boolean {
  return (Object.keys(a) as (keyof Goods)[]).every((field) => a[field] === b[field])
}

/** By name in either language or by id; an empty cell means the category for the rest. */
function categoryFinder(categories: readonly ImportCategory[]): (text: string) => string | null {
  const known = new Map<string, string>()
  for (const { categoryId, nameZh, nameEn } of categories) {
    for (const name of [categoryId, nameEn, nameZh]) known.set(name.toLowerCase(), categoryId)
  }
  const rest = known.get(OTHER_CATEGORY) ?? categories[categories.length - 1]?.categoryId ?? null
  return (text) => (text === '' ? rest : (known.get(text.trim().toLowerCase()) ?? null))
}
