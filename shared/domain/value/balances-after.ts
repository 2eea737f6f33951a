/** What a member has after an entry, as its receipt says: what can be spent, lapsed lots apart. */
import type { Posting } from './posting.ts'
import { spendable, type Lot } from './wallet.ts'

export interface NewLot {
  readonly lot: string
  readonly account: string
  readonly asset: Lot['asset']
  readonly expiresOn: string | null
}

export interface Balances {
  readonly points: number
  readonly principalFen: number
  readonly bonusFen: number
}

/** `lots` before the entry, `newLots` those that it opens. */
export function balancesAfter(
  account: string,
  lots: readonly Lot[],
  entry: { readonly postings: readonly Posting[]; readonly newLots: readonly NewLot[] },
  businessDay: string,
): Balances {
  const moved = new Map<string, number>()
  for (const posting of entry.postings) {
    if (posting.account === account) moved.set(posting.lot, (moved.get(posting.lot) ?? 0) + posting.amount)
  }
  const after: Lot[] = [
    ...lots.map((lot) => ({ ...lot, amount: lot.amount + (moved.get(lot.lot) ?? 0) })),
    ...entry.newLots.map(({ lot, asset, expiresOn }, index) => {
      return { lot, asset, expiresOn, amount: moved.get(lot) ?? 0, ordinal: Number.MAX_SAFE_INTEGER - index }
    }),
  ]
  return {
    points: spendable(after, 'POINTS', businessDay),
    principalFen: spendable(after, 'PRINCIPAL', businessDay),
    bonusFen: spendable(after, 'BONUS', businessDay),
  }
}
