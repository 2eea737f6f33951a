/**
 * The language of pricing: what goes in and what comes out. Types only.
 *
 * Units: money in fen (1/100 CNY), `rate` in basis points of the price that is paid (9折 = 9000), `qty` in thousandths
 * (1 piece = 1000, 0.356 kg = 356), points whole. An absent field has the default named beside it.
 *
 * The functions that speak this language:
 *   compile.ts   compilePriceBook(input: PriceBookInput): PriceBook          once per published set of rules
 *                withProducts(book: PriceBook, products: Iterable<Product>): PriceBook   cheap, shares the rules
 *   quote.ts     priceBasket(book: PriceBook, order: PricingOrder): Priced | PricingRefusal    money only, every key
 *                quoteBasket(book: PriceBook, order: PricingOrder): Quote | PricingRefusal     money and reasons
 *   explain.ts   nextSteps(book: PriceBook, order: PricingOrder): NextStep[] | PricingRefusal
 *   returns.ts   refundVisit(sold: SoldOrder, returnedBefore: ReturnedQty, visit): Refund | ReturnRefusal
 *                allocateRefund(tenders: readonly PaidTender[], amount): TenderRefund[] | RefundAboveTenders
 * The scenario of the `quote` command is validated and priced by shared/contract/pricing/quote.ts.
 */
import type { Fen } from '../money.ts'
import type { Instant } from './instant.ts'

export interface Product {
  readonly sku: string
  /** List price in fen, per piece or per kilogram. */
  readonly price: number
  readonly category?: string | undefined
  /** Price for any member, in fen, per piece or per kilogram; never used where it is above `price`. */
  readonly memberPrice?: number | undefined
  /** Default true; false = weighed, priced per kilogram. */
  readonly countable?: boolean | undefined
  /** Default true; false = no tier price, no promotion, no coupon, never. */
  readonly discountable?: boolean | undefined
  /** Default true. */
  readonly pointsEligible?: boolean | undefined
}

export interface Tier {
  readonly id: string
  /** Basis points of the list price that a member of this tier pays. */
  readonly rate: number
  /** Basis points of the points that everyone earns; default 10000. */
  readonly pointsRate?: number | undefined
}

export interface PricingMember {
  readonly id: string
  readonly tier?: string | null | undefined
  /** Balance that can be redeemed; default 0. */
  readonly points?: number | undefined
  /** 'MM-DD'. */
  readonly birthday?: string | null | undefined
  readonly tags?: readonly string[] | undefined
}

export interface BasketLine {
  /** Unique within the basket. */
  readonly line: string
  readonly sku: string
  /** Thousandths; whole pieces (multiples of 1000) for a countable product. */
  readonly qty: number
  /** The cashier's own unit price, authorised elsewhere; per kilogram for a weighed product. */
  readonly manual?: { readonly price: number } | undefined
}

