/** What a new shop begins with; all of it can be changed later. */
import type { Settings } from '../../../shared/contract/back-office.ts'
import type { CategoryRecord } from '../../store/catalog-store.ts'
import type { PricingRules } from '../../store/settings-store.ts'

export const SHOP_TIME_ZONE = 'Asia/Shanghai'
export const FIRST_STORE_CODE = 'S001'
export const FIRST_TILL_NAME = '1 号收银台'

export const DEFAULT_PRICING: PricingRules = { maxCoupons: 1 }

export const DEFAULT_CATEGORIES: readonly CategoryRecord[] = [
  { categoryId: 'food', nameZh: '食品', nameEn: 'Food', color: '#c99a4b', ordinal: 1 },
  { categoryId: 'drinks', nameZh: '饮料', nameEn: 'Drinks', color: '#6b8f71', ordinal: 2 },
  { categoryId: 'fresh', nameZh: '生鲜', nameEn: 'Fresh', color: '#5b86a8', ordinal: 3 },
  { categoryId: 'household', nameZh: '日用', nameEn: 'Household', color: '#8c7bb0', ordinal: 4 },
  { categoryId: 'other', nameZh: '其他', nameEn: 'Other', color: '#a39c8f', ordinal: 5 },
]

export function defaultSettings(shop: Pick<Settings, 'shopName' | 'receiptHeader' | 'paperMm'>): Settings {
  return {
    ...shop,
    storeName: '',
    tillName: FIRST_TILL_NAME,
    receiptFooter: ['谢谢惠顾'],
    printer: { kind: 'paper' },
    terminal: 'none',
    walletOrder: 'proportional',
    roundingUnitFen: 1,
  }
}
