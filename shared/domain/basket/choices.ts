/**
 * Choices between offers: which promotions and coupons an order must have (pinned) or must not have (forbidden).
 *
 * Invariant: what stands in an order was possible when it was chosen. What a later change makes impossible is let go
 * from the last backwards: an earlier choice is never given up for a later one.
 */
import { ok, type Result } from '../result.ts'
import { unlocked, type OfferChoice, type Order, type PromotionChoice } from './order.ts'

/** Null gives the choice back to the best price. */
export function setPromotionChoice(order: Order, promotionId: string, choice: PromotionChoice | null): Result<Order> {
  const free = unlocked(order)
  if (!free.ok) return free
  return ok({ ...order, promotionChoices: changed(order.promotionChoices, promotionId, choice) })
}

/** Null gives the choice back to the best price. */
export function setCouponChoice(order: Order, couponId: string, choice: OfferChoice | null): Result<Order> {
  const free = unlocked(order)
  if (!free.ok) return free
  return ok({ ...order, couponChoices: changed(order.couponChoices, couponId, choice) })
}

function changed<Choice>(
  choices: Readonly<Record<string, Choice>>,
  id: string,
  choice: Choice | null,
): Readonly<Record<string, Choice>> {
  const { [id]: _before, ...others } = choices
  return choice === null ? others : { ...others, [id]: choice }
}

/** The most of `pins`, earlier ones first, that are possible together; `isPossible` judges a list of them. */
export function keepPossible(
  pins: readonly string[],
  isPossible: (pins: readonly string[]) => boolean,
): { readonly kept: readonly string[]; readonly letGo: readonly string[] } {
  if (isPossible(pins)) return { kept: pins, letGo: [] }
  const kept: string[] = []
  const letGo: string[] = []
  for (const pin of pins) {
    if (isPossible([...kept, pin])) kept.push(pin)
    else letGo.push(pin)
  }
  return { kept, letGo }
}

/** What would have to be let go for a further pin: any one of `ids`, or all of them; no ids: it is not even possible alone. */
export interface InTheWay {
  readonly ids: readonly string[]
  readonly all: boolean
}

/** Why `wanted` is not possible beside `pins`. */
export function inTheWayOf(
  wanted: string,
  pins: readonly string[],
  isPossible: (pins: readonly string[]) => boolean,
): InTheWay {
  if (!isPossible([wanted])) return { ids: [], all: false }
  const anyOf = pins.filter((pin) => isPossible([...pins.filter((other) => other !== pin), wanted]))
  if (anyOf.length > 0) return { ids: anyOf, all: false }
  const against = pins.filter((pin) => !isPossible([pin, wanted]))
  return { ids: against.length > 0 ? against : pins, all: true }
}
