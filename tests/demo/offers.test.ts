import { describe, expect, test } from 'vitest'
import { demoCategories } from '../../electron/demo/categories.ts'
import { demoCouponTemplateLabels, demoCouponTemplates } from '../../electron/demo/coupon-templates.ts'
import { demoProducts } from '../../electron/demo/products.ts'
import { demoPricingRules, demoPromotionLabels, demoPromotions } from '../../electron/demo/promotions.ts'
import { dayNumberAt } from '../../electron/demo/shop-date.ts'
import { demoTiers } from '../../electron/demo/tiers.ts'
import type { Promotion } from '../../shared/domain/pricing/types.ts'
import { couponTemplateFields, promotionFields } from './offer-fields.ts'

const NOW = Date.parse('2026-11-21T10:42:00+08:00')
const HOUR_MS = 3_600_000
const today = dayNumberAt(NOW)
const promotions = demoPromotions({ today })
const templates = demoCouponTemplates({ today })

type Customer = { tier: string | null; birthday: boolean }

/** Whether a promotion holds at an instant for a customer, read off the page anew. */
function holds(promotion: Promotion, at: number, customer: Customer): boolean {
  const local = new Date(at + 8 * HOUR_MS)
  const weekday = local.getUTCDay() === 0 ? 7 : local.getUTCDay()
  const clock = local.toISOString().slice(11, 16)
  const member = customer.tier !== null
  return (
    (promotion.from === undefined || Date.parse(String(promotion.from)) <= at) &&
    (promotion.to === undefined || at < Date.parse(String(promotion.to))) &&
    (promotion.weekdays?.includes(weekday) ?? true) &&
    (promotion.hours?.some(([start, end]) => start <= clock && clock < end) ?? true) &&
    (promotion.tiers === undefined || (customer.tier !== null && promotion.tiers.includes(customer.tier))) &&
    (promotion.birthday !== true || (member && customer.birthday)) &&
    (promotion.membersOnly !== true || member)
  )
}

describe('the demo offers', () => {
  test('have the fields of the pricing page and no other', () => {
    for (const promotion of promotions) {
      expect({ id: promotion.id, ...promotionFields.safeParse(promotion) }).toMatchObject({ success: true })
    }
    for (const template of templates) {
      expect({ id: template.template, ...couponTemplateFields.safeParse(template) }).toMatchObject({ success: true })
    }
  })

  test('show every kind', () => {
    expect(new Set(promotions.map((promotion) => promotion.kind))).toEqual(
      new Set(['special', 'percent', 'nth', 'buyGet', 'forPrice', 'quantityRate', 'amountOff', 'orderRate']),
    )
    expect(new Set(templates.map((template) => template.kind))).toEqual(new Set(['amountOff', 'orderRate', 'product']))
  })

  test('have ids of their own and a name in both languages', () => {
    const ids = [...promotions.map((promotion) => promotion.id), ...templates.map((template) => template.template)]
    expect(new Set(ids).size).toBe(ids.length)
    const labels = { ...demoPromotionLabels(), ...demoCouponTemplateLabels() }
    expect(Object.keys(labels).sort()).toEqual([...ids].sort())
    for (const label of Object.values(labels)) {
      expect(label.zh).toMatch(/\p{Script=Han}|折|减/u)
      expect(label.en).toMatch(/^[^\p{Script=Han}]+$/u)
    }
  })

  test('point at products and categories that exist', () => {
    const skus = new Set(demoProducts().map((product) => product.sku))
    const categories = new Set<string>(demoCategories().map((category) => category.id))
    for (const { scope } of [...promotions, ...templates]) {
      for (const sku of [...(scope?.skus ?? []), ...(scope?.except ?? [])]) expect(skus.has(sku)).toBe(true)
      for (const category of scope?.categories ?? []) expect(categories.has(category)).toBe(true)
    }
  })

  test('name the products that their labels speak of', () => {
    const names = (id: string): string[] => {
      const offer = [...promotions, ...templates].find(
        (candidate) => ('id' in candidate ? candidate.id : candidate.template) === id,
      )
      return demoProducts()
        .filter((product) => offer?.scope?.skus?.includes(product.sku))
        .map((product) => product.name)
    }
    expect(names('PR-TART-4')).toEqual(['葡式蛋挞'])
    expect(names('PR-EGG-1480')).toEqual(['鲜鸡蛋 10 枚'])
    expect(names('PR-COFFEE-2ND')).toEqual(['冰美式 大杯', '拿铁 中杯', '燕麦拿铁 中杯'])
    expect(names('PR-YOGURT-2-1')).toEqual(['晨牧 酸奶杯 黄桃燕麦 200g', '晨牧 酸奶杯 蓝莓 200g'])
    expect(names('PR-GIFT-SEASON')).toEqual(['凤梨酥 6 枚'])
    expect(names('CT-FREE-COFFEE')).toEqual(['拿铁 中杯', '热美式 中杯', '冰美式 中杯'])
  })

  test('at most nine hold at once in any hour of a week, so that with three coupons the choice is exact', () => {
    const most = { count: 0 }
    for (let hour = 0; hour < 7 * 24; hour += 1) {
      for (const tier of [null, ...demoTiers().map((candidate) => candidate.id)]) {
        for (const birthday of [false, true]) {
          const held = promotions.filter((promotion) => holds(promotion, NOW + hour * HOUR_MS, { tier, birthday }))
          expect(held.length).toBeGreaterThanOrEqual(4)
          most.count = Math.max(most.count, held.length)
        }
      }
    }
    expect(most.count).toBe(9)
  })

  test('every promotion but the one that is over and the one to come holds at some time', () => {
    const hours = Array.from({ length: 7 * 24 }, (_, hour) => NOW + hour * HOUR_MS)
    const never = promotions.filter(
      (promotion) => !hours.some((at) => holds(promotion, at, { tier: 'diamond', birthday: true })),
    )
    expect(never.map((promotion) => promotion.id)).toEqual(['PR-OPENING', 'PR-GIFT-SEASON'])
  })

  test('the rules keep the page’s constraints', () => {
    const { redeem, earn, rounding, maxCoupons } = demoPricingRules()
    expect(maxCoupons).toBe(2)
    expect(redeem && (redeem.step * 100) % redeem.pointsPerYuan).toBe(0)
    expect(redeem?.maxShare).toBeLessThanOrEqual(10_000)
    expect(earn?.fenPerPoint).toBeGreaterThanOrEqual(1)
    expect(rounding?.unit).toBe(10)
  })

  test('four tiers, each paying less and asking more than the one below', () => {
    expect(demoTiers().map((tier) => [tier.id, tier.rate, tier.pointsRate, tier.growthFromFen])).toEqual([
      ['std', 10_000, 10_000, 0],
      ['silver', 9500, 10_000, 100_000],
      ['gold', 9000, 15_000, 300_000],
      ['diamond', 8800, 20_000, 1_000_000],
    ])
  })
})
