/** Notes, feedback and follow-ups: the text stands in an erasable record, the row has its salted digest. */
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { saltText, type NoteKind } from '../../store/member-file-store.ts'
import { commitMember } from './member-saved.ts'
import { standingMember } from './standing-member.ts'

export interface AddNote {
  readonly commandId: string
  readonly memberId: string
  readonly noteId: string
  readonly kind: NoteKind
  readonly text: string
  /** 'YYYY-MM-DD'; a follow-up has one, the others have none */
  readonly dueOn: string | null
}

/** Answers with the member's id. Refuses with not-signed-in, not-permitted, member-unknown, follow-up-day, command-reused. */
export function addNote(core: Core, command: AddNote): Result<string> {
  const allowed = requirePermission(core, 'member.register')
  if (!allowed.ok) return allowed
  const { commandId, noteId, kind, dueOn } = command
  if ((kind === 'follow-up') !== (dueOn !== null)) return refuse('follow-up-day')
  const found = standingMember(core, command.memberId)
  if (!found.ok) return found
  const { memberId } = found.value.facts
  const content = { op: 'add-note', memberId, noteId }
  const before = core.committer.earlier(commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(memberId)
  const [at, by, text] = [core.clock.now(), allowed.value.operatorId, command.text.trim()]
  const salted = saltText(text)
  const done = commitMember(core, {
    commandId,
    content,
    kind: 'member-note-added',
    memberId,
    by,
    at,
    payload: { noteId, kind, dueOn, digest: salted.digest },
    detail: { kind, dueOn },
    write: (seq) =>
      core.stores.memberFiles.addNote(
        { noteId, memberId, kind, text, dueOn, at, operatorId: by, doneAt: null, doneBy: null },
        salted,
        seq,
      ),
  })
  return done.ok ? ok(memberId) : done
}

/** Answers with the member's id. Refuses with not-signed-in, not-permitted, follow-up-unknown, command-reused. */
export function endFollowUp(
  core: Core,
  command: { readonly commandId: string; readonly noteId: string },
): Result<string> {
  const allowed = requirePermission(core, 'member.register')
  if (!allowed.ok) return allowed
  const { commandId, noteId } = command
  const note = core.stores.memberFiles.note(noteId)
  if (note === undefined || note.dueOn === null) return refuse('follow-up-unknown')
  // done before, by this command or by another: it is done
  if (note.doneAt !== null) return ok(note.memberId)
  const [at, operatorId] = [core.clock.now(), allowed.value.operatorId]
  const done = commitMember(core, {
    commandId,
    content: { op: 'end-follow-up', noteId },
    kind: 'member-follow-up-ended',
    memberId: note.memberId,
    by: operatorId,
    at,
    payload: { noteId },
    detail: {},
    write: (seq) => core.stores.memberFiles.endNote(noteId, { at, operatorId }, seq),
  })
  return done.ok ? ok(note.memberId) : done
}
