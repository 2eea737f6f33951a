import type { ProductEdit } from '../../../shared/contract/back-office.ts'

/** A product of a new shop, as its manager writes it. */
export const croissant: ProductEdit = {
  sku: 'BR001',
  nameZh: '法式黄油可颂',
  nameEn: 'Butter croissant',
  barcode: '6901234567892',
  plu: null,
  categoryId: 'food',
  unit: '个',
  countable: true,
  openPrice: false,
  priceFen: 1200,
  memberPriceFen: 1100,
  costFen: 600,
  taxRateBp: 1300,
  discountable: true,
  pointsEligible: true,
  favourite: 1,
  disabled: false,
}
