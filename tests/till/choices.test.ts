/** Promotions and coupons that somebody forces or leaves out. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/core.ts'
import { attachMember, chooseCoupon, detachMember } from '../../electron/features/till/choose-member.ts'
import { choosePromotion } from '../../electron/features/till/choose-promotion.ts'
import { completeSale } from '../../electron/features/till/complete-sale.ts'
import { addToBasket, removeFromBasket, setLineQuantity } from '../../electron/features/till/edit-basket.ts'
import { beginPay, nextCustomer } from '../../electron/features/till/pay.ts'
import { scan } from '../../electron/features/till/scan.ts'
import { auditTables } from '../simulation/auditor.ts'
import { checkOut, onOrder, payable, showCard, take } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { must, people, refusal } from './small-shop.ts'
import { cardOf, wealthy, withLostCard } from './small-shop-members.ts'
import { endRule, publishRules } from './small-shop-rules.ts'

let till: SellingTill
let core: Core
beforeEach(async () => {
  till = await openSellingTill()
  core = till.core
  publishRules(core)
})
afterEach(() => {
  expect(auditTables(core.store.sqlite)).toEqual([])
  till.close()
})

type Approver = keyof typeof people
const approvalOf = (who: Approver | undefined) =>
  who === undefined ? undefined : { operatorId: people[who].operatorId, pin: people[who].pin }

const choose = (promotionId: string, choice: 'auto' | 'pinned' | 'forbidden', approver?: Approver) =>
  choosePromotion(core, { ...onOrder(core), promotionId, choice, approval: approvalOf(approver) })
const payloadOf = (saleId: string) =>
  JSON.parse(
    core.store.sqlite
      .prepare<[string], { payload: string }>(
        'SELECT payload FROM chain WHERE seq = (SELECT seq FROM documents WHERE document_id = ?)',
      )
      .get(saleId)?.payload ?? '{}',
  ) as { price: Record<string, unknown>; choices: unknown; discounts: unknown }

describe('a promotion', () => {
  beforeEach(() => take(core, 'BUN', 'BUN', 'TEA'))

  test('is chosen by a supervisor: the customer pays what the choice makes, and it is given back without asking', async () => {
    // two buns at 80 % = 2000, tea 800, and 2 off 20 at least
    expect(payable(core)).toBe(1250 + 625 + 800 - 200)
    expect(refusal(await choose('PR-BUN-80', 'pinned')).code).toBe('approval-required')
    expect(refusal(await choose('PR-BUN-80', 'pinned', 'cashier')).code).toBe('approval-not-allowed')
    must(await choose('PR-BUN-80', 'pinned', 'supervisor'))
    expect(payable(core)).toBe(2000 + 800 - 200)
    must(await choose('PR-BUN-80', 'auto'))
    expect(payable(core)).toBe(1250 + 625 + 800 - 200)
    must(await choose('PR-20-2', 'forbidden', 'manager'))
    expect(payable(core)).toBe(1250 + 625 + 800)
    expect(core.memory.order.promotionChoices).toEqual({
      'PR-20-2': { choice: 'forbidden', approvedBy: people.manager.operatorId },
    })
  })

  test('is on the sale and on the audit, with who said yes', async () => {
    must(await choose('PR-BUN-80', 'pinned', 'supervisor'))
    must(await choose('PR-20-2', 'forbidden', 'manager'))
    const saleId = checkOut(core)
    const { price, choices, discounts } = payloadOf(saleId)
    expect(price).toMatchObject({ pinned: ['PR-BUN-80'], forbidden: ['PR-20-2'], adHocPromotions: [] })
    expect(choices).toEqual([
      { approvedBy: people.supervisor.operatorId, choice: 'pinned', id: 'PR-BUN-80' },
      { approvedBy: people.manager.operatorId, choice: 'forbidden', id: 'PR-20-2' },
    ])
    expect(discounts).toEqual([])
    const audit = core.store.sqlite
      .prepare(
        "SELECT action, approver_id AS approver, detail FROM audit WHERE action LIKE 'promotion-%' ORDER BY action",
      )
      .all()
    expect(audit).toEqual([
      { action: 'promotion-forced', approver: people.supervisor.operatorId, detail: '{"id":"PR-BUN-80"}' },
      { action: 'promotion-left-out', approver: people.manager.operatorId, detail: '{"id":"PR-20-2"}' },
    ])
  })

  test('of the supervisor’s own needs nobody else', async () => {
    till.signIn('supervisor')
    must(await choose('PR-BUN-80', 'pinned'))
    expect(core.memory.order.promotionChoices['PR-BUN-80']?.approvedBy).toBe(people.supervisor.operatorId)
  })

  test('that cannot be had is refused before anybody is asked, with the reason', async () => {
    must(setLineQuantity(core, { ...onOrder(core), line: '1', qty: 1000 }))
    // one bun at 80 % and a tea
    expect(refusal(await choose('PR-30-5', 'pinned'))).toEqual({
      code: 'choice-not-possible',
      params: { nameZh: '满 30 减 5', nameEn: '¥5 off ¥30', reasonZh: '还差 ¥12.00', reasonEn: '¥12.00 short' },
    })
    expect(refusal(await choose('PR-MILK-3', 'pinned')).params).toMatchObject({ reasonZh: '单里没有适用的商品' })
    take(core, 'MILK')
    // pieces are no yuan
    expect(refusal(await choose('PR-MILK-3', 'pinned')).params).toMatchObject({ reasonZh: '还差 2 件' })
    expect(refusal(await choose('PR-OVER', 'pinned')).params).toMatchObject({ reasonZh: '9 月 30 日已结束' })
    expect(refusal(await choose('PR-NIGHT', 'pinned')).params).toMatchObject({
      reasonZh: '只在周一、周二 20:00–22:00',
      reasonEn: 'only Mon, Tue 20:00–22:00',
    })
    expect(refusal(await choose('PR-DIAMOND', 'pinned')).params).toMatchObject({ reasonZh: '限钻石卡;还没有选会员' })
    expect(refusal(await choose('NOBODY', 'pinned')).code).toBe('promotion-unknown')
    expect(core.memory.order.promotionChoices).toEqual({})
  })

  test('that does not go with one that was picked is refused, and the refusal names it', async () => {
    take(core, 'MILK')
    must(await choose('PR-20-2', 'pinned', 'supervisor'))
    expect(refusal(await choose('PR-30-5', 'pinned', 'supervisor'))).toEqual({
      code: 'choice-conflict',
      params: { nameZh: '满 30 减 5', nameEn: '¥5 off ¥30', othersZh: '「满 20 减 2」', othersEn: '"¥2 off ¥20"' },
    })
    // both on the same buns: whichever acts first leaves nothing to the other
    must(await choose('PR-BUN-80', 'pinned', 'supervisor'))
    expect(refusal(await choose('PR-BUN-2ND', 'pinned', 'supervisor')).params).toMatchObject({
      othersZh: '「面包 8 折」',
    })
    must(await choose('PR-20-2', 'auto'))
    must(await choose('PR-30-5', 'pinned', 'supervisor'))
    expect(Object.keys(core.memory.order.promotionChoices).sort()).toEqual(['PR-30-5', 'PR-BUN-80'])
  })

  test('that loses its ground is let go, and the cashier is told', async () => {
    must(await choose('PR-BUN-80', 'pinned', 'supervisor'))
    must(await choose('PR-20-2', 'pinned', 'supervisor'))
    must(removeFromBasket(core, { ...onOrder(core), line: '1' }))
    expect(core.memory.order.promotionChoices).toEqual({})
    expect(core.memory.notice?.refusal).toEqual({
      code: 'choice-let-go',
      params: { namesZh: '「面包 8 折」「满 20 减 2」', namesEn: '"Buns 20% off", "¥2 off ¥20"' },
    })
    expect(payable(core)).toBe(800)
    const { id } = core.memory.notice ?? { id: 0 }
    take(core, 'TEA')
    expect(core.memory.notice).toBeNull()
    take(core, 'BUN', 'BUN')
    must(await choose('PR-BUN-80', 'pinned', 'supervisor'))
    endRule(core, 'PR-BUN-80')
    take(core, 'TEA')
    expect(core.memory.notice).toMatchObject({ id: id + 1, refusal: { params: { namesZh: '「面包 8 折」' } } })
  })

  test('keeps the earlier choice when a change makes two impossible together', async () => {
    take(core, 'MILK')
    must(await choose('PR-30-5', 'pinned', 'supervisor'))
    must(await choose('PR-BUN-80', 'pinned', 'supervisor'))
    // without the milk 33.00 reach 30 at list prices alone
    must(removeFromBasket(core, { ...onOrder(core), line: '3' }))
    expect(Object.keys(core.memory.order.promotionChoices)).toEqual(['PR-30-5'])
    expect(core.memory.notice?.refusal.params).toMatchObject({ namesZh: '「面包 8 折」' })
    expect(payable(core)).toBe(2800)
  })

  test('that was let go by the clock is named when paying begins', async () => {
    till.pass(10 * 3_600_000 + 60_000)
    must(await choose('PR-NIGHT', 'pinned', 'supervisor'))
    const cheap = payable(core)
    till.pass(3 * 3_600_000)
    expect(payable(core)).toBeGreaterThan(cheap)
    must(beginPay(core, onOrder(core)))
    expect(core.memory.notice?.refusal).toMatchObject({ code: 'choice-let-go', params: { namesZh: '「晚市 7 折」' } })
    checkOut(core)
  })

  test('stays with an order whose member comes and goes', async () => {
    must(await choose('PR-BUN-80', 'pinned', 'supervisor'))
    showCard(core, cardOf(wealthy))
    must(detachMember(core, onOrder(core)))
    expect(Object.keys(core.memory.order.promotionChoices)).toEqual(['PR-BUN-80'])
  })

  test('does not reach an order that ended while the PIN was checked', async () => {
    const asked = choose('PR-BUN-80', 'pinned', 'supervisor')
    core.memory.order = { ...core.memory.order, orderId: core.newId() }
    expect(refusal(await asked).code).toBe('order-changed')
    expect(core.memory.order.promotionChoices).toEqual({})
  })

  test('is not chosen once something has been paid', async () => {
    must(beginPay(core, onOrder(core)))
    core.memory.order = { ...core.memory.order, tenders: [{ tenderId: core.newId() } as never] }
    expect(refusal(await choose('PR-BUN-80', 'pinned', 'supervisor')).code).toBe('basket-locked')
    expect(refusal(await choose('PR-BUN-80', 'auto')).code).toBe('basket-locked')
    core.memory.order = { ...core.memory.order, tenders: [] }
  })
})

describe('a coupon', () => {
  const [own, other] = wealthy.coupons.map((coupon) => coupon.couponId)

  test('that has no room beside those picked names them; the promotion that it needs is not left out', async () => {
    showCard(core, cardOf(wealthy))
    take(core, 'CAKE')
    const pin = (couponId: string) => chooseCoupon(core, { ...onOrder(core), couponId, choice: 'pinned' })
    must(pin(own ?? ''))
    must(pin(other ?? ''))
    must(scan(core, { commandId: core.newId(), code: 'CP00000000018' }).done)
    expect(refusal(pin('CP00000000018'))).toEqual({
      code: 'choice-conflict',
      params: {
        nameZh: '满 50 减 5 券',
        nameEn: '¥5 off ¥50',
        othersZh: '「满 20 减 3 券」或「满 50 减 5 券」',
        othersEn: '"¥3 off ¥20" or "¥5 off ¥50"',
      },
    })
    must(chooseCoupon(core, { ...onOrder(core), couponId: own ?? '', choice: 'auto' }))
    must(pin('CP00000000018'))
  })

  test('that is picked and loses its ground is let go, and said so', () => {
    showCard(core, cardOf(wealthy))
    take(core, 'BUN', 'BUN')
    must(chooseCoupon(core, { ...onOrder(core), couponId: own ?? '', choice: 'pinned' }))
    must(setLineQuantity(core, { ...onOrder(core), line: '1', qty: 1000 }))
    expect(core.memory.order.couponChoices).toEqual({})
    expect(core.memory.notice?.refusal).toMatchObject({
      code: 'choice-let-go',
      params: { namesZh: '「满 20 减 3 券」' },
    })
  })
})

describe('a command that is sent again', () => {
  test('after the next order has begun adds nothing to it', () => {
    const commandId = core.newId()
    const barcode = '6901234500016'
    must(scan(core, { commandId, code: barcode }).done)
    const added = { commandId: core.newId(), sku: 'TEA' }
    must(addToBasket(core, added))
    checkOut(core)
    must(scan(core, { commandId, code: barcode }).done)
    must(addToBasket(core, added))
    expect(core.memory.order.screen).toBe('done')
    must(nextCustomer(core, core.newId()))
    must(scan(core, { commandId, code: barcode }).done)
    must(addToBasket(core, added))
    expect(core.memory.order.lines).toEqual([])
    take(core, 'BUN')
    must(scan(core, { commandId, code: barcode }).done)
    expect(core.memory.order.lines).toMatchObject([{ qty: 1000 }])
  })

  test('is forgotten after a thousand others', () => {
    const first = { commandId: core.newId(), sku: 'TEA' }
    must(addToBasket(core, first))
    for (let count = 0; count < 999; count += 1)
      must(setLineQuantity(core, { ...onOrder(core), line: '1', qty: 1000 * (1 + (count % 9)) }))
    const { order } = core.memory
    must(addToBasket(core, first))
    expect(core.memory.order).toBe(order)
    must(setLineQuantity(core, { ...onOrder(core), line: '1', qty: 1000 }))
    must(addToBasket(core, first))
    expect(core.memory.order.lines[0]?.qty).toBe(2000)
  })
})

describe('a member found without a card', () => {
  test('whose last card is lost by the end pays nothing and gets nothing', () => {
    must(attachMember(core, { ...onOrder(core), memberId: wealthy.memberId }))
    take(core, 'BUN')
    const card = cardOf(wealthy)
    core.store.sqlite.prepare("UPDATE cards SET status = 'lost' WHERE card_number = ?").run(card)
    const { head } = core.store
    expect(() => checkOut(core, 'stored-value')).toThrow('card-lost')
    expect(core.store.head).toEqual(head)
    core.store.sqlite.prepare("UPDATE cards SET status = 'active' WHERE card_number = ?").run(card)
    must(completeSale(core, { commandId: core.newId(), orderId: core.memory.order.orderId }))
  })

  test('with one card that is active still is a member', () => {
    core.store.sqlite
      .prepare("INSERT INTO cards (card_number, member_id, status, seq) VALUES ('8800000000100', ?, 'active', 1)")
      .run(withLostCard.memberId)
    must(attachMember(core, { ...onOrder(core), memberId: withLostCard.memberId }))
    take(core, 'TEA')
    expect(core.stores.sales.exists(checkOut(core))).toBe(true)
    core.store.sqlite.prepare("DELETE FROM cards WHERE card_number = '8800000000100'").run()
  })
})
