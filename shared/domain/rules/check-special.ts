/** 特价: a price that is none, or no lower than what everything in scope costs anyway. */
import type { SpecialPromotion } from '../pricing/types.ts'
import { warning, type RuleProblem } from './rule.ts'
import { dearestOf, type ShelfProduct } from './shelf.ts'

export function checkSpecial(
  { price }: Pick<SpecialPromotion, 'price'>,
  goods: readonly ShelfProduct[],
): RuleProblem[] {
  if (price === 0) return [warning('price', 'makes-free')]
  const dearestFen = dearestOf(goods)
  return dearestFen !== null && price >= dearestFen ? [warning('price', 'price-not-lower', { dearestFen })] : []
}
