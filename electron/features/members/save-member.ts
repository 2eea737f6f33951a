/** An edit of a member's file: the new version whole; the chain has digests of what is personal. */
import { isBirthdayText } from '../../../shared/domain/member/lunar-birthday.ts'
import { readPhone } from '../../../shared/domain/member/phone.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { MemberPerson } from '../../store/member-store.ts'
import { commitMember, recordOf } from './member-saved.ts'
import { standingMember } from './standing-member.ts'

export interface SaveMember {
  readonly commandId: string
  readonly memberId: string
  readonly expectedVersion: number
  readonly name: string
  /** null: stays as it is */
  readonly phone: string | null
  readonly sex: string | null
  readonly birthday: string | null
  readonly address: string
  readonly email: string
  readonly source: string | null
  readonly servedBy: string | null
  readonly consent: boolean
  readonly tags: readonly string[]
}

/**
 * Refuses with not-signed-in, not-permitted, member-unknown, member-changed, phone-length, phone-wrong, birthday-wrong,
 * operator-unknown, command-reused.
 */
export function saveMember(core: Core, command: SaveMember): Result<null> {
  const allowed = requirePermission(core, 'member.edit')
  if (!allowed.ok) return allowed
  const { commandId, memberId, expectedVersion, source, servedBy, consent } = command
  const content = { op: 'save-member', memberId, expectedVersion }
  const before = core.committer.earlier(commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(null)
  const found = standingMember(core, memberId)
  if (!found.ok) return found
  const { facts, file, personal } = found.value
  if (facts.memberId !== memberId || personal.version !== expectedVersion)
    return refuse('member-changed', { name: personal.person.name })
  const person = readPerson(command, personal.person)
  if (!person.ok) return person
  if (servedBy !== null && core.stores.staff.operator(servedBy) === undefined) return refuse('operator-unknown')
  const record = recordOf(person.value, expectedVersion + 1)
  const tags = [...new Set(command.tags.map((tag) => tag.trim()))]
  const done = commitMember(core, {
    commandId,
    content,
    kind: 'member-saved',
    memberId,
    by: allowed.value.operatorId,
    at: core.clock.now(),
    payload: { person: { version: record.version, digest: record.digest }, source, servedBy, consent, tags },
    detail: { fields: changedFields(personal.person, person.value), consent, tags },
    write: (seq) => {
      core.stores.members.putPerson(memberId, person.value, record, seq)
      core.stores.members.putMember({ ...facts, tags }, seq)
      core.stores.memberFiles.putFile({ ...file, source, servedBy, consent }, seq)
    },
  })
  return done.ok ? ok(null) : done
}

function readPerson(command: SaveMember, before: MemberPerson): Result<MemberPerson> {
  const phone = command.phone === null ? ok(before.phone) : readPhone(command.phone)
  if (!phone.ok) return phone
  const { birthday, sex } = command
  if (birthday !== null && !isBirthdayText(birthday)) return refuse('birthday-wrong')
  return ok({
    ...before,
    name: command.name.trim(),
    phone: phone.value,
    birthday,
    sex,
    address: command.address.trim(),
    email: command.email.trim(),
  })
}

/** Which fields changed; what they say stays in the record. */
function changedFields(before: MemberPerson, after: MemberPerson): string[] {
  return (['name', 'phone', 'birthday', 'sex', 'address', 'email'] as const).filter(
    (field) => (before[field] ?? '') !== (after[field] ?? ''),
  )
}
