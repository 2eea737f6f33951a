/**
 * One past sale, priced again by the rules of its time, with or without a draft among them.
 *
 * Invariant: a draft holds on every sale that it is tried on: its dates are left aside, all else of it counts.
 */
import { compilePriceBook } from '../pricing/compile.ts'
import type { PriceBook } from '../pricing/compile.ts'
import { instantOfMs } from '../pricing/instant.ts'
import { priceBasket, quoteBasket } from '../pricing/quote.ts'
import type { Coupon, Priced, PricingOrder, PricingRefusal, Promotion, Quote } from '../pricing/types.ts'
import type { KnownGoods, PastSale } from './past-sale.ts'
import type { CouponTemplateBody, PublishedBody } from '../rules/rule.ts'
import type { RulesThen } from './rules-then.ts'

/** A rule that is tried out. It replaces the rule of this id on every sale, or joins the rules. */
export type TriedRule = PublishedBody & {
  readonly ruleId: string
  /** a coupon template that nobody holds a coupon of: each customer is taken to show one */
  readonly everyoneHolds: boolean
}

/** The rules of a stretch of the chain, compiled. */
export interface BookThen {
  readonly book: PriceBook
  readonly couponOf: (couponId: string, template: string) => Coupon | null
  readonly tried: TriedRule | null
}

/** The coupon that each customer is taken to hold; no code of a real one has a colon. */
export const TRIED_COUPON = 'tried:coupon'

/** What is published, as though it had no dates. */
export function withoutDates<Body extends object>(body: Body): Omit<Body, 'from' | 'to'> {
  const { from: _from, to: _to, ...rest } = body as Body & { readonly from?: unknown; readonly to?: unknown }
  return rest
}

export function compileThen(rules: RulesThen, goods: KnownGoods, tried: TriedRule | null): BookThen {
  const promotions: Promotion[] = []
  const templates = new Map<string, CouponTemplateBody>()
  for (const { ruleId, state, offer } of rules.rules.values()) {
    if (ruleId === tried?.ruleId || state !== 'live') continue
    if (offer.kind === 'promotion') promotions.push(offer.body)
    if (offer.kind === 'coupon-template') templates.set(ruleId, offer.body)
  }
  if (tried?.kind === 'promotion') promotions.push({ ...tried.body, id: tried.ruleId })
  if (tried?.kind === 'coupon-template') templates.set(tried.ruleId, tried.body)
  return {
    book: compilePriceBook({
      store: rules.store,
      timeZone: rules.timeZone,
      catalog: goods,
      tiers: [...rules.tiers.values()],
      promotions,
      rules: { ...rules.pricing, rounding: { unit: rules.roundingUnitFen } },
    }),
    couponOf: (couponId, template) => {
      const body = templates.get(template)
      return body === undefined ? null : { ...body, id: couponId, template }
    },
    tried,
  }
}

/** Money only: what the sale comes to without a draft. Refuses where the rules of its time do not price it. */
export function priceAgain(then: BookThen, sale: PastSale): Priced | PricingRefusal {
  return priceBasket(then.book, orderOf(then, sale))
}

/** With what was chosen and why. A pinned choice that the draft makes impossible is dropped, as the till drops it. */
export function quoteWithDraft(then: BookThen, sale: PastSale): Quote | PricingRefusal {
  const order = orderOf(then, sale)
  const quote = quoteBasket(then.book, order)
  if (!('code' in quote) || order.pinned.length === 0) return quote
  const byHand = new Set(sale.adHocPromotions.map(({ id }) => id))
  const kept = quoteBasket(then.book, { ...order, pinned: order.pinned.filter((id) => byHand.has(id)) })
  return 'code' in kept ? quoteBasket(then.book, { ...order, pinned: [] }) : kept
}

function orderOf({ book, couponOf, tried }: BookThen, sale: PastSale): PricingOrder {
  const coupons = sale.coupons.flatMap(({ id, template }) => couponOf(id, template) ?? [])
  if (tried?.everyoneHolds === true) coupons.push(...listed(couponOf(TRIED_COUPON, tried.ruleId)))
  const { member } = sale
  return {
    now: sale.pricedAt,
    member:
      member === null
        ? null
        : {
            id: member.id,
            tier: member.tier,
            points: Math.max(0, member.points),
            birthday: member.birthdayToday ? book.storeTime(instantOfMs(sale.pricedAt)).monthDay : null,
            tags: member.tags,
          },
    basket: sale.basket,
    coupons,
    adHocPromotions: sale.adHocPromotions,
    redeemPoints: sale.redeemPoints,
    pinned: sale.pinned,
    forbidden: sale.forbidden,
  }
}

function listed<T>(value: T | null): T[] {
  return value === null ? [] : [value]
}
