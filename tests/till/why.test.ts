/** 为什么是这个价: what the snapshot says is what the till would do. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Core } from '../../electron/core.ts'
import { chooseCoupon, redeemPoints } from '../../electron/features/till/choose-member.ts'
import { choosePromotion } from '../../electron/features/till/choose-promotion.ts'
import { addToBasket } from '../../electron/features/till/edit-basket.ts'
import { orderDiscount } from '../../electron/features/till/order-discount.ts'
import { payCash } from '../../electron/features/till/pay.ts'
import { scan } from '../../electron/features/till/scan.ts'
import { whyView } from '../../electron/features/till/why-view.ts'
import { WhyView, type OfferChoice, type OfferWhy } from '../../shared/contract/why.ts'
import { auditTables } from '../simulation/auditor.ts'
import { onOrder, payable, showCard, startPaying, take } from './checkout.ts'
import { openSellingTill, type SellingTill } from './selling-till.ts'
import { must, refusal } from './small-shop.ts'
import { cardOf, wealthy } from './small-shop-members.ts'
import { publishRules, RULES } from './small-shop-rules.ts'

let till: SellingTill
let core: Core
beforeEach(async () => {
  till = await openSellingTill('manager')
  core = till.core
  publishRules(core)
})
afterEach(() => {
  expect(auditTables(core.store.sqlite)).toEqual([])
  till.close()
})

const why = () => WhyView.parse(must(whyView(core, 7)))
const ids = (offers: readonly OfferWhy[]) => offers.map(({ offerId }) => offerId)
const reasonOf = (offers: readonly OfferWhy[], id: string) =>
  offers.find(({ offerId }) => offerId === id)?.reason?.zh ?? null

/** A member's basket with coupons, points, tiers, promotions of every stage and a discount. */
async function richBasket(): Promise<void> {
  showCard(core, cardOf(wealthy))
  take(core, 'BUN', 'BUN', 'BUN', 'TEA', 'CAKE', 'GIFT')
  must(addToBasket(core, { commandId: core.newId(), sku: 'APPLE', qty: 356 }))
  must(scan(core, { commandId: core.newId(), code: 'CP00000000018' }).done)
  must(redeemPoints(core, { ...onOrder(core), points: 300 }))
  must(await orderDiscount(core, { ...onOrder(core), kind: 'rate', value: 9500, reason: '熟客' }))
}

async function choose({ kind, offerId }: OfferWhy, choice: OfferChoice): Promise<void> {
  if (kind === 'coupon') must(chooseCoupon(core, { ...onOrder(core), couponId: offerId, choice }))
  else if (kind === 'promotion') must(await choosePromotion(core, { ...onOrder(core), promotionId: offerId, choice }))
  else must(await orderDiscount(core, { ...onOrder(core), kind: 'rate', value: null, reason: '' }))
}

