/** Mistakes that a till could make with members from a file, planted by wrapping its stores. */
import type { SellingTill } from '../till/selling-till.ts'
import type { MemberMistake } from './mistakes-of-members.ts'

function replace<Part extends object>(part: Part, changes: Partial<Part>): void {
  Object.assign(part, changes)
}

export const importMistakes: readonly MemberMistake[] = [
  {
    name: 'a list sent again that is taken over again',
    seenBy: ['imports', 'throws', 'repeat', 'cards'],
    plant: ({ core }) => {
      const honest = { ...core.committer }
      replace(core.committer, {
        commit: (request) =>
          honest.commit(
            request.kind === 'members-imported' ? { ...request, commandId: core.newId(), content: null } : request,
          ),
      })
      forgetImported({ core })
      replace(core.members, { catchUp: () => undefined })
    },
  },
  {
    name: 'opening bonus that is lost on the way',
    seenBy: ['imports'],
    plant: ({ core }) => {
      const honest = { ...core.stores.value }
      replace(core.stores.value, {
        putEntry: (entry, seq, ordinal) => {
          const postings = entry.postings.filter(({ asset }) => asset !== 'BONUS')
          const newLots = entry.newLots.filter(({ asset }) => asset !== 'BONUS')
          const ofFile = entry.documentId.startsWith('0190') && postings.length > 0
          honest.putEntry(ofFile ? { ...entry, postings, newLots } : entry, seq, ordinal)
        },
      })
    },
  },
  {
    name: 'a note of an old program that is not kept',
    seenBy: ['imports'],
    plant: ({ core }) => {
      const honest = { ...core.stores.memberFiles }
      replace(core.stores.memberFiles, {
        addNote: (note, salted, seq) => honest.addNote({ ...note, text: note.text.slice(0, 4) }, salted, seq),
      })
    },
  },
  {
    name: 'a projection that never learns who came in',
    seenBy: ['imports'],
    plant: ({ core }) => replace(core.members, { catchUp: () => undefined }),
  },
  {
    name: 'a legal cap that is not asked',
    seenBy: ['imports'],
    plant: ({ core }) => {
      const honest = { ...core.stores.settings }
      replace(core.stores.settings, {
        storedValueRules: () => ({ ...honest.storedValueRules(), registeredCapFen: 99_999_999 }),
      })
    },
  },
]

/** Members of files are not found by their id. */
function forgetImported({ core }: Pick<SellingTill, 'core'>): void {
  const honest = { ...core.stores.members }
  replace(core.stores.members, {
    facts: (memberId) => (memberId.startsWith('0190') ? undefined : honest.facts(memberId)),
  })
}
