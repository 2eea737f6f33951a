/**
 * The life of cards: issued or bound, lost and found, frozen and unfrozen, replaced. The account is the member's, so that a
 * new card leads to it at once. Whatever lifts a restriction, and a freeze, wants a supervisor.
 */
import { changeCard as decideChange, needsAuthority, type CardChange } from '../../../shared/domain/member/card-life.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { authorise, requirePermission, type ApprovalGiven } from '../../authority.ts'
import type { Core } from '../../core.ts'
import type { CardFacts } from '../../store/member-store.ts'
import { cardAtHand } from './card-at-hand.ts'
import { commitMember } from './member-saved.ts'
import { standingMember } from './standing-member.ts'

const MAX_CARDS = 20

/** Answers with the member's id. Refuses with member-unknown, card-number-wrong, card-taken, cards-too-many. */
export function issueCard(
  core: Core,
  command: { readonly commandId: string; readonly memberId: string; readonly card: string },
): Result<string> {
  const allowed = requirePermission(core, 'member.register')
  if (!allowed.ok) return allowed
  const found = standingMember(core, command.memberId)
  if (!found.ok) return found
  const { memberId } = found.value.facts
  const content = { op: 'issue-card', memberId, card: command.card }
  const before = core.committer.earlier(command.commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(memberId)
  if (core.stores.memberFiles.cardsOf(memberId).length >= MAX_CARDS) return refuse('cards-too-many', { max: MAX_CARDS })
  const card = cardAtHand(core, command.card)
  if (!card.ok) return card
  const [at, by, cardNumber] = [core.clock.now(), allowed.value.operatorId, card.value]
  const done = commitMember(core, {
    commandId: command.commandId,
    content,
    kind: 'card-issued',
    memberId,
    by,
    at,
    payload: { cardNumber },
    detail: { cardNumber },
    write: (seq) => {
      core.stores.members.putCard({ cardNumber, memberId, status: 'active' }, seq)
      core.stores.memberFiles.putCardEvent(
        { cardNumber, memberId, kind: 'issue', reason: null, replacedBy: null, at, operatorId: by, approverId: null },
        seq,
      )
    },
  })
  return done.ok ? ok(memberId) : done
}

export interface ChangeCard {
  readonly commandId: string
  readonly cardNumber: string
  readonly change: Exclude<CardChange, 'replace'>
  readonly reason: string
  readonly approval?: ApprovalGiven | undefined
}

/** Answers with the member's id. Refuses with card-unknown, card-active, card-lost, card-frozen, card-closed, approval-…. */
export async function changeCard(core: Core, command: ChangeCard): Promise<Result<string>> {
  const { commandId, cardNumber, change, reason } = command
  const content = { op: 'change-card', cardNumber, change, reason }
  const first = settledBefore(core, commandId, content, cardNumber)
  if (!first.ok || first.value.done) return first.ok ? ok(first.value.card.memberId) : first
  const decided = decideChange(first.value.card, change)
  if (!decided.ok) return decided
  const given = await authorise(core, needsAuthority(change) ? 'card.authorise' : 'member.register', command.approval)
  if (!given.ok) return given
  // while a PIN was being checked, somebody else may have changed it
  const now = settledBefore(core, commandId, content, cardNumber)
  if (!now.ok || now.value.done) return now.ok ? ok(now.value.card.memberId) : now
  const { card } = now.value
  const next = decideChange(card, change)
  if (!next.ok) return next
  const [at, by] = [core.clock.now(), core.memory.operator?.operatorId]
  if (by === undefined) return refuse('not-signed-in')
  const { approverId } = given.value
  const { memberId } = card
  const done = commitMember(core, {
    commandId,
    content,
    kind: 'card-changed',
    memberId,
    by,
    approverId,
    at,
    payload: { cardNumber, change, reason, status: next.value },
    detail: { cardNumber, change, reason },
    write: (seq) => {
      core.stores.members.putCard({ cardNumber, memberId, status: next.value }, seq)
      core.stores.memberFiles.putCardEvent(
        { cardNumber, memberId, kind: change, reason, replacedBy: null, at, operatorId: by, approverId },
        seq,
      )
    },
  })
  return done.ok ? ok(memberId) : done
}

export interface ReplaceCard {
  readonly commandId: string
  readonly cardNumber: string
  readonly card: string
  readonly reason: string
}

/** Answers with the member's id. The old card is closed in the same commit. Refuses as changeCard and issueCard do. */
export function replaceCard(core: Core, command: ReplaceCard): Result<string> {
  const allowed = requirePermission(core, 'member.register')
  if (!allowed.ok) return allowed
  const { commandId, cardNumber: oldNumber, reason } = command
  const content = { op: 'replace-card', cardNumber: oldNumber, card: command.card, reason }
  const before = settledBefore(core, commandId, content, oldNumber)
  if (!before.ok || before.value.done) return before.ok ? ok(before.value.card.memberId) : before
  const old = before.value.card
  const next = decideChange(old, 'replace')
  if (!next.ok) return next
  const card = cardAtHand(core, command.card)
  if (!card.ok) return card
  const [at, by, newNumber] = [core.clock.now(), allowed.value.operatorId, card.value]
  const { memberId } = old
  const event = { memberId, at, operatorId: by, approverId: null }
  const done = commitMember(core, {
    commandId,
    content,
    kind: 'card-replaced',
    memberId,
    by,
    at,
    payload: { cardNumber: oldNumber, replacedBy: newNumber, reason },
    detail: { cardNumber: oldNumber, replacedBy: newNumber, reason },
    write: (seq) => {
      const { members, memberFiles } = core.stores
      members.putCard({ ...old, status: next.value }, seq)
      members.putCard({ cardNumber: newNumber, memberId, status: 'active' }, seq)
      memberFiles.putCardEvent({ ...event, cardNumber: oldNumber, kind: 'replace', reason, replacedBy: newNumber }, seq)
      memberFiles.putCardEvent({ ...event, cardNumber: newNumber, kind: 'issue', reason: null, replacedBy: null }, seq)
    },
  })
  return done.ok ? ok(memberId) : done
}

/** The card as it stands, and whether this command has been done. */
function settledBefore(
  core: Core,
  commandId: string,
  content: { readonly [key: string]: string },
  cardNumber: string,
): Result<{ card: CardFacts; done: boolean }> {
  const before = core.committer.earlier(commandId, content)
  if (!before.ok) return before
  const card = core.stores.members.card(cardNumber)
  return card === undefined ? refuse('card-unknown') : ok({ card, done: before.value !== null })
}
