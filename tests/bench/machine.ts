/** What the figures were measured on: printed above them, because absolute times mean nothing without it. */
import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem } from 'node:os'
import Database from 'better-sqlite3'

const GIB = 2 ** 30

export function machineFacts(folder: string): string[] {
  const processors = cpus()
  const sqlite = new Database(':memory:')
  const version = sqlite.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get()?.version ?? '?'
  sqlite.close()
  return [
    `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / GIB).toFixed(1)} GiB`,
    `${process.platform} ${release()}, files on ${fileSystemOf(folder)}`,
    `node ${process.version}, SQLite ${version}`,
    `load before the run ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  ]
}

function fileSystemOf(folder: string): string {
  if (process.platform !== 'linux') return 'an unknown file system'
  return execFileSync('stat', ['--file-system', '--format=%T', folder], { encoding: 'utf8' }).trim()
}
