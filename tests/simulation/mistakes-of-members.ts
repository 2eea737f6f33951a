/** Mistakes that a till could make with members and their cards, planted by wrapping its stores. */
import type { SellingTill } from '../till/selling-till.ts'

export interface MemberMistake {
  readonly name: string
  readonly seenBy: readonly string[]
  readonly plant: (till: SellingTill) => void
}

function replace<Part extends object>(part: Part, changes: Partial<Part>): void {
  Object.assign(part, changes)
}

export const memberMistakes: readonly MemberMistake[] = [
  {
    name: 'a card that is reported lost and stays active',
    seenBy: ['cards'],
    plant: ({ core }) => {
      const honest = { ...core.stores.members }
      replace(core.stores.members, {
        putCard: (card, seq) => honest.putCard(card.status === 'lost' ? { ...card, status: 'active' } : card, seq),
      })
    },
  },
  {
    name: 'a replaced card whose old one still pays',
    seenBy: ['cards'],
    plant: ({ core }) => {
      const honest = { ...core.stores.members }
      replace(core.stores.members, {
        putCard: (card, seq) => (card.status === 'closed' ? undefined : honest.putCard(card, seq)),
      })
    },
  },
  {
    name: 'a record that says something else than its digest',
    seenBy: ['person'],
    plant: ({ core }) => {
      const honest = { ...core.stores.members }
      replace(core.stores.members, {
        putPerson: (personId, person, record, seq) =>
          honest.putPerson(personId, { ...person, name: '张三' }, record, seq),
      })
    },
  },
  {
    name: 'a phone in the audit',
    seenBy: ['secrets'],
    plant: ({ core }) => {
      const honest = { ...core.committer }
      replace(core.committer, {
        commit: (request) => {
          const memberId = request.audit[0]?.subject ?? ''
          const phone = core.stores.memberFiles.person(memberId)?.person.phone
          if (phone === undefined) return honest.commit(request)
          return honest.commit({ ...request, audit: request.audit.map((row) => ({ ...row, detail: { phone } })) })
        },
      })
    },
  },
  {
    name: 'a merge that leaves the points behind',
    seenBy: ['merge'],
    plant: ({ core }) => {
      const honest = { ...core.stores.value }
      replace(core.stores.value, {
        putEntry: (entry, seq, ordinal) =>
          honest.putEntry(
            entry.entryId.endsWith('/merge')
              ? {
                  ...entry,
                  postings: entry.postings.filter((posting) => posting.asset !== 'POINTS'),
                  newLots: entry.newLots.filter((lot) => lot.asset !== 'POINTS'),
                }
              : entry,
            seq,
            ordinal,
          ),
      })
    },
  },
  {
    name: 'a merge that forgets what was spent before',
    seenBy: ['merge', 'growth', 'tiers'],
    plant: ({ core }) => replace(core.stores.memberFiles, { growthOf: () => [{ month: '2026-10', amountFen: 100 }] }),
  },
]
