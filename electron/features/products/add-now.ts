/** An unknown barcode becomes a product between two scans; the line is added to the basket by another feature. */
import { decideAddNow } from '../../../shared/domain/products/goods.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { authorise, type ApprovalGiven } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { productsSaved } from './products-saved.ts'
import { shelfOf } from './shelf.ts'

export interface AddNow {
  readonly commandId: string
  readonly barcode: string
  readonly nameZh: string
  readonly priceFen: number
  readonly categoryId: string
  readonly approval?: ApprovalGiven | undefined
}

/**
 * The number of the product that now has the barcode. Refuses with barcode-taken, category-unknown, and as authorise
 * does; a consent is asked for only where the rest is in order.
 */
export async function addNow(core: Core, command: AddNow): Promise<Result<{ readonly sku: string }>> {
  const { barcode, nameZh, priceFen, categoryId } = command
  const wanted = { barcode, nameZh, priceFen, categoryId }
  const content = { op: 'add-now', ...wanted }
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(before.value.answer as { sku: string })
  const { operator } = core.memory
  if (operator === null) return refuse('not-signed-in')
  const possible = decideAddNow(wanted, shelfOf(core))
  if (!possible.ok) return possible
  const authorised = await authorise(core, 'product.add-now', command.approval)
  if (!authorised.ok) return authorised
  // a second click may have added it while the PIN was being checked
  const meanwhile = core.committer.earlier(command.commandId, content)
  if (!meanwhile.ok) return meanwhile
  if (meanwhile.value !== null) return ok(meanwhile.value.answer as { sku: string })
  const decided = decideAddNow(wanted, shelfOf(core))
  if (!decided.ok) return decided
  const goods = decided.value
  return productsSaved(core, {
    commandId: command.commandId,
    content,
    by: operator.operatorId,
    approverId: authorised.value.approverId,
    action: 'product-added-now',
    subject: goods.sku,
    goods: [goods],
    answer: { sku: goods.sku },
  })
}
