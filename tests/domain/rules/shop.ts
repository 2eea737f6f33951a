/** A shelf with one product of each sort, for judging rules. */
import type { RuleShelf, ShelfProduct } from '../../../shared/domain/rules/shelf.ts'

const plain = { nameEn: '', categoryId: 'food', openPrice: false, countable: true, discountable: true, disabled: false }

export const products: readonly ShelfProduct[] = [
  { ...plain, sku: 'BUN', nameZh: '肉松面包', priceFen: 1250 },
  { ...plain, sku: 'TEA', nameZh: '乌龙茶', nameEn: 'Oolong', categoryId: 'drinks', priceFen: 800 },
  { ...plain, sku: 'APPLE', nameZh: '红富士苹果', categoryId: 'fresh', countable: false, priceFen: 1380 },
  { ...plain, sku: 'PEAR', nameZh: '雪梨', categoryId: 'fresh', countable: false, priceFen: 990 },
  { ...plain, sku: 'GIFT', nameZh: '提货卡', categoryId: 'cards', discountable: false, priceFen: 10_000 },
  { ...plain, sku: 'OLD', nameZh: '停售糕点', categoryId: 'past', disabled: true, priceFen: 500 },
  { ...plain, sku: 'ORDER', nameZh: '来料加工', categoryId: 'service', openPrice: true, priceFen: 0 },
]

/** 2026-11-23 10:00 in Shanghai, a Monday */
export const NOW = Date.UTC(2026, 10, 23, 2, 0)

export const shelf: RuleShelf = {
  products,
  categories: new Set(['food', 'drinks', 'fresh', 'cards', 'past', 'service', 'empty']),
  tags: new Set(['vip']),
  store: 'S001',
  maxCoupons: 1,
  otherNames: new Set(['满减']),
  nowAt: NOW,
  offsetMinutes: 480,
}
