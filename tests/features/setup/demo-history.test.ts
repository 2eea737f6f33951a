import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_SEED, makeDemoShop } from '../../../electron/demo/demo-shop.ts'
import { openShop } from '../../../electron/features/setup/open-shop.ts'
import { tryDemo } from '../../../electron/features/setup/try-demo.ts'
import { openShift } from '../../../electron/features/shift/open-shift.ts'
import type { Committer } from '../../../electron/store/commit.ts'
import { memberAccount } from '../../../shared/domain/value/accounts.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { auditFile } from '../../simulation/auditor.ts'
import { SHOP } from '../test-shop.ts'
import { makeTestTill, MORNING, must, refusal, rowKinds, type TestTill } from '../test-till.ts'

const DAYS = 50
const demo = makeDemoShop({ seed: DEMO_SEED, now: MORNING })

async function seed(): Promise<TestTill> {
  const till = makeTestTill({ historyDays: DAYS })
  must(await tryDemo(till.core, { commandId: till.core.newId() }))
  return till
}

describe('a demo shop that has sold for weeks', () => {
  let till: TestTill
  beforeAll(async () => {
    till = await seed()
  }, 180_000)
  afterAll(() => till.close())

  const count = (sql: string): number => till.core.store.sqlite.prepare<[], { n: number }>(sql).get()?.n ?? -1

  test('stands in order by the auditor, and opens again as it was', () => {
    const { seq } = till.core.store.head
    till = till.reopen()
    expect(till.core.store.head.seq).toBe(seq)
    expect(till.core.store.rolledBackFrom).toBeNull()
    expect(till.core.memory).toMatchObject({ operator: null, shift: null })
    expect(auditFile(`${till.folder}/store.db`)).toEqual([])
  }, 180_000)

  test('has everything that a shop has: days and drawers, tenders, coupons, points, rules that changed', () => {
    expect(count('SELECT count(*) AS n FROM shifts WHERE closed_seq IS NOT NULL')).toBe(DAYS)
    expect(count('SELECT count(*) AS n FROM shifts WHERE counted_fen <> expected_fen')).toBeGreaterThan(2)
    expect(count("SELECT count(*) AS n FROM documents WHERE kind = 'sale'")).toBeGreaterThan(DAYS * 20)
    for (const kind of ['cash', 'mobile', 'storedValue', 'bankCard'])
      expect(count(`SELECT count(*) AS n FROM tenders WHERE kind = '${kind}'`)).toBeGreaterThan(10)
    expect(count("SELECT count(*) AS n FROM coupon_events WHERE kind = 'used'")).toBeGreaterThan(10)
    expect(count('SELECT count(*) AS n FROM documents WHERE points_redeemed > 0')).toBeGreaterThan(3)
    expect(count("SELECT count(*) AS n FROM print_jobs WHERE state <> 'printed'")).toBe(0)
    expect(count('SELECT count(*) AS n FROM open_payments')).toBe(0)
    expect(count('SELECT count(DISTINCT operator_id) AS n FROM documents')).toBe(3)
    const rows = rowKinds(till.core)
    expect(rows.filter((kind) => kind === 'rule-published').length).toBeGreaterThan(5)
    expect(rows.filter((kind) => kind === 'rule-state-changed')).toHaveLength(2)
  })

  test('leaves the people of the story as they are documented', () => {
    const { stores } = till.core
    for (const member of demo.members.slice(0, 15)) {
      const lots = stores.value.lotsOf(memberAccount(member.id))
      const holds = (asset: string): number =>
        lots.filter((lot) => lot.asset === asset).reduce((sum, lot) => sum + lot.amount, 0)
      const given = member.pointsLots.reduce((sum, lot) => sum + lot.points, 0)
      expect([member.name, holds('PRINCIPAL'), holds('POINTS')]).toEqual([member.name, member.principalFen, given])
      expect(stores.members.growth(member.id, '2025-11')).toBe(
        member.growthByMonthFen.reduce((sum, amount) => sum + amount, 0),
      )
      expect(stores.members.couponsHeldBy(member.id)).toHaveLength(member.coupons.length)
    }
  })

  test('sells by the rules of today', () => {
    const { core } = till
    const from = expect.any(String) as string
    for (const body of demo.promotions)
      expect(core.catalog.offer(body.id)?.offer).toEqual({ kind: 'promotion', body: { ...body, from } })
    expect(core.catalog.leftOut()).toEqual([])
    expect(core.catalog.label('PR-100-10')).toEqual(demo.labels['PR-100-10'])
  })

  test('is the same again from the same seed', async () => {
    const again = await seed()
    const sales = ({ core }: TestTill): unknown[] =>
      core.store.sqlite
        .prepare(
          `SELECT document_id, at, business_day, operator_id, member_id, gross_fen, payable_fen, points_earned, points_after,
            (SELECT group_concat(sku || ' ' || qty || ' ' || net_fen) FROM document_lines AS l WHERE l.document_id = d.document_id),
            (SELECT group_concat(kind || ' ' || amount_fen) FROM tenders AS t WHERE t.document_id = d.document_id)
           FROM documents AS d ORDER BY seq`,
        )
        .all()
    expect(sales(again)).toEqual(sales(till))
    const counted = ({ core }: TestTill): unknown[] =>
      core.store.sqlite.prepare('SELECT counted_fen, expected_fen FROM shifts ORDER BY opened_seq').all()
    expect(counted(again)).toEqual(counted(till))
    again.close()
  }, 180_000)
})

