import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { auditTables } from '../simulation/auditor.ts'
import { newId, openPlainStore, untilAnchored, type PlainStore } from './plain-store.ts'

let plain: PlainStore
beforeEach(() => {
  plain = openPlainStore()
})
afterEach(() => plain.close())

function counts(): Record<string, number> {
  const tables = ['chain', 'commands', 'audit', 'settings']
  return Object.fromEntries(
    tables.map((table) => [
      table,
      plain.store.sqlite.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? -1,
    ]),
  )
}

describe('a commit', () => {
  test('is one row of the chain with its command and its audit', () => {
    expect(plain.note('one')).toEqual({ ok: true, value: { seq: 1, answer: { noted: 'one' }, repeated: false } })
    expect(plain.note('two')).toMatchObject({ ok: true, value: { seq: 2 } })
    expect(counts()).toEqual({ chain: 2, commands: 2, audit: 2, settings: 0 })
    expect(auditTables(plain.store.sqlite)).toEqual([])
  })

  test('runs at synchronous=FULL in WAL', () => {
    expect(plain.store.sqlite.pragma('synchronous', { simple: true })).toBe(2)
    expect(plain.store.sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
  })

  test('repeated gives the first answer and writes nothing, after a restart too', () => {
    const commandId = newId()
    const first = plain.note('one', { commandId })
    plain.note('two')
    const before = counts()
    const again = { ok: true, value: { seq: 1, answer: { noted: 'one' }, repeated: true } }
    const mustNotRun = (): never => {
      throw new Error('written twice')
    }
    expect(plain.note('one', { commandId, write: mustNotRun })).toEqual(again)
    plain = plain.reopen()
    expect(plain.note('one', { commandId, write: mustNotRun })).toEqual(again)
    expect(first).toMatchObject({ value: { answer: { noted: 'one' } } })
    expect(counts()).toEqual(before)
  })

  test('with other content under an old id is refused and writes nothing, after a restart too', () => {
    const commandId = newId()
    plain.note('one', { commandId })
    const before = counts()
    for (const restart of [false, true]) {
      if (restart) plain = plain.reopen()
      expect(plain.note('two', { commandId })).toEqual({ ok: false, refusal: { code: 'command-reused', params: {} } })
      expect(plain.committer.earlier(commandId, { text: 'two' })).toMatchObject({ ok: false })
      expect(plain.committer.earlier(commandId, { text: 'one' })).toMatchObject({ ok: true, value: { seq: 1 } })
      expect(counts()).toEqual(before)
    }
  })

  test('whose projections throw leaves no trace, and the next one takes its place', () => {
    plain.note('one')
    const head = plain.store.head
    const commandId = newId()
    const broken = (): never => {
      plain.store.sqlite.prepare("INSERT INTO settings (name, body, seq) VALUES ('x', '{}', 2)").run()
      throw new Error('a bug in a projection')
    }
    expect(() => plain.note('two', { commandId, write: broken })).toThrow('a bug in a projection')
    expect(plain.store.head).toEqual(head)
    expect(counts()).toEqual({ chain: 1, commands: 1, audit: 1, settings: 0 })
    expect(plain.note('two', { commandId })).toMatchObject({ ok: true, value: { seq: 2, repeated: false } })
    expect(auditTables(plain.store.sqlite)).toEqual([])
  })

  test('goes on at the head after a restart', () => {
    plain.note('one')
    const { head, incarnation, tillId } = plain.store
    plain = plain.reopen()
    expect(plain.store).toMatchObject({ head, incarnation, tillId })
    expect(plain.note('two')).toMatchObject({ ok: true, value: { seq: 2 } })
    expect(auditTables(plain.store.sqlite)).toEqual([])
  })

  test('whose anchor cannot be written stands', async () => {
    plain.note('one')
    plain.store.close()
    const anchor = join(plain.folder, 'anchor')
    rmSync(anchor)
    symlinkSync('/dev/full', anchor)
    plain = openPlainStore(plain.folder)
    expect(plain.note('two')).toMatchObject({ ok: true, value: { seq: 2 } })
    await untilAnchored()
    plain = plain.reopen()
    expect(plain.store.head.seq).toBe(2)
    expect(plain.store.rolledBackFrom).toBeNull()
  })

  test.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-failed'],
    ['SQLITE_IOERR_FSYNC', 'disk-failed'],
    ['SQLITE_READONLY_DBMOVED', 'folder-read-only'],
    ['SQLITE_CORRUPT', 'store-damaged'],
  ])('that meets %s is refused with %s and leaves no trace', async (code, refused) => {
    const { default: Database } = await import('better-sqlite3')
    plain.note('one')
    const failing = (): never => {
      throw new Database.SqliteError('from the disk', code)
    }
    expect(plain.note('two', { write: failing })).toMatchObject({ ok: false, refusal: { code: refused } })
    expect(counts()).toEqual({ chain: 1, commands: 1, audit: 1, settings: 0 })
    expect(plain.note('three')).toMatchObject({ ok: true, value: { seq: 2 } })
  })
})
