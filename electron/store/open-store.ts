/**
 * Opens store.db, the file of everything that happened at this till, and is its only writer.
 *
 * Invariants: WAL and synchronous=FULL, so that what commit returned is on disk; a file that is missing, empty, newer,
 * damaged or in use is refused and never replaced; a database behind its anchor starts a new incarnation.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { ok, refuse, type Refusal, type Result } from '../../shared/domain/result.ts'
import { anchorExists, openAnchor, readAnchor, type Anchor } from './anchor.ts'
import { GENESIS_HASH, rowHash, type ChainHead } from './chain.ts'
import { lockFolder, type FolderLock } from './folder-lock.ts'
import { migrate } from './migrate.ts'
import type { Orm } from './prepared.ts'
import { diskRefusal, unlessDiskFails } from './sqlite-errors.ts'

/** The till's memory of its own file: identity and head, kept in step by commit.ts. */
export interface Store {
  readonly folder: string
  readonly sqlite: Database.Database
  readonly orm: Orm
  readonly anchor: Anchor
  readonly tillId: string
  incarnation: string
  head: ChainHead
  /** the anchor was ahead of the file: it was rolled back, and commit.ts begins a new incarnation */
  readonly rolledBackFrom: { readonly incarnation: string; readonly seq: number } | null
  /** false once it was closed: an answer of a device that comes later finds nobody */
  isOpen(): boolean
  close(): void
}

export interface OpenStoreOptions {
  readonly folder: string
  /** the folder of migrations/till */
  readonly migrations: string
  /** ids for a file that is made now */
  readonly newId: () => string
}

const FILE_NAME = 'store.db'

export function openStore(options: OpenStoreOptions): Result<Store> {
  const locked = lockFolder(options.folder)
  if (!locked.ok) return locked
  try {
    const opened = openLocked(options, locked.value)
    if (!opened.ok) locked.value.release()
    return opened
  } catch (error) {
    locked.value.release()
    const refusal = diskRefusal(error, options.folder)
    if (refusal === null) throw error
    return { ok: false, refusal }
  }
}

function openLocked(options: OpenStoreOptions, lock: FolderLock): Result<Store> {
  const path = join(options.folder, FILE_NAME)
  const missing = presence(options.folder, path)
  if (missing !== null) return { ok: false, refusal: missing }
  if (!existsSync(path)) makeFile(options, path)
  const sqlite = new Database(path)
  let opened: Result<Store> | undefined
  try {
    opened = openFile(options, lock, sqlite)
    return opened
  } finally {
    if (opened?.ok !== true) sqlite.close()
  }
}

function openFile(options: OpenStoreOptions, lock: FolderLock, sqlite: Database.Database): Result<Store> {
  const ready = prepareFile(sqlite, options.migrations)
  if (!ready.ok) return ready
  const identity = readIdentity(sqlite)
  if (identity === null) return refuse('store-damaged', { detail: 'till' })
  const head = readHead(sqlite, identity.tillId)
  if (head === null) return refuse('store-damaged', { detail: 'chain' })
  const rolledBackFrom = rollback(options.folder, sqlite, identity.incarnation, head)
  const anchor = openAnchor(options.folder)
  return ok({
    folder: options.folder,
    sqlite,
    orm: drizzle(sqlite),
    anchor,
    tillId: identity.tillId,
    incarnation: identity.incarnation,
    head,
    rolledBackFrom,
    isOpen: () => sqlite.open,
    close: () => {
      if (!sqlite.open) return
      unlessDiskFails(options.folder, () => void sqlite.pragma('wal_checkpoint(TRUNCATE)'))
      sqlite.close()
      anchor.close()
      lock.release()
    },
  })
}

/** A till that has traded (an anchor or a log lies here) never starts again as a new shop; an empty file is never one. */
function presence(folder: string, path: string): Refusal | null {
  if (existsSync(path)) return statSync(path).size === 0 ? { code: 'store-empty', params: {} } : null
  return anchorExists(folder) || existsSync(`${path}-wal`) ? { code: 'store-missing', params: {} } : null
}

/** Made whole under another name and renamed, so that a half-made file is never found under its own. */
function makeFile(options: OpenStoreOptions, path: string): void {
  const draft = `${path}.new`
  for (const leftover of [draft, `${draft}-journal`]) rmSync(leftover, { force: true })
  const sqlite = new Database(draft)
  try {
    sqlite.pragma('synchronous = FULL')
    const made = migrate(sqlite, options.migrations)
    if (!made.ok) throw new Error('a new file cannot be newer than the app')
    sqlite
      .prepare('INSERT INTO till (only, till_id, incarnation, acknowledged_seq) VALUES (1, ?, ?, 0)')
      .run(options.newId(), options.newId())
  } finally {
    sqlite.close()
  }
  renameSync(draft, path)
  syncFolder(options.folder)
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function prepareFile(sqlite: Database.Database, migrations: string): Result<number, 'store-newer'> {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = OFF')
  // INSERT OR REPLACE deletes too: without this it would go past the triggers of the append-only tables
  sqlite.pragma('recursive_triggers = ON')
  sqlite.pragma('wal_autocheckpoint = 0')
  sqlite.pragma('cache_size = -32000')
  sqlite.pragma('journal_size_limit = 8388608')
  return migrate(sqlite, migrations)
}

function readIdentity(sqlite: Database.Database): { tillId: string; incarnation: string } | null {
  const row = sqlite
    .prepare<[], { tillId: string; incarnation: string }>('SELECT till_id AS tillId, incarnation FROM till')
    .get()
  return row ?? null
}

interface StoredRow {
  readonly seq: number
  readonly incarnation: string
  readonly kind: string
  readonly version: number
  readonly payload: string
  readonly hash: string
}

/** The head of the chain; null where its last row does not follow from the one before. */
function readHead(sqlite: Database.Database, tillId: string): ChainHead | null {
  const [last, before] = sqlite
    .prepare<[], StoredRow>(
      'SELECT seq, incarnation, kind, version, payload, hash FROM chain ORDER BY seq DESC LIMIT 2',
    )
    .all()
  if (last === undefined) return { seq: 0, hash: GENESIS_HASH }
  if (last.seq !== (before?.seq ?? 0) + 1) return null
  return rowHash(before?.hash ?? GENESIS_HASH, tillId, last) === last.hash ? { seq: last.seq, hash: last.hash } : null
}

/** What the anchor knows beyond this file, or null where the file is as new as its anchor. */
function rollback(
  folder: string,
  sqlite: Database.Database,
  incarnation: string,
  head: ChainHead,
): Store['rolledBackFrom'] {
  const mark = readAnchor(folder)
  if (mark === null) return null
  if (mark.incarnation === incarnation) {
    if (mark.seq > head.seq) return { incarnation: mark.incarnation, seq: mark.seq }
    const row = sqlite.prepare<[number], { hash: string }>('SELECT hash FROM chain WHERE seq = ?').get(mark.seq)
    return row?.hash === mark.hash ? null : { incarnation: mark.incarnation, seq: mark.seq }
  }
  const known = sqlite
    .prepare<[string], { seen: number }>('SELECT 1 AS seen FROM chain WHERE incarnation = ? LIMIT 1')
    .get(mark.incarnation)
  return known === undefined ? { incarnation: mark.incarnation, seq: mark.seq } : null
}
