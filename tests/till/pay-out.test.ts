import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/core.ts'
import { closeAccount } from '../../electron/features/stored-value/close-account.ts'
import { liabilityReport } from '../../electron/features/stored-value/liability.ts'
import { reverseTopUp } from '../../electron/features/stored-value/reverse-top-up.ts'
import { accountStatement, printStatement } from '../../electron/features/stored-value/statement.ts'
import { saveStoredValue, storedValueSettings } from '../../electron/features/stored-value/stored-value-settings.ts'
import { previewReceipt } from '../../electron/features/receipts/preview-receipt.ts'
import { closeShift } from '../../electron/features/shift/close-shift.ts'
import { openShift } from '../../electron/features/shift/open-shift.ts'
import { currentSummary } from '../../electron/features/shift/shift-summary.ts'
import { completeSale } from '../../electron/features/till/complete-sale.ts'
import { addToBasket } from '../../electron/features/till/edit-basket.ts'
import { nextCustomer, payCash, payStoredValue } from '../../electron/features/till/pay.ts'
import { memberAccount } from '../../shared/domain/value/accounts.ts'
import { auditTables } from '../simulation/auditor.ts'
import { checkOut, onOrder, payable, showCard, startPaying, take } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { FLOAT_FEN, must, people, refusal } from './small-shop.ts'
import { cardOf, nearSilver, wealthy, withoutCard } from './small-shop-members.ts'
import { PLAN_ID, setStoredValue, settings, topUp } from './top-ups.ts'

const DAY_MS = 86_400_000
const approval = { operatorId: people.supervisor.operatorId, pin: people.supervisor.pin }
const cash = { way: 'cash' } as const

let till: SellingTill
let core: Core
beforeEach(async () => {
  till = await openSellingTill()
  core = till.core
  setStoredValue(core)
})
afterEach(() => till.close())

const fresh = () => ({ commandId: core.newId(), documentId: core.newId() })
const reverse = (topUpId: string, more: object = {}) =>
  reverseTopUp(core, { ...fresh(), topUpId, payOut: cash, approval, ...more })
const close = (memberId: string, more: object = {}) =>
  closeAccount(core, { ...fresh(), memberId, payOut: cash, approval, ...more })
const balances = (memberId: string) => core.stores.value.lotsOf(memberAccount(memberId))

/** Spends exactly this much stored value of the member, the rest in cash. */
function spend(card: string, amountFen: number): void {
  showCard(core, card)
  must(addToBasket(core, { commandId: core.newId(), sku: 'ORDER', priceFen: amountFen * 2 }))
  startPaying(core)
  must(payStoredValue(core, { ...onOrder(core), amountFen }))
  must(payCash(core, { ...onOrder(core), amountFen: payable(core) - amountFen }))
  must(completeSale(core, onOrder(core)))
  must(nextCustomer(core, core.newId()))
}

async function nextDay(days: number): Promise<void> {
  till.signIn('cashier')
  must(closeShift(core, { commandId: core.newId(), shiftId: core.memory.shift?.shiftId ?? '', countedFen: 0 }))
  till.pass(days * DAY_MS)
  const command = { commandId: core.newId(), shiftId: core.newId(), floatFen: 0 }
  const opened = openShift(core, command)
  if (!opened.ok) must(openShift(core, { ...command, businessDay: String(opened.refusal.params['today']) }))
}

