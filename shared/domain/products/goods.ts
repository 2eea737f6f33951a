/**
 * Goods as a manager keeps them.
 *
 * Invariants: a barcode leads to one product; a product stands in a category that exists; `@` is no part of a new
 * product's number, because `SKU@fen` names an open-price product at the price that was typed.
 */
import { ok, refuse, type Result } from '../result.ts'

/** Prices in fen with tax contained, rates in basis points. */
export interface Goods {
  readonly sku: string
  readonly barcode: string | null
  readonly plu: string | null
  readonly nameZh: string
  readonly nameEn: string
  readonly categoryId: string
  readonly unit: string
  readonly countable: boolean
  readonly openPrice: boolean
  readonly priceFen: number
  readonly memberPriceFen: number | null
  readonly costFen: number | null
  readonly taxRateBp: number
  readonly discountable: boolean
  readonly pointsEligible: boolean
  readonly favourite: number | null
  readonly disabled: boolean
}

/** Where goods are looked up. */
export interface Shelf {
  product(sku: string): Goods | undefined
  byBarcode(barcode: string): Goods | undefined
  byPlu(plu: string): Goods | undefined
  hasCategory(categoryId: string): boolean
}

export const GENERAL_TAX_RATE_BP = 1300
export const PIECE_UNIT = '件'

/** The product to keep, new or changed. */
export function decideSave(edit: Goods, shelf: Shelf): Result<Goods> {
  const before = shelf.product(edit.sku)
  if (before === undefined && edit.sku.includes('@')) return refuse('malformed', { path: 'product.sku' })
  if (!shelf.hasCategory(edit.categoryId)) return refuse('category-unknown', { category: edit.categoryId })
  if (edit.barcode !== null) {
    const holder = shelf.byBarcode(edit.barcode)
    if (holder !== undefined && holder.sku !== edit.sku) return barcodeTaken(holder, edit.barcode)
  }
  // a scale's label carries a weight: goods that are counted have no number on the scale
  const plu = edit.countable ? null : edit.plu
  const weighed = plu === null ? undefined : shelf.byPlu(plu)
  if (weighed !== undefined && weighed.sku !== edit.sku) return pluTaken(weighed, edit.plu ?? '')
  return ok({ ...edit, plu })
}

/** An unknown barcode as a product, with what a cashier can know of it. */
export function decideAddNow(
  wanted: { readonly barcode: string; readonly nameZh: string; readonly priceFen: number; readonly categoryId: string },
  shelf: Shelf,
): Result<Goods> {
  const holder = shelf.byBarcode(wanted.barcode)
  if (holder !== undefined) return barcodeTaken(holder, wanted.barcode)
  if (!shelf.hasCategory(wanted.categoryId)) return refuse('category-unknown', { category: wanted.categoryId })
  return ok({ ...newGoods(freeSku(wanted.barcode, (sku) => shelf.product(sku) !== undefined)), ...wanted })
}

/** A product with nothing special about it, not yet named or priced. */
export function newGoods(sku: string): Goods {
  return {
    sku,
    barcode: null,
    plu: null,
    nameZh: '',
    nameEn: '',
    categoryId: '',
    unit: PIECE_UNIT,
    countable: true,
    openPrice: false,
    priceFen: 0,
    memberPriceFen: null,
    costFen: null,
    taxRateBp: GENERAL_TAX_RATE_BP,
    discountable: true,
    pointsEligible: true,
    favourite: null,
    disabled: false,
  }
}

/** `wish` itself, or the first of wish-2, wish-3 … that nobody has. */
export function freeSku(wish: string, isTaken: (sku: string) => boolean): string {
  if (!isTaken(wish)) return wish
  for (let n = 2; ; n++) {
    if (!isTaken(`${wish}-${n}`)) return `${wish}-${n}`
  }
}

function pluTaken(holder: Goods, plu: string): Result<never> {
  return refuse('plu-taken', {
    plu,
    nameZh: holder.nameZh,
    nameEn: holder.nameEn === '' ? holder.nameZh : holder.nameEn,
  })
}

function barcodeTaken(holder: Goods, barcode: string): Result<never> {
  return refuse('barcode-taken', {
    barcode,
    nameZh: holder.nameZh,
    nameEn: holder.nameEn === '' ? holder.nameZh : holder.nameEn,
  })
}
