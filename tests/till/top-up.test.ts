import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/core.ts'
import { findReceipts } from '../../electron/features/receipts/find-receipts.ts'
import { previewReceipt } from '../../electron/features/receipts/preview-receipt.ts'
import { reprintReceipt } from '../../electron/features/receipts/reprint.ts'
import { currentSummary } from '../../electron/features/shift/shift-summary.ts'
import { completeSale } from '../../electron/features/till/complete-sale.ts'
import { addToBasket, clearBasket } from '../../electron/features/till/edit-basket.ts'
import { askOpenPayments, payMobile } from '../../electron/features/till/pay-mobile.ts'
import { backToBasket, nextCustomer, payBankCard, payCash, payStoredValue } from '../../electron/features/till/pay.ts'
import { scan } from '../../electron/features/till/scan.ts'
import { tillView } from '../../electron/features/till/till-view.ts'
import { beginTopUp, chooseTopUp, serveTopUp } from '../../electron/features/till/top-up.ts'
import { memberAccount } from '../../shared/domain/value/accounts.ts'
import { auditTables } from '../simulation/auditor.ts'
import { onOrder, showCard, startPaying, take } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { FLOAT_FEN, must, people, refusal } from './small-shop.ts'
import { cardOf, nearSilver, wealthy, withLostCard } from './small-shop-members.ts'
import { choose, PLAN_ID, setStoredValue, topUp } from './top-ups.ts'

const CODE = '134872650193846203'
/** approved, but the first answer does not arrive */
const SILENT_ONCE = '134872650193846207'

let till: SellingTill
let core: Core
beforeEach(async () => {
  till = await openSellingTill()
  core = till.core
  setStoredValue(core)
})
afterEach(() => till.close())

const begin = (card = cardOf(nearSilver)) => {
  showCard(core, card)
  must(beginTopUp(core, onOrder(core)))
}
async function letAnswer(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    if (till.devices.time.waiting.length > 0) await till.devices.time.letGo()
  }
}

const view = () => tillView(core, 1)
const lotsOf = (memberId: string) =>
  core.stores.value
    .lotsOf(memberAccount(memberId))
    .map(({ asset, amount, expiresOn }) => [asset, amount, expiresOn])
    .sort(([one], [other]) => String(one).localeCompare(String(other)))

describe('a top-up', () => {
  test('充500送100: principal, bonus, points and coupons in one commit, with change, receipt and balances', async () => {
    begin()
    expect(view().topUp).toMatchObject({
      tiles: [
        { principalFen: 30_000, bonusFen: 3000, possible: true },
        { planId: PLAN_ID, principalFen: 50_000, bonusFen: 10_000, points: 200, coupons: [{ count: 2 }] },
      ],
      mostFen: 500_000,
      chosen: null,
    })
    await choose(core, 50_000, PLAN_ID)
    must(serveTopUp(core, { ...onOrder(core), operatorId: people.supervisor.operatorId }))
    expect(view()).toMatchObject({
      payableFen: 50_000,
      dueFen: 50_000,
      storedValueFen: 0,
      topUp: {
        chosen: { afterPrincipalFen: 50_000, afterBonusFen: 10_000, afterPoints: 200, bonusExpiresOn: '2027-11-22' },
        servedBy: { name: '陈静怡' },
      },
    })
    must(payBankCard(core, { ...onOrder(core), amountFen: 20_000, slipNo: '77' }))
    must(payCash(core, { ...onOrder(core), amountFen: 40_000 }))
    const before = core.store.head.seq
    const { orderId } = core.memory.order
    must(completeSale(core, { commandId: core.newId(), orderId }))
    expect(core.store.head.seq).toBe(before + 1)
    expect(core.memory.done).toMatchObject({
      changeFen: 10_000,
      payableFen: 50_000,
      topUp: { afterPrincipalFen: 50_000, afterBonusFen: 10_000, waits: false },
    })
    expect(lotsOf(nearSilver.memberId)).toEqual([
      ['BONUS', 10_000, '2027-11-22'],
      ['POINTS', 200, '2027-12-31'],
      ['PRINCIPAL', 50_000, null],
    ])
    expect(core.stores.members.couponsHeldBy(nearSilver.memberId)).toHaveLength(2)
    expect(core.stores.valueDocuments.read(orderId)).toMatchObject({
      servedBy: people.supervisor.operatorId,
      planName: '日常储值',
      coupons: 2,
    })
    // sent again, by whatever command, it is done
    must(completeSale(core, { commandId: core.newId(), orderId }))
    expect(core.store.head.seq).toBe(before + 1)
    await till.print()
    expect(till.devices.printer.printed).toHaveLength(1)
    expect(auditTables(core.store.sqlite)).toEqual([])
  })

  test('by any amount takes the gifts of the highest step that it reaches', async () => {
    begin()
    await choose(core, 49_999)
    expect(view().topUp?.chosen).toMatchObject({ bonusFen: 3000, planId: PLAN_ID })
    await choose(core, 80_000)
    expect(view().topUp?.chosen).toMatchObject({ bonusFen: 10_000, points: 200 })
    await choose(core, 29_999)
    expect(view().topUp?.chosen).toMatchObject({ bonusFen: 0, plan: null })
  })

  test('stands among the receipts, is shown on its paper and printed again', async () => {
    const topUpId = await topUp(core, cardOf(nearSilver), 50_000)
    const [row] = must(findReceipts(core, { query: '', limit: 5 }))
    expect(row).toMatchObject({ saleId: topUpId, kind: 'top-up', payableFen: 50_000 })
    expect(must(previewReceipt(core, topUpId)).svg).toContain('充值凭条')
    expect(must(reprintReceipt(core, { commandId: core.newId(), saleId: topUpId, jobId: core.newId() })).copies).toBe(1)
    await till.print()
    expect(auditTables(core.store.sqlite)).toEqual([])
  })

  test('counts in the drawer of the shift, apart from what was sold', async () => {
    await topUp(core, cardOf(nearSilver), 50_000)
    expect(must(currentSummary(core))).toMatchObject({
      salesCount: 0,
      salesFen: 0,
      topUps: { count: 1, amountFen: 50_000 },
      payOuts: { count: 0, amountFen: 0 },
      cashInFen: 50_000,
      expectedCashFen: FLOAT_FEN + 50_000,
    })
  })
})

