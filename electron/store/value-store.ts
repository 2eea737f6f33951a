/** Entries of value and the balances that they add up to. Balances are a cache: they move only together with postings. */
import type { Asset, Posting } from '../../shared/domain/value/posting.ts'
import { assertBalanced } from '../../shared/domain/value/posting.ts'
import type { Lot } from '../../shared/domain/value/wallet.ts'
import type { Store } from './open-store.ts'
import { preparedInsert } from './prepared.ts'
import { entries, lots, postings } from './schema.ts'

export interface NewLot {
  readonly lot: string
  readonly account: string
  readonly asset: Asset
  readonly expiresOn: string | null
}

export interface EntryFacts {
  readonly entryId: string
  readonly documentId: string
  readonly reverses: string | null
  readonly postings: readonly Posting[]
  readonly newLots: readonly NewLot[]
}

export interface ValueStore {
  /** every lot of an account that holds something, or owes */
  lotsOf(account: string): Lot[]
  /** writes one balanced entry with its lots and balances, inside a commit; `firstOrdinal` numbers its postings in the row */
  putEntry(entry: EntryFacts, seq: number, firstOrdinal: number): void
}

export function createValueStore(store: Store): ValueStore {
  const { sqlite, orm } = store
  const findLots = sqlite.prepare<[string], Lot>(
    'SELECT lot, asset, amount, expires_on AS expiresOn, seq AS ordinal FROM balances WHERE account = ? AND amount <> 0',
  )
  const insertEntry = preparedInsert(orm, entries)
  const insertPosting = preparedInsert(orm, postings)
  const insertLot = preparedInsert(orm, lots)
  const openBalance = sqlite.prepare(
    'INSERT INTO balances (account, asset, lot, expires_on, seq, amount) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const moveBalance = sqlite.prepare(
    'UPDATE balances SET amount = amount + ? WHERE account = ? AND asset = ? AND lot = ?',
  )
  return {
    lotsOf: (account) => findLots.all(account),
    putEntry: (entry, seq, firstOrdinal) => {
      assertBalanced(entry.postings)
      insertEntry({ entryId: entry.entryId, documentId: entry.documentId, seq, reverses: entry.reverses })
      for (const lot of entry.newLots) {
        insertLot({ ...lot, documentId: entry.documentId, seq })
        openBalance.run(lot.account, lot.asset, lot.lot, lot.expiresOn, seq, postedTo(entry.postings, lot))
      }
      entry.postings.forEach((posting, index) => {
        insertPosting({ seq, ordinal: firstOrdinal + index, entryId: entry.entryId, ...posting })
        if (posting.lot === '' || entry.newLots.some((lot) => isIn(posting, lot))) return
        const moved = moveBalance.run(posting.amount, posting.account, posting.asset, posting.lot)
        if (moved.changes !== 1) throw new Error(`no balance of lot ${posting.lot}`)
      })
    },
  }
}

/** What a new lot holds after the entry that opens it. */
function postedTo(posted: readonly Posting[], lot: NewLot): number {
  return posted.reduce((sum, posting) => (isIn(posting, lot) ? sum + posting.amount : sum), 0)
}

function isIn(posting: Posting, lot: NewLot): boolean {
  return posting.lot === lot.lot && posting.account === lot.account && posting.asset === lot.asset
}