describe('a reversal', () => {
  test('pays all principal back, claws the gifts back, and names the first', async () => {
    const topUpId = await topUp(core, cardOf(nearSilver), 50_000)
    const done = must(await reverse(topUpId))
    expect(done).toMatchObject({ paidFen: 50_000, bonusFen: 10_000, points: 200 })
    expect(balances(nearSilver.memberId)).toEqual([])
    expect(core.stores.members.couponsHeldBy(nearSilver.memberId)).toEqual([])
    const entry = core.store.sqlite.prepare('SELECT reverses FROM entries WHERE entry_id = ?').get(done.documentId)
    expect(entry).toEqual({ reverses: topUpId })
    expect(must(currentSummary(core))).toMatchObject({
      topUps: { count: 1, amountFen: 50_000 },
      payOuts: { count: 1, amountFen: 50_000 },
      expectedCashFen: FLOAT_FEN,
    })
    expect(must(previewReceipt(core, done.documentId)).svg).toContain('充值撤销凭条')
    await till.print()
    expect(auditTables(core.store.sqlite)).toEqual([])
    expect(refusal(await reverse(topUpId)).code).toBe('top-up-reversed')
  })

  test('sent twice is one; without consent, or with the cashier’s own, none', async () => {
    const topUpId = await topUp(core, cardOf(nearSilver), 50_000)
    expect(refusal(await reverse(topUpId, { approval: undefined })).code).toBe('approval-required')
    const own = { operatorId: people.cashier.operatorId, pin: people.cashier.pin }
    expect(refusal(await reverse(topUpId, { approval: own })).code).toBe('approval-not-allowed')
    const command = fresh()
    const first = must(await reverse(topUpId, command))
    const rows = core.store.head.seq
    expect(must(await reverse(topUpId, command))).toEqual(first)
    expect(core.store.head.seq).toBe(rows)
  })

  test('of what was used is refused: principal, bonus, or a coupon', async () => {
    const topUpId = await topUp(core, cardOf(nearSilver), 50_000)
    spend(cardOf(nearSilver), 100)
    expect(refusal(await reverse(topUpId)).code).toBe('top-up-used')
    const other = await topUp(core, cardOf(wealthy), 50_000)
    const [coupon] = core.stores.valueDocuments.couponsGivenBy(other)
    core.store.sqlite.prepare("UPDATE coupons SET state = 'used' WHERE coupon_id = ?").run(coupon?.couponId)
    expect(refusal(await reverse(other)).code).toBe('top-up-coupon-used')
  })

  test('is possible for seven days, and noted where the money went another way', async () => {
    const early = await topUp(core, cardOf(nearSilver), 30_000)
    const late = await topUp(core, cardOf(wealthy), 30_000)
    await nextDay(7)
    const note = { way: 'elsewhere', note: '微信原路 0042' }
    must(await reverse(early, { payOut: note }))
    expect(must(currentSummary(core))).toMatchObject({
      expectedCashFen: 0,
      tenders: [{}, {}, {}, {}, { kind: 'elsewhere', amountFen: -30_000 }],
    })
    await nextDay(1)
    expect(refusal(await reverse(late))).toEqual({ code: 'top-up-too-old', params: { days: 7 } })
    await till.print()
    expect(auditTables(core.store.sqlite)).toEqual([])
  })

  test('waits while the member is in an open order, and knows what is no top-up', async () => {
    const topUpId = await topUp(core, cardOf(nearSilver), 30_000)
    showCard(core, cardOf(nearSilver))
    take(core, 'BUN')
    expect(refusal(await reverse(topUpId)).code).toBe('account-in-use')
    const saleId = checkOut(core)
    expect(refusal(await reverse(saleId)).code).toBe('top-up-unknown')
    must(await reverse(topUpId))
  })
})

describe('a closing', () => {
  test('the example: paid 3000.00, bonus 1000.00, spent 3594.00 → 304.50 paid out', async () => {
    spend(cardOf(wealthy), 359_400)
    const taken = core.store.sqlite
      .prepare("SELECT -sum(amount) AS taken FROM postings WHERE account = ? AND asset = 'PRINCIPAL' AND amount < 0")
      .get(memberAccount(wealthy.memberId))
    expect(taken).toEqual({ taken: 269_550 })
    expect(must(accountStatement(core, wealthy.memberId)).closing).toEqual({ paidFen: 30_450, cancelledFen: 10_150 })
    const done = must(await close(wealthy.memberId))
    expect(done).toMatchObject({ paidFen: 30_450, bonusFen: 10_150, points: 0 })
    expect(balances(wealthy.memberId).every(({ asset }) => asset === 'POINTS')).toBe(true)
    expect(must(previewReceipt(core, done.documentId)).svg).toContain('销户退款凭条')
    expect(must(currentSummary(core)).payOuts).toEqual({ count: 1, amountFen: 30_450 })
    expect(refusal(await close(wealthy.memberId)).code).toBe('account-empty')
    await till.print()
    expect(auditTables(core.store.sqlite)).toEqual([])
  })

  test('wants consent, no open basket, and something to close', async () => {
    expect(refusal(await close(wealthy.memberId, { approval: undefined })).code).toBe('approval-required')
    expect(refusal(await close(nearSilver.memberId)).code).toBe('account-empty')
    expect(refusal(await close(core.newId())).code).toBe('member-unknown')
    showCard(core, cardOf(wealthy))
    take(core, 'BUN')
    expect(refusal(await close(wealthy.memberId)).code).toBe('account-in-use')
  })

  test('of bonus alone pays nothing and cancels it', async () => {
    expect(must(await close(withoutCard.memberId))).toMatchObject({ paidFen: 0, bonusFen: 2000 })
    await till.print()
    expect(auditTables(core.store.sqlite)).toEqual([])
  })
})