describe('refuses', () => {
  test.each([0, -1, -50_000])('an amount of %i', async (principalFen) => {
    begin()
    const asked = chooseTopUp(core, { ...onOrder(core), principalFen, planId: null })
    expect(refusal(await asked).code).toBe('top-up-not-positive')
    expect(refusal(completeSale(core, onOrder(core))).code).toBe('top-up-not-positive')
  })

  test('more than the law lets an account hold, and says how much it may take', async () => {
    begin(cardOf(wealthy))
    const asked = (principalFen: number) => chooseTopUp(core, { ...onOrder(core), principalFen, planId: null })
    expect(refusal(await asked(200_001))).toEqual({
      code: 'top-up-above-cap',
      params: { capFen: 500_000, mostFen: 200_000 },
    })
    expect(refusal(await asked(200_000)).code).toBe('approval-required')
  })

  test('no member, a lost card, goods into it, stored value for it, and a plan that is gone', async () => {
    expect(refusal(beginTopUp(core, onOrder(core))).code).toBe('top-up-without-member')
    begin()
    expect(refusal(addToBasket(core, { commandId: core.newId(), sku: 'BUN' })).code).toBe('top-up-open')
    expect(refusal(clearBasket(core, onOrder(core))).code).toBe('top-up-open')
    expect(refusal(scan(core, { commandId: core.newId(), code: CODE }).done).code).toBe('payment-code-on-empty')
    const gone = { ...onOrder(core), principalFen: 30_000, planId: core.newId() }
    expect(refusal(await chooseTopUp(core, gone)).code).toBe('plan-unknown')
    await choose(core, 30_000)
    expect(refusal(payStoredValue(core, onOrder(core))).code).toBe('top-up-by-stored-value')
    must(payCash(core, { ...onOrder(core), amountFen: 30_000 }))
    const { orderId } = core.memory.order
    core.store.sqlite.prepare("UPDATE cards SET status = 'lost' WHERE member_id = ?").run(nearSilver.memberId)
    expect(refusal(completeSale(core, { commandId: core.newId(), orderId })).code).toBe('card-lost')
    expect(withLostCard.cards[0]?.status).toBe('lost')
  })
})

describe('above a limit', () => {
  const ask = (principalFen: number, role?: keyof typeof people) =>
    chooseTopUp(core, {
      ...onOrder(core),
      principalFen,
      planId: null,
      ...(role === undefined ? {} : { approval: { operatorId: people[role].operatorId, pin: people[role].pin } }),
    })

  test('of one operation a second person says yes, to this amount alone', async () => {
    begin()
    expect(refusal(await ask(100_001))).toMatchObject({ code: 'approval-required', params: { role: 'supervisor' } })
    expect(refusal(await ask(100_001, 'cashier')).code).toBe('approval-not-allowed')
    must(await ask(100_001, 'supervisor'))
    expect(view().topUp?.chosen?.approvedBy).toBe('陈静怡')
    must(await ask(100_000))
    expect(view().topUp?.chosen?.approvedBy).toBeNull()
    expect(refusal(await ask(100_001)).code).toBe('approval-required')
  })

  test('of an operator’s day, and of the day of all', async () => {
    await topUp(core, cardOf(nearSilver), 100_000)
    await topUp(core, cardOf(nearSilver), 50_000)
    begin()
    expect(refusal(await ask(1)).code).toBe('approval-required')
    till.signIn('supervisor')
    must(await ask(30_000))
    expect(view().topUp?.chosen?.approvedBy).toBeNull()
    must(await ask(30_001))
    expect(view().topUp?.chosen?.approvedBy).toBe('陈静怡')
    must(await ask(30_000))
    // whoever completes it is asked again
    till.signIn('cashier')
    must(payCash(core, { ...onOrder(core), amountFen: 30_000 }))
    const { orderId } = core.memory.order
    expect(refusal(completeSale(core, { commandId: core.newId(), orderId })).code).toBe('approval-required')
    till.signIn('supervisor')
    must(completeSale(core, { commandId: core.newId(), orderId }))
    expect(auditTables(core.store.sqlite)).toEqual([])
  })
})

