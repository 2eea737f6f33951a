/** What SQLite's errors mean to the person at the till. */
import Database from 'better-sqlite3'
import type { Refusal } from '../../shared/domain/result.ts'

export type DiskRefusal = 'disk-full' | 'disk-failed' | 'folder-read-only' | 'store-damaged'

/** SQLite's extended code, or null where the error is not SQLite's. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null
}

/** A failing disk as a refusal, whether SQLite met it or a call to the system; null where the error is a bug of ours. */
export function diskRefusal(error: unknown, folder: string): Refusal<DiskRefusal> | null {
  const code = sqliteCode(error)
  if (code === null) return systemRefusal(error, folder)
  if (code === 'SQLITE_FULL') return { code: 'disk-full', params: {} }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return { code: 'folder-read-only', params: { folder } }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return { code: 'store-damaged', params: { detail: code } }
  if (code.startsWith('SQLITE_IOERR')) return { code: 'disk-failed', params: { detail: code } }
  return null
}

function systemRefusal(error: unknown, folder: string): Refusal<DiskRefusal> | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full', params: {} }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return { code: 'folder-read-only', params: { folder } }
  return code === 'EIO' ? { code: 'disk-failed', params: { detail: code } } : null
}

/**
 * Does what is no fact of the shop and can be done again: a cache, a queue's state, a checkpoint. Says whether it was done;
 * where the disk fails it was not, and nothing else happens. What is no failing disk is thrown.
 */
export function unlessDiskFails(folder: string, work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (diskRefusal(error, folder) === null) throw error
    return false
  }
}
