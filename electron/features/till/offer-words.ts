/** Why an offer does not count in an order, as a sentence: the engine's reason with names, amounts and days. */
import type { Label } from '../../../shared/contract/primitives.ts'
import { civilOf } from '../../../shared/domain/day/calendar.ts'
import type { Coupon, Eligibility, PricingOrder, Promotion, Skipped } from '../../../shared/domain/pricing/types.ts'
import { skippedLabel, type ExcludedBy, type HoldsWhen, type MonthDay } from '../../../shared/text/skipped.ts'
import type { Core } from '../../core.ts'
import { sourceLabel } from './offer-labels.ts'

/** `dearerFen`: what the customer would pay more with it; null where it cannot be had or nobody asked. */
export function skippedWords(core: Core, pricing: PricingOrder, skipped: Skipped, dearerFen: number | null): Label {
  const offer = offerOf(core, pricing, skipped.id)
  return skippedLabel({
    reason: skipped.reason,
    coupon: offer !== undefined && 'template' in offer,
    missing:
      skipped.missing === undefined
        ? null
        : { amount: skipped.missing, unit: offer !== undefined && countsPieces(offer) ? 'pieces' : 'fen' },
    by: skipped.by === undefined || offer === undefined ? null : excludedBy(core, pricing, offer, skipped.by),
    dearerFen,
    maxCoupons: core.catalog.rules().maxCoupons,
    when: holdsWhen(core, pricing, offer ?? {}),
  })
}

/** The promotion or coupon of this id as it stands in the order. */
export function offerOf(core: Core, pricing: PricingOrder, id: string): Promotion | Coupon | undefined {
  return (
    core.catalog.priceBook().offerById.get(id)?.source ??
    pricing.coupons.find((coupon) => coupon.id === id) ??
    pricing.adHocPromotions?.find((promotion) => promotion.id === id)
  )
}

/** Whether its thresholds are pieces; those of all others are fen. */
function countsPieces({ kind }: Promotion | Coupon): boolean {
  return kind === 'nth' || kind === 'buyGet' || kind === 'forPrice' || kind === 'quantityRate'
}

function excludedBy(core: Core, pricing: PricingOrder, offer: Promotion | Coupon, by: string): ExcludedBy {
  const other = offerOf(core, pricing, by)
  const coupon = 'template' in offer
  const byCoupon = other !== undefined && 'template' in other
  return {
    label: sourceLabel(core, by, null),
    why: coupon ? (byCoupon ? 'template' : 'alone') : byCoupon ? 'by-alone' : 'group',
    pinned: pricing.pinned.includes(by),
  }
}

function holdsWhen(core: Core, pricing: PricingOrder, offer: Eligibility): HoldsWhen {
  const labels = (offer.tiers ?? []).map((tierId) => {
    const tier = core.catalog.tier(tierId)
    return { zh: tier?.nameZh ?? tierId, en: tier?.nameEn ?? tierId }
  })
  return {
    firstDay: offer.from === undefined ? null : dayOf(core, instantMs(offer.from)),
    // it holds no longer at `to`: the last day is the one before that moment
    lastDay: offer.to === undefined ? null : dayOf(core, instantMs(offer.to) - 1),
    weekdays: offer.weekdays ?? null,
    hours: offer.hours ?? null,
    tiers: offer.tiers === undefined ? null : labels,
    tags: offer.tags ?? null,
    birthday: offer.birthday === true,
    member: pricing.member !== null,
  }
}

function instantMs(instant: string | number): number {
  return typeof instant === 'number' ? instant : Date.parse(instant)
}

function dayOf(core: Core, at: number): MonthDay {
  const { month, day } = civilOf(at, core.offsetMinutes)
  return { month, day }
}