describe('a statement', () => {
  test('has every entry with the balances that it left, and prints as it stood', async () => {
    const topUpId = await topUp(core, cardOf(nearSilver), 50_000)
    spend(cardOf(nearSilver), 6000)
    const statement = must(accountStatement(core, nearSilver.memberId))
    expect(statement).toMatchObject({ principalFen: 45_000, bonusFen: 9000, toppedUpFen: 50_000, earlier: 0 })
    expect(
      statement.rows.map(({ kind, principalFen, bonusFen, principalAfterFen, bonusAfterFen, reversible }) => {
        return [kind, principalFen, bonusFen, principalAfterFen, bonusAfterFen, reversible]
      }),
    ).toEqual([
      ['sale', -5000, -1000, 45_000, 9000, false],
      ['top-up', 50_000, 10_000, 50_000, 10_000, false],
    ])
    expect(statement.rows[1]?.documentId).toBe(topUpId)
    must(printStatement(core, { commandId: core.newId(), memberId: nearSilver.memberId, jobId: core.newId() }))
    await till.print()
    expect(till.devices.printer.printed.at(-1)?.bytes.length).toBeGreaterThan(100)
    expect(auditTables(core.store.sqlite)).toEqual([])
  })
})

describe('what the shop has set', () => {
  const save = (changes: object, expectedVersion = core.stores.settings.storedValueRules().version) =>
    saveStoredValue(core, { commandId: core.newId(), expectedVersion, settings: { ...settings, ...changes } })
  const step = { fromFen: 10_000, bonusFen: 1000, points: 0, coupons: [] }
  const plan = (changes: object) => [{ ...settings.plans[0], ...changes }]

  test('is a manager’s, has versions, and does not change under a top-up', () => {
    expect(refusal(storedValueSettings(core)).code).toBe('not-permitted')
    till.signIn('manager')
    expect(must(storedValueSettings(core))).toMatchObject({ version: 1, changedBy: '周明远' })
    expect(must(save({ reversalDays: 3 })).version).toBe(2)
    expect(refusal(save({}, 1)).code).toBe('stored-value-changed')
    take(core, 'BUN')
    startPaying(core)
    expect(refusal(save({})).code).toBe('rule-while-paying')
  })

  test.each([
    ['plan-name-missing', plan({ nameZh: ' ' })],
    ['plan-name-taken', [...plan({}), ...plan({ planId: PLAN_ID })]],
    ['plan-without-steps', plan({ steps: [] })],
    ['plan-step-not-positive', plan({ steps: [{ ...step, fromFen: 0 }] })],
    ['plan-steps-not-ascending', plan({ steps: [step, step] })],
    ['plan-step-gives-nothing', plan({ steps: [{ ...step, bonusFen: 0 }] })],
    ['plan-bonus-above-share', plan({ steps: [{ ...step, bonusFen: 5001 }] })],
    ['plan-step-above-cap', plan({ steps: [{ ...step, fromFen: 500_001 }] })],
    ['plan-coupon-unknown', plan({ steps: [{ ...step, coupons: [{ templateId: 'NONE', count: 1 }] }] })],
  ])('%s', (code, plans) => {
    till.signIn('manager')
    expect(refusal(save({ plans })).code).toBe(code)
  })
})

test('what the shop owes: principal and bonus by age, and the bonus by the days that it has left', async () => {
  await topUp(core, cardOf(nearSilver), 50_000)
  till.signIn('manager')
  const report = must(liabilityReport(core))
  expect(report).toMatchObject({
    principalFen: 355_000,
    bonusFen: 112_000,
    lapsedBonusFen: 0,
    accounts: 4,
    months: [{ month: '2026-11', toppedUpFen: 50_000, bonusFen: 10_000, paidOutFen: 0 }],
  })
  expect(report.ageing[0]).toMatchObject({ principalFen: 355_000, bonusFen: 112_000 })
  expect(report.lapsing.map(({ bonusFen }) => bonusFen)).toEqual([2000, 60_000, 50_000, 0])
})
