import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readAnchor } from '../../electron/store/anchor.ts'
import { auditTables } from '../simulation/auditor.ts'
import { sellForCash } from '../till/checkout.ts'
import { openSellingTill, openTillAt, type SellingTill } from '../till/selling-till.ts'
import { freshFolder, openPlainStore, removeFolder, untilAnchored, type PlainStore } from './plain-store.ts'

const SLOT_BYTES = 192

describe('the anchor', () => {
  let plain: PlainStore
  beforeEach(() => {
    plain = openPlainStore()
  })
  afterEach(() => plain.close())

  const anchorPath = (): string => join(plain.folder, 'anchor')

  test('names the head after each commit, in two slots in turn', async () => {
    for (const text of ['one', 'two', 'three']) {
      plain.note(text)
      await untilAnchored()
      const { incarnation, head } = plain.store
      expect(readAnchor(plain.folder)).toEqual({ incarnation, ...head })
    }
    expect(readFileSync(anchorPath())).toHaveLength(2 * SLOT_BYTES)
  })

  test('torn in its newer slot says what the older one says', async () => {
    for (const text of ['one', 'two', 'three']) {
      plain.note(text)
      await untilAnchored()
    }
    const bytes = readFileSync(anchorPath())
    for (let torn = 0; torn < SLOT_BYTES; torn += 1) {
      const cut = Buffer.from(bytes)
      // seq 3 stands in slot 1: from here on its bytes are still those of an earlier write
      cut.fill(0x20, SLOT_BYTES + torn, 2 * SLOT_BYTES)
      writeFileSync(anchorPath(), cut)
      const seq = readAnchor(plain.folder)?.seq
      expect(seq === 2 || seq === 3, `torn at byte ${torn}`).toBe(true)
      if (torn < 100) expect(seq).toBe(2)
    }
  })

  test('torn in both, cut or empty says nothing', () => {
    for (const bytes of ['', 'x', 'x'.repeat(2 * SLOT_BYTES), '\0'.repeat(SLOT_BYTES + 7)]) {
      writeFileSync(anchorPath(), bytes)
      expect(readAnchor(plain.folder)).toBeNull()
    }
  })

  test('that is older, torn or gone is normal: the till goes on as it was', async () => {
    plain.note('one')
    await untilAnchored()
    const old = readFileSync(anchorPath())
    plain.note('two')
    const { incarnation } = plain.store
    for (const bytes of [old, Buffer.from('torn'), null]) {
      plain.store.close()
      if (bytes === null) rmSync(anchorPath())
      else writeFileSync(anchorPath(), bytes)
      plain = openPlainStore(plain.folder)
      expect(plain.store.rolledBackFrom).toBeNull()
      expect(plain.store.incarnation).toBe(incarnation)
      expect(plain.note('and on').ok).toBe(true)
    }
  })
})

describe('a database that was rolled back', () => {
  let till: SellingTill
  let backup: string
  beforeEach(async () => {
    till = await openSellingTill()
    sellForCash(till.core, 'BUN')
    till.stop()
    backup = freshFolder()
    cpSync(till.folder, backup, { recursive: true })
    till = reopen()
    till.signIn('cashier')
  })
  afterEach(() => {
    till.close()
    removeFolder(backup)
  })

  let later = 0
  const reopen = (): SellingTill => {
    later += 1
    const ids = (count: number): string =>
      `019a0000-0000-7000-${(0xc000 + later).toString(16)}-${String(count).padStart(12, '0')}`
    let count = 0
    return openTillAt({ folder: till.folder, time: { ...till.time }, newId: () => ids((count += 1)) })
  }

  /** The database of the backup beside today's anchor. */
  function restore(): void {
    till.stop()
    for (const name of ['store.db', 'store.db-wal', 'store.db-shm']) rmSync(join(till.folder, name), { force: true })
    cpSync(join(backup, 'store.db'), join(till.folder, 'store.db'))
    till = reopen()
    till.signIn('cashier')
  }

  test('begins a new incarnation that names the row before it, and cash sales go on', () => {
    const before = { incarnation: till.core.store.incarnation, ...till.core.store.head }
    sellForCash(till.core, 'TEA')
    sellForCash(till.core, 'MILK')
    const ahead = till.core.store.head.seq
    restore()
    const { sqlite, incarnation } = till.core.store
    expect(incarnation).not.toBe(before.incarnation)
    const row = sqlite
      .prepare<[], { seq: number; kind: string; payload: string; incarnation: string }>(
        'SELECT seq, kind, payload, incarnation FROM chain ORDER BY seq DESC LIMIT 1',
      )
      .get()
    expect(row).toMatchObject({ seq: before.seq + 1, kind: 'incarnation-begun', incarnation })
    expect(JSON.parse(row?.payload ?? '')).toMatchObject({
      previous: before,
      reason: 'rolled-back',
      anchor: { incarnation: before.incarnation, seq: ahead },
    })
    expect(
      sqlite.prepare('SELECT incarnation, previous_incarnation, previous_seq, previous_hash FROM incarnations').all(),
    ).toEqual([
      { incarnation, previous_incarnation: before.incarnation, previous_seq: before.seq, previous_hash: before.hash },
    ])
    const saleId = sellForCash(till.core, 'CAKE')
    const short = incarnation.slice(-4).toUpperCase()
    expect(till.core.stores.sales.read(saleId)?.document.receiptNo).toBe(`261123-${short}-0002`)
    expect(auditTables(sqlite)).toEqual([])
  })

  test('is no rollback again at the next start', () => {
    sellForCash(till.core, 'TEA')
    sellForCash(till.core, 'TEA')
    restore()
    const { incarnation } = till.core.store
    for (const again of [1, 2, 3]) {
      till.stop()
      till = reopen()
      expect(till.core.store.rolledBackFrom, `start ${again}`).toBeNull()
      expect(till.core.store.incarnation).toBe(incarnation)
      till.signIn('cashier')
      if (again > 1) sellForCash(till.core, 'BUN')
    }
    expect(auditTables(till.core.store.sqlite)).toEqual([])
  })

  test('rolled back twice takes a third incarnation', () => {
    sellForCash(till.core, 'TEA')
    restore()
    const second = till.core.store.incarnation
    restore()
    const third = till.core.store.incarnation
    expect(new Set([second, third]).size).toBe(2)
    sellForCash(till.core, 'BUN')
    restore()
    expect([second, third]).not.toContain(till.core.store.incarnation)
    expect(auditTables(till.core.store.sqlite)).toEqual([])
  })

  test('of another past, as long as the anchor says, is noticed by its hash', () => {
    sellForCash(till.core, 'TEA')
    till.stop()
    const anchor = readFileSync(join(till.folder, 'anchor'))
    for (const name of ['store.db', 'store.db-wal', 'store.db-shm']) rmSync(join(till.folder, name), { force: true })
    cpSync(join(backup, 'store.db'), join(till.folder, 'store.db'))
    cpSync(join(backup, 'anchor'), join(till.folder, 'anchor'))
    till = reopen()
    till.signIn('cashier')
    sellForCash(till.core, 'MILK')
    sellForCash(till.core, 'MILK')
    till.stop()
    writeFileSync(join(till.folder, 'anchor'), anchor)
    till = reopen()
    expect(till.core.store.rolledBackFrom).not.toBeNull()
  })
})
