/** What an import would do, row by row; nothing is written. */
import type { ImportPreview } from '../../../shared/contract/back-office.ts'
import { decideImport, type ImportPlan } from '../../../shared/domain/products/decide-import.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { readPasted } from './read-pasted.ts'

/** Refuses with not-signed-in, not-permitted, import-column-missing, import-too-many, import-empty. */
export async function previewImport(core: Core, query: { readonly text: string }): Promise<Result<ImportPreview>> {
  const allowed = requirePermission(core, 'product.edit')
  if (!allowed.ok) return allowed
  const planned = await planImport(core, query.text)
  if (!planned.ok) return planned
  const { digest, plan } = planned.value
  const { newCount, updateCount, unchangedCount, errorCount } = plan
  const rows = plan.rows.map((row) => ({
    ...row,
    problem: row.problem && { code: row.problem.code, params: { ...row.problem.params } },
  }))
  return ok({ digest, rows, newCount, updateCount, unchangedCount, errorCount })
}

/** Reads the text and holds it against the goods as they are now. */
export async function planImport(core: Core, text: string): Promise<Result<{ digest: string; plan: ImportPlan }>> {
  const { digest, read } = await readPasted(core, text)
  if (!read.ok) return read
  const { catalog } = core
  return ok({ digest, plan: decideImport(read.value, { goods: catalog.products(), categories: catalog.categories() }) })
}