/** When and for whom a promotion or coupon holds; everything that is present must hold. */
export interface Eligibility {
  /** RFC 3339 text, or epoch ms, from which on it holds (inclusive). */
  readonly from?: string | number | undefined
  /** RFC 3339 text, or epoch ms, from which on it holds no longer (exclusive). */
  readonly to?: string | number | undefined
  /** 1 = Monday … 7 = Sunday, in the store's time zone. */
  readonly weekdays?: readonly number[] | undefined
  /** [['17:00','20:00']], start inclusive, end exclusive, '24:00' as an end only. */
  readonly hours?: readonly (readonly [string, string])[] | undefined
  readonly tiers?: readonly string[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly birthday?: boolean | undefined
  readonly membersOnly?: boolean | undefined
  readonly stores?: readonly string[] | undefined
}

/** Absent `skus` and `categories`: everything discountable but `except`; an empty list matches nothing. */
export interface Scope {
  readonly skus?: readonly string[] | undefined
  readonly categories?: readonly string[] | undefined
  readonly except?: readonly string[] | undefined
}

interface OfferFields extends Eligibility {
  readonly id: string
  readonly scope?: Scope | undefined
  /** Acts in ascending order, then by id; default 100; may be negative. */
  readonly priority?: number | undefined
}

interface UnitPromotionFields extends OfferFields {
  /** What the promotion starts from; default 'list'. */
  readonly base?: 'list' | 'tier' | undefined
}

interface OrderPromotionFields extends OfferFields {
  /** At most one of those that share a group is chosen. */
  readonly group?: string | undefined
  /** Default false; true = units taken by a unit promotion count neither for the threshold nor for the reduction. */
  readonly excludePromoted?: boolean | undefined
}

interface CouponFields extends OfferFields {
  readonly template: string
  readonly excludePromoted?: boolean | undefined
  /** Default true; false = not together with any promotion. */
  readonly withPromotions?: boolean | undefined
  /** Default true; false = tier and member prices are off for the whole basket. */
  readonly withTier?: boolean | undefined
  /** Default false; two coupons of one template need it on both. */
  readonly stackable?: boolean | undefined
}

export interface QuantityStep {
  /** Pieces. */
  readonly at: number
  readonly rate: number
}

export interface AmountStep {
  /** Fen. */
  readonly at: number
  /** Fen. */
  readonly off: number
}

/** Either `steps`, or `every` and `off` with an optional `max`. */
export interface AmountOffFields {
  readonly kind: 'amountOff'
  readonly steps?: readonly AmountStep[] | undefined
  readonly every?: number | undefined
  readonly off?: number | undefined
  readonly max?: number | undefined
}

export interface OrderRateFields {
  readonly kind: 'orderRate'
  readonly rate: number
  /** Fen that must be reached; default 0. */
  readonly at?: number | undefined
}

export type SpecialPromotion = UnitPromotionFields & { readonly kind: 'special'; readonly price: number }
export type PercentPromotion = UnitPromotionFields & { readonly kind: 'percent'; readonly rate: number }
export type NthPromotion = UnitPromotionFields & { readonly kind: 'nth'; readonly n: number; readonly rate: number }
export type BuyGetPromotion = UnitPromotionFields & {
  readonly kind: 'buyGet'
  readonly buy: number
  readonly get: number
}
export type ForPricePromotion = UnitPromotionFields & {
  readonly kind: 'forPrice'
  readonly n: number
  readonly price: number
}
export type QuantityRatePromotion = UnitPromotionFields & {
  readonly kind: 'quantityRate'
  readonly steps: readonly QuantityStep[]
}
export type UnitPromotion =
  | SpecialPromotion
  | PercentPromotion
  | NthPromotion
  | BuyGetPromotion
  | ForPricePromotion
  | QuantityRatePromotion

export type OrderPromotion = OrderPromotionFields & (AmountOffFields | OrderRateFields)
export type Promotion = UnitPromotion | OrderPromotion

export type AmountOffCoupon = CouponFields & AmountOffFields
export type OrderRateCoupon = CouponFields & OrderRateFields & { readonly maxOff?: number | undefined }
export type ProductCoupon = CouponFields & { readonly kind: 'product' }
/** One instance that the member holds or the customer shows. */
export type Coupon = AmountOffCoupon | OrderRateCoupon | ProductCoupon

export interface RedeemRules {
  readonly pointsPerYuan: number
  /** Points are redeemed in multiples of this. */
  readonly step: number
  /** Basis points of what is to pay that points may cover. */
  readonly maxShare: number
}

export interface EarnRules {
  readonly fenPerPoint: number
  /** Basis points on the member's birthday; default 10000. */
  readonly birthdayRate?: number | undefined
}

export interface Rules {
  readonly maxCoupons: number
  /** Absent: no redemption. */
  readonly redeem?: RedeemRules | undefined
  /** Absent: nothing is earned. */
  readonly earn?: EarnRules | undefined
  /** 抹零, down to `unit` fen; absent or 1: none. */
  readonly rounding?: { readonly unit?: number | undefined } | undefined
}

/** Where the products come from. May be a live Map: a product is looked up at each pricing, by sku. */
export interface ProductSource {
  get(sku: string): Product | undefined
}

/** What is published: the rules of one store. Everything here has been validated (shared/contract/pricing). */
export interface PriceBookInput {
  readonly store: string
  /** IANA name. */
  readonly timeZone: string
  readonly catalog: readonly Product[] | ProductSource
  readonly tiers: readonly Tier[]
  readonly promotions: readonly Promotion[]
  /** Absent: one coupon, no redemption, nothing earned, no rounding. */
  readonly rules?: Rules | undefined
}

/** What changes from basket to basket. */
export interface PricingOrder {
  /** Epoch ms, or an exact instant. */
  readonly now: number | Instant
  readonly member: PricingMember | null
  readonly basket: readonly BasketLine[]
  readonly coupons: readonly Coupon[]
  /** Promotions of this basket only, authorised elsewhere (整单折扣, 整单减); default none. */
  readonly adHocPromotions?: readonly Promotion[] | undefined
  readonly redeemPoints: number | 'max'
  /** Ids that the combination must contain. */
  readonly pinned: readonly string[]
  /** Ids that are no candidates. */
  readonly forbidden: readonly string[]
}

/** A scenario of the `quote` command after validation, before defaults. */
export interface Scenario {
  readonly now: string
  readonly timeZone: string
  readonly store: string
  readonly catalog: readonly Product[]
  readonly tiers?: readonly Tier[] | undefined
  readonly member?: PricingMember | null | undefined
  readonly basket: readonly BasketLine[]
  readonly promotions?: readonly Promotion[] | undefined
  readonly coupons?: readonly Coupon[] | undefined
  readonly redeemPoints?: number | 'max' | undefined
  readonly rules?: Rules | undefined
  readonly pinned?: readonly string[] | undefined
  readonly forbidden?: readonly string[] | undefined
  readonly returns?: readonly (readonly ReturnLine[])[] | undefined
}

/** `source`: 'manual', 'tier:ID', 'member', the id of a promotion or coupon, 'points' or 'rounding'. Amount in fen. */
export interface Adjustment {
  readonly source: string
  readonly amount: Fen
}

/** gross + Σ adjustments = net = Σ units, in fen. */
export interface QuoteLine {
  readonly line: string
  readonly sku: string
  readonly qty: number
  readonly gross: Fen
  readonly net: Fen
  readonly units: readonly Fen[]
  readonly adjustments: readonly Adjustment[]
}

export interface Applied {
  readonly id: string
  readonly kind: 'promotion' | 'coupon'
  /** Negative fen. */
  readonly amount: Fen
}

export type SkipReason =
  | 'forbidden'
  | 'not-started'
  | 'expired'
  | 'wrong-time'
  | 'wrong-store'
  | 'not-for-this-member'
  | 'nothing-in-scope'
  | 'below-threshold'
  | 'excluded-by'
  | 'limit'
  | 'better-without'

export interface Skipped {
  readonly id: string
  readonly reason: SkipReason
  /** Only with 'below-threshold': fen, or pieces where the promotion counts units. */
  readonly missing?: number
  /** Only with 'excluded-by': the smallest id among the chosen that exclude it. */
  readonly by?: string
}

export interface QuotePoints {
  readonly redeemed: number
  /** Fen that the redeemed points took off, positive. */
  readonly value: Fen
  readonly earned: number
}

export interface Quote {
  readonly gross: Fen
  readonly payable: Fen
  readonly exact: boolean
  readonly lines: readonly QuoteLine[]
  readonly applied: readonly Applied[]
  readonly skipped: readonly Skipped[]
  readonly points: QuotePoints
  /** Fen that rounding took off, positive. */
  readonly rounding: Fen
}

/** Money only. `lines` in the order of the basket. */
export interface Priced {
  readonly gross: Fen
  readonly payable: Fen
  readonly exact: boolean
  readonly lines: readonly { readonly line: string; readonly gross: Fen; readonly net: Fen }[]
  readonly points: QuotePoints
  readonly rounding: Fen
}

export type PricingRefusalCode =
  | 'unknown-sku'
  | 'part-of-a-piece'
  | 'basket-too-large'
  | 'unknown-tier'
  | 'unknown-offer'
  | 'duplicate-offer'
  | 'no-combination'

/** An order that is not priced; `path` names the place, as in `basket[0].sku`. */
export interface PricingRefusal {
  readonly code: PricingRefusalCode
  readonly params: { readonly path: string }
}

/** What is missing to the next step of an offer that holds: "再买 ¥12.00 减 ¥30.00". */
export interface NextStep {
  readonly id: string
  readonly kind: 'promotion' | 'coupon'
  /** Fen or pieces, by `unit`. */
  readonly missing: number
  readonly unit: 'fen' | 'pieces'
  /** What the step gives: fen off, a rate of the price paid, so many pieces free, or a price for the group. */
  readonly gives:
    | { readonly kind: 'off'; readonly off: Fen }
    | { readonly kind: 'rate'; readonly rate: number }
    | { readonly kind: 'free'; readonly pieces: number }
    | { readonly kind: 'price'; readonly pieces: number; readonly price: Fen }
}

export interface ReturnLine {
  readonly line: string
  readonly qty: number
}

/** A sale as it was committed, as far as returning it needs. */
export interface SoldOrder {
  readonly payable: number
  readonly lines: readonly {
    readonly line: string
    readonly qty: number
    readonly countable: boolean
    readonly net: number
  }[]
  /** `earned`: what was really posted; `redeemed`: points taken at the sale. */
  readonly points: { readonly redeemed: number; readonly earned: number }
}

export interface Refund {
  readonly amount: Fen
  readonly lines: readonly { readonly line: string; readonly amount: Fen }[]
  readonly pointsTakenBack: number
  readonly pointsGivenBack: number
}

/** `index` is the place in the visit's list. */
export interface ReturnRefusal {
  readonly code: 'unknown-line' | 'line-twice' | 'too-many' | 'part-of-a-piece' | 'part-of-a-weighed-line'
  readonly params: { readonly index: number; readonly field: 'line' | 'qty' }
}
