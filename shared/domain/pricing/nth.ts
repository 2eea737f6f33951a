/** 第 N 件折扣: in each full group of n the cheapest unit is priced at a rate, the others stay at their base. */
import { mostOfLastPlaces, takeGroups } from './groups.ts'
import type { PriceGroup } from './groups.ts'
import type { UnitRule } from './offer.ts'
import { halfAtRate } from './rounding.ts'
import type { NthPromotion } from './types.ts'

export function compileNth({ n, rate }: NthPromotion): UnitRule {
  const priceGroup: PriceGroup = (turn, group, prices) => {
    for (let place = 0; place < n - 1; place++) prices.push(turn.base[group[place]!]!)
    prices.push(halfAtRate(turn.base[group[n - 1]!]!, rate))
    return true
  }
  return {
    countsUnits: true,
    dearestFirst: true,
    neededPieces: n,
    take: (turn, state) => takeGroups(turn, state, n, priceGroup),
    lowest: (turn, unit) => halfAtRate(turn.base[unit]!, rate),
    most: (turn) => mostOfLastPlaces(turn, n, 1, (base) => base - halfAtRate(base, rate)),
  }
}
