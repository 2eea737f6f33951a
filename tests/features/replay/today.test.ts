import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveProduct } from '../../../electron/features/products/save-product.ts'
import { listProducts } from '../../../electron/features/products/list-products.ts'
import { endReplay } from '../../../electron/features/replay/running.ts'
import { publishRule } from '../../../electron/features/rules/publish-rule.ts'
import { setPaused } from '../../../electron/features/rules/set-paused.ts'
import { saveSettings } from '../../../electron/features/settings/save-settings.ts'
import { openShift } from '../../../electron/features/shift/open-shift.ts'
import { attachMember, chooseCoupon, redeemPoints } from '../../../electron/features/till/choose-member.ts'
import { choosePromotion } from '../../../electron/features/till/choose-promotion.ts'
import { addToBasket } from '../../../electron/features/till/edit-basket.ts'
import { manualPrice } from '../../../electron/features/till/manual-price.ts'
import { orderDiscount } from '../../../electron/features/till/order-discount.ts'
import { priceOrder } from '../../../electron/features/till/price-order.ts'
import type { ReplayResult } from '../../../shared/contract/replay.ts'
import { checkOut, onOrder, startPaying, take } from '../../till/checkout.ts'
import { must, type TestTill } from '../test-till.ts'
import { finish, makePastTill } from './past-till.ts'

const TODAY = '2026-11-23'

let till: TestTill
beforeAll(async () => {
  till = await makePastTill(1)
  const { core } = till
  must(openShift(core, { commandId: core.newId(), shiftId: core.newId(), floatFen: 50_000 }))
}, 120_000)
afterAll(async () => {
  await endReplay(till.core)
  till.close()
})

const replayToday = (): Promise<ReplayResult> => finish(till, { draft: null, fromDay: TODAY, toDay: TODAY })

/** 陈思远 of the story, by phone: it is his birthday, and he has a coupon for it. */
function birthdayChild(): string {
  const [found] = till.core.members.find('15021877316', 1)
  if (found === undefined) throw new Error('nobody has a birthday')
  return found.memberId
}

/** Sales with everything that a price can hang on, one after the other. */
async function sellEverything(): Promise<void> {
  const { core } = till
  // weighed, an open price, one product at two open prices, a manual price
  take(core, 'BR001', 'CF001', 'CF001', 'BR005', 'BR005', 'BR005', 'BR005')
  must(addToBasket(core, { commandId: core.newId(), sku: 'WG001', qty: 356 }))
  must(addToBasket(core, { commandId: core.newId(), sku: 'CK004', priceFen: 19_800 }))
  must(addToBasket(core, { commandId: core.newId(), sku: 'CK004', priceFen: 26_800 }))
  must(await manualPrice(core, { ...onOrder(core), line: '1', priceFen: 600, reason: '压坏' }))
  checkOut(core)
  // a birthday, points, a coupon that is pinned, a promotion that is left out, and an hour that ends while paying
  take(core, 'CK001', 'CK003', 'TE001', 'BR004', 'BR004')
  must(attachMember(core, { ...onOrder(core), memberId: birthdayChild() }))
  const [coupon] = priceOrder(core, core.memory.order).pricing.coupons
  // it is used once
  if (coupon !== undefined) must(chooseCoupon(core, { ...onOrder(core), couponId: coupon.id, choice: 'pinned' }))
  must(await choosePromotion(core, { ...onOrder(core), promotionId: 'PR-BIRTHDAY-CAKE', choice: 'forbidden' }))
  must(redeemPoints(core, { ...onOrder(core), points: 'max' }))
  checkOut(core)
  // whole-order discounts of every kind
  take(core, 'SN002', 'PA005', 'DA014', 'DA014', 'DA015')
  must(await orderDiscount(core, { ...onOrder(core), kind: 'rate', value: 9000, reason: '老顾客' }))
  must(await orderDiscount(core, { ...onOrder(core), kind: 'off', value: 300, reason: '久等' }))
  must(await orderDiscount(core, { ...onOrder(core), kind: 'round', value: 1000, reason: '抹零' }))
  checkOut(core)
}

