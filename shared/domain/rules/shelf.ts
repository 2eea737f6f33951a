/** What a rule can name in a shop, and what of it a scope really means. */
import { compileScope, isInScope } from '../pricing/eligibility.ts'
import type { Scope } from '../pricing/types.ts'

export interface ShelfProduct {
  readonly sku: string
  readonly nameZh: string
  readonly nameEn: string
  readonly categoryId: string
  readonly priceFen: number
  /** sold at the price that the cashier types */
  readonly openPrice: boolean
  readonly countable: boolean
  readonly discountable: boolean
  readonly disabled: boolean
}

export interface RuleShelf {
  readonly products: readonly ShelfProduct[]
  readonly categories: ReadonlySet<string>
  /** tags that members have */
  readonly tags: ReadonlySet<string>
  /** this store's code */
  readonly store: string
  readonly maxCoupons: number
  /** Chinese names of the other rules that have not ended */
  readonly otherNames: ReadonlySet<string>
  readonly nowAt: number
  readonly offsetMinutes: number
}

/** Everything that the scope names, whether it can be sold and reduced or not. */
export function namedBy(scope: Scope | undefined, products: readonly ShelfProduct[]): readonly ShelfProduct[] {
  const compiled = compileScope(scope)
  return products.filter(({ sku, categoryId, priceFen }) =>
    isInScope(compiled, { sku, category: categoryId, price: priceFen }),
  )
}

/** What the rule can act on as the shop is now. */
export function usableOf(named: readonly ShelfProduct[]): readonly ShelfProduct[] {
  return named.filter(({ discountable, disabled }) => discountable && !disabled)
}

/** The highest list price among the goods; null where one has no price of its own, or there are none. */
export function dearestOf(goods: readonly ShelfProduct[]): number | null {
  if (goods.length === 0 || goods.some(({ openPrice }) => openPrice)) return null
  return goods.reduce((most, { priceFen }) => Math.max(most, priceFen), 0)
}
