import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import type { Json } from '../../store/canonical.ts'

/** Whether this very command opened the shop before; refuses where another one did. */
export function openedAlready(core: Core, commandId: string, content: Json): Result<boolean> {
  const before = core.committer.earlier(commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(true)
  return core.memory.settings === null ? ok(false) : refuse('shop-exists')
}
