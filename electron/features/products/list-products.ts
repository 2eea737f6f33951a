/** Products to look at: tiles, categories, search, and the back office's list. */
import type { CategoryView, ProductEdit, ProductView } from '../../../shared/contract/back-office.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { productEdit, productViews } from './product-view.ts'

export function listCategories(core: Core): CategoryView[] {
  return core.catalog
    .categories()
    .map(({ categoryId, nameZh, nameEn, color }) => ({ categoryId, label: { zh: nameZh, en: nameEn }, color }))
}

/** Everything on sale, by number. */
export function listTiles(core: Core): ProductView[] {
  return productViews(
    core,
    core.catalog.products().filter((product) => !product.disabled),
  )
}

/** Disabled ones too, with cost. Refuses with not-signed-in and not-permitted. */
export function listProducts(core: Core): Result<ProductEdit[]> {
  const allowed = requirePermission(core, 'product.edit')
  return allowed.ok ? ok(core.catalog.products().map(productEdit)) : allowed
}
