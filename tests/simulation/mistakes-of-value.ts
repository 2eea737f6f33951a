/** Mistakes that a till could make with stored value, planted by wrapping its stores. */
import type { SellingTill } from '../till/selling-till.ts'

export interface ValueMistake {
  readonly name: string
  readonly seenBy: readonly string[]
  readonly plant: (till: SellingTill) => void
}

function replace<Part extends object>(part: Part, changes: Partial<Part>): void {
  Object.assign(part, changes)
}

export const valueMistakes: readonly ValueMistake[] = [
  {
    name: 'a top-up that gives its bonus twice',
    seenBy: ['entries', 'projection'],
    plant: ({ core }) => {
      const honest = { ...core.stores.value }
      const doubled = (asset: string): number => (asset === 'BONUS' ? 2 : 1)
      replace(core.stores.value, {
        putEntry: (entry, seq, ordinal) =>
          honest.putEntry(
            entry.newLots.some(({ lot }) => lot.endsWith('/bonus'))
              ? {
                  ...entry,
                  postings: entry.postings.map((one) => ({ ...one, amount: one.amount * doubled(one.asset) })),
                }
              : entry,
            seq,
            ordinal,
          ),
      })
    },
  },
  {
    name: 'a top-up that forgets its coupons',
    seenBy: ['stored-value'],
    plant: ({ core }) => {
      const honest = { ...core.stores.members }
      replace(core.stores.members, {
        issueCoupon: (coupon, seq, documentId) =>
          documentId === undefined ? honest.issueCoupon(coupon, seq) : undefined,
      })
    },
  },
  {
    name: 'a top-up taken back whose coupons can still be used',
    seenBy: ['stored-value'],
    plant: ({ core }) => replace(core.stores.members, { withdrawCoupon: () => undefined }),
  },
  {
    name: 'money that is paid back and stays in the books',
    seenBy: ['entries', 'projection'],
    plant: ({ core }) => {
      const honest = { ...core.stores.value }
      replace(core.stores.value, {
        putEntry: (entry, seq, ordinal) =>
          honest.putEntry(
            entry.reverses === null
              ? entry
              : { ...entry, postings: entry.postings.filter(({ asset }) => asset !== 'CNY') },
            seq,
            ordinal,
          ),
      })
    },
  },
  {
    name: 'limits of the day that nobody counts',
    seenBy: ['approval'],
    plant: ({ core }) => replace(core.stores.valueDocuments, { takenOn: () => ({ operatorFen: 0, allFen: 0 }) }),
  },
  {
    name: 'a top-up that can be taken back twice',
    seenBy: ['throws', 'stored-value'],
    plant: ({ core }) => {
      const honest = { ...core.stores.value }
      const given = new Map<string, number>()
      replace(core.stores.valueDocuments, { reversalOf: () => undefined })
      replace(core.stores.value, {
        putEntry: (entry, seq, ordinal) => {
          honest.putEntry(entry, seq, ordinal)
          for (const { lot, amount } of entry.postings) if (lot.includes('/') && amount > 0) given.set(lot, amount)
        },
        // lots that a reversal emptied look full again
        lotsOf: (account) => {
          const lots = honest.lotsOf(account)
          const gone = [...given].filter(([lot]) => !lots.some((one) => one.lot === lot))
          return [
            ...lots,
            ...gone.flatMap(([lot, amount]) => {
              const asset = core.store.sqlite
                .prepare<[string, string], { asset: 'PRINCIPAL' | 'BONUS' | 'POINTS' }>(
                  'SELECT asset FROM lots WHERE lot = ? AND account = ?',
                )
                .get(lot, account)?.asset
              return asset === undefined ? [] : [{ lot, asset, amount, expiresOn: null, ordinal: 0 }]
            }),
          ]
        },
      })
    },
  },
]
