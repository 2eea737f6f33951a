/** Takes the good rows of a previewed text in one commit. */
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { planImport } from './preview-import.ts'
import { productsSaved } from './products-saved.ts'

export interface CommitImport {
  readonly commandId: string
  readonly text: string
  /** as the preview said it */
  readonly digest: string
}

export interface Imported {
  readonly newCount: number
  readonly updateCount: number
}

/** Refuses as the preview does, with import-changed where the text is another one, import-empty where no row changes anything. */
export async function commitImport(core: Core, command: CommitImport): Promise<Result<Imported>> {
  const allowed = requirePermission(core, 'product.edit')
  if (!allowed.ok) return allowed
  const content = { op: 'import-products', digest: command.digest }
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(before.value.answer as { newCount: number; updateCount: number })
  const planned = await planImport(core, command.text)
  if (!planned.ok) return planned
  const { digest, plan } = planned.value
  if (digest !== command.digest) return refuse('import-changed')
  // a second click may have imported it while the text was being read
  const meanwhile = core.committer.earlier(command.commandId, content)
  if (!meanwhile.ok) return meanwhile
  if (meanwhile.value !== null) return ok(meanwhile.value.answer as { newCount: number; updateCount: number })
  if (plan.goods.length === 0) return refuse('import-empty')
  return productsSaved(core, {
    commandId: command.commandId,
    content,
    by: allowed.value.operatorId,
    approverId: null,
    action: 'products-imported',
    subject: null,
    goods: plan.goods,
    answer: { newCount: plan.newCount, updateCount: plan.updateCount },
  })
}
