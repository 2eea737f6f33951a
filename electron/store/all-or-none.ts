/**
 * Many commits that are one on disk: all of them, or none where the work refuses or throws. For filling an empty till, where
 * half of it would be worth nothing; a sale is never part of it.
 *
 * Invariants: between the first row and the last nothing else runs, because the work never gives way to the event loop (it
 * may await what is there already), so that nobody is told of a row that is not on disk; the anchor follows the whole.
 */
import type { Refusal, Result } from '../../shared/domain/result.ts'
import type { Store } from './open-store.ts'
import { diskRefusal } from './sqlite-errors.ts'

/** Throws where the work took more than one turn of the event loop; nothing of it is kept then. */
export async function allOrNone<T>(store: Store, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const { sqlite } = store
  const before = store.head
  let turns = 0
  setImmediate(() => (turns += 1))
  const begun = unlessRefused(store, 'BEGIN IMMEDIATE')
  if (begun !== null) return { ok: false, refusal: begun }
  let whole = false
  try {
    const done = await work()
    if (turns > 0) throw new Error('rows that belong together took more than one turn of the event loop')
    if (!done.ok) return done
    const refused = unlessRefused(store, 'COMMIT')
    if (refused !== null) return { ok: false, refusal: refused }
    whole = true
    store.anchor.write({ incarnation: store.incarnation, ...store.head })
    return done
  } finally {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    if (!whole) store.head = before
  }
}

function unlessRefused(store: Store, statement: 'BEGIN IMMEDIATE' | 'COMMIT'): Refusal | null {
  try {
    store.sqlite.exec(statement)
    return null
  } catch (error) {
    const refusal = diskRefusal(error, store.folder)
    if (refusal === null) throw error
    return refusal
  }
}
