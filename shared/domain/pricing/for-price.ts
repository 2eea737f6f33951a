/** N 件 X 元: each full group of n costs `price` together, shared by base, only where that is less than its bases. */
import { takeGroups } from './groups.ts'
import type { PriceGroup } from './groups.ts'
import type { UnitRule } from './offer.ts'
import { share } from './share.ts'
import type { ForPricePromotion } from './types.ts'

export function compileForPrice({ n, price }: ForPricePromotion): UnitRule {
  const priceGroup: PriceGroup = (turn, group, prices) => {
    let bases = 0
    for (const unit of group) bases += turn.base[unit]!
    if (price >= bases) return false
    // share runs in unit order, the group stands dearest first: `places` maps the one to the other.
    const places = group.map((_, place) => place).sort((a, b) => group[a]! - group[b]!)
    const weights = places.map((place) => turn.base[group[place]!]!)
    const parts = share(price, weights)
    for (let i = 0; i < places.length; i++) prices[places[i]!] = parts[i]!
    return true
  }
  return {
    countsUnits: true,
    dearestFirst: true,
    neededPieces: n,
    take: (turn, state) => takeGroups(turn, state, n, priceGroup),
    lowest: () => 0,
    most(turn) {
      let most = 0
      for (let start = 0; start + n <= turn.members.length; start += n) {
        let bases = 0
        for (let place = start; place < start + n; place++) bases += turn.base[turn.members[place]!]!
        most += Math.max(0, bases - price)
      }
      return most
    },
  }
}
