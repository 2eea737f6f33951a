import Database from 'better-sqlite3'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../electron/store/migrate.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { refusal } from '../till/small-shop.ts'
import { freshFolder, newId, openPlainStore, removeFolder, TILL_MIGRATIONS } from './plain-store.ts'

/** the newest format */
const KNOWN = readdirSync(TILL_MIGRATIONS).filter((name) => name.endsWith('.sql')).length
/** what comes after it */
const NEXT = String(KNOWN + 1).padStart(4, '0')
const AFTER_NEXT = String(KNOWN + 2).padStart(4, '0')

let folder: string
let migrations: string
beforeEach(() => {
  folder = freshFolder()
  migrations = join(folder, 'migrations')
  mkdirSync(migrations)
  cpSync(TILL_MIGRATIONS, migrations, { recursive: true })
})
afterEach(() => removeFolder(folder))

function tablesOf(path: string): string[] {
  const sqlite = new Database(path, { readonly: true })
  const names = sqlite
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
    .all()
  sqlite.close()
  return names.map((row) => row.name)
}

function versionOf(path: string): number {
  const sqlite = new Database(path, { readonly: true })
  const version = Number(sqlite.pragma('user_version', { simple: true }))
  sqlite.close()
  return version
}

describe('migrations', () => {
  test('bring a file of the version before up to date and keep what is in it', () => {
    const plain = openPlainStore(join(folder, 'data'))
    expect(plain.note('before').ok).toBe(true)
    plain.store.close()
    writeFileSync(join(migrations, `${NEXT}-more.sql`), 'CREATE TABLE more (id TEXT PRIMARY KEY) STRICT;')
    const opened = openStore({ folder: plain.folder, migrations, newId })
    expect(opened.ok).toBe(true)
    if (!opened.ok) return
    expect(opened.value.head.seq).toBe(1)
    opened.value.close()
    expect(versionOf(join(plain.folder, 'store.db'))).toBe(KNOWN + 1)
    expect(tablesOf(join(plain.folder, 'store.db'))).toContain('more')
  })

  test('are one transaction: where the second fails the first is not there either', () => {
    const plain = openPlainStore(join(folder, 'data'))
    plain.store.close()
    const path = join(plain.folder, 'store.db')
    const before = tablesOf(path)
    writeFileSync(join(migrations, `${NEXT}-good.sql`), 'CREATE TABLE good (id TEXT PRIMARY KEY) STRICT;')
    writeFileSync(
      join(migrations, `${AFTER_NEXT}-bad.sql`),
      'CREATE TABLE bad (id TEXT PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1);',
    )
    const sqlite = new Database(path)
    expect(() => migrate(sqlite, migrations)).toThrow('nowhere')
    sqlite.close()
    expect(tablesOf(path)).toEqual(before)
    expect(versionOf(path)).toBe(KNOWN)
  })

  test('refuse a file that is newer than the app, and leave it as it is', () => {
    const plain = openPlainStore(join(folder, 'data'))
    plain.note('by the newer app')
    plain.store.sqlite.pragma('user_version = 7')
    plain.store.close()
    expect(refusal(openStore({ folder: plain.folder, migrations, newId }))).toEqual({
      code: 'store-newer',
      params: { found: 7, known: KNOWN },
    })
    expect(versionOf(join(plain.folder, 'store.db'))).toBe(7)
    // and it was let go of: it can be opened again
    expect(refusal(openStore({ folder: plain.folder, migrations, newId })).code).toBe('store-newer')
  })

  test('read nothing but numbered SQL', () => {
    writeFileSync(join(migrations, 'notes.txt'), 'nonsense')
    writeFileSync(join(migrations, '2-short.sql'), 'nonsense')
    const sqlite = new Database(':memory:')
    expect(migrate(sqlite, migrations)).toEqual({ ok: true, value: KNOWN })
  })
})

describe('format 2 keeps every version of a rule', () => {
  const rule = `('PM-1', 'promotion', '满减', 'Off', '{"id":"PM-1","kind":"percent","rate":9000}', 1, 1)`

  test('and begins with the one version that a file of format 1 has', () => {
    const sqlite = new Database(':memory:')
    sqlite.exec(readFileSync(join(TILL_MIGRATIONS, '0001-foundation.sql'), 'utf8'))
    sqlite.pragma('user_version = 1')
    sqlite.exec(`INSERT INTO chain VALUES (1, 'i', 'catalog-published', 1, '{"at":1763780000000,"hqAt":null}', 'h')`)
    sqlite.exec(`INSERT INTO offers (offer_id, kind, name_zh, name_en, body, version, seq) VALUES ${rule}`)
    expect(migrate(sqlite, TILL_MIGRATIONS)).toEqual({ ok: true, value: KNOWN })
    expect(sqlite.prepare('SELECT offer_id, version, owner, state FROM offers').all()).toEqual([
      { offer_id: 'PM-1', version: 1, owner: 'store', state: 'live' },
    ])
    expect(sqlite.prepare('SELECT * FROM offer_versions').all()).toEqual([
      {
        offer_id: 'PM-1',
        version: 1,
        kind: 'promotion',
        name_zh: '满减',
        name_en: 'Off',
        body: '{"id":"PM-1","kind":"percent","rate":9000}',
        owner: 'store',
        state: 'live',
        seq: 1,
        at: 1_763_780_000_000,
        operator_id: null,
      },
    ])
  })

  test('and no version is written twice', () => {
    const sqlite = new Database(':memory:')
    migrate(sqlite, TILL_MIGRATIONS)
    const insert = `INSERT INTO offer_versions VALUES ('PM-1', 1, 'promotion', '满减', 'Off', '{}', 'store', 'live', 1, 1, NULL)`
    sqlite.exec(insert)
    expect(() => sqlite.exec(insert)).toThrow('UNIQUE')
  })
})
