/**
 * The shape of a demo product, and how a table row becomes one.
 *
 * Invariants: prices include tax; a weighed product has a PLU and no barcode and is priced by the kilogram, every other
 * one has an EAN-13 and no PLU; member price ≤ price; only a product with an open price has price 0.
 */

import { fen } from '../../shared/domain/money.ts'
import type { Fen } from '../../shared/domain/money.ts'
import { categoryColor } from './categories.ts'
import type { CategoryId, TileColor } from './categories.ts'
import { ean13Of } from './check-digits.ts'

/** Tax of grain, milk, eggs and fresh produce, basis points. */
export const FARM_TAX_RATE_BP = 900
/** Tax of all other goods, basis points. */
export const GENERAL_TAX_RATE_BP = 1300

export type ProductUnit =
  | '个'
  | '盒'
  | '袋'
  | '杯'
  | '瓶'
  | '罐'
  | '桶'
  | '包'
  | '片'
  | '支'
  | '条'
  | '套'
  | '块'
  | '卷'
  | 'kg'

export type DemoProduct = {
  readonly sku: string
  /** EAN-13; null for weighed goods. */
  readonly barcode: string | null
  /** Five digits on the scale's labels; null for counted goods. */
  readonly plu: string | null
  readonly name: string
  readonly nameEn?: string
  readonly categoryId: CategoryId
  /** For one unit, or for one kilogram of weighed goods. */
  readonly priceFen: Fen
  readonly memberPriceFen?: Fen
  readonly costFen: Fen
  readonly taxRateBp: number
  readonly countable: boolean
  readonly unit: ProductUnit
  readonly discountable: boolean
  readonly pointsEligible: boolean
  /** The cashier types the price, once per line. */
  readonly openPrice?: true
  readonly color: TileColor
  /** Place on the page 常用, from 1; absent for the rest. */
  readonly favouriteRank?: number
}

/** What a row says only where it differs from its group. Amounts in fen. */
export type RowExtra = {
  readonly member?: number
  readonly en?: string
  readonly favourite?: number
  readonly taxRateBp?: number
  readonly color?: TileColor
  readonly discountable?: false
  readonly pointsEligible?: false
  readonly openPrice?: true
}

/** [sku, name with size, unit, price in fen, cost in fen, extra]. */
export type ProductRow = readonly [string, string, ProductUnit, number, number, RowExtra?]

export type ProductGroup = {
  readonly categoryId: CategoryId
  readonly taxRateBp: number
  /** The eight first digits of the maker's EAN-13s (69…), or null for goods from the scale. */
  readonly maker: string | null
  readonly rows: readonly ProductRow[]
}

export function productsOf(group: ProductGroup): DemoProduct[] {
  return group.rows.map((row) => productOf(group, row))
}

function productOf(group: ProductGroup, row: ProductRow): DemoProduct {
  const [sku, name, unit, price, cost, extra = {}] = row
  const number = Number(sku.slice(2))
  const weighed = group.maker === null
  return {
    sku,
    barcode: group.maker === null ? null : ean13Of(`${group.maker}${String(number * 13).padStart(4, '0')}`),
    plu: weighed ? String(10_000 + number) : null,
    name,
    ...(extra.en === undefined ? {} : { nameEn: extra.en }),
    categoryId: group.categoryId,
    priceFen: fen(price),
    ...(extra.member === undefined ? {} : { memberPriceFen: fen(extra.member) }),
    costFen: fen(cost),
    taxRateBp: extra.taxRateBp ?? group.taxRateBp,
    countable: !weighed,
    unit,
    discountable: extra.discountable ?? true,
    pointsEligible: extra.pointsEligible ?? true,
    ...(extra.openPrice === true ? { openPrice: true as const } : {}),
    color: extra.color ?? categoryColor(group.categoryId),
    ...(extra.favourite === undefined ? {} : { favouriteRank: extra.favourite }),
  }
}
