/**
 * The native file of SQLite that this process has loaded, for its worker threads: two builds of it in one process are
 * one too many, and where the main thread was handed another build than the package brings (an older Electron), only
 * that one runs.
 */
import { createRequire } from 'node:module'

/** Its path; undefined before the first database was opened, or where the file is not loaded under a name of SQLite's. */
export function loadedSqliteBinding(): string | undefined {
  const loaded = Object.keys(createRequire(process.execPath).cache)
  return loaded.find((path) => path.endsWith('.node') && /better[-_]sqlite3/.test(path))
}
