/** The whole phone number, once it is on disk who wanted to see it and why. */
import { ok, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { commitMember } from './member-saved.ts'
import { standingMember } from './standing-member.ts'

/** Refuses with not-signed-in, not-permitted, member-unknown, command-reused. */
export function revealPhone(
  core: Core,
  command: { readonly commandId: string; readonly memberId: string; readonly reason: string },
): Result<{ phone: string }> {
  const allowed = requirePermission(core, 'member.register')
  if (!allowed.ok) return allowed
  const found = standingMember(core, command.memberId)
  if (!found.ok) return found
  const { facts, personal } = found.value
  const { commandId, reason } = command
  const done = commitMember(core, {
    commandId,
    content: { op: 'reveal-phone', memberId: facts.memberId, reason },
    kind: 'member-phone-shown',
    memberId: facts.memberId,
    by: allowed.value.operatorId,
    at: core.clock.now(),
    payload: { reason },
    detail: { reason },
    write: () => undefined,
  })
  return done.ok ? ok({ phone: personal.person.phone }) : done
}
