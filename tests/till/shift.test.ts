import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/core.ts'
import { closeShift } from '../../electron/features/shift/close-shift.ts'
import { auditDay } from '../../electron/features/shift/audit-day.ts'
import { openShift } from '../../electron/features/shift/open-shift.ts'
import { currentSummary } from '../../electron/features/shift/shift-summary.ts'
import { nextCustomer, payBankCard, payCash } from '../../electron/features/till/pay.ts'
import { completeSale } from '../../electron/features/till/complete-sale.ts'
import { clearBasket } from '../../electron/features/till/edit-basket.ts'
import { auditTables } from '../simulation/auditor.ts'
import { checkOut, onOrder, sellForCash, showCard, startPaying, take } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { FLOAT_FEN, must, refusal, SHIFT_ID } from './small-shop.ts'
import { cardOf, wealthy } from './small-shop-members.ts'

const DAY_MS = 86_400_000

let till: SellingTill
let core: Core
beforeEach(async () => {
  till = await openSellingTill()
  core = till.core
})
afterEach(() => till.close())

const close = (countedFen: number, commandId = core.newId(), shiftId = core.memory.shift?.shiftId ?? SHIFT_ID) =>
  closeShift(core, { commandId, shiftId, countedFen })
const open = (more: { businessDay?: string; commandId?: string; shiftId?: string } = {}) =>
  openShift(core, { commandId: core.newId(), shiftId: core.newId(), floatFen: 20_000, ...more })

/** 28.50 in cash with change, 321.10 by stored value, 400.00 on a bank card */
function sellMixed(): void {
  take(core, 'BUN', 'TEA', 'TEA')
  startPaying(core)
  must(payCash(core, { ...onOrder(core), amountFen: 3000 }))
  must(completeSale(core, onOrder(core)))
  must(nextCustomer(core, core.newId()))
  showCard(core, cardOf(wealthy))
  take(core, 'CAKE')
  checkOut(core, 'stored-value')
  must(nextCustomer(core, core.newId()))
  take(core, 'GIFT', 'GIFT', 'GIFT', 'GIFT')
  startPaying(core)
  must(payBankCard(core, { ...onOrder(core), amountFen: 40_000, slipNo: '1' }))
  must(completeSale(core, onOrder(core)))
}

describe('the close', () => {
  test('counts the drawer, says what is over or short, and carries the digest of its rows', () => {
    sellMixed()
    const { head } = core.store
    const summary = must(close(FLOAT_FEN + 2850 - 100))
    expect(summary).toMatchObject({
      salesCount: 3,
      expectedCashFen: FLOAT_FEN + 2850,
      countedCashFen: FLOAT_FEN + 2750,
      differenceFen: -100,
      cashInFen: 2850,
    })
    expect(summary.tenders.map(({ kind, count, amountFen }) => [kind, count, amountFen])).toEqual([
      ['cash', 1, 2850],
      ['mobile', 0, 0],
      ['storedValue', 1, 32_110],
      ['bankCard', 1, 40_000],
    ])
    const row = core.store.sqlite
      .prepare<[], { payload: string }>("SELECT payload FROM chain WHERE kind = 'shift-closed'")
      .get()
    expect(JSON.parse(row?.payload ?? '')).toMatchObject({
      shiftId: SHIFT_ID,
      businessDay: '2026-11-23',
      digest: { lastSeq: head.seq, headHash: head.hash, openLeases: [] },
      drawer: { floatFen: FLOAT_FEN, expectedFen: FLOAT_FEN + 2850, countedFen: FLOAT_FEN + 2750, differenceFen: -100 },
    })
    expect(auditTables(core.store.sqlite)).toEqual([])
  })

  test('sent twice is one close with one answer; another count under its id is refused', () => {
    sellForCash(core, 'BUN')
    const commandId = core.newId()
    const first = must(close(1000, commandId))
    expect(must(close(1000, commandId, SHIFT_ID))).toEqual(first)
    till = till.restart()
    core = till.core
    till.signIn('cashier')
    expect(must(close(1000, commandId, SHIFT_ID))).toEqual(first)
    expect(refusal(close(2000, commandId, SHIFT_ID)).code).toBe('command-reused')
    expect(refusal(close(1000, core.newId(), SHIFT_ID)).code).toBe('shift-not-open')
  })

  test('waits for an order that is open, and is of the shift that is open', () => {
    take(core, 'BUN')
    expect(refusal(close(0)).code).toBe('shift-has-open-order')
    must(clearBasket(core, onOrder(core)))
    expect(refusal(close(0, core.newId(), core.newId())).code).toBe('shift-other')
    must(close(0))
    expect(refusal(currentSummary(core)).code).toBe('shift-not-open')
  })
})

