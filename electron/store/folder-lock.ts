/** One till on one data folder: a lock that the operating system drops with the process, however it ends. */
import { mkdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ok, refuse, type Result } from '../../shared/domain/result.ts'
import { diskRefusal, sqliteCode, type DiskRefusal } from './sqlite-errors.ts'

export interface FolderLock {
  release(): void
}

type LockRefusal = 'folder-missing' | 'store-in-use' | DiskRefusal

export function lockFolder(folder: string): Result<FolderLock, LockRefusal> {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const refusal = diskRefusal(error, folder)
    return refusal === null ? refuse('folder-missing', { folder }) : { ok: false, refusal }
  }
  const path = join(folder, 'lock.db')
  try {
    return ok(hold(path))
  } catch (error) {
    return sqliteCode(error) === 'SQLITE_NOTADB' ? holdEmptied(path, folder) : notHeld(error, folder)
  }
}

/** The file holds nothing: where somebody damaged it, and nobody holds it, it is emptied in place. */
function holdEmptied(path: string, folder: string): Result<FolderLock, LockRefusal> {
  try {
    truncateSync(path, 0)
    return ok(hold(path))
  } catch (error) {
    return notHeld(error, folder)
  }
}

function hold(path: string): FolderLock {
  const lock = new Database(path, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return { release: () => lock.close() }
  } catch (error) {
    lock.close()
    throw error
  }
}

function notHeld(error: unknown, folder: string): Result<never, LockRefusal> {
  if (sqliteCode(error)?.startsWith('SQLITE_BUSY') === true) return refuse('store-in-use', { folder })
  const refusal = diskRefusal(error, folder)
  if (refusal === null) throw error
  return { ok: false, refusal }
}