test('everything that a price hangs on is in the row, over changes of rules, goods and settings', async () => {
  const { core } = till
  await sellEverything()
  const tea = must(setPaused(core, { commandId: core.newId(), ruleId: 'PR-TEA-88', paused: true, expectedVersion: 1 }))
  await sellEverything()
  const body = { kind: 'special', price: 900, scope: { skus: ['BR001'] } }
  const names = { nameZh: '可颂九元', nameEn: '' }
  const draft = { ruleId: 'croissant-9', kind: 'promotion' as const, ...names, body }
  must(publishRule(core, { commandId: core.newId(), draft, expectedVersion: null, confirmed: ['no-dates'] }))
  const { settings } = core.memory
  if (settings === null) throw new Error('no shop')
  must(await saveSettings(core, { commandId: core.newId(), settings: { ...settings, roundingUnitFen: 100 } }))
  await sellEverything()
  const latte = must(listProducts(core)).find(({ sku }) => sku === 'CF001')
  if (latte === undefined) throw new Error('no such product')
  must(
    await saveProduct(core, { commandId: core.newId(), product: { ...latte, priceFen: 2050, memberPriceFen: 1990 } }),
  )
  must(
    setPaused(core, {
      commandId: core.newId(),
      ruleId: 'PR-TEA-88',
      paused: false,
      expectedVersion: tea.version,
    }),
  )
  await sellEverything()
  expect(await replayToday()).toMatchObject({ receipts: 12, differences: 0, firstDifferences: [], leftOut: [] })
})

test('a price that held while the clock went past the end of an hour is replayed by the moment that it held from', async () => {
  const { core } = till
  const before = (await replayToday()).receipts
  // 晚市面包 begins at 20:00
  till.pass((10 * 60 - 1) * 60_000)
  take(core, 'BR001', 'BR004')
  startPaying(core)
  till.pass(2 * 60_000)
  checkOut(core)
  expect(await replayToday()).toMatchObject({ receipts: before + 1, differences: 0 })
})

test('a rule of a newer HQ is left out and named, as it was at the till', async () => {
  const { core } = till
  const before = await replayToday()
  const rule = {
    offerId: 'hq-lottery',
    nameZh: '总部抽奖',
    nameEn: '',
    version: 1,
    owner: 'hq' as const,
    state: 'live' as const,
    offer: { kind: 'promotion' as const, body: { kind: 'lottery', odds: 7 } },
  }
  const at = core.clock.now()
  must(
    core.committer.commit({
      commandId: core.newId(),
      content: { op: 'from-hq' },
      kind: 'rule-published',
      version: 1,
      payload: { at, hqAt: null, by: null, rule },
      audit: [],
      answer: null,
      write: (seq) => core.stores.rules.put(rule, { seq, at, by: null }),
    }),
  )
  core.catalog.reload()
  take(core, 'BR001')
  checkOut(core)
  expect(await replayToday()).toMatchObject({
    receipts: before.receipts + 1,
    differences: 0,
    leftOut: [{ ruleId: 'hq-lottery', label: { zh: '总部抽奖', en: '总部抽奖' } }],
  })
})

test('receipts that do not come out are found, named and left out of what a draft would cost', async () => {
  const { sqlite } = till.core.store
  const sales = sqlite
    .prepare<[], { seq: number; payload: string; receiptNo: string }>(
      `SELECT c.seq AS seq, c.payload AS payload, d.receipt_no AS receiptNo FROM documents AS d JOIN chain AS c ON c.seq = d.seq
       WHERE d.business_day = '${TODAY}' ORDER BY d.seq LIMIT 3`,
    )
    .all()
  sqlite.exec('DROP TRIGGER chain_keep')
  const plant = sqlite.prepare('UPDATE chain SET payload = ? WHERE seq = ?')
  type Planted = {
    document: { grossFen: number }
    lines: { netFen: number }[]
    price: { pointsEarned: number; pinned: string[] }
  }
  const change = (place: number, edit: (payload: Planted) => void): void => {
    const payload = JSON.parse(sales[place]?.payload ?? '') as Planted
    edit(payload)
    plant.run(JSON.stringify(payload), sales[place]?.seq)
  }
  change(0, ({ lines }) => {
    lines[1]!.netFen += 1
  })
  change(1, ({ price }) => {
    price.pointsEarned += 1
  })
  change(2, ({ price }) => {
    price.pinned.push('gone')
  })
  const result = await replayToday()
  expect(result.differences).toBe(3)
  expect(result.firstDifferences.map(({ receiptNo, field, line }) => [receiptNo, field, line])).toEqual([
    [sales[0]?.receiptNo, 'line', '2'],
    [sales[1]?.receiptNo, 'points', null],
    [sales[2]?.receiptNo, 'not-priced', null],
  ])
  const everything = { ruleId: 'half', kind: 'promotion' as const, nameZh: '半价', nameEn: '' }
  const body = { kind: 'orderRate', rate: 5000 }
  const tried = await finish(till, { draft: { ...everything, body }, fromDay: TODAY, toDay: TODAY })
  expect(tried.differences).toBe(3)
  expect(tried.changed).toBe(tried.receipts - 3)
})
