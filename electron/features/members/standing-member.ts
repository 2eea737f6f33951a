/** The file that stands for a member: their own, or the one that it was merged into. */
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import type { MemberFacts } from '../../store/member-store.ts'
import type { MemberFileFacts, PersonVersion } from '../../store/member-file-store.ts'

export interface StandingMember {
  readonly facts: MemberFacts
  readonly file: MemberFileFacts
  readonly personal: PersonVersion
}

/** Refuses with member-unknown. */
export function standingMember(core: Core, memberId: string): Result<StandingMember> {
  const standing = core.stores.memberFiles.standingFor(memberId)
  const facts = core.stores.members.facts(standing)
  const personal = core.stores.memberFiles.person(standing)
  if (facts === undefined || personal === undefined) return refuse('member-unknown')
  return ok({ facts, personal, file: core.stores.memberFiles.file(standing) ?? emptyFile(standing) })
}

/** Of a member who was taken over: nobody has asked them yet whether they may be contacted. */
function emptyFile(memberId: string): MemberFileFacts {
  return {
    memberId,
    source: null,
    servedBy: null,
    consent: false,
    registeredAt: null,
    registeredBy: null,
    mergedInto: null,
  }
}
