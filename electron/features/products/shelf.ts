import type { Shelf } from '../../../shared/domain/products/goods.ts'
import type { Core } from '../../core.ts'

/** The catalog as the domain looks things up in it. */
export function shelfOf(core: Core): Shelf {
  const { catalog } = core
  return {
    product: (sku) => catalog.product(sku),
    byBarcode: (barcode) => catalog.byBarcode(barcode),
    byPlu: (plu) => catalog.byPlu(plu),
    hasCategory: (categoryId) => catalog.category(categoryId) !== undefined,
  }
}
