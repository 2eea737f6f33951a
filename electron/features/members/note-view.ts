/** A note as the member's page shows it. */
import type { MemberNote } from '../../../shared/contract/members.ts'
import type { Core } from '../../core.ts'
import type { NoteFacts } from '../../store/member-file-store.ts'

export function noteView(core: Core, note: NoteFacts): MemberNote {
  const { noteId, memberId, kind, text, dueOn, at, doneAt } = note
  return {
    noteId,
    memberId,
    kind,
    text,
    dueOn,
    at,
    doneAt,
    by: core.stores.staff.operator(note.operatorId)?.name ?? '',
  }
}