describe('days before today', () => {
  test('end yesterday: today’s shift opens without a question', async () => {
    const till = makeTestTill({ historyDays: 2 })
    const { core } = till
    must(await tryDemo(core, { commandId: core.newId() }))
    expect(core.stores.shifts.lastDay()?.businessDay).toBe('2026-11-22')
    expect(core.clock.now()).toBe(MORNING)
    core.memory.operator = { operatorId: demo.operators[0]?.id ?? '', name: '李晓梅', code: '1001', role: 'cashier' }
    must(openShift(core, { commandId: core.newId(), shiftId: core.newId(), floatFen: 50_000 }))
    expect(core.memory.shift?.businessDay).toBe('2026-11-23')
    till.close()
  })

  test('that cannot all be written are not there at all, and are lived through at the next try', async () => {
    const till = makeTestTill({ historyDays: 3 })
    const { core } = till
    const whole = { ...core.committer }
    let sales = 0
    const fullAtTwentieth: Committer['commit'] = (request) => {
      if (request.kind === 'sale') sales += 1
      return sales === 20 ? refuse('disk-full') : whole.commit(request)
    }
    Object.assign(core.committer, { commit: fullAtTwentieth })
    expect(refusal(await tryDemo(core, { commandId: core.newId() })).code).toBe('disk-full')
    Object.assign(core.committer, whole)
    expect(rowKinds(core)).not.toContain('shop-opened')
    expect(core.store.head.seq).toBe(rowKinds(core).length)
    expect(core.memory.settings).toBeNull()
    expect(
      refusal(await openShop(core, { ...SHOP, receiptHeader: [...SHOP.receiptHeader], commandId: core.newId() })).code,
    ).toBe('demo-unfinished')
    const again = till.reopen()
    expect(again.core.store.rolledBackFrom).toBeNull()
    must(await tryDemo(again.core, { commandId: again.core.newId() }))
    expect(auditFile(`${again.folder}/store.db`)).toEqual([])
    expect(rowKinds(again.core).filter((kind) => kind === 'shift-closed')).toHaveLength(3)
    again.close()
  }, 180_000)

  test('are left out where the till has a row of today already', async () => {
    const till = makeTestTill({ historyDays: 3 })
    const { core } = till
    const at = core.clock.now()
    const row = { commandId: core.newId(), content: null, kind: 'note', version: 1, audit: [], answer: null }
    must(core.committer.commit({ ...row, payload: { at, hqAt: null }, write: () => undefined }))
    must(await tryDemo(core, { commandId: core.newId() }))
    expect(core.memory.settings).not.toBeNull()
    expect(core.stores.shifts.lastDay()).toBeUndefined()
    till.close()
  })
})
