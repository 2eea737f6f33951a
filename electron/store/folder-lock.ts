/** One till on one data folder: a lock that the operating system drops with the process, however it ends. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ok, refuse, type Result } from '../../shared/domain/result.ts'
import { sqliteCode } from './sqlite-errors.ts'

export interface FolderLock {
  release(): void
}

type LockRefusal = 'folder-missing' | 'folder-read-only' | 'store-in-use'

export function lockFolder(folder: string): Result<FolderLock, LockRefusal> {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return refuse(code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? 'folder-read-only' : 'folder-missing', { folder })
  }
  let lock: Database.Database | undefined
  try {
    lock = new Database(join(folder, 'lock.db'), { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    const held = lock
    return ok({ release: () => held.close() })
  } catch (error) {
    lock?.close()
    const code = sqliteCode(error)
    if (code === null) throw error
    return refuse(code.startsWith('SQLITE_BUSY') ? 'store-in-use' : 'folder-read-only', { folder })
  }
}
