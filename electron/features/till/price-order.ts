/** The price of an order: asks the pricing engine, and remembers its answer for as long as nothing has changed. */
import { applyChoices, arePossibleTogether } from '../../../shared/domain/basket/apply-choices.ts'
import type { OfferChoice, Order, OrderLine } from '../../../shared/domain/basket/order.ts'
import { priceBasket, quoteBasket } from '../../../shared/domain/pricing/quote.ts'
import type {
  Coupon,
  PricingMember,
  PricingOrder,
  PricingRefusal,
  Quote,
} from '../../../shared/domain/pricing/types.ts'
import type { Core } from '../../core.ts'
import { memberContext, type MemberContext } from './member-context.ts'

export interface PricedOrder {
  /** the instant that it is priced for, epoch ms */
  readonly at: number
  readonly quote: Quote
  readonly pricing: PricingOrder
  readonly member: MemberContext | null
  /** choices of the order that are not possible now and were left out */
  readonly letGo: readonly string[]
}

const SOLD = 'sold'

/** By the list of lines, which stays the same list through paying. */
const priced = new WeakMap<Order['lines'], { key: string; order: Order; answer: PricedOrder }>()

/** The quote of an order. Choices that have become impossible are left out and named rather than refused. */
export function priceOrder(core: Core, order: Order): PricedOrder {
  const last = priced.get(order.lines)
  if (order.screen === 'done' && last?.key === SOLD)
    return { ...last.answer, member: memberContext(core, order.memberId) }
  const book = core.catalog.priceBook()
  // without a tender the price follows the clock, to the minute; with paying begun it holds
  const at = order.pricedAt ?? core.clock.now()
  const key = `${core.store.head.seq} ${order.pricedAt === null ? Math.floor(at / 60_000) : at}`
  if (last?.key === key && costsTheSame(last.order, order)) return last.answer
  const member = memberContext(core, order.memberId)
  const { pricing, letGo } = decidePricing(core, order, member, at)
  const quote = quoteBasket(book, pricing)
  if (isRefusal(quote)) throw new Error(`the basket cannot be priced: ${quote.code} at ${quote.params.path}`)
  const answer = { at, quote, pricing, member, letGo }
  priced.set(order.lines, { key, order, answer })
  return answer
}

/** The parts of an order that no price hangs on. */
const BESIDE_THE_PRICE: ReadonlySet<string> = new Set<keyof Order>(['screen', 'selectedLine', 'tenders'])

/** Whether the orders differ in nothing but what no price hangs on. */
function costsTheSame(before: Order, now: Order): boolean {
  for (const part in before)
    if (before[part as keyof Order] !== now[part as keyof Order] && !BESIDE_THE_PRICE.has(part)) return false
  return true
}

/** A sale keeps the price that it was sold at: its coupons are used now and would not be found again. */
export function keepSoldPrice(done: Order, answer: PricedOrder): void {
  priced.set(done.lines, { key: SOLD, order: done, answer })
}

/** What the order would cost with other choices; null where that is not possible. */
export function payableWith(
  core: Core,
  { pricing }: PricedOrder,
  change: Partial<PricingOrder>,
): { payable: number; points: Quote['points'] } | null {
  const answer = priceBasket(core.catalog.priceBook(), { ...pricing, ...change })
  return isRefusal(answer) ? null : { payable: answer.payable, points: answer.points }
}

export function isRefusal(answer: object): answer is PricingRefusal {
  return 'code' in answer
}

/** The sku that prices a line: an open price makes a virtual product of its own, see store/catalog.ts. */
export function pricingSku(line: OrderLine): string {
  return line.openPriceFen === null ? line.sku : `${line.sku}@${line.openPriceFen}`
}

/** What the order would cost if it were `order`; null where a choice of it is not possible. */
export function payableOf(core: Core, order: Order): number | null {
  const at = order.pricedAt ?? core.clock.now()
  const { pricing, letGo } = decidePricing(core, order, memberContext(core, order.memberId), at)
  if (letGo.length > 0) return null
  const answer = priceBasket(core.catalog.priceBook(), pricing)
  return isRefusal(answer) ? null : answer.payable
}

/** Whether these of what is chosen in `order` could count together. */
export function arePossible(core: Core, order: Order, pins: readonly string[]): boolean {
  const { plain } = plainOrder(core, order, memberContext(core, order.memberId), order.pricedAt ?? core.clock.now())
  return arePossibleTogether(core.catalog.priceBook(), plain, order.adHoc, pins)
}

interface Decided {
  readonly pricing: PricingOrder
  readonly letGo: readonly string[]
}

function decidePricing(core: Core, order: Order, member: MemberContext | null, at: number): Decided {
  const { plain, pinned, gone } = plainOrder(core, order, member, at)
  if (pinned.length === 0 && order.adHoc.length === 0) return { pricing: plain, letGo: gone }
  const { pricing, letGo } = applyChoices(core.catalog.priceBook(), plain, { adHoc: order.adHoc, pinned })
  return { pricing, letGo: [...gone, ...letGo] }
}

interface PlainOrder {
  /** as the engine is asked, without anything that must count */
  readonly plain: PricingOrder
  readonly pinned: readonly string[]
  /** pinned once, and no longer there: a promotion that was ended, a coupon that is gone */
  readonly gone: readonly string[]
}

function plainOrder(core: Core, order: Order, member: MemberContext | null, at: number): PlainOrder {
  const coupons = couponsOf(core, order, member)
  const { offerById } = core.catalog.priceBook()
  const known = (id: string): boolean => offerById.has(id) || coupons.some((coupon) => coupon.id === id)
  const [pinned, gone, forbidden]: [string[], string[], string[]] = [[], [], []]
  const take = (id: string, choice: OfferChoice | undefined): void => {
    if (choice === 'forbidden' && known(id)) forbidden.push(id)
    if (choice === 'pinned') (known(id) ? pinned : gone).push(id)
  }
  for (const id in order.promotionChoices) take(id, order.promotionChoices[id]?.choice)
  for (const id in order.couponChoices) take(id, order.couponChoices[id])
  const plain: PricingOrder = {
    now: at,
    member: member === null ? null : pricingMember(member),
    basket: order.lines.map((line) => ({
      line: line.line,
      sku: pricingSku(line),
      qty: line.qty,
      ...(line.manual === null ? {} : { manual: { price: line.manual.priceFen } }),
    })),
    coupons,
    adHocPromotions: [],
    redeemPoints: member === null ? 0 : order.redeemPoints,
    pinned: [],
    forbidden,
  }
  return { plain, pinned, gone }
}

function pricingMember(member: MemberContext): PricingMember {
  return {
    id: member.row.memberId,
    tier: member.tierId,
    points: Math.max(0, member.points),
    birthday: member.row.birthday,
    tags: member.tags,
  }
}

/** Coupons that the member holds, and those that the customer showed. */
function couponsOf(core: Core, order: Order, member: MemberContext | null): Coupon[] {
  const rows = [...(member?.coupons ?? [])]
  for (const couponId of order.shownCoupons) {
    const shown = core.stores.members.coupon(couponId)
    const free = shown?.state === 'held' && (shown.memberId === null || shown.memberId === order.memberId)
    if (free && !rows.some((row) => row.couponId === couponId)) rows.push(shown)
  }
  return rows.flatMap((row) => {
    const template = core.catalog.couponTemplate(row.templateId)
    return template === undefined ? [] : [{ ...template, id: row.couponId, template: row.templateId }]
  })
}
