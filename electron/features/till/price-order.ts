/** The price of an order: asks the pricing engine, and remembers its answer for as long as nothing has changed. */
import type { Order, OrderLine } from '../../../shared/domain/basket/order.ts'
import { priceBasket, quoteBasket } from '../../../shared/domain/pricing/quote.ts'
import type { Coupon, PricingOrder, PricingRefusal, Quote } from '../../../shared/domain/pricing/types.ts'
import type { Core } from '../../core.ts'
import { memberContext, type MemberContext } from './member-context.ts'

export interface PricedOrder {
  readonly quote: Quote
  readonly pricing: PricingOrder
  readonly member: MemberContext | null
}

const priced = new WeakMap<Order, { key: string; answer: PricedOrder }>()

/** The quote of an order. Choices that have become impossible are left out rather than refused. */
export function priceOrder(core: Core, order: Order): PricedOrder {
  const sold = order.screen === 'done' ? priced.get(order) : undefined
  if (sold !== undefined) return { ...sold.answer, member: memberContext(core, order.memberId) }
  const book = core.catalog.priceBook()
  // without a tender the price follows the clock, to the minute; with paying begun it holds
  const at = order.pricedAt ?? core.clock.now()
  const key = `${core.store.head.seq} ${order.pricedAt === null ? Math.floor(at / 60_000) : at}`
  const last = priced.get(order)
  if (last?.key === key) return last.answer
  const member = memberContext(core, order.memberId)
  const pricing = pricingOrder(core, order, member, at)
  let quote = quoteBasket(book, pricing)
  let used = pricing
  if (isRefusal(quote) && pricing.pinned.length > 0) {
    // a pinned coupon that has lost its ground (a line was removed): the best price without it
    used = { ...pricing, pinned: [] }
    quote = quoteBasket(book, used)
  }
  if (isRefusal(quote)) throw new Error(`the basket cannot be priced: ${quote.code} at ${quote.params.path}`)
  const answer = { quote, pricing: used, member }
  priced.set(order, { key, answer })
  return answer
}

/** A sale keeps the price that it was sold at: its coupons are used now and would not be found again. */
export function keepSoldPrice(done: Order, answer: PricedOrder): void {
  priced.set(done, { key: 'sold', answer })
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

function pricingOrder(core: Core, order: Order, member: MemberContext | null, at: number): PricingOrder {
  const coupons = couponsOf(core, order, member)
  const usable = new Set(coupons.map((coupon) => coupon.id))
  const chosen = (choice: string): string[] =>
    Object.keys(order.couponChoices).filter((id) => order.couponChoices[id] === choice && usable.has(id))
  return {
    now: at,
    member:
      member === null
        ? null
        : {
            id: member.row.memberId,
            tier: member.tierId,
            points: Math.max(0, member.points),
            birthday: member.row.birthday,
            tags: member.tags,
          },
    basket: order.lines.map((line) => ({
      line: line.line,
      sku: pricingSku(line),
      qty: line.qty,
      ...(line.manual === null ? {} : { manual: { price: line.manual.priceFen } }),
    })),
    coupons,
    redeemPoints: member === null ? 0 : order.redeemPoints,
    pinned: chosen('pinned'),
    forbidden: chosen('forbidden'),
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
