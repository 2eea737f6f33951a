/**
 * Two files of one person become one: every lot moves, with its expiry, from the account that ends to the one that stays,
 * debts too. One entry, which balances asset by asset; nothing is added up or rounded.
 */
import type { Posting } from '../value/posting.ts'
import type { Lot } from '../value/wallet.ts'

export interface MovedLot {
  readonly lot: string
  readonly asset: Lot['asset']
  readonly expiresOn: string | null
}

export interface MergePlan {
  readonly postings: readonly Posting[]
  /** opened in the account that stays, in the order in which the old ones would have been spent */
  readonly newLots: readonly MovedLot[]
}

export function planMerge(merge: {
  readonly documentId: string
  readonly fromAccount: string
  readonly toAccount: string
  readonly lots: readonly Lot[]
}): MergePlan {
  const { documentId, fromAccount, toAccount } = merge
  const held = merge.lots
    .filter((lot) => lot.amount !== 0)
    .sort((a, b) => a.ordinal - b.ordinal || (a.lot < b.lot ? -1 : 1))
  const newLots = held.map(({ asset, expiresOn }, index) => ({ lot: `${documentId}/${index}`, asset, expiresOn }))
  const postings = held.flatMap(({ lot, asset, amount }, index): Posting[] => [
    { account: fromAccount, lot, asset, amount: -amount },
    { account: toAccount, lot: `${documentId}/${index}`, asset, amount },
  ])
  return { postings, newLots }
}
