/** Members over the contract: a command answers with the page as it stands then. */
import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { MemberFile } from '../../shared/contract/members.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Core } from '../core.ts'
import { dueFollowUps, findMemberFiles, findTwins } from '../features/members/find-files.ts'
import { changeCard, issueCard, replaceCard } from '../features/members/member-cards.ts'
import { memberEntries, memberFile } from '../features/members/member-file.ts'
import { addNote, endFollowUp } from '../features/members/member-notes.ts'
import { mergeMembers } from '../features/members/merge-members.ts'
import { registerMember } from '../features/members/register-member.ts'
import { revealPhone } from '../features/members/reveal-phone.ts'
import { saveMember } from '../features/members/save-member.ts'
import { answered } from './answer.ts'

export function membersRouter(core: Core) {
  const os = implement(contract)
  const fileAfter = (done: Result<string>): MemberFile => answered(memberFile(core, answered(done)))
  return {
    find: os.members.find.handler(({ input }) => answered(findMemberFiles(core, input.query))),
    twins: os.members.twins.handler(({ input }) => answered(findTwins(core, input))),
    due: os.members.due.handler(() => answered(dueFollowUps(core))),
    register: os.members.register.handler(({ input }) => answered(registerMember(core, input))),
    file: os.members.file.handler(({ input }) => answered(memberFile(core, input.memberId))),
    entries: os.members.entries.handler(({ input }) => answered(memberEntries(core, input))),
    save: os.members.save.handler(({ input }) => {
      answered(saveMember(core, input))
      return answered(memberFile(core, input.memberId))
    }),
    revealPhone: os.members.revealPhone.handler(({ input }) => answered(revealPhone(core, input))),
    addNote: os.members.addNote.handler(({ input }) => fileAfter(addNote(core, input))),
    endFollowUp: os.members.endFollowUp.handler(({ input }) => fileAfter(endFollowUp(core, input))),
    issueCard: os.members.issueCard.handler(({ input }) => fileAfter(issueCard(core, input))),
    changeCard: os.members.changeCard.handler(async ({ input }) => fileAfter(await changeCard(core, input))),
    replaceCard: os.members.replaceCard.handler(({ input }) => fileAfter(replaceCard(core, input))),
    merge: os.members.merge.handler(async ({ input }) => {
      answered(await mergeMembers(core, input))
      return answered(memberFile(core, input.memberId))
    }),
  }
}
