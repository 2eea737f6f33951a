/** The files of a till and what goes with them: store.db with its committer, members.db, and till time. */
import { join } from 'node:path'
import { ok, type Result } from '../shared/domain/result.ts'
import { beginIncarnation, createCommitter, type Committer } from './store/commit.ts'
import { lastRowAt } from './store/last-row.ts'
import { openMembersDb, type MembersDb } from './store/members/members-db.ts'
import { openStore, type Store } from './store/open-store.ts'
import { diskRefusal } from './store/sqlite-errors.ts'
import { createTillClock, type TillClock } from './till-clock.ts'
import type { TillOptions } from './till-options.ts'

export interface TillFiles {
  readonly store: Store
  readonly committer: Committer
  readonly members: MembersDb
  readonly clock: TillClock
  close(): void
}

/** Refuses with what store/open-store.ts and a failing disk say; nothing stays open then. */
export function openFiles(options: TillOptions): Result<TillFiles> {
  const opened = openStore({
    folder: options.dataDir,
    migrations: join(options.migrationsDir, 'till'),
    newId: options.newId,
  })
  if (!opened.ok) return opened
  const store = opened.value
  let files: Result<TillFiles> | undefined
  try {
    files = openBeside(store, options)
    return files
  } catch (error) {
    const refusal = diskRefusal(error, options.dataDir)
    if (refusal === null) throw error
    return { ok: false, refusal }
  } finally {
    if (files?.ok !== true) store.close()
  }
}

function openBeside(store: Store, options: TillOptions): Result<TillFiles> {
  const members = openMembersDb({ folder: options.dataDir, migrations: join(options.migrationsDir, 'members') })
  if (!members.ok) return members
  const close = (): void => {
    members.value.close()
    store.close()
  }
  const committer = createCommitter(store)
  const clock = createTillClock(options.clock, lastRowAt(store))
  const begun = beginIncarnation(store, committer, {
    incarnation: options.newId(),
    commandId: options.newId(),
    at: clock.now(),
  })
  if (!begun.ok) {
    members.value.close()
    return begun
  }
  members.value.catchUp(store)
  return ok({ store, committer, members: members.value, clock, close })
}
