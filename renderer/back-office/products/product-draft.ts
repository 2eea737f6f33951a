/**
 * A product as it is edited: texts as typed, and the product that they mean or what is wrong with them. Limits are those
 * of the contract. Rates are typed in percent, which are written like yuan: two decimals, one hundredth a basis point.
 */
import type { ProductEdit } from '../../../shared/contract/back-office.ts'
import type { productsText } from '../../../shared/text/back-office.ts'
import { fenFromYuanText, yuan, yuanTextFromFen } from '../../kit/money-text.ts'

export interface ProductDraft {
  readonly sku: string
  readonly nameZh: string
  readonly nameEn: string
  readonly barcode: string
  /** what the scale prints; only where it is sold by weight */
  readonly plu: string
  readonly categoryId: string
  readonly unit: string
  readonly countable: boolean
  readonly openPrice: boolean
  readonly price: string
  readonly memberPrice: string
  readonly cost: string
  readonly taxPercent: string
  readonly discountable: boolean
  readonly pointsEligible: boolean
  readonly favourite: string
  readonly onSale: boolean
}

export type DraftField = keyof ProductDraft
export interface DraftProblem {
  readonly text: keyof typeof productsText
  readonly params?: Readonly<Record<string, string>>
}
export type DraftProblems = Readonly<Partial<Record<DraftField, DraftProblem>>>

const MAX_FEN = 99_999_999
const GENERAL_TAX_PERCENT = '13'

/** '12.50': both decimals, as prices are written, without separators */
const priceText = (fen: number): string => yuan(fen).replaceAll(',', '')
const optional = (fen: number | null): string => (fen === null ? '' : priceText(fen))

export function draftOf(product: ProductEdit): ProductDraft {
  return {
    sku: product.sku,
    nameZh: product.nameZh,
    nameEn: product.nameEn,
    barcode: product.barcode ?? '',
    plu: product.plu ?? '',
    categoryId: product.categoryId,
    unit: product.unit,
    countable: product.countable,
    openPrice: product.openPrice,
    price: product.openPrice ? '' : priceText(product.priceFen),
    memberPrice: optional(product.memberPriceFen),
    cost: optional(product.costFen),
    taxPercent: yuanTextFromFen(product.taxRateBp),
    discountable: product.discountable,
    pointsEligible: product.pointsEligible,
    favourite: product.favourite === null ? '' : String(product.favourite),
    onSale: !product.disabled,
  }
}

/** A product that is yet to be named and priced; its code is the next of the shop's own numbers (N00001 …). */
export function newDraft(known: readonly ProductEdit[], categoryId: string): ProductDraft {
  const numbers = known.map(({ sku }) => Number(/^N(\d{1,9})$/.exec(sku)?.[1] ?? '0'))
  const next = numbers.reduce((largest, number) => Math.max(largest, number), 0) + 1
  return {
    sku: `N${String(next).padStart(5, '0')}`,
    nameZh: '',
    nameEn: '',
    barcode: '',
    plu: '',
    categoryId,
    unit: '个',
    countable: true,
    openPrice: false,
    price: '',
    memberPrice: '',
    cost: '',
    taxPercent: GENERAL_TAX_PERCENT,
    discountable: true,
    pointsEligible: true,
    favourite: '',
    onSale: true,
  }
}

/** The product that the draft means, or what keeps it from being one. `known` are the other products. */
export function readDraft(
  draft: ProductDraft,
  known: readonly ProductEdit[],
):
  | { readonly product: ProductEdit; readonly problems: null }
  | { readonly product: null; readonly problems: DraftProblems } {
  const problems: Partial<Record<DraftField, DraftProblem>> = {
    ...textProblems(draft, known),
    ...amountProblems(draft),
  }
  const priceFen = draft.openPrice ? 0 : fenFromYuanText(draft.price)
  const taxRateBp = fenFromYuanText(draft.taxPercent)
  if (Object.keys(problems).length > 0 || priceFen === null || taxRateBp === null) return { product: null, problems }
  const product: ProductEdit = {
    sku: draft.sku.trim(),
    nameZh: draft.nameZh.trim(),
    nameEn: draft.nameEn.trim(),
    barcode: draft.barcode.trim() === '' ? null : draft.barcode.trim(),
    plu: draft.countable || draft.plu.trim() === '' ? null : draft.plu.trim(),
    categoryId: draft.categoryId,
    unit: draft.unit.trim(),
    countable: draft.countable,
    openPrice: draft.openPrice,
    priceFen,
    memberPriceFen: draft.openPrice ? null : fenFromYuanText(draft.memberPrice),
    costFen: fenFromYuanText(draft.cost),
    taxRateBp,
    discountable: draft.discountable,
    pointsEligible: draft.pointsEligible,
    favourite: draft.favourite.trim() === '' ? null : Number(draft.favourite),
    disabled: !draft.onSale,
  }
  return { product, problems: null }
}

function textProblems(draft: ProductDraft, known: readonly ProductEdit[]): DraftProblems {
  const problems: Partial<Record<DraftField, DraftProblem>> = {}
  const sku = draft.sku.trim()
  const holder = known.find((product) => product.sku === sku)
  if (draft.nameZh.trim() === '') problems.nameZh = { text: 'needName' }
  if (sku === '' || sku.length > 40 || sku.includes('@')) problems.sku = { text: 'needSku' }
  else if (holder !== undefined) problems.sku = { text: 'skuTaken', params: { sku, name: holder.nameZh } }
  if (!/^(\d{5,14})?$/.test(draft.barcode.trim())) problems.barcode = { text: 'wrongBarcode' }
  if (!draft.countable && !/^(\d{5})?$/.test(draft.plu.trim())) problems.plu = { text: 'wrongPlu' }
  if (draft.categoryId === '') problems.categoryId = { text: 'needCategory' }
  if (!/^.{1,6}$/.test(draft.unit.trim())) problems.unit = { text: 'needUnit' }
  if (!/^([1-9]\d?)?$/.test(draft.favourite.trim())) problems.favourite = { text: 'wrongFavourite' }
  return problems
}

function amountProblems(draft: ProductDraft): DraftProblems {
  const problems: Partial<Record<DraftField, DraftProblem>> = {}
  const check = (field: 'price' | 'memberPrice' | 'cost', needed: boolean): void => {
    const text = draft[field].trim()
    const fen = fenFromYuanText(text)
    if (text === '') {
      if (needed) problems[field] = { text: 'needPrice' }
    } else if (fen === null) problems[field] = { text: 'wrongAmount' }
    else if (fen > MAX_FEN) problems[field] = { text: 'amountTooLarge' }
  }
  if (!draft.openPrice) {
    check('price', true)
    check('memberPrice', false)
    if (problems.memberPrice === undefined && fenFromYuanText(draft.memberPrice) === 0) {
      problems.memberPrice = { text: 'memberPriceZero' }
    }
  }
  check('cost', false)
  const taxRateBp = fenFromYuanText(draft.taxPercent)
  if (taxRateBp === null || taxRateBp > 10_000) problems.taxPercent = { text: 'wrongTax' }
  return problems
}

export const sameDraft = (one: ProductDraft, other: ProductDraft): boolean =>
  (Object.keys(one) as DraftField[]).every((field) => one[field] === other[field])
