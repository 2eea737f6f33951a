/**
 * Everything that can be said against a rule whose shape is right: contradictions, rules that can never hold, and rules
 * that make something free.
 *
 * Invariant: an error is what no change in the shop can cure; what hangs on goods and members as they are now, and what
 * gives something away, is a warning that the shopkeeper may confirm.
 */
import { checkCoupon } from './check-coupon.ts'
import { checkBuyGet, checkForPrice, checkNth } from './check-groups.ts'
import { checkAmountOff, checkOrderRate } from './check-order-offers.ts'
import { checkRate } from './check-rate.ts'
import { checkScope } from './check-scope.ts'
import { checkSpecial } from './check-special.ts'
import { checkQuantitySteps } from './check-steps.ts'
import { checkTimes } from './check-times.ts'
import { checkWho } from './check-who.ts'
import { error, warning, type PublishedBody, type RuleProblem } from './rule.ts'
import { namedBy, usableOf, type RuleShelf, type ShelfProduct } from './shelf.ts'

const COUNTS_PIECES: ReadonlySet<string> = new Set(['nth', 'buyGet', 'forPrice', 'quantityRate'])

export function checkRule(offer: PublishedBody, shelf: RuleShelf): RuleProblem[] {
  const { body } = offer
  return [
    ...checkTimes(body, shelf),
    ...checkWho(body, shelf),
    ...checkScope(body.scope, shelf, COUNTS_PIECES.has(body.kind)),
    ...checkEffect(offer, usableOf(namedBy(body.scope, shelf.products))),
    ...(offer.kind === 'coupon-template' ? checkCoupon(offer.body, shelf) : []),
  ]
}

/** A rule needs a Chinese name, and better one of its own. */
export function checkNames(nameZh: string, { otherNames }: Pick<RuleShelf, 'otherNames'>): RuleProblem[] {
  const name = nameZh.trim()
  if (name === '') return [error('nameZh', 'name-missing')]
  return otherNames.has(name) ? [warning('nameZh', 'name-taken', { name })] : []
}

function checkEffect({ body }: PublishedBody, goods: readonly ShelfProduct[]): RuleProblem[] {
  switch (body.kind) {
    case 'special':
      return checkSpecial(body, goods)
    case 'percent':
      return checkRate(body.rate, 'rate')
    case 'nth':
      return checkNth(body)
    case 'buyGet':
      return checkBuyGet(body)
    case 'forPrice':
      return checkForPrice(body, goods)
    case 'quantityRate':
      return checkQuantitySteps(body.steps)
    case 'amountOff':
      return checkAmountOff(body)
    case 'orderRate':
      return checkOrderRate(body)
    case 'product':
      return []
  }
}
