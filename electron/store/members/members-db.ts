/**
 * members.db: members and cards for finding and showing. A projection of store.db that may be thrown away: value and what
 * a card may do are decided in store.db alone. Its cursor says up to which row it reaches.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { migrate } from '../migrate.ts'
import type { Store } from '../open-store.ts'
import { diskRefusal, unlessDiskFails } from '../sqlite-errors.ts'
import { createFinder, type MemberFinder } from './find-members.ts'
import { createProjection } from './project-members.ts'

export interface MembersDb extends MemberFinder {
  /** brings the projection up to the head of store.db; where the disk is full it stays behind until the next time */
  catchUp(store: Store): void
  close(): void
}

const FILE_NAME = 'members.db'

export interface OpenMembersDbOptions {
  readonly folder: string
  /** the folder of migrations/members */
  readonly migrations: string
}

/** A damaged projection is thrown away and made anew: nothing in it is a fact. */
export function openMembersDb(options: OpenMembersDbOptions): Result<MembersDb> {
  try {
    return openFile(options)
  } catch (error) {
    const refusal = diskRefusal(error, options.folder)
    if (refusal === null) throw error
    if (refusal.code !== 'store-damaged') return { ok: false, refusal }
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(options.folder, `${FILE_NAME}${suffix}`), { force: true })
  return openFile(options)
}

function openFile(options: OpenMembersDbOptions): Result<MembersDb> {
  const sqlite = new Database(join(options.folder, FILE_NAME))
  let opened: Result<MembersDb> | undefined
  try {
    opened = prepareFile(sqlite, options)
    return opened
  } finally {
    if (opened?.ok !== true) sqlite.close()
  }
}

function prepareFile(sqlite: Database.Database, options: OpenMembersDbOptions): Result<MembersDb> {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  const ready = migrate(sqlite, options.migrations)
  if (!ready.ok) return ready
  sqlite.prepare('INSERT OR IGNORE INTO cursor (only, seq) VALUES (1, 0)').run()
  const project = createProjection(sqlite)
  const readCursor = sqlite.prepare<[], { seq: number }>('SELECT seq FROM cursor')
  return ok({
    ...createFinder(sqlite),
    catchUp: (store) => {
      const from = readCursor.get()?.seq ?? 0
      if (from === store.head.seq) return
      // a projection that is ahead of its source belongs to another past: made anew
      unlessDiskFails(options.folder, () => project(store, from < store.head.seq ? from : -1))
    },
    close: () => sqlite.close(),
  })
}
