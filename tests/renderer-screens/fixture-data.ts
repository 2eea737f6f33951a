/** The scripted data of the fixture till: the demo's people and products, and a morning's receipts. */
import { demoOperators } from '../../electron/demo/operators.ts'
import { demoProducts } from '../../electron/demo/products.ts'
import type { OperatorView } from '../../shared/contract/app.ts'
import type { PrintJobRow, ProductEdit, ReceiptRow, Settings } from '../../shared/contract/back-office.ts'

/** A UUIDv7 that is the same every time. */
export const fixtureId = (number: number): string => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`

export const fixtureOperators = (): OperatorView[] =>
  demoOperators({ seed: 1, engagedAt: 1_780_000_000_000 }).map(({ id, code, name, role }) => ({
    operatorId: id,
    name,
    code,
    role,
    disabled: false,
  }))

export const fixtureProducts = (): ProductEdit[] =>
  demoProducts().map((product) => ({
    sku: product.sku,
    nameZh: product.name,
    nameEn: product.nameEn ?? '',
    barcode: product.barcode,
    plu: product.plu,
    categoryId: product.categoryId,
    unit: product.unit,
    countable: product.countable,
    openPrice: product.openPrice === true,
    priceFen: product.priceFen,
    memberPriceFen: product.memberPriceFen ?? null,
    costFen: product.costFen,
    taxRateBp: product.taxRateBp,
    discountable: product.discountable,
    pointsEligible: product.pointsEligible,
    favourite: product.favouriteRank ?? null,
    disabled: product.sku === 'BR007',
  }))

const CASHIERS = ['李晓梅', '赵文杰']
const MEMBERS = [null, '王雅婷', null, null, '陈建国', null, '林诗涵', null]
const TENDERS = [
  [{ zh: '扫码支付', en: 'Mobile' }],
  [
    { zh: '现金', en: 'Cash' },
    { zh: '储值', en: 'Stored value' },
  ],
  [{ zh: '现金', en: 'Cash' }],
  [{ zh: '储值', en: 'Stored value' }],
]

const pick = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length]
  if (item === undefined) throw new RangeError('an empty list')
  return item
}

/** Newest first, one about every seven minutes. */
export const fixtureReceipts = (nowAt: number): ReceiptRow[] =>
  Array.from({ length: 74 }, (_, index) => ({
    saleId: fixtureId(1000 + index),
    kind: 'sale' as const,
    receiptNo: `K7-${String(20_260 - index).padStart(6, '0')}`,
    at: nowAt - index * 431_000 - 90_000,
    operatorName: pick(CASHIERS, Math.trunc(index / 9)),
    memberName: pick(MEMBERS, index),
    pieces: 1 + ((index * 7) % 9),
    payableFen: 650 + ((index * 7919) % 18_700),
    tenders: [...pick(TENDERS, index)],
    copies: index === 3 ? 1 : 0,
    print: index === 0 ? 'unsure' : 'printed',
  }))

export const fixtureJobs = (nowAt: number): PrintJobRow[] => [
  {
    jobId: fixtureId(700),
    saleId: fixtureId(1000),
    title: { zh: '小票 K7-020260', en: 'Receipt K7-020260' },
    state: 'unsure',
    copy: 1,
    at: nowAt - 80_000,
  },
]

export const fixtureSettings = (): Settings => ({
  shopName: '麦田烘焙',
  storeName: '徐汇店',
  tillName: '1 号机',
  receiptHeader: ['徐汇区天平路 18 号', '电话 021-6431 8888'],
  receiptFooter: ['凭小票 7 日内可退换', '谢谢惠顾,欢迎再来'],
  paperMm: 80,
  printer: { kind: 'paper' },
  terminal: 'simulated',
  walletOrder: 'proportional',
  roundingUnitFen: 10,
})
