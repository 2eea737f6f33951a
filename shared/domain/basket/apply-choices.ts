/**
 * What was chosen for an order, laid over its price: the order as the engine is asked with it, and which choices are not
 * possible here and now.
 *
 * Invariants: the answer is always possible; what is not possible is named in `letGo` and nowhere else; 抹零 comes last,
 * on what everything else leaves to pay.
 */
import type { PriceBook } from '../pricing/compile.ts'
import { priceBasket } from '../pricing/quote.ts'
import type { PricingOrder } from '../pricing/types.ts'
import { adHocId, adHocPromotion, type AdHocDiscount } from './ad-hoc.ts'
import { keepPossible } from './choices.ts'
import { fitRounding } from './fit-rounding.ts'

export interface ChosenOffers {
  readonly adHoc: readonly AdHocDiscount[]
  /** published promotions and coupons that must count, earlier choices first */
  readonly pinned: readonly string[]
}

export interface AppliedChoices {
  readonly pricing: PricingOrder
  /** ids of pinned offers and of discounts that are left out */
  readonly letGo: readonly string[]
}

/** `plain` has no pins and no promotions of its own. */
export function applyChoices(book: PriceBook, plain: PricingOrder, chosen: ChosenOffers): AppliedChoices {
  const round = chosen.adHoc.find((discount) => discount.kind === 'round')
  const discounts = chosen.adHoc.filter((discount) => discount !== round)
  const { kept, letGo } = keepPossible([...discounts.map(adHocId), ...chosen.pinned], (pins) =>
    arePossibleTogether(book, plain, discounts, pins),
  )
  const pricing = withPins(plain, discounts, kept)
  if (round === undefined) return { pricing, letGo }
  const rounded = (offFen: number): PricingOrder => withRounding(pricing, round, offFen)
  const offFen = fitRounding(round.value, (off) => payable(book, off === 0 ? pricing : rounded(off)))
  if (offFen === null) return { pricing, letGo: [...letGo, adHocId(round)] }
  return { pricing: offFen === 0 ? pricing : rounded(offFen), letGo }
}

/** Whether these can count together; of the discounts only those among them take part. */
export function arePossibleTogether(
  book: PriceBook,
  plain: PricingOrder,
  adHoc: readonly AdHocDiscount[],
  pins: readonly string[],
): boolean {
  return payable(book, withPins(plain, adHoc, pins)) !== null
}

/** The order with these pins alone, and with those discounts that are among them. */
function withPins(plain: PricingOrder, discounts: readonly AdHocDiscount[], pins: readonly string[]): PricingOrder {
  const given = discounts.filter((discount) => pins.includes(adHocId(discount)))
  return { ...plain, pinned: pins, adHocPromotions: given.map((discount) => adHocPromotion(discount)) }
}

function withRounding(pricing: PricingOrder, round: AdHocDiscount, offFen: number): PricingOrder {
  return {
    ...pricing,
    pinned: [...pricing.pinned, adHocId(round)],
    adHocPromotions: [...(pricing.adHocPromotions ?? []), adHocPromotion(round, offFen)],
  }
}

function payable(book: PriceBook, pricing: PricingOrder): number | null {
  const answer = priceBasket(book, pricing)
  return 'code' in answer ? null : answer.payable
}
