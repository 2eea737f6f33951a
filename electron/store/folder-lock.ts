/** One till on one data folder: a lock that the operating system drops with the process, however it ends. */
import { mkdirSync } from 'node:fs'
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
  let lock: Database.Database | undefined
  try {
    lock = new Database(join(folder, 'lock.db'), { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    const held = lock
    return ok({ release: () => held.close() })
  } catch (error) {
    lock?.close()
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY') === true) return refuse('store-in-use', { folder })
    const refusal = diskRefusal(error, folder)
    if (refusal === null) throw error
    return { ok: false, refusal }
  }
}
