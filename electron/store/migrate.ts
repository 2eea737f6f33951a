/**
 * Brings a database file to the format that this app knows: numbered SQL files, all of them in one transaction.
 *
 * Invariants: a file is never edited once it has shipped; a database that is newer than the app is refused, never touched.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { ok, refuse, type Result } from '../../shared/domain/result.ts'

/** Applies what is missing from `folder`; returns the format that the database has now. */
export function migrate(db: Database, folder: string): Result<number, 'store-newer'> {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
  const known = files.length
  const found = Number(db.pragma('user_version', { simple: true }))
  if (found > known) return refuse('store-newer', { found, known })
  if (found === known) return ok(known)
  db.transaction(() => {
    for (const name of files.slice(found)) db.exec(readFileSync(join(folder, name), 'utf8'))
    db.pragma(`user_version = ${known}`)
  }).immediate()
  return ok(known)
}
