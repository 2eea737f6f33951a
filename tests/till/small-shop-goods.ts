/** What the small shop sells, to whom cheaper, and the slips of its bearer coupons. */
import type { ProductRecord, TierRecord } from '../../electron/store/catalog-store.ts'
import type { OfferRecord } from '../../electron/store/rule-store.ts'
import type { CouponTemplateBody } from '../../shared/domain/rules/rule.ts'

const plain = {
  plu: null,
  nameEn: '',
  categoryId: 'food',
  unit: '个',
  countable: true,
  openPrice: false,
  memberPriceFen: null,
  costFen: null,
  taxRateBp: 1300,
  discountable: true,
  pointsEligible: true,
  favourite: null,
  disabled: false,
} as const satisfies Partial<ProductRecord>

export const products: readonly ProductRecord[] = [
  { ...plain, sku: 'BUN', barcode: '6901234500016', nameZh: '肉松面包', priceFen: 1250, costFen: 600 },
  {
    ...plain,
    sku: 'TEA',
    barcode: '6901234500023',
    nameZh: '乌龙茶',
    priceFen: 800,
    memberPriceFen: 700,
    taxRateBp: 600,
  },
  { ...plain, sku: 'MILK', barcode: '6901234500030', nameZh: '鲜牛奶', priceFen: 1599, taxRateBp: 900 },
  { ...plain, sku: 'CAKE', barcode: '6901234500047', nameZh: '生日蛋糕', priceFen: 39_900, costFen: 20_000 },
  {
    ...plain,
    sku: 'APPLE',
    barcode: null,
    plu: '00017',
    nameZh: '红富士苹果',
    unit: 'kg',
    countable: false,
    priceFen: 1380,
  },
  { ...plain, sku: 'ORDER', barcode: '6901234500061', nameZh: '来料加工', openPrice: true, priceFen: 0 },
  { ...plain, sku: 'OLD', barcode: '6901234500078', nameZh: '停售糕点', priceFen: 500, disabled: true },
  {
    ...plain,
    sku: 'GIFT',
    barcode: '6901234500085',
    nameZh: '提货卡',
    priceFen: 10_000,
    discountable: false,
    pointsEligible: false,
  },
]

export const tiers: readonly TierRecord[] = [
  { tierId: 'std', nameZh: '普卡', nameEn: 'Standard', rate: 10_000, pointsRate: 10_000, growthFromFen: 0 },
  { tierId: 'silver', nameZh: '银卡', nameEn: 'Silver', rate: 9500, pointsRate: 10_000, growthFromFen: 100_000 },
  { tierId: 'gold', nameZh: '金卡', nameEn: 'Gold', rate: 9000, pointsRate: 15_000, growthFromFen: 300_000 },
  { tierId: 'diamond', nameZh: '钻石卡', nameEn: 'Diamond', rate: 8800, pointsRate: 20_000, growthFromFen: 1_000_000 },
]

function reduction(at: number, off: number, stackable: boolean): CouponTemplateBody {
  const template = { kind: 'amountOff', steps: [{ at, off }], stackable }
  return template as CouponTemplateBody
}

const first = { version: 1, owner: 'store', state: 'live' } as const

export const offers: readonly OfferRecord[] = [
  {
    offerId: 'CT-50-5',
    nameZh: '满 50 减 5 券',
    nameEn: '¥5 off ¥50',
    ...first,
    offer: { kind: 'coupon-template', body: reduction(5000, 500, true) },
  },
  {
    offerId: 'CT-20-3',
    nameZh: '满 20 减 3 券',
    nameEn: '¥3 off ¥20',
    ...first,
    offer: { kind: 'coupon-template', body: reduction(2000, 300, false) },
  },
  {
    offerId: 'PM-300-30',
    nameZh: '满 300 减 30',
    nameEn: '¥30 off ¥300',
    ...first,
    offer: { kind: 'promotion', body: { id: 'PM-300-30', kind: 'amountOff', steps: [{ at: 30_000, off: 3000 }] } },
  },
]

export const coupons = [
  { couponId: 'CP00000000018', templateId: 'CT-50-5', expiresOn: null },
  { couponId: 'CP00000000026', templateId: 'CT-50-5', expiresOn: null },
  { couponId: 'CP00000000034', templateId: 'CT-50-5', expiresOn: '2026-11-22' },
] as const
