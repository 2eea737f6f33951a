import type { ProductView } from '../../../shared/contract/back-office.ts'
import type { Core } from '../../core.ts'
import { productViews } from './product-view.ts'

/** Goods on sale by name, pinyin, number or barcode, the nearest first. */
export async function searchProducts(
  core: Core,
  query: { readonly query: string; readonly limit: number },
): Promise<ProductView[]> {
  return productViews(core, await core.catalog.search(query.query, query.limit))
}
