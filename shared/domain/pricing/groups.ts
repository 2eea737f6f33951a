/**
 * Groups of units, dearest base first, for the kinds that price a whole group.
 *
 * Invariants: groups are formed once, from the units that are free, before any is judged; an incomplete group is not
 * taken; a full group is taken if its sum is no dearer than what its units cost when nobody takes them.
 */
import type { BasketState, UnitTurn } from './offer.ts'
import { takeUnit } from './offer.ts'

/** Prices of a full group (units dearest base first) into `prices`; false where the rule does not want the group. */
export type PriceGroup = (turn: UnitTurn, group: readonly number[], prices: number[]) => boolean

/** Forms groups of `size`, prices and judges each, takes what passes; returns the reduction measured from the bases. */
export function takeGroups(turn: UnitTurn, state: BasketState, size: number, priceGroup: PriceGroup): number {
  const free: number[] = []
  for (const unit of turn.members) if (state.taken[unit] !== 1) free.push(unit)
  const prices: number[] = []
  let reduction = 0
  for (let start = 0; start + size <= free.length; start += size) {
    const group = free.slice(start, start + size)
    prices.length = 0
    if (!priceGroup(turn, group, prices)) continue
    let sum = 0
    let ownSum = 0
    let baseSum = 0
    for (let place = 0; place < size; place++) {
      sum += prices[place]!
      ownSum += turn.own[group[place]!]!
      baseSum += turn.base[group[place]!]!
    }
    if (sum > ownSum) continue
    for (let place = 0; place < size; place++) takeUnit(state, group[place]!, prices[place]!)
    reduction += baseSum - sum
  }
  return reduction
}

/**
 * An upper bound for rules that lower only the last `cheapest` units of each group: however many units are taken
 * before, the place-th unit of what is left is no dearer than the place-th unit of all.
 */
export function mostOfLastPlaces(
  turn: UnitTurn,
  size: number,
  cheapest: number,
  reductionOf: (base: number) => number,
): number {
  let most = 0
  for (let start = 0; start + size <= turn.members.length; start += size) {
    for (let place = start + size - cheapest; place < start + size; place++) {
      most += reductionOf(turn.base[turn.members[place]!]!)
    }
  }
  return most
}
