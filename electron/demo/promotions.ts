/**
 * The promotions of the demo shop, one at least of every kind that prices.
 *
 * Invariants: every weekday has one day-offer of its own, so that with the ones that always hold, the evening, a
 * birthday and the diamond tier no more than nine hold at once; with three coupons that is twelve candidates, for which
 * the choice is exact. Dates follow the demo's now, so that the running offers always run.
 */

import { startOfDayText } from './shop-date.ts'
import type { Promotion, Rules } from '../../shared/domain/pricing/types.ts'
import type { OfferLabel } from './demo-offer.ts'

export const DEMO_STORE_ID = 'S001'

const DAYS_RUNNING_BEFORE = 30
const DAYS_RUNNING_AFTER = 180

/** 100 points are ¥1.00, for half of a sale at most; ¥1.00 earns a point; twice on the birthday; 抹零 to a jiao. */
const RULES: Rules = {
  maxCoupons: 2,
  redeem: { pointsPerYuan: 100, step: 100, maxShare: 5000 },
  earn: { fenPerPoint: 100, birthdayRate: 20_000 },
  rounding: { unit: 10 },
}

export function demoPricingRules(): Rules {
  return RULES
}

/** All promotions, those over and those to come too, for the shop's day `today` (day number). */
export function demoPromotions({ today }: { today: number }): Promotion[] {
  const running = {
    from: startOfDayText(today - DAYS_RUNNING_BEFORE),
    to: startOfDayText(today + DAYS_RUNNING_AFTER),
  }
  return [...alwaysOn(running), ...byDayAndHour(running), ...byMember(running), ...overOrToCome(today)]
}

type Period = { readonly from: string; readonly to: string }

function alwaysOn(running: Period): Promotion[] {
  return [
    // 鲜鸡蛋 10 枚, 16.80 list
    {
      id: 'PR-EGG-1480',
      kind: 'special',
      price: 1480,
      ...running,
      membersOnly: true,
      priority: 10,
      scope: { skus: ['PA001'] },
    },
    // 冰美式 大杯, 拿铁 中杯, 燕麦拿铁 中杯
    {
      id: 'PR-COFFEE-2ND',
      kind: 'nth',
      n: 2,
      rate: 5000,
      ...running,
      priority: 20,
      scope: { skus: ['CF001', 'CF002', 'CF003'] },
    },
    // 葡式蛋挞, 7.00 list
    { id: 'PR-TART-4', kind: 'forPrice', n: 4, price: 2400, ...running, priority: 20, scope: { skus: ['BR005'] } },
    {
      id: 'PR-TEA-88',
      kind: 'percent',
      rate: 8800,
      ...running,
      stores: [DEMO_STORE_ID],
      priority: 40,
      scope: { categories: ['tea'] },
    },
    {
      id: 'PR-100-10',
      kind: 'amountOff',
      steps: [
        { at: 10_000, off: 1000 },
        { at: 20_000, off: 2500 },
      ],
      ...running,
      group: '满减',
      priority: 100,
      scope: { except: ['CK004'] },
    },
  ]
}

function byDayAndHour(running: Period): Promotion[] {
  return [
    {
      id: 'PR-BREAD-NIGHT',
      kind: 'percent',
      rate: 7000,
      ...running,
      hours: [['20:00', '22:00']],
      priority: 30,
      scope: { categories: ['bread'], except: ['BR005'] },
    },
    {
      id: 'PR-SNACK-DAY',
      kind: 'quantityRate',
      steps: [
        { at: 3, rate: 9000 },
        { at: 5, rate: 8000 },
      ],
      ...running,
      weekdays: [1, 4, 5],
      priority: 30,
      scope: { categories: ['snacks'] },
    },
    {
      id: 'PR-PANTRY-DAY',
      kind: 'amountOff',
      every: 5000,
      off: 500,
      max: 2000,
      ...running,
      weekdays: [2],
      group: '满减',
      excludePromoted: true,
      priority: 90,
      scope: { categories: ['pantry'] },
    },
    {
      id: 'PR-CAKE-DAY',
      kind: 'percent',
      rate: 9000,
      base: 'tier',
      ...running,
      weekdays: [3],
      priority: 30,
      scope: { categories: ['cake'], except: ['CK004'] },
    },
    // 酸奶杯 黄桃燕麦, 酸奶杯 蓝莓
    {
      id: 'PR-YOGURT-2-1',
      kind: 'buyGet',
      buy: 2,
      get: 1,
      ...running,
      weekdays: [6, 7],
      priority: 20,
      scope: { skus: ['DA014', 'DA015'] },
    },
  ]
}

function byMember(running: Period): Promotion[] {
  return [
    {
      id: 'PR-BIRTHDAY-CAKE',
      kind: 'percent',
      rate: 8000,
      ...running,
      birthday: true,
      priority: 15,
      scope: { categories: ['cake'] },
    },
    {
      id: 'PR-DIAMOND-95',
      kind: 'orderRate',
      rate: 9500,
      at: 30_000,
      ...running,
      tiers: ['diamond'],
      group: '满减',
      priority: 100,
    },
  ]
}

/** Two that do not hold, so that the reasons 已结束 and 未开始 can be seen. */
function overOrToCome(today: number): Promotion[] {
  return [
    {
      id: 'PR-OPENING',
      kind: 'percent',
      rate: 8500,
      from: startOfDayText(today - 90),
      to: startOfDayText(today - 60),
      priority: 50,
    },
    {
      id: 'PR-GIFT-SEASON',
      kind: 'special',
      price: 3200,
      from: startOfDayText(today + 14),
      to: startOfDayText(today + 44),
      priority: 10,
      scope: { skus: ['SN025'] },
    },
  ]
}

const LABELS: Record<string, OfferLabel> = {
  'PR-EGG-1480': { zh: '会员鸡蛋 ¥14.80', en: 'Members’ eggs ¥14.80' },
  'PR-COFFEE-2ND': { zh: '第二件半价', en: 'Second at half price' },
  'PR-TART-4': { zh: '4 件 24', en: '4 for ¥24' },
  'PR-TEA-88': { zh: '茶饮尝鲜 8.8 折', en: 'Tea 12% off' },
  'PR-100-10': { zh: '满 100 减 10,满 200 减 25', en: '¥10 off ¥100, ¥25 off ¥200' },
  'PR-BREAD-NIGHT': { zh: '晚市面包 7 折', en: 'Evening bread 30% off' },
  'PR-SNACK-DAY': { zh: '零食 3 件 9 折 5 件 8 折', en: 'Snacks: 3 −10%, 5 −20%' },
  'PR-PANTRY-DAY': { zh: '周二粮油每满 50 减 5', en: 'Tuesday pantry: ¥5 off every ¥50' },
  'PR-CAKE-DAY': { zh: '周三蛋糕折上 9 折', en: 'Wednesday cakes: 10% more' },
  'PR-YOGURT-2-1': { zh: '周末酸奶买二送一', en: 'Weekend yogurt: buy 2 get 1' },
  'PR-BIRTHDAY-CAKE': { zh: '生日当天蛋糕 8 折', en: 'Birthday cakes 20% off' },
  'PR-DIAMOND-95': { zh: '钻石卡满 300 再享 95 折', en: 'Diamond: 5% off from ¥300' },
  'PR-OPENING': { zh: '开业 85 折', en: 'Opening weeks 15% off' },
  'PR-GIFT-SEASON': { zh: '礼盒季凤梨酥 ¥32', en: 'Gift season: pineapple cakes ¥32' },
}

/** Names of the promotions, by id. */
export function demoPromotionLabels(): Record<string, OfferLabel> {
  return LABELS
}
