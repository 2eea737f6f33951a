import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { auditStore } from '../../electron/store/balances-audit.ts'
import { rowHash } from '../../electron/store/chain.ts'
import { auditFile } from '../simulation/auditor.ts'
import { sellForCash, showCard, take, checkOut } from '../till/checkout.ts'
import { cardOf, wealthy } from '../till/small-shop-members.ts'
import { openSellingTill, type SellingTill } from '../till/selling-till.ts'

describe('the hash of a row', () => {
  const row = { seq: 7, incarnation: 'i-1', kind: 'sale', version: 1, payload: '{"at":1}' }

  test('is the SHA-256 of hash before, till, incarnation, seq, kind, version and payload', () => {
    const shouldBe = createHash('sha256')
      .update(`${'0'.repeat(64)}\nt-1\ni-1\n7\nsale\n1\n{"at":1}`)
      .digest('hex')
    expect(rowHash('0'.repeat(64), 't-1', row)).toBe(shouldBe)
  })

  test.each([
    ['hash before', '1'.repeat(64), 't-1', row],
    ['till', '0'.repeat(64), 't-2', row],
    ['incarnation', '0'.repeat(64), 't-1', { ...row, incarnation: 'i-2' }],
    ['seq', '0'.repeat(64), 't-1', { ...row, seq: 8 }],
    ['kind', '0'.repeat(64), 't-1', { ...row, kind: 'salf' }],
    ['version', '0'.repeat(64), 't-1', { ...row, version: 2 }],
    ['payload', '0'.repeat(64), 't-1', { ...row, payload: '{"at":2}' }],
  ])('changes with the %s', (_name, before, till, changed) => {
    expect(rowHash(before, till, changed)).not.toBe(rowHash('0'.repeat(64), 't-1', row))
  })
})

describe('a store that was changed by hand', () => {
  let till: SellingTill
  afterEach(() => till.close())

  const flips: readonly (readonly [string, string])[] = [
    ['chain.seq', 'UPDATE chain SET seq = 1000 WHERE seq = (SELECT max(seq) FROM chain)'],
    ['chain.incarnation', `UPDATE chain SET incarnation = '019a0000-0000-7000-8888-ffffffffffff' WHERE seq = 5`],
    ['chain.kind', `UPDATE chain SET kind = 'gift' WHERE seq = 5`],
    ['chain.version', 'UPDATE chain SET version = 2 WHERE seq = 5'],
    ['chain.payload', `UPDATE chain SET payload = replace(payload, '"at":', '"at":1') WHERE seq = 5`],
    ['chain.hash', `UPDATE chain SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 5`],
    ['a row that is gone', 'DELETE FROM chain WHERE seq = 5'],
  ]

  test.each(flips)('%s: the audit names the row', async (_name, sql) => {
    till = await openSellingTill()
    sellForCash(till.core, 'BUN')
    till.stop()
    const path = tampered(till, sql)
    const answer = auditStore({ path, tillId: till.core.store.tillId })
    expect(answer.brokenAtSeq).not.toBeNull()
    expect(auditFile(path).map((finding) => finding.rule)).toContain('chain')
  })

  test.each([
    ['a balance', 'UPDATE balances SET amount = amount + 100 WHERE lot = (SELECT min(lot) FROM balances)'],
    [
      'a posting',
      "UPDATE postings SET amount = amount + 100 WHERE ordinal = (SELECT min(ordinal) FROM postings WHERE lot <> '') AND lot <> ''",
    ],
    ['a balance that is gone', 'DELETE FROM balances WHERE lot = (SELECT min(lot) FROM balances)'],
    [
      'a balance of nothing',
      `INSERT INTO balances (account, asset, lot, expires_on, seq, amount) VALUES ('member:x', 'PRINCIPAL', 'x/0', NULL, 1, 500)`,
    ],
  ])('%s: the audit names stored and derived', async (_name, sql) => {
    till = await openSellingTill()
    till.stop()
    const path = tampered(till, sql)
    const { differences, brokenAtSeq } = auditStore({ path, tillId: till.core.store.tillId })
    expect(brokenAtSeq).toBeNull()
    expect(differences.length).toBeGreaterThan(0)
    expect(differences[0]?.stored).not.toBe(differences[0]?.derived)
    expect(auditFile(path).length).toBeGreaterThan(0)
  })

  test('another till’s id: no hash follows', async () => {
    till = await openSellingTill()
    till.stop()
    const path = tampered(till, `UPDATE till SET till_id = 'somebody else'`)
    expect(auditStore({ path, tillId: 'somebody else' }).brokenAtSeq).toBe(1)
  })

  test.each([
    ['document_lines', 'net_fen = net_fen + 1'],
    ['document_lines', `sku = 'CAKE'`],
    ['documents', 'payable_fen = payable_fen - 1'],
    ['documents', 'change_fen = change_fen + 1'],
    ['documents', `member_id = NULL`],
    ['documents', `receipt_no = receipt_no || '9'`],
    ['tenders', 'amount_fen = amount_fen + 1'],
    ['tenders', `kind = 'cash'`],
    ['tenders', 'bonus_fen = bonus_fen + 1, principal_fen = principal_fen - 1'],
    ['postings', `account = 'cash'`],
    ['lots', `expires_on = '2020-01-01'`],
    ['coupon_events', `kind = 'issued'`],
    ['coupons', `state = 'held'`],
    ['member_growth', 'amount_fen = amount_fen + 1'],
    ['commands', 'seq = 1'],
  ])('%s with %s: the auditor of the tests sees it', async (table, change) => {
    till = await openSellingTill()
    sellForCash(till.core, 'BUN', 'TEA')
    showCard(till.core, cardOf(wealthy))
    take(till.core, 'CAKE')
    checkOut(till.core, 'stored-value')
    till.stop()
    expect(auditFile(join(till.folder, 'store.db'))).toEqual([])
    const path = tampered(till, `UPDATE ${table} SET ${change}`)
    expect(auditFile(path).length).toBeGreaterThan(0)
  })
})

/** Does what the triggers refuse. */
function tampered(closed: SellingTill, sql: string): string {
  const path = join(closed.folder, 'store.db')
  const sqlite = new Database(path)
  const triggers = sqlite.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER ${name}`)
  expect(sqlite.prepare(sql).run().changes).toBeGreaterThan(0)
  sqlite.close()
  return path
}
