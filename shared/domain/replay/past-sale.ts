/**
 * A sale of the past as it can be priced again: every input of its price, and what it came to.
 *
 * Invariant: read from the payload of the sale's row alone; goods are as they were at the sale, whatever they cost today.
 */
import type { BasketLine, Product, Promotion } from '../pricing/types.ts'

/** A coupon that was offered, by its template; what it gives stands in the rules of that time. */
export interface OfferedCoupon {
  readonly id: string
  readonly template: string
}

export interface PastSale {
  readonly saleId: string
  readonly receiptNo: string
  /** epoch ms */
  readonly at: number
  /** epoch ms: the moment that the price holds for */
  readonly pricedAt: number
  /** a line's `sku` is a key of the known goods */
  readonly basket: readonly BasketLine[]
  readonly member: PastMember | null
  readonly coupons: readonly OfferedCoupon[]
  readonly adHocPromotions: readonly Promotion[]
  readonly redeemPoints: number | 'max'
  readonly pinned: readonly string[]
  readonly forbidden: readonly string[]
  readonly recorded: RecordedPrice
}

export interface PastMember {
  readonly id: string
  readonly tier: string | null
  readonly points: number
  readonly tags: readonly string[]
  readonly birthdayToday: boolean
}

/** What the receipt says. Fen, and points. */
export interface RecordedPrice {
  readonly grossFen: number
  readonly payableFen: number
  readonly roundingFen: number
  readonly pointsRedeemed: number
  readonly pointsEarned: number
  readonly netFen: readonly number[]
  /** ids of the promotions and coupons that took something off */
  readonly applied: readonly string[]
}

/** The payload of a sale's row, as far as its price goes; version 1. */
export interface SalePayload {
  readonly at: number
  readonly document: {
    readonly documentId: string
    readonly receiptNo: string
    readonly memberId: string | null
    readonly grossFen: number
    readonly payableFen: number
    readonly roundingFen: number
    readonly pointsRedeemed: number
  }
  readonly lines: readonly { readonly line: string; readonly qty: number; readonly netFen: number }[]
  readonly manual: readonly { readonly line: string; readonly priceFen: number }[]
  readonly price: {
    readonly adHocPromotions?: readonly Promotion[]
    readonly applied: readonly { readonly id: string }[]
    readonly at: number
    readonly coupons: readonly OfferedCoupon[]
    readonly forbidden: readonly string[]
    readonly goods: readonly SoldGoods[]
    readonly member: Omit<PastMember, 'id'> | null
    readonly pinned: readonly string[]
    readonly pointsEarned: number
    readonly redeemPoints: number | 'max'
  }
}

interface SoldGoods {
  readonly sku: string
  readonly categoryId: string
  readonly countable: boolean
  readonly discountable: boolean
  readonly memberPriceFen: number | null
  readonly pointsEligible: boolean
  readonly priceFen: number
}

/**
 * Goods as they were sold, by a key of everything that prices them: the catalog of a replay. The same goods are the same
 * object, so that their offers are worked out once a book.
 */
export type KnownGoods = Map<string, Product>

/** Throws where a line of the basket has no goods: such a row was never written. */
export function readPastSale(payload: SalePayload, known: KnownGoods): PastSale {
  const { document, price } = payload
  const manual = new Map(payload.manual.map(({ line, priceFen }) => [line, priceFen]))
  const basket = payload.lines.map(({ line, qty }, ordinal): BasketLine => {
    const goods = price.goods[ordinal]
    if (goods === undefined) throw new Error(`line ${line} of sale ${document.documentId} has no goods`)
    const sku = keyOf(goods)
    if (!known.has(sku)) known.set(sku, productOf(goods))
    const priceFen = manual.get(line)
    return { line, sku, qty, ...(priceFen === undefined ? {} : { manual: { price: priceFen } }) }
  })
  return {
    saleId: document.documentId,
    receiptNo: document.receiptNo,
    at: payload.at,
    pricedAt: price.at,
    basket,
    member: price.member === null ? null : { ...price.member, id: document.memberId ?? '' },
    coupons: price.coupons,
    adHocPromotions: price.adHocPromotions ?? [],
    redeemPoints: price.redeemPoints,
    pinned: price.pinned,
    forbidden: price.forbidden,
    recorded: {
      grossFen: document.grossFen,
      payableFen: document.payableFen,
      roundingFen: document.roundingFen,
      pointsRedeemed: document.pointsRedeemed,
      pointsEarned: price.pointsEarned,
      netFen: payload.lines.map((line) => line.netFen),
      applied: price.applied.map(({ id }) => id),
    },
  }
}

/** Two lines of one product can have two prices: an open one, or one that was changed between two sales. */
function keyOf(goods: SoldGoods): string {
  const { sku, priceFen, memberPriceFen, categoryId, countable, discountable, pointsEligible } = goods
  return `${sku}/${priceFen}/${memberPriceFen}/${categoryId}/${countable}/${discountable}/${pointsEligible}`
}

/** Keeps the product's own number, by which offers name it. */
function productOf(goods: SoldGoods): Product {
  return {
    sku: goods.sku,
    price: goods.priceFen,
    category: goods.categoryId,
    ...(goods.memberPriceFen === null ? {} : { memberPrice: goods.memberPriceFen }),
    countable: goods.countable,
    discountable: goods.discountable,
    pointsEligible: goods.pointsEligible,
  }
}
