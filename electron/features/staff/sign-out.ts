/** Signing out: the basket stays for whoever comes next. Where nobody is signed in there is nothing to do and no row. */
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'

export async function signOut(core: Core, command: { readonly commandId: string }): Promise<Result<null>> {
  const content = { op: 'sign-out' }
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  const { operator } = core.memory
  if (before.value !== null || operator === null) return ok(null)
  const { operatorId } = operator
  const at = core.clock.now()
  const done = core.committer.commit({
    commandId: command.commandId,
    content,
    kind: 'signed-out',
    version: 1,
    payload: { at, hqAt: null, operatorId },
    audit: [{ at, action: 'signed-out', operatorId, approverId: null, subject: operatorId, detail: {} }],
    answer: null,
    write: () => undefined,
  })
  if (!done.ok) return done
  core.memory.operator = null
  core.changed()
  return ok(null)
}
