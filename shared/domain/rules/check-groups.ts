/** 第 n 件、买赠、一口价: rules that form groups of pieces. */
import type { BuyGetPromotion, ForPricePromotion, NthPromotion } from '../pricing/types.ts'
import { checkRate } from './check-rate.ts'
import { MOST_PIECES } from './reach.ts'
import { error, warning, type RuleProblem } from './rule.ts'
import { dearestOf, type ShelfProduct } from './shelf.ts'

export function checkNth({ n, rate }: Pick<NthPromotion, 'n' | 'rate'>): RuleProblem[] {
  const alone = n === 1 ? [warning('n', 'group-of-one')] : []
  return [...alone, ...checkReach(n, 'n'), ...checkRate(rate, 'rate')]
}

/** Giving for free is what it is for; giving more than is bought is worth a second look. */
export function checkBuyGet({ buy, get }: Pick<BuyGetPromotion, 'buy' | 'get'>): RuleProblem[] {
  const generous = get > buy ? [warning('get', 'gives-more-than-bought', { buy, get })] : []
  return [...generous, ...checkReach(buy + get, buy > get ? 'buy' : 'get')]
}

export function checkForPrice(
  { n, price }: Pick<ForPricePromotion, 'n' | 'price'>,
  goods: readonly ShelfProduct[],
): RuleProblem[] {
  const reach = checkReach(n, 'n')
  if (reach.length > 0) return reach
  if (price === 0) return [warning('price', 'makes-free')]
  const dearestFen = dearestOf(goods.filter(({ countable }) => countable))
  if (dearestFen === null || price < dearestFen * n) return []
  return [warning('price', 'group-price-not-lower', { n, sumFen: dearestFen * n })]
}

function checkReach(pieces: number, field: string): RuleProblem[] {
  return pieces > MOST_PIECES ? [error(field, 'beyond-pieces', { most: MOST_PIECES })] : []
}
