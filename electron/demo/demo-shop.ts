/**
 * The demo shop 麦田烘焙 · 徐汇店: a bakery and grocery with everything that a till needs to sell.
 *
 * Invariants: a pure function of (seed, now); the same pair gives the same bytes on every machine. Only `now`'s day in
 * the shop matters. Nothing here is a real person, card, shop or code.
 */

import { couponCode } from './check-digits.ts'
import { demoCategories } from './categories.ts'
import type { DemoCategory } from './categories.ts'
import { demoCouponTemplateLabels, demoCouponTemplates } from './coupon-templates.ts'
import { demoCodesOf } from './demo-codes.ts'
import type { DemoCode } from './demo-codes.ts'
import type { DemoMember, HeldCoupon, MemberTag } from './demo-member.ts'
import type { DemoProduct } from './demo-product.ts'
import { demoMembers } from './members.ts'
import { demoOperators } from './operators.ts'
import type { DemoOperator } from './operators.ts'
import type { Promotion, Rules } from '../../shared/domain/pricing/types.ts'
import type { DemoCouponTemplate, OfferLabel } from './demo-offer.ts'
import { DEMO_STORE_ID, demoPricingRules, demoPromotionLabels, demoPromotions } from './promotions.ts'
import { demoProducts } from './products.ts'
import { dayNumberAt, fullMonthsBefore, startOfDayMs } from './shop-date.ts'
import { demoTiers } from './tiers.ts'
import type { DemoTier } from './tiers.ts'

/** The seed of `npm run seed` and of the README's codes. */
export const DEMO_SEED = 20_261_121

const FIRST_BEARER_COUPON_SERIAL = 1001
const OPERATORS_ENGAGED_DAYS_AGO = 400

export type DemoShop = {
  readonly store: {
    readonly id: string
    readonly name: string
    readonly nameEn: string
    readonly tillNumber: number
    readonly timeZone: string
    readonly address: string
    readonly phone: string
    readonly receiptFooter: string
  }
  readonly categories: readonly DemoCategory[]
  readonly products: readonly DemoProduct[]
  readonly tiers: readonly DemoTier[]
  readonly members: readonly DemoMember[]
  /** The twelve months, 'YYYY-MM', that every member's growth speaks of. */
  readonly growthMonths: readonly string[]
  readonly promotions: readonly Promotion[]
  readonly couponTemplates: readonly DemoCouponTemplate[]
  /** Coupons on paper, which belong to whoever shows them. */
  readonly bearerCoupons: readonly HeldCoupon[]
  readonly rules: Rules
  /** Names of promotions and coupon templates, by id. */
  readonly labels: Readonly<Record<string, OfferLabel>>
  readonly tagLabels: Readonly<Record<MemberTag, OfferLabel>>
  readonly operators: readonly DemoOperator[]
  readonly demoCodes: readonly DemoCode[]
}

/** `seed` is a safe integer, `now` epoch ms. */
export function makeDemoShop({ seed, now }: { seed: number; now: number }): DemoShop {
  const today = dayNumberAt(now)
  const products = demoProducts()
  const members = demoMembers({ seed, today })
  const bearerCoupons = demoBearerCoupons()
  return {
    store: {
      id: DEMO_STORE_ID,
      name: '麦田烘焙 · 徐汇店',
      nameEn: 'Maitian Bakery, Xuhui',
      tillNumber: 1,
      timeZone: 'Asia/Shanghai',
      address: '上海市徐汇区梧桐路 88 号',
      phone: '021-5550 0188',
      receiptFooter: '当日烘焙,当日售完。欢迎再来',
    },
    categories: demoCategories(),
    products,
    tiers: demoTiers(),
    members,
    growthMonths: fullMonthsBefore(today, 12),
    promotions: demoPromotions({ today }),
    couponTemplates: demoCouponTemplates({ today }),
    bearerCoupons,
    rules: demoPricingRules(),
    labels: { ...demoPromotionLabels(), ...demoCouponTemplateLabels() },
    tagLabels: TAG_LABELS,
    operators: demoOperators({ seed, engagedAt: startOfDayMs(today - OPERATORS_ENGAGED_DAYS_AGO) }),
    demoCodes: demoCodesOf({ products, members, bearerCouponId: bearerCoupons[0].id }),
  }
}

/** Three slips of the same coupon, two of which may be used together, and one that has expired. */
function demoBearerCoupons(): readonly [HeldCoupon, HeldCoupon, HeldCoupon, HeldCoupon] {
  const slip = (offset: number, templateId: string): HeldCoupon => ({
    id: couponCode(FIRST_BEARER_COUPON_SERIAL + offset),
    templateId,
  })
  return [slip(0, 'CT-50-5'), slip(1, 'CT-50-5'), slip(2, 'CT-50-5'), slip(3, 'CT-OLD-10')]
}

const TAG_LABELS: Record<MemberTag, OfferLabel> = {
  vip: { zh: '贵宾', en: 'VIP' },
  neighbour: { zh: '邻居', en: 'Neighbour' },
  student: { zh: '学生', en: 'Student' },
  'baking-class': { zh: '烘焙课', en: 'Baking class' },
  office: { zh: '企业客户', en: 'Office' },
}
