/**
 * What happens after the choice: points are redeemed, what is left is rounded, points are earned.
 *
 * Invariant: redemption and rounding are shared over all units, so that the units still add up to what is paid.
 */
import { reduceUnits } from './candidate.ts'
import { isBirthday } from './eligibility.ts'
import type { BasketState } from './offer.ts'
import { earned, redeem } from './points.ts'
import type { Prepared } from './prepare.ts'
import { roundingOff, WHOLE_RATE } from './rounding.ts'
import type { PricingRefusal } from './types.ts'

export interface Settled {
  readonly redeemed: number
  /** Fen. */
  readonly value: number
  /** Fen. */
  readonly rounding: number
  readonly earned: number
  /** What each unit cost before redemption, and after it. */
  readonly costBeforePoints: readonly number[]
  readonly costBeforeRounding: readonly number[]
}

/** Brings `state` to what is paid; refuses points that no longer are a safe integer. */
export function settle(prepared: Prepared, state: BasketState): Settled | PricingRefusal {
  const { book, order } = prepared
  const redemption =
    order.member === null || book.rules.redeem === undefined
      ? { points: 0, value: 0 }
      : redeem(order.redeemPoints, order.member.points ?? 0, state.total, book.rules.redeem)
  const beforePoints = redemption.value > 0 ? state.cost.slice() : null
  if (redemption.value > 0) reduceUnits(allUnits(state), state, false, redemption.value)
  const rounding = roundingOff(state.total, book.rules.rounding?.unit ?? 1)
  const costBeforeRounding = rounding > 0 ? state.cost.slice() : state.cost
  if (rounding > 0) reduceUnits(allUnits(state), state, false, rounding)
  const points = earnedBy(prepared, state)
  if (points === Infinity) return { code: 'basket-too-large', params: { path: 'basket' } }
  return {
    redeemed: redemption.points,
    value: redemption.value,
    rounding,
    earned: points,
    costBeforePoints: beforePoints ?? costBeforeRounding,
    costBeforeRounding,
  }
}

function earnedBy({ book, order, basket, occasion }: Prepared, state: BasketState): number {
  if (order.member === null || book.rules.earn === undefined) return 0
  let eligible = 0
  for (const { product, first, count } of basket.lines) {
    if (product.pointsEligible === false) continue
    for (let unit = first; unit < first + count; unit++) eligible += state.cost[unit]!
  }
  const tier = book.tiers.get(order.member.tier ?? '')
  const pointsRate = (order.member.tier ?? null) === null ? WHOLE_RATE : (tier?.pointsRate ?? WHOLE_RATE)
  const birthday = book.rules.earn.birthdayRate !== undefined && isBirthday(occasion)
  return earned(eligible, book.rules.earn, pointsRate, birthday)
}

function allUnits(state: BasketState): number[] {
  return state.cost.map((_, unit) => unit)
}
