/** A new member in ten seconds: phone and name, the rest later; a card may be issued at once. One commit. */
import { readPhone } from '../../../shared/domain/member/phone.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { MemberPerson } from '../../store/member-store.ts'
import { cardAtHand } from './card-at-hand.ts'
import { commitMember, recordOf } from './member-saved.ts'

export interface RegisterMember {
  readonly commandId: string
  readonly memberId: string
  readonly phone: string
  readonly name: string
  readonly consent: boolean
  /** a blank card's number, 'new' for one without plastic, null for none */
  readonly card: string | null
  /** somebody has looked at whoever has this phone already */
  readonly otherPerson: boolean
}

export interface Registered {
  readonly memberId: string
  readonly cardNumber: string | null
}

/**
 * Refuses with not-signed-in, not-permitted, phone-length, phone-wrong, phone-taken {name}, card-number-wrong, card-taken,
 * member-exists, command-reused.
 */
export function registerMember(core: Core, command: RegisterMember): Result<Registered> {
  const allowed = requirePermission(core, 'member.register')
  if (!allowed.ok) return allowed
  const { commandId, memberId, consent } = command
  const content = { op: 'register-member', memberId }
  const before = core.committer.earlier(commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(before.value.answer as unknown as Registered)
  const phone = readPhone(command.phone)
  if (!phone.ok) return phone
  const [twin] = command.otherPerson ? [] : core.members.find(phone.value, 1)
  if (twin !== undefined) return refuse('phone-taken', { name: twin.name })
  if (core.stores.members.facts(memberId) !== undefined) return refuse('member-exists')
  const card = command.card === null ? ok(null) : cardAtHand(core, command.card)
  if (!card.ok) return card
  const person: MemberPerson = { name: command.name.trim(), phone: phone.value, birthday: null, sex: null }
  const record = recordOf(person, 1)
  const [at, by] = [core.clock.now(), allowed.value.operatorId]
  const tierId = core.catalog.tiers()[0]?.tierId ?? null
  const answer = { memberId, cardNumber: card.value }
  const done = commitMember(core, {
    commandId,
    content,
    kind: 'member-registered',
    memberId,
    by,
    at,
    payload: { person: { version: 1, digest: record.digest }, consent, tierId, card: card.value },
    detail: { consent, card: card.value !== null },
    answer,
    write: (seq) => {
      const { members, memberFiles } = core.stores
      members.putPerson(memberId, person, record, seq)
      members.putMember({ memberId, tierId, tags: [] }, seq)
      memberFiles.putFile(
        { memberId, source: null, servedBy: null, consent, registeredAt: at, registeredBy: by, mergedInto: null },
        seq,
      )
      if (card.value === null) return
      members.putCard({ cardNumber: card.value, memberId, status: 'active' }, seq)
      memberFiles.putCardEvent(
        {
          cardNumber: card.value,
          memberId,
          kind: 'issue',
          reason: null,
          replacedBy: null,
          at,
          operatorId: by,
          approverId: null,
        },
        seq,
      )
    },
  })
  return done.ok ? ok(done.value as unknown as Registered) : done
}
