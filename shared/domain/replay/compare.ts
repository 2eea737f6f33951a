/** Whether a sale that was priced again comes to what its receipt says, to the fen and to the point. */
import type { Priced, PricingRefusal } from '../pricing/types.ts'
import type { PastSale } from './past-sale.ts'

/** The first thing that differs; amounts in fen, or points. */
export interface Difference {
  readonly field: 'gross' | 'line' | 'payable' | 'rounding' | 'points' | 'not-priced'
  readonly line: string | null
  readonly recorded: number | null
  readonly replayed: number | null
}

/** The rules that it was tried with refuse it: there is nothing to compare. */
export const NOT_PRICED: Difference = { field: 'not-priced', line: null, recorded: null, replayed: null }

/** Null where everything is the same: gross, each line's net, payable, rounding, points taken and points earned. */
export function firstDifference({ recorded, basket }: PastSale, priced: Priced | PricingRefusal): Difference | null {
  if ('code' in priced) return NOT_PRICED
  if (priced.gross !== recorded.grossFen) return differs('gross', recorded.grossFen, priced.gross)
  for (let place = 0; place < basket.length; place += 1) {
    const net = priced.lines[place]?.net ?? null
    const said = recorded.netFen[place] ?? null
    if (net !== said) return { ...differs('line', said, net), line: basket[place]!.line }
  }
  if (priced.payable !== recorded.payableFen) return differs('payable', recorded.payableFen, priced.payable)
  if (priced.rounding !== recorded.roundingFen) return differs('rounding', recorded.roundingFen, priced.rounding)
  const { redeemed, earned } = priced.points
  if (redeemed !== recorded.pointsRedeemed) return differs('points', recorded.pointsRedeemed, redeemed)
  return earned === recorded.pointsEarned ? null : differs('points', recorded.pointsEarned, earned)
}

function differs(field: Difference['field'], recorded: number | null, replayed: number | null): Difference {
  return { field, line: null, recorded, replayed }
}