describe('a price explained', () => {
  test('adds up: by line, by source and as a whole', async () => {
    await richBasket()
    const view = why()
    expect(view.payableFen).toBe(payable(core))
    expect(view.grossFen - view.savedFen - view.roundingFen).toBe(view.payableFen)
    for (const line of view.lines) {
      expect(line.parts.reduce((sum, part) => sum + part.amountFen, line.grossFen)).toBe(line.netFen)
    }
    expect(view.lines.reduce((sum, line) => sum + line.netFen, 0)).toBe(view.payableFen)
    const bySource = new Map<string, number>()
    for (const { source, amountFen } of view.lines.flatMap((line) => line.parts))
      bySource.set(source, (bySource.get(source) ?? 0) + amountFen)
    for (const { source, amountFen } of view.prices) expect(bySource.get(source)).toBe(amountFen)
    for (const { offerId, amountFen } of view.applied) expect(bySource.get(offerId)).toBe(amountFen)
    expect(bySource.size).toBe(view.prices.length + view.applied.length)
    expect(view.prices.map(({ kind }) => kind).sort()).toEqual(['points', 'tier'])
    expect(view.applied.map(({ kind }) => kind)).toEqual([
      'promotion',
      'promotion',
      'promotion',
      'promotion',
      'discount',
      'coupon',
      'coupon',
    ])
    const ofLinesThemselves = new Set(['tier:gold', 'PR-BUN-2ND', 'PR-BUN-80'])
    for (const { source, shared } of view.lines.flatMap((line) => line.parts))
      expect(shared, source).toBe(!ofLinesThemselves.has(source))
  })

  test('says of each other choice what it then costs', async () => {
    await richBasket()
    const { applied, left, payableFen } = why()
    let tried = 0
    for (const offer of [...applied, ...left]) {
      for (const { choice, payableFen: said, differenceFen } of offer.whatIf) {
        const before = core.memory.order
        await choose(offer, choice)
        expect(payable(core), `${offer.offerId} ${choice}`).toBe(said)
        expect(said - payableFen).toBe(differenceFen)
        core.memory.order = before
        tried += 1
      }
    }
    expect(tried).toBeGreaterThan(12)
  })

  test('names what does not count, and why, in words of the shop', () => {
    take(core, 'BUN', 'BUN', 'TEA')
    const view = why()
    expect(ids(view.applied)).toEqual(['PR-BUN-2ND', 'PR-20-2'])
    expect(ids(view.left)).toEqual(['PR-BUN-80', 'PR-30-5', 'PM-300-30'])
    expect(reasonOf(view.left, 'PR-BUN-80')).toBe('用了反而多付 ¥1.25')
    // what the other one of its group takes off is not missing
    expect(reasonOf(view.left, 'PR-30-5')).toBe('还差 ¥3.25')
    expect(reasonOf(view.left, 'PM-300-30')).toBe('还差 ¥273.25')
    expect(reasonOf(view.out, 'PR-MILK-3')).toBe('单里没有适用的商品')
    expect(reasonOf(view.out, 'PR-OVER')).toBe('9 月 30 日已结束')
    expect(reasonOf(view.out, 'PR-NIGHT')).toBe('只在周一、周二 20:00–22:00')
    expect(reasonOf(view.out, 'PR-DIAMOND')).toBe('限钻石卡;还没有选会员')
    expect(view.next.map(({ zh }) => zh)).toEqual([
      '再买 ¥3.25,减 ¥5.00(满 30 减 5)',
      // the third bun waits for a fourth
    ])
    take(core, 'BUN')
    expect(reasonOf(why().left, 'PR-20-2')).toBe('与「满 30 减 5」同组,只能用一个,那个更省 ¥3.00')
    expect(why().next.map(({ zh }) => zh)).toContain('再买 1 件,享 5 折(第二件半价)')
  })

  test('counts pieces in pieces', () => {
    take(core, 'MILK', 'MILK')
    expect(reasonOf(why().left, 'PR-MILK-3')).toBe('还差 1 件')
    expect(why().next[0]).toEqual({
      zh: '再买 1 件,享 9 折(奶每 3 件 9 折)',
      en: '1 more: 10% off (Milk: 3 −10%)',
    })
  })

  test('shows who forced a promotion, and what was picked stands first', async () => {
    take(core, 'BUN', 'BUN', 'TEA')
    must(await choosePromotion(core, { ...onOrder(core), promotionId: 'PR-20-2', choice: 'forbidden' }))
    const [first] = why().left
    expect(first).toMatchObject({ offerId: 'PR-20-2', choice: 'forbidden', approvedBy: '周明远' })
    expect(first?.reason?.zh).toBe('已选择不用')
    expect(first?.whatIf).toEqual([
      { choice: 'auto', payableFen: 2475, differenceFen: -200 },
      { choice: 'pinned', payableFen: 2475, differenceFen: -200 },
    ])
  })

  test('of coupons says how many there may be, and that one of a kind is enough', () => {
    showCard(core, cardOf(wealthy))
    take(core, 'CAKE')
    must(scan(core, { commandId: core.newId(), code: 'CP00000000018' }).done)
    const { applied, left } = why()
    expect(applied.filter(({ kind }) => kind === 'coupon')).toHaveLength(2)
    expect(left.find(({ kind }) => kind === 'coupon')?.reason?.zh).toBe('一单最多用 2 张券,已用的更省 ¥2.00')
  })

  test('is given without other choices once something has been paid, and to nobody who does not sell', () => {
    take(core, 'BUN', 'BUN', 'TEA')
    startPaying(core)
    must(payCash(core, { ...onOrder(core), amountFen: 500 }))
    expect([...why().applied, ...why().left].flatMap(({ whatIf }) => whatIf)).toEqual([])
    core.memory.operator = null
    expect(refusal(whyView(core, 1)).code).toBe('not-signed-in')
  })

  test('stays short however many promotions there are', () => {
    const [rule] = RULES
    if (rule === undefined || rule.offer.kind !== 'promotion') throw new Error('no rule')
    const { body } = rule.offer
    publishRules(
      core,
      Array.from({ length: 60 }, (_, index) => {
        const id = `PR-MANY-${index}`
        const skus = index < 20 ? ['TEA'] : ['NONE']
        return { ...rule, offerId: id, offer: { kind: 'promotion', body: { ...body, id, scope: { skus } } } } as const
      }),
    )
    take(core, 'TEA', 'TEA')
    const view = why()
    expect(view.exact).toBe(false)
    expect(view.out).toHaveLength(24)
    expect(view.outMore).toBe(40 + 6 - 24)
    expect([...view.applied, ...view.left].filter(({ whatIf }) => whatIf.length > 0)).toHaveLength(16)
    expect(view.next.length).toBeLessThanOrEqual(5)
  })
})
