/**
 * What a unit costs when nobody takes it.
 *
 * Invariant: never above the list price, unless the cashier set a manual price.
 */
import { halfAtRate, halfOfWeight } from './rounding.ts'
import type { PricingMember, Product } from './types.ts'

/** List price of one unit: a piece, or the whole weight of `grams`. */
export function listPrice(product: Product, qty: number): number {
  return product.countable === false ? halfOfWeight(product.price, qty) : product.price
}

/** `price`, meant per piece or per kilogram like the product's own, for one unit of it. */
export function unitPriceOf(price: number, product: Product, qty: number): number {
  return product.countable === false ? halfOfWeight(price, qty) : price
}

/**
 * The lower of member price and tier price, whichever exist; the list price without a member and for what is never
 * discounted. `tierRate` is null for a member without a tier.
 */
export function tierPrice(
  product: Product,
  qty: number,
  list: number,
  member: PricingMember | null,
  tierRate: number | null,
): number {
  if (member === null || product.discountable === false) return list
  const price = tierRate === null ? list : halfAtRate(list, tierRate)
  // A member price above list is not used: what the tier leaves is never above it.
  return product.memberPrice === undefined ? price : Math.min(price, unitPriceOf(product.memberPrice, product, qty))
}
