/**
 * The 300 products of the demo shop.
 *
 * Invariants: the list depends on nothing, neither on the seed nor on the time, so that the codes that the README names
 * stay true; skus, barcodes and PLUs are unique. A new product is put behind the others of its category.
 */

import { productsOf } from './demo-product.ts'
import type { DemoProduct, ProductGroup } from './demo-product.ts'
import { BREAD } from './products-bread.ts'
import { CAKE } from './products-cake.ts'
import { COFFEE, DRINKS, TEA } from './products-drinks.ts'
import { FRESH_DAIRY, HOUSEHOLD, MADE_DAIRY, PANTRY } from './products-grocery.ts'
import { SNACKS, WEIGHED } from './products-snacks.ts'

const GROUPS: readonly ProductGroup[] = [
  BREAD,
  CAKE,
  COFFEE,
  TEA,
  DRINKS,
  FRESH_DAIRY,
  MADE_DAIRY,
  SNACKS,
  PANTRY,
  WEIGHED,
  HOUSEHOLD,
]

export function demoProducts(): DemoProduct[] {
  return GROUPS.flatMap(productsOf)
}
