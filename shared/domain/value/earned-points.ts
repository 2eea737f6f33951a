/** Points that a sale really earns: only what money or principal paid earns. */
import { mulDiv } from '../money.ts'

/**
 * floor(earned × (payable − paid with bonus) / payable), 0 where nothing was payable.
 * `earned` is the quote's, which supposes that no bonus pays.
 */
export function postedPoints(earned: number, payableFen: number, paidWithBonusFen: number): number {
  if (payableFen === 0) return 0
  return mulDiv(earned, payableFen - paidWithBonusFen, payableFen, 'floor')
}
