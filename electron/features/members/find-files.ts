/** Members for a list: found while typing, namesakes of somebody who is being registered, follow-ups that wait. */
import type { FoundMember } from '../../../shared/contract/till.ts'
import type { MemberNote } from '../../../shared/contract/members.ts'
import { civilOf, dateOf, daysOf } from '../../../shared/domain/day/calendar.ts'
import { readPhone } from '../../../shared/domain/member/phone.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { foundMember, MAX_FOUND } from '../../found-member.ts'
import { noteView } from './note-view.ts'

const TWINS = 5
const DUE_WITHIN_DAYS = 7
const MAX_DUE = 100

export function findMemberFiles(core: Core, query: string): Result<FoundMember[]> {
  const allowed = requirePermission(core, 'sell')
  if (!allowed.ok) return allowed
  return ok(core.members.find(query, MAX_FOUND).map((row) => foundMember(core, row)))
}

/** Whoever has this phone, and whoever is called exactly so; a phone that is not one yet finds nobody. */
export function findTwins(core: Core, person: { phone: string; name: string }): Result<FoundMember[]> {
  const allowed = requirePermission(core, 'sell')
  if (!allowed.ok) return allowed
  const phone = readPhone(person.phone)
  const rows = core.members.twins({ phone: phone.ok ? phone.value : '-', name: person.name.trim() || '-' }, TWINS)
  return ok(rows.map((row) => foundMember(core, row)))
}

export function dueFollowUps(core: Core): Result<(MemberNote & { memberName: string })[]> {
  const allowed = requirePermission(core, 'sell')
  if (!allowed.ok) return allowed
  const until = dateOf(daysOf(civilOf(core.clock.now(), core.offsetMinutes)) + DUE_WITHIN_DAYS)
  const day = [until.year, until.month, until.day].map((part) => String(part).padStart(2, '0')).join('-')
  return ok(
    core.stores.memberFiles.dueUntil(day, MAX_DUE).map((note) => {
      const memberId = core.stores.memberFiles.standingFor(note.memberId)
      return { ...noteView(core, note), memberId, memberName: core.members.byId(memberId)?.name ?? '' }
    }),
  )
}
