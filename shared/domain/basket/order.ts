/**
 * The order at the till: what is in the basket, for whom, and how it is being paid. Pure: each operation gives a new order
 * or a refusal.
 *
 * Invariants: lines have whole pieces or a weight within range; a basket that has a tender is not changed.
 */
import { ok, refuse, type Result } from '../result.ts'
import type { Tender } from '../sale/tender.ts'
import type { AdHocDiscount } from './ad-hoc.ts'

export const MAX_LINES = 200
export const MAX_PIECES = 999
export const MAX_WEIGHT_GRAMS = 50_000
export const MAX_UNIT_PRICE_FEN = 9_999_999

export interface ManualPrice {
  readonly priceFen: number
  readonly reason: string
  readonly approvedBy: string
}

/** An order must have this offer, or must not have it. */
export type OfferChoice = 'pinned' | 'forbidden'

/** A promotion that somebody forced, and who said yes. */
export interface PromotionChoice {
  readonly choice: OfferChoice
  readonly approvedBy: string
}

export interface OrderLine {
  readonly line: string
  readonly sku: string
  /** thousandths: pieces × 1000, or grams */
  readonly qty: number
  /** what the cashier typed for a product with an open price, else null */
  readonly openPriceFen: number | null
  readonly manual: ManualPrice | null
  readonly servedBy: string | null
}

export type OrderScreen = 'basket' | 'pay' | 'done'

/** What is being topped up: an order of its own kind, without goods, that is paid like any other. */
export interface TopUpOrder {
  /** 0 until somebody has chosen */
  readonly principalFen: number
  readonly planId: string | null
  readonly servedBy: string | null
  /** who said yes to an amount above a limit */
  readonly approvedBy: string | null
  /** the order that waits meanwhile, and goes on afterwards */
  readonly waiting: Order | null
}

export interface Order {
  readonly orderId: string
  readonly screen: OrderScreen
  /** the instant that prices hold for once paying has begun, so that no total moves under a tender; null before */
  readonly pricedAt: number | null
  readonly lines: readonly OrderLine[]
  readonly selectedLine: string | null
  /** number that the next line gets; never used twice in one order */
  readonly nextLine: number
  readonly memberId: string | null
  /** the card that was shown, null where the member was found otherwise */
  readonly cardNumber: string | null
  /** coupons that the customer showed and that no member holds */
  readonly shownCoupons: readonly string[]
  readonly couponChoices: Readonly<Record<string, OfferChoice>>
  readonly promotionChoices: Readonly<Record<string, PromotionChoice>>
  /** whole-order discounts that somebody gave, at most one of each kind */
  readonly adHoc: readonly AdHocDiscount[]
  readonly redeemPoints: number | 'max'
  readonly tenders: readonly Tender[]
  /** null for an order of goods */
  readonly topUp: TopUpOrder | null
  /** the top-up that this order waited for, or null */
  readonly afterTopUp: string | null
}

/** What the basket must know of a product. */
export interface Sellable {
  readonly sku: string
  readonly nameZh: string
  readonly nameEn: string
  readonly countable: boolean
  readonly openPrice: boolean
  readonly disabled: boolean
}

export function emptyOrder(orderId: string): Order {
  return {
    orderId,
    screen: 'basket',
    pricedAt: null,
    lines: [],
    selectedLine: null,
    nextLine: 1,
    memberId: null,
    cardNumber: null,
    shownCoupons: [],
    couponChoices: {},
    promotionChoices: {},
    adHoc: [],
    redeemPoints: 0,
    tenders: [],
    topUp: null,
    afterTopUp: null,
  }
}

/** Adds a product: another piece of the same goods joins its line; weighed and open-price goods get lines of their own. */
export function addProduct(
  order: Order,
  product: Sellable,
  wanted: { qty: number | null; priceFen: number | null },
): Result<Order> {
  const free = unlocked(order)
  if (!free.ok) return free
  const names = { nameZh: product.nameZh, nameEn: product.nameEn }
  if (product.disabled) return refuse('product-disabled', names)
  if (product.openPrice && wanted.priceFen === null) return refuse('price-needed', names)
  if (!product.countable && wanted.qty === null) return refuse('weight-needed', names)
  const qty = wanted.qty ?? 1000
  const checked = checkQuantity(product, qty)
  if (!checked.ok) return checked
  const same =
    product.countable && !product.openPrice
      ? order.lines.find((line) => line.sku === product.sku && line.manual === null)
      : undefined
  if (same !== undefined) return setQuantity({ ...order, selectedLine: same.line }, product, same.line, same.qty + qty)
  if (order.lines.length >= MAX_LINES) return refuse('basket-full', { max: MAX_LINES })
  const line: OrderLine = {
    line: String(order.nextLine),
    sku: product.sku,
    qty,
    openPriceFen: product.openPrice ? wanted.priceFen : null,
    manual: null,
    servedBy: null,
  }
  return ok({ ...order, lines: [...order.lines, line], selectedLine: line.line, nextLine: order.nextLine + 1 })
}

export function setQuantity(order: Order, product: Sellable, line: string, qty: number): Result<Order> {
  const free = unlocked(order)
  if (!free.ok) return free
  const checked = checkQuantity(product, qty)
  if (!checked.ok) return checked
  return changeLine(order, line, (found) => ({ ...found, qty }))
}

export function removeLine(order: Order, line: string): Result<Order> {
  const free = unlocked(order)
  if (!free.ok) return free
  const index = order.lines.findIndex((candidate) => candidate.line === line)
  if (index < 0) return refuse('line-unknown')
  const lines = order.lines.filter((candidate) => candidate.line !== line)
  const neighbour = lines[Math.min(index, lines.length - 1)]
  return ok({ ...order, lines, selectedLine: neighbour?.line ?? null })
}

export function setManualPrice(order: Order, line: string, manual: ManualPrice | null): Result<Order> {
  const free = unlocked(order)
  if (!free.ok) return free
  return changeLine(order, line, (found) => ({ ...found, manual }))
}

/** Changes one line and selects it; refuses where it is gone. */
export function changeLine(order: Order, line: string, change: (line: OrderLine) => OrderLine): Result<Order> {
  if (!order.lines.some((candidate) => candidate.line === line)) return refuse('line-unknown')
  const lines = order.lines.map((candidate) => (candidate.line === line ? change(candidate) : candidate))
  return ok({ ...order, lines, selectedLine: line })
}

/** A basket with a tender, or one that is done, is not changed; a top-up has no basket. */
export function unlocked(order: Order): Result<null> {
  if (order.topUp !== null && order.screen !== 'done') return refuse('top-up-open')
  if (order.tenders.length > 0) return refuse('basket-locked')
  return order.screen === 'done' ? refuse('order-changed') : ok(null)
}

function checkQuantity(product: Sellable, qty: number): Result<null> {
  if (!product.countable) {
    if (qty >= 1 && qty <= MAX_WEIGHT_GRAMS) return ok(null)
    return refuse('weight-out-of-range', { maxKg: MAX_WEIGHT_GRAMS / 1000 })
  }
  if (qty % 1000 !== 0) return refuse('quantity-not-whole', { nameZh: product.nameZh, nameEn: product.nameEn })
  return qty >= 1000 && qty <= MAX_PIECES * 1000 ? ok(null) : refuse('quantity-out-of-range', { max: MAX_PIECES })
}
