/**
 * Two files of one person become one, in one commit: value moves lot by lot in one balanced entry, cards, coupons and
 * growth move with it, the higher tier stays. The file that ends remains an alias, so that old receipts keep their name.
 */
import { planMerge } from '../../../shared/domain/member/merge-accounts.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { memberAccount } from '../../../shared/domain/value/accounts.ts'
import { authorise, type ApprovalGiven } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { commitMember } from './member-saved.ts'
import { standingMember, type StandingMember } from './standing-member.ts'

export interface MergeMembers {
  readonly commandId: string
  /** the file that stays */
  readonly memberId: string
  /** the file that ends */
  readonly otherId: string
  readonly approval?: ApprovalGiven | undefined
}

/** Refuses with member-unknown, merge-same, merge-in-basket, approval-…, command-reused. */
export async function mergeMembers(core: Core, command: MergeMembers): Promise<Result<null>> {
  const { commandId, memberId, otherId } = command
  const content = { op: 'merge-members', memberId, otherId }
  const before = core.committer.earlier(commandId, content)
  if (!before.ok) return before
  if (before.value !== null) return ok(null)
  const possible = pairOf(core, memberId, otherId)
  if (!possible.ok) return possible
  const given = await authorise(core, 'card.authorise', command.approval)
  if (!given.ok) return given
  const by = core.memory.operator?.operatorId
  if (by === undefined) return refuse('not-signed-in')
  // while a PIN was being checked, the customer may have come to the till
  const pair = pairOf(core, memberId, otherId)
  if (!pair.ok) return pair
  return merge(core, { commandId, content, by, approverId: given.value.approverId, ...pair.value })
}

interface Pair {
  readonly staying: StandingMember
  readonly ending: StandingMember
}

function pairOf(core: Core, memberId: string, otherId: string): Result<Pair> {
  const staying = standingMember(core, memberId)
  if (!staying.ok) return staying
  const ending = standingMember(core, otherId)
  if (!ending.ok) return ending
  if (staying.value.facts.memberId === ending.value.facts.memberId) return refuse('merge-same')
  const { screen, memberId: atTill } = core.memory.order
  const busy = screen !== 'done' && atTill !== null && [memberId, otherId].includes(atTill)
  return busy ? refuse('merge-in-basket') : ok({ staying: staying.value, ending: ending.value })
}

interface Merge extends Pair {
  readonly commandId: string
  readonly content: { readonly [key: string]: string }
  readonly by: string
  readonly approverId: string | null
}

function merge(core: Core, { commandId, content, by, approverId, staying, ending }: Merge): Result<null> {
  const { members, memberFiles, value } = core.stores
  const [memberId, otherId] = [staying.facts.memberId, ending.facts.memberId]
  const [fromAccount, toAccount] = [memberAccount(otherId), memberAccount(memberId)]
  const plan = planMerge({ documentId: commandId, fromAccount, toAccount, lots: value.lotsOf(fromAccount) })
  const cards = memberFiles.cardsOf(otherId)
  const coupons = members.couponsHeldBy(otherId).map(({ couponId }) => couponId)
  const growth = memberFiles.growthOf(otherId)
  const tierId = higherTier(core, staying.facts.tierId, ending.facts.tierId)
  const tags = [...new Set([...staying.facts.tags, ...ending.facts.tags])]
  const at = core.clock.now()
  const done = commitMember(core, {
    commandId,
    content,
    kind: 'members-merged',
    memberId,
    by,
    approverId,
    at,
    payload: {
      otherId,
      documentId: commandId,
      postings: plan.postings.map(({ account, lot, asset, amount }) => [account, lot, asset, amount]),
      lots: plan.newLots.map((lot) => ({ ...lot })),
      cards: cards.map(({ cardNumber }) => cardNumber),
      coupons,
      growth: growth.map(({ month, amountFen }) => [month, amountFen]),
      tierId,
      tags,
    },
    detail: { otherId, cards: cards.length, coupons: coupons.length },
    write: (seq) => {
      if (plan.postings.length > 0) {
        const newLots = plan.newLots.map((lot) => ({ ...lot, account: toAccount }))
        const entry = { entryId: `${commandId}/merge`, documentId: commandId, reverses: null }
        value.putEntry({ ...entry, postings: plan.postings, newLots }, seq, 0)
      }
      for (const card of cards) {
        members.putCard({ ...card, memberId }, seq)
        const event = { cardNumber: card.cardNumber, memberId, at, operatorId: by, approverId }
        memberFiles.putCardEvent({ ...event, kind: 'move', reason: null, replacedBy: null }, seq)
      }
      memberFiles.moveCoupons(otherId, memberId, seq)
      for (const { month, amountFen } of growth) {
        members.addGrowth(memberId, month, amountFen)
        members.addGrowth(otherId, month, -amountFen)
      }
      members.putMember({ memberId, tierId, tags }, seq)
      members.putMember(ending.facts, seq)
      memberFiles.putFile({ ...staying.file, consent: staying.file.consent && ending.file.consent }, seq)
      memberFiles.putFile({ ...ending.file, mergedInto: memberId }, seq)
    },
  })
  return done.ok ? ok(null) : done
}

function higherTier(core: Core, one: string | null, other: string | null): string | null {
  const rank = (tierId: string | null): number => core.catalog.tiers().findIndex((tier) => tier.tierId === tierId)
  return rank(other) > rank(one) ? other : one
}
