/** Which products the list shows. Words are looked for in name, English name, code and barcode; all must be there. */
import type { ProductEdit } from '../../../shared/contract/back-office.ts'

export interface ProductFilter {
  readonly words: string
  /** empty: all */
  readonly categoryId: string
  readonly withDisabled: boolean
}

export const noFilter: ProductFilter = { words: '', categoryId: '', withDisabled: true }

export function filterProducts(products: readonly ProductEdit[], filter: ProductFilter): ProductEdit[] {
  const words = filter.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return products.filter((product) => {
    if (filter.categoryId !== '' && product.categoryId !== filter.categoryId) return false
    if (!filter.withDisabled && product.disabled) return false
    const text = `${product.nameZh} ${product.nameEn} ${product.sku} ${product.barcode ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
