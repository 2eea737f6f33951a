import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkOut, showCard, take } from '../till/checkout.ts'
import { cardOf, wealthy } from '../till/small-shop-members.ts'
import { openSellingTill, type SellingTill } from '../till/selling-till.ts'

/** Everything that is a fact; caches and queues may change and say so in the migration. */
const FACTS = [
  'incarnations',
  'chain',
  'commands',
  'audit',
  'entries',
  'postings',
  'lots',
  'documents',
  'document_lines',
  'tenders',
  'payment_events',
  'coupon_events',
  'offer_versions',
  'value_documents',
  'card_events',
] as const

let till: SellingTill
beforeEach(async () => {
  till = await openSellingTill()
  showCard(till.core, cardOf(wealthy))
  take(till.core, 'CAKE')
  checkOut(till.core, 'stored-value')
  const { sqlite } = till.core.store
  sqlite.exec(`INSERT INTO value_documents VALUES ('d-1', 1, 'm-1', NULL, NULL, 0, 1, 0, 0, 0, NULL, NULL, 'd-0')`)
  sqlite.exec(`INSERT INTO card_events VALUES (1, 'c-1', 'm-1', 'issue', NULL, NULL, 1, 'o-1', NULL)`)
  sqlite.exec(`INSERT INTO incarnations VALUES ('i-2', 'i-1', 1, 'hash', 'test', 1)`)
  sqlite.exec(`INSERT INTO payment_events VALUES (9999, 'attempt', 'order', 'asked', 1, 1, NULL)`)
})
afterEach(() => till.close())

describe('facts', () => {
  test.each(FACTS)('%s refuse UPDATE of every column, and DELETE', (table) => {
    const { sqlite } = till.core.store
    const before = sqlite.prepare(`SELECT * FROM ${table}`).all()
    expect(before.length).toBeGreaterThan(0)
    const columns = sqlite.prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`).all()
    for (const { name } of columns) {
      expect(() => sqlite.exec(`UPDATE ${table} SET "${name}" = "${name}"`), name).toThrow(`${table} is append-only`)
    }
    expect(() => sqlite.exec(`DELETE FROM ${table}`)).toThrow(`${table} is append-only`)
    expect(() => sqlite.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`)).toThrow(
      /append-only|constraint/i,
    )
    expect(sqlite.prepare(`SELECT * FROM ${table}`).all()).toEqual(before)
  })

  test('are the tables that have both triggers, and no others', () => {
    const { sqlite } = till.core.store
    const guarded = sqlite
      .prepare<[], { name: string }>(
        `SELECT tbl_name AS name FROM sqlite_master WHERE type = 'trigger' GROUP BY tbl_name HAVING count(*) = 2`,
      )
      .all()
      .map((row) => row.name)
    expect(guarded.sort()).toEqual([...FACTS].sort())
  })
})
