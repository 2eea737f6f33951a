/** A store without a shop in a folder of its own, and the smallest commit that can be made. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json } from '../../electron/store/canonical.ts'
import { createCommitter, type Committed, type Committer } from '../../electron/store/commit.ts'
import { openStore, type Store } from '../../electron/store/open-store.ts'
import type { Result } from '../../shared/domain/result.ts'
import { must } from '../till/small-shop.ts'
import { countedIds } from '../till/selling-till.ts'

export const TILL_MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations', 'till')
export const AT = Date.UTC(2026, 10, 23, 2, 0)

export const newId = countedIds('b000')

export interface PlainStore {
  readonly folder: string
  readonly store: Store
  readonly committer: Committer
  /** commits a row of this name */
  note(text: string, more?: Partial<NoteOptions>): Result<Committed<Json>>
  /** closes and opens again */
  reopen(): PlainStore
  close(): void
}

interface NoteOptions {
  readonly commandId: string
  readonly write: (seq: number) => void
}

/** The anchor follows the answer: it is written when the running work has ended. */
export function untilAnchored(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'zhanggui-store-'))
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

export function openPlainStore(folder: string = freshFolder()): PlainStore {
  const store = must(openStore({ folder, migrations: TILL_MIGRATIONS, newId }))
  const committer = createCommitter(store)
  return {
    folder,
    store,
    committer,
    note: (text, more = {}) =>
      committer.commit({
        commandId: more.commandId ?? newId(),
        content: { text },
        kind: 'noted',
        version: 1,
        payload: { at: AT, text },
        audit: [{ at: AT, action: 'noted', operatorId: null, approverId: null, subject: null, detail: { text } }],
        answer: { noted: text },
        write: more.write ?? (() => undefined),
      }),
    reopen: () => {
      store.close()
      return openPlainStore(folder)
    },
    close: () => {
      store.close()
      removeFolder(folder)
    },
  }
}
