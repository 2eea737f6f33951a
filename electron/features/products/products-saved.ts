/** The row 'products-saved': the new version of each product whole, one or twenty thousand. */
import type { Goods } from '../../../shared/domain/products/goods.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import type { Json } from '../../store/canonical.ts'

export interface ProductsSaved<Answer extends Json> {
  readonly commandId: string
  readonly content: Json
  readonly by: string
  readonly approverId: string | null
  readonly action: 'product-saved' | 'product-added-now' | 'products-imported'
  readonly subject: string | null
  readonly goods: readonly Goods[]
  readonly answer: Answer
}

/** Commits and lets memory follow. */
export function productsSaved<Answer extends Json>(core: Core, saved: ProductsSaved<Answer>): Result<Answer> {
  const { by, approverId, action, subject, goods } = saved
  const at = core.clock.now()
  const done = core.committer.commit({
    commandId: saved.commandId,
    content: saved.content,
    kind: 'products-saved',
    version: 1,
    payload: { at, hqAt: null, by, approverId, products: goods.map((product) => ({ ...product })) },
    audit: [{ at, action, operatorId: by, approverId, subject, detail: { count: goods.length } }],
    answer: saved.answer,
    write: (seq) => {
      for (const product of goods) core.stores.catalog.putProduct(product, seq)
    },
  })
  if (!done.ok) return done
  core.catalog.reload()
  core.changed()
  return ok(done.value.answer)
}
