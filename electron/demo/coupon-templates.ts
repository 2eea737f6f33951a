/**
 * The coupon templates of the demo shop, one at least of every kind that a coupon can be.
 *
 * Invariants: a held or printed coupon is its template plus an id of its own; ids of templates begin with CT-.
 */

import { startOfDayText } from './shop-date.ts'
import type { DemoCouponTemplate, OfferLabel } from './demo-offer.ts'

const DAYS_VALID_BEFORE = 20
const DAYS_VALID_AFTER = 70

/** The templates for the shop's day `today` (day number); all but the last are in force. */
export function demoCouponTemplates({ today }: { today: number }): DemoCouponTemplate[] {
  const valid = { from: startOfDayText(today - DAYS_VALID_BEFORE), to: startOfDayText(today + DAYS_VALID_AFTER) }
  return [
    { template: 'CT-120-20', kind: 'amountOff', steps: [{ at: 12_000, off: 2000 }], ...valid, membersOnly: true },
    { template: 'CT-50-5', kind: 'amountOff', steps: [{ at: 5000, off: 500 }], ...valid, stackable: true },
    {
      template: 'CT-CAKE-30',
      kind: 'amountOff',
      steps: [{ at: 20_000, off: 3000 }],
      ...valid,
      tiers: ['gold', 'diamond'],
      scope: { categories: ['cake'] },
    },
    { template: 'CT-BIRTHDAY', kind: 'amountOff', steps: [{ at: 3000, off: 1000 }], ...valid, birthday: true },
    { template: 'CT-WELCOME-5', kind: 'amountOff', steps: [{ at: 1, off: 500 }], ...valid, withPromotions: false },
    // 热美式, 冰美式, 拿铁 中杯
    {
      template: 'CT-FREE-COFFEE',
      kind: 'product',
      ...valid,
      membersOnly: true,
      scope: { skus: ['CF002', 'CF004', 'CF005'] },
    },
    { template: 'CT-ORDER-88', kind: 'orderRate', rate: 8800, at: 5000, maxOff: 3000, ...valid, withTier: false },
    {
      template: 'CT-OLD-10',
      kind: 'amountOff',
      steps: [{ at: 8000, off: 1000 }],
      from: startOfDayText(today - 60),
      to: startOfDayText(today - 10),
    },
  ]
}

const LABELS: Record<string, OfferLabel> = {
  'CT-120-20': { zh: '满 120 减 20 券', en: '¥20 off ¥120' },
  'CT-50-5': { zh: '满 50 减 5 券', en: '¥5 off ¥50' },
  'CT-CAKE-30': { zh: '蛋糕满 200 减 30 券', en: 'Cakes: ¥30 off ¥200' },
  'CT-BIRTHDAY': { zh: '生日满 30 减 10 券', en: 'Birthday: ¥10 off ¥30' },
  'CT-WELCOME-5': { zh: '新客立减 5 元券', en: 'Welcome: ¥5 off' },
  'CT-FREE-COFFEE': { zh: '咖啡兑换券', en: 'One coffee free' },
  'CT-ORDER-88': { zh: '整单 88 折券', en: '12% off the order' },
  'CT-OLD-10': { zh: '满 80 减 10 券(已过期)', en: '¥10 off ¥80 (expired)' },
}

/** Names of the coupon templates, by id. */
export function demoCouponTemplateLabels(): Record<string, OfferLabel> {
  return LABELS
}