describe('paid at the terminal', () => {
  test('an outcome that is not known survives a restart, and completes the top-up when it is', async () => {
    begin()
    await choose(core, 50_000)
    must(payMobile(core, { ...onOrder(core), paymentCode: SILENT_ONCE }))
    await letAnswer()
    expect(view().tenders).toMatchObject([{ state: 'unknown' }])
    till = till.restart()
    core = till.core
    till.signIn('cashier')
    expect(view()).toMatchObject({ topUp: { chosen: { principalFen: 50_000 } }, tenders: [{ state: 'unknown' }] })
    const asked = askOpenPayments(core)
    await letAnswer()
    await asked
    expect(core.memory.done).toMatchObject({ payableFen: 50_000, topUp: { afterPrincipalFen: 50_000 } })
    expect(auditTables(core.store.sqlite)).toEqual([])
  })
})

describe('an order that waits', () => {
  test('goes on with its goods when the top-up is done, or given up', async () => {
    showCard(core, cardOf(nearSilver))
    take(core, 'BUN', 'TEA')
    const basketId = core.memory.order.orderId
    must(beginTopUp(core, onOrder(core)))
    must(backToBasket(core, onOrder(core)))
    expect([core.memory.order.orderId, core.memory.order.lines.length]).toEqual([basketId, 2])
    must(beginTopUp(core, onOrder(core)))
    await choose(core, 30_000)
    must(payCash(core, { ...onOrder(core), amountFen: 30_000 }))
    must(completeSale(core, { commandId: core.newId(), orderId: core.memory.order.orderId }))
    must(nextCustomer(core, core.newId()))
    expect(core.memory.order).toMatchObject({ orderId: basketId, screen: 'basket', memberId: nearSilver.memberId })
    expect(core.memory.order.lines).toHaveLength(2)
  })

  test('充值并付款: two commits, resumable between', async () => {
    showCard(core, cardOf(nearSilver))
    take(core, 'CAKE')
    startPaying(core)
    const basketId = core.memory.order.orderId
    must(beginTopUp(core, onOrder(core)))
    expect(view().topUp?.shortfallFen).toBe(36_900)
    await choose(core, 50_000)
    must(payCash(core, { ...onOrder(core), amountFen: 50_000 }))
    must(completeSale(core, { commandId: core.newId(), orderId: core.memory.order.orderId }))
    expect(core.memory.done?.topUp).toMatchObject({ waits: true, thenPays: true })
    // the power fails between the two
    till = till.restart()
    core = till.core
    till.signIn('cashier')
    expect(core.memory.order).toMatchObject({ orderId: basketId, screen: 'pay' })
    must(payStoredValue(core, onOrder(core)))
    must(completeSale(core, { commandId: core.newId(), orderId: basketId }))
    expect(core.stores.waitingOrders.last()).toBeUndefined()
    till = till.restart()
    core = till.core
    expect(core.memory.order.lines).toEqual([])
    expect(auditTables(core.store.sqlite)).toEqual([])
  })

  test('is paid with the new value at one press', async () => {
    showCard(core, cardOf(nearSilver))
    take(core, 'CAKE')
    startPaying(core)
    const basketId = core.memory.order.orderId
    must(beginTopUp(core, onOrder(core)))
    await choose(core, 50_000)
    must(payCash(core, { ...onOrder(core), amountFen: 50_000 }))
    must(completeSale(core, { commandId: core.newId(), orderId: core.memory.order.orderId }))
    must(nextCustomer(core, core.newId()))
    expect(core.memory.done).toMatchObject({ saleId: basketId, topUp: null })
    expect(core.stores.waitingOrders.last()).toBeUndefined()
    expect(auditTables(core.store.sqlite)).toEqual([])
  })

  test('that is put away does not come back', async () => {
    showCard(core, cardOf(nearSilver))
    take(core, 'BUN')
    must(beginTopUp(core, onOrder(core)))
    await choose(core, 30_000)
    must(payCash(core, { ...onOrder(core), amountFen: 30_000 }))
    must(completeSale(core, { commandId: core.newId(), orderId: core.memory.order.orderId }))
    must(nextCustomer(core, core.newId()))
    must(clearBasket(core, onOrder(core)))
    till = till.restart()
    core = till.core
    expect(core.memory.order.lines).toEqual([])
  })
})
