/** How far a replay is, and stopping it. */
import type { ReplayProgress } from '../../../shared/contract/replay.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { daysSold } from '../../store/past-rows.ts'
import { lastReplay, type RunningReplay } from './running.ts'

/** Refuses with not-signed-in, not-permitted, replay-unknown where another was started since. */
export function replayProgress(core: Core, replayId: string): Result<ReplayProgress> {
  const found = replayOf(core, replayId)
  return found.ok ? ok(found.value.view()) : found
}

/** Refuses as `replayProgress` does. What is over stays as it is. */
export function cancelReplay(core: Core, replayId: string): Result<ReplayProgress> {
  const found = replayOf(core, replayId)
  if (!found.ok) return found
  void found.value.cancel()
  return ok(found.value.view())
}

/** The business days that can be replayed. */
export function replayableDays(core: Core): Result<ReturnType<typeof daysSold>> {
  const permitted = requirePermission(core, 'rules.edit')
  return permitted.ok ? ok(daysSold(core.store.sqlite)) : permitted
}

function replayOf(core: Core, replayId: string): Result<RunningReplay> {
  const permitted = requirePermission(core, 'rules.edit')
  if (!permitted.ok) return permitted
  const replay = lastReplay(core)
  return replay?.view().replayId === replayId ? ok(replay) : refuse('replay-unknown')
}
