/** What SQLite's errors mean to the person at the till. */
import Database from 'better-sqlite3'
import type { Refusal } from '../../shared/domain/result.ts'

export type DiskRefusal = 'disk-full' | 'disk-failed' | 'folder-read-only' | 'store-damaged'

/** SQLite's extended code, or null where the error is not SQLite's. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null
}

/** A failing disk as a refusal; null where the error is a bug of ours. */
export function diskRefusal(error: unknown, folder: string): Refusal<DiskRefusal> | null {
  const code = sqliteCode(error)
  if (code === null) return null
  if (code === 'SQLITE_FULL') return { code: 'disk-full', params: {} }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return { code: 'folder-read-only', params: { folder } }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return { code: 'store-damaged', params: { detail: code } }
  if (code.startsWith('SQLITE_IOERR')) return { code: 'disk-failed', params: { detail: code } }
  return null
}