describe('the next opening', () => {
  test('on the same day is the next ordinal, and its receipts go on', () => {
    sellForCash(core, 'BUN')
    must(close(0))
    must(open())
    expect(core.memory.shift).toMatchObject({ businessDay: '2026-11-23', dayOrdinal: 2 })
    const saleId = sellForCash(core, 'BUN')
    expect(core.stores.sales.read(saleId)?.document.receiptNo).toMatch(/^261123-....-0002$/)
    expect(must(currentSummary(core)).salesCount).toBe(1)
    expect(auditTables(core.store.sqlite)).toEqual([])
  })

  test('on the next day begins a day, and its receipts begin anew', () => {
    sellForCash(core, 'BUN')
    must(close(0))
    till.pass(DAY_MS)
    must(open())
    const saleId = sellForCash(core, 'BUN')
    expect(core.stores.sales.read(saleId)?.document.receiptNo).toMatch(/^261124-....-0001$/)
    expect(auditTables(core.store.sqlite)).toEqual([])
  })

  test('while one is open is refused; the same command opens once', () => {
    expect(refusal(open()).code).toBe('shift-already-open')
    must(close(0))
    const command = { commandId: core.newId(), shiftId: core.newId() }
    must(open(command))
    must(open(command))
    expect(refusal(open({ ...command, shiftId: core.newId() })).code).toBe('command-reused')
  })

  test('by a clock more than a day off wants the date confirmed; a day before the last is refused', () => {
    must(close(0))
    till.pass(3 * DAY_MS)
    expect(refusal(open())).toEqual({
      code: 'confirm-business-day',
      params: { today: '2026-11-26', last: '2026-11-23' },
    })
    expect(refusal(open({ businessDay: '2026-11-22' })).code).toBe('business-day-before-last')
    must(open({ businessDay: '2026-11-26' }))
    expect(core.memory.shift).toMatchObject({ businessDay: '2026-11-26', dayOrdinal: 1 })
  })

  test('after the clock was put back a month: time never goes behind the last row', () => {
    must(close(0))
    const lastAt = core.clock.now()
    till.time.wallAt -= 30 * DAY_MS
    till = till.restart()
    core = till.core
    till.signIn('cashier')
    expect(core.clock.now()).toBe(lastAt)
    must(open())
    expect(core.memory.shift?.businessDay).toBe('2026-11-23')
    sellForCash(core, 'BUN')
    expect(auditTables(core.store.sqlite)).toEqual([])
  })
})

describe('the audit of the day', () => {
  test('finds nothing in a store that is in order', async () => {
    sellForCash(core, 'BUN')
    const rows = core.store.head.seq
    expect(await auditDay(core)).toEqual({ rows, brokenAtSeq: null, differences: [], damage: null })
    expect(core.memory.notice).toBeNull()
    expect(core.store.head.seq).toBe(rows)
  })

  test('finds a balance that was changed by hand, notes it as a row, and says so', async () => {
    core.store.sqlite.exec('UPDATE balances SET amount = amount + 100 WHERE lot = (SELECT min(lot) FROM balances)')
    const { differences } = await auditDay(core)
    expect(differences).toHaveLength(1)
    expect(core.memory.notice?.refusal).toEqual({ code: 'audit-differs', params: { count: 1 } })
    const row = core.store.sqlite.prepare('SELECT kind FROM chain ORDER BY seq DESC LIMIT 1').get()
    expect(row).toEqual({ kind: 'audit-differs' })
    sellForCash(core, 'BUN')
  })
})
