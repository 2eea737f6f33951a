/** 买 N 送 M: in each full group of buy + get the `get` cheapest units cost nothing, the others stay at their base. */
import { mostOfLastPlaces, takeGroups } from './groups.ts'
import type { PriceGroup } from './groups.ts'
import type { UnitRule } from './offer.ts'
import type { BuyGetPromotion } from './types.ts'

export function compileBuyGet({ buy, get }: BuyGetPromotion): UnitRule {
  const size = buy + get
  const priceGroup: PriceGroup = (turn, group, prices) => {
    for (let place = 0; place < size; place++) prices.push(place < buy ? turn.base[group[place]!]! : 0)
    return true
  }
  return {
    countsUnits: true,
    dearestFirst: true,
    neededPieces: size,
    take: (turn, state) => takeGroups(turn, state, size, priceGroup),
    lowest: () => 0,
    most: (turn) => mostOfLastPlaces(turn, size, get, (base) => base),
  }
}
