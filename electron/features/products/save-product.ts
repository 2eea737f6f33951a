/** A manager adds a product or changes one. */
import type { ProductEdit } from '../../../shared/contract/back-office.ts'
import { decideSave } from '../../../shared/domain/products/goods.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { productEdit } from './product-view.ts'
import { productsSaved } from './products-saved.ts'
import { shelfOf } from './shelf.ts'

export interface SaveProduct {
  readonly commandId: string
  readonly product: ProductEdit
}

/** Refuses with not-signed-in, not-permitted, category-unknown, barcode-taken, malformed. */
export async function saveProduct(core: Core, command: SaveProduct): Promise<Result<ProductEdit>> {
  const allowed = requirePermission(core, 'product.edit')
  if (!allowed.ok) return allowed
  const content = { op: 'save-product', product: command.product }
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(command.product)
  const decided = decideSave(command.product, shelfOf(core))
  if (!decided.ok) return decided
  const goods = decided.value
  const saved = productsSaved(core, {
    commandId: command.commandId,
    content,
    by: allowed.value.operatorId,
    approverId: null,
    action: 'product-saved',
    subject: goods.sku,
    goods: [goods],
    answer: null,
  })
  return saved.ok ? ok(productEdit(goods)) : saved
}
