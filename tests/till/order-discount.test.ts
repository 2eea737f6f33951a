/** 整单折扣, 整单减 and 抹零 by hand. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/core.ts'
import { chooseCoupon, redeemPoints } from '../../electron/features/till/choose-member.ts'
import { addToBasket, removeFromBasket } from '../../electron/features/till/edit-basket.ts'
import { manualPrice } from '../../electron/features/till/manual-price.ts'
import { orderDiscount, tryDiscount } from '../../electron/features/till/order-discount.ts'
import { payMobile } from '../../electron/features/till/pay-mobile.ts'
import { tillView } from '../../electron/features/till/till-view.ts'
import { receiptOfSale } from '../../electron/features/receipts/receipt-of-sale.ts'
import type { AdHocKind } from '../../shared/domain/basket/ad-hoc.ts'
import { auditTables } from '../simulation/auditor.ts'
import { checkOut, onOrder, payable, showCard, startPaying, take } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { must, people, refusal } from './small-shop.ts'
import { cardOf, wealthy } from './small-shop-members.ts'

let till: SellingTill
let core: Core
beforeEach(async () => {
  till = await openSellingTill()
  core = till.core
})
afterEach(() => {
  expect(auditTables(core.store.sqlite)).toEqual([])
  till.close()
})

type Approver = keyof typeof people

const give = (kind: AdHocKind, value: number | null, approver?: Approver, reason = '老顾客') =>
  orderDiscount(core, {
    ...onOrder(core),
    kind,
    value,
    reason,
    approval:
      approver === undefined ? undefined : { operatorId: people[approver].operatorId, pin: people[approver].pin },
  })
const trial = (kind: AdHocKind, value: number) => tryDiscount(core, { orderId: core.memory.order.orderId, kind, value })

describe('a whole-order discount', () => {
  test.each([
    ['rate', 9000, 3750, '整单 9 折'],
    ['off', 500, 3667, '整单减 ¥5.00'],
    ['round', 100, 4100, '抹零'],
    ['round', 1000, 4000, '抹零'],
  ] as const)('%s %i leaves %i to pay, under its name', async (kind, value, left, name) => {
    take(core, 'BUN', 'TEA')
    must(addToBasket(core, { commandId: core.newId(), sku: 'ORDER', priceFen: 2117 }))
    expect(payable(core)).toBe(1250 + 800 + 2117)
    expect(must(trial(kind, value))).toEqual({ payableFen: left, differenceFen: left - 4167, belowCost: false })
    expect(payable(core)).toBe(4167)
    expect(refusal(await give(kind, value)).code).toBe('approval-required')
    must(await give(kind, value, 'supervisor'))
    expect(payable(core)).toBe(left)
    const view = tillView(core, 1)
    expect(view.discounts).toMatchObject([
      { kind, value, amountFen: left - 4167, label: { zh: name }, reason: '老顾客', approvedBy: '陈静怡' },
    ])
    expect(view.reductions).toMatchObject([{ kind: 'discount', label: { zh: name }, amountFen: left - 4167 }])
    must(await give(kind, null))
    expect(payable(core)).toBe(4167)
    expect(core.memory.order.adHoc).toEqual([])
  })

  test('is on receipt, payload and audit, with who gave it and why', async () => {
    take(core, 'BUN', 'TEA')
    must(await give('rate', 9000, 'supervisor', '等候补偿'))
    must(await give('round', 100, 'manager', '抹零'))
    expect(payable(core)).toBe(1800)
    const saleId = checkOut(core)
    const sale = core.stores.sales.read(saleId)
    const { settings } = core.memory
    if (sale === undefined || settings === null) throw new Error('no sale')
    const labels = receiptOfSale(core, settings, sale, 0).lines.flatMap((line) =>
      line.adjustments.map(({ label, amountFen }) => [label, amountFen]),
    )
    expect(labels).toEqual([
      ['整单 9 折', -125],
      ['抹零', -27],
      ['整单 9 折', -80],
      ['抹零', -18],
    ])
    const payload = JSON.parse(
      core.store.sqlite
        .prepare<[number], { payload: string }>('SELECT payload FROM chain WHERE seq = ?')
        .get(sale.document.seq)?.payload ?? '',
    ) as { price: { adHocPromotions: unknown; pinned: unknown }; discounts: unknown }
    expect(payload.price.adHocPromotions).toEqual([
      { id: 'adhoc-rate-9000', kind: 'orderRate', priority: 1_000_000, rate: 9000 },
      { id: 'adhoc-round-100', kind: 'amountOff', priority: 1_000_002, steps: [{ at: 1, off: 45 }] },
    ])
    expect(payload.price.pinned).toEqual(['adhoc-rate-9000', 'adhoc-round-100'])
    expect(payload.discounts).toMatchObject([
      { amount: -205, approvedBy: people.supervisor.operatorId, kind: 'rate', reason: '等候补偿', value: 9000 },
      { amount: -45, approvedBy: people.manager.operatorId, kind: 'round', reason: '抹零', value: 100 },
    ])
    const audit = core.store.sqlite
      .prepare(
        "SELECT operator_id AS who, approver_id AS approver, detail FROM audit WHERE action = 'order-discounted'",
      )
      .all()
    expect(audit).toEqual([
      {
        who: people.cashier.operatorId,
        approver: people.supervisor.operatorId,
        detail: '{"amountFen":-205,"id":"adhoc-rate-9000","kind":"rate","lossFen":0,"reason":"等候补偿","value":9000}',
      },
      {
        who: people.cashier.operatorId,
        approver: people.manager.operatorId,
        detail: '{"amountFen":-45,"id":"adhoc-round-100","kind":"round","lossFen":0,"reason":"抹零","value":100}',
      },
    ])
  })

  test('replaces one of its kind and goes on top of what the shop takes off by itself', async () => {
    take(core, 'CAKE')
    expect(payable(core)).toBe(36_900)
    till.signIn('manager')
    must(await give('rate', 9500))
    must(await give('rate', 9000))
    expect(core.memory.order.adHoc).toMatchObject([{ kind: 'rate', value: 9000 }])
    expect(payable(core)).toBe(33_210)
    must(await give('off', 1000))
    expect(core.memory.order.adHoc.map(({ kind }) => kind)).toEqual(['rate', 'off'])
    expect(payable(core)).toBe(32_210)
  })

  test.each([
    ['a rate that is none', 'rate', 10_000, 'discount-out-of-range'],
    ['a rate above all', 'rate', 12_000, 'discount-out-of-range'],
    ['nothing off', 'off', 0, 'discount-out-of-range'],
    ['a surcharge', 'off', -500, 'discount-out-of-range'],
    ['a unit that nobody rounds to', 'round', 50, 'discount-out-of-range'],
    ['more than there is', 'off', 1251, 'discount-above-total'],
  ] as const)('of %s is refused', async (_what, kind, value, code) => {
    take(core, 'BUN')
    expect(refusal(await give(kind, value, 'manager')).code).toBe(code)
    expect(refusal(trial(kind, value)).code).toBe(code)
    expect(payable(core)).toBe(1250)
  })

  test('wants a reason, goods, and something that may be discounted', async () => {
    expect(refusal(await give('rate', 9000, 'supervisor')).code).toBe('basket-empty')
    take(core, 'GIFT')
    expect(refusal(await give('rate', 9000, 'supervisor', ' ')).code).toBe('discount-reason-needed')
    expect(refusal(await give('rate', 9000, 'supervisor'))).toMatchObject({
      code: 'choice-not-possible',
      params: { nameZh: '整单 9 折', reasonZh: '在这一单里减不了钱' },
    })
    expect(refusal(await give('round', 100, 'supervisor')).code).toBe('rounding-nothing')
    must(addToBasket(core, { commandId: core.newId(), sku: 'BUN' }))
    must(await give('off', 250, 'supervisor'))
    expect(payable(core)).toBe(11_000)
  })

  test('does not reach an order that ended while the PIN was checked, nor one whose goods went', async () => {
    take(core, 'BUN', 'TEA')
    const asked = give('rate', 9000, 'supervisor')
    core.memory.order = { ...core.memory.order, orderId: core.newId() }
    expect(refusal(await asked).code).toBe('order-changed')
    const late = give('off', 1000, 'supervisor')
    must(removeFromBasket(core, { ...onOrder(core), line: '2' }))
    expect(refusal(await late)).toMatchObject({ code: 'approval-required', params: { role: 'manager' } })
    expect(core.memory.order.adHoc).toEqual([])
  })

  test('sent again is given once and asks nobody again', async () => {
    take(core, 'BUN')
    const command = { ...onOrder(core), kind: 'rate', value: 9000, reason: '熟客' } as const
    must(
      await orderDiscount(core, {
        ...command,
        approval: { operatorId: people.supervisor.operatorId, pin: people.supervisor.pin },
      }),
    )
    must(await give('rate', null))
    must(await orderDiscount(core, command))
    expect(core.memory.order.adHoc).toEqual([])
  })
})

describe('below cost or for nothing', () => {
  test('needs a manager', async () => {
    take(core, 'BUN')
    expect(must(trial('rate', 4800)).belowCost).toBe(false)
    expect(must(trial('rate', 4700))).toEqual({ payableFen: 588, differenceFen: -662, belowCost: true })
    expect(refusal(await give('rate', 4700)).params['role']).toBe('manager')
    expect(refusal(await give('rate', 4700, 'supervisor')).code).toBe('approval-not-allowed')
    expect(refusal(await give('rate', 0, 'supervisor')).code).toBe('approval-not-allowed')
    must(await give('rate', 4800, 'supervisor'))
    must(await give('rate', 0, 'manager'))
    expect(payable(core)).toBe(0)
    expect(core.memory.order.adHoc).toMatchObject([{ lossFen: 600 }])
    startPaying(core)
    checkOut(core)
  })

  test('is for nothing also where nobody knows what it cost', async () => {
    take(core, 'TEA')
    expect(must(trial('off', 799)).belowCost).toBe(false)
    expect(refusal(await give('off', 800, 'supervisor')).code).toBe('approval-not-allowed')
    must(await give('off', 800, 'manager'))
  })

  test('is reached by no basket that shrinks after the consent: the discount is let go, and said so', async () => {
    take(core, 'BUN', 'CAKE')
    must(await give('off', 3000, 'supervisor'))
    must(removeFromBasket(core, { ...onOrder(core), line: '2' }))
    expect(core.memory.order.adHoc).toEqual([])
    expect(payable(core)).toBe(1250)
    expect(core.memory.notice?.refusal).toEqual({
      code: 'discount-let-go',
      params: { namesZh: '「整单减 ¥30.00」', namesEn: '"¥30.00 off the order"' },
    })
  })

  test('goes no further than the manager has seen', async () => {
    take(core, 'BUN')
    must(await give('rate', 4000, 'manager'))
    expect(core.memory.order.adHoc).toMatchObject([{ lossFen: 100 }])
    take(core, 'BUN')
    expect(core.memory.order.adHoc).toEqual([])
    expect(core.memory.notice?.refusal.code).toBe('discount-let-go')
    must(await give('rate', 4000, 'manager'))
    take(core, 'TEA')
    expect(core.memory.order.adHoc).toMatchObject([{ lossFen: 200 }])
  })

  test('is not what points pay', async () => {
    showCard(core, cardOf(wealthy))
    take(core, 'BUN')
    must(redeemPoints(core, { ...onOrder(core), points: 500 }))
    expect(payable(core)).toBe(1125 - 500)
    must(await give('off', 100, 'supervisor'))
    expect(core.memory.order.adHoc).toMatchObject([{ lossFen: 0 }])
  })

  test('of a price of the cashier’s own counts too', async () => {
    take(core, 'BUN')
    must(
      await manualPrice(core, {
        ...onOrder(core),
        line: '1',
        priceFen: 600,
        reason: '临期',
        approval: { operatorId: people.supervisor.operatorId, pin: people.supervisor.pin },
      }),
    )
    expect(refusal(await give('round', 1000, 'supervisor')).code).toBe('approval-not-allowed')
  })
})

describe('抹零', () => {
  test('follows the basket to the next whole yuan, and rests where it is whole', async () => {
    take(core, 'BUN')
    must(await give('round', 100, 'supervisor'))
    expect(payable(core)).toBe(1200)
    take(core, 'MILK')
    expect(payable(core)).toBe(2800)
    take(core, 'BUN')
    expect(payable(core)).toBe(4000)
    must(removeFromBasket(core, { ...onOrder(core), line: '2' }))
    expect(payable(core)).toBe(2500)
    expect(core.memory.order.adHoc).toHaveLength(1)
    expect(tillView(core, 1).discounts).toMatchObject([{ amountFen: 0 }])
    const saleId = checkOut(core)
    const { count } = core.store.sqlite
      .prepare("SELECT count(*) AS count FROM audit WHERE action = 'order-discounted' AND subject = ?")
      .get(saleId) as { count: number }
    expect(count).toBe(0)
  })

  test('comes out whole with coupons and points behind it', async () => {
    showCard(core, cardOf(wealthy))
    take(core, 'BUN', 'BUN', 'MILK')
    must(redeemPoints(core, { ...onOrder(core), points: 'max' }))
    const before = payable(core)
    must(await give('round', 100, 'supervisor'))
    expect(payable(core)).toBe(before - (before % 100))
    const [coupon] = wealthy.coupons
    must(chooseCoupon(core, { ...onOrder(core), couponId: coupon?.couponId ?? '', choice: 'forbidden' }))
    expect(payable(core) % 100).toBe(0)
  })
})

test('a discount comes back with its order when the till restarts in the middle of a payment', async () => {
  take(core, 'BUN')
  must(await give('rate', 9000, 'supervisor'))
  startPaying(core)
  must(payMobile(core, { ...onOrder(core), amountFen: 500, paymentCode: '134872650193846275' }))
  till = till.restart()
  core = till.core
  till.signIn('cashier')
  expect(core.memory.order.adHoc).toMatchObject([{ kind: 'rate', value: 9000, reason: '老顾客' }])
  expect(payable(core)).toBe(1125)
})

test('a draft that an older version wrote is taken up without choices', async () => {
  take(core, 'BUN')
  startPaying(core)
  must(payMobile(core, { ...onOrder(core), paymentCode: '134872650193846275' }))
  core.store.sqlite
    .prepare("UPDATE open_payments SET draft = json_remove(draft, '$.adHoc', '$.promotionChoices')")
    .run()
  till = till.restart()
  core = till.core
  till.signIn('cashier')
  expect(core.memory.order).toMatchObject({ adHoc: [], promotionChoices: {} })
  expect(payable(core)).toBe(1250)
})
