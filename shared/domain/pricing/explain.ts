/**
 * What is missing to the next step of each offer that holds: "再买 ¥12.00 减 ¥30.00".
 *
 * Invariants: the same combination as the quote's, without those that the offer would take the place of; an offer that is
 * forbidden, does not hold, means nothing in the basket or has no further step is left out; `missing` is at least 1.
 */
import { fen } from '../money.ts'
import { candidateOf, linesInScope } from './candidate.ts'
import type { PriceBook } from './compile.ts'
import { whyNot } from './eligibility.ts'
import { exclude } from './offer.ts'
import { choose } from './quote.ts'
import { seenAtItsPlace } from './skipped.ts'
import { nextStep, sortedSteps } from './steps.ts'
import type { Coupon, NextStep, PricingOrder, PricingRefusal, Promotion } from './types.ts'

type Gives = Pick<NextStep, 'missing' | 'unit' | 'gives'>

/** In the order of the book's promotions, then the order's own, then its coupons. Refuses as `priceBasket` does. */
export function nextSteps(book: PriceBook, order: PricingOrder): NextStep[] | PricingRefusal {
  const choice = choose(book, order)
  if ('code' in choice) return choice
  const { prepared, combination } = choice
  const steps: NextStep[] = []
  for (const offer of [...book.published, ...prepared.extras]) {
    if (prepared.forbidden.has(offer.id) || whyNot(offer.eligibility, prepared.occasion) !== null) continue
    const lines = linesInScope(offer, prepared.basket)
    if (lines.length === 0) continue
    // what it excludes would give way to it, and takes nothing off before it
    const chosen = combination.chosen.filter((other) => other.offer === offer || !exclude(offer, other.offer))
    const seen = seenAtItsPlace(candidateOf(offer, lines, prepared.basket), prepared, { ...combination, chosen })
    const next = stepAfter(offer.source, seen)
    if (next !== null) steps.push({ id: offer.id, kind: offer.kind, ...next })
  }
  return steps
}

/** The step that comes after `seen` fen or free pieces. */
function stepAfter(source: Promotion | Coupon, seen: number): Gives | null {
  switch (source.kind) {
    case 'amountOff':
      return source.steps === undefined
        ? nextMultiple(seen, source.every!, source.off!, source.max)
        : nextAmount(sortedSteps(source.steps), seen)
    case 'orderRate':
      return source.at === undefined || source.at <= seen
        ? null
        : { missing: source.at - seen, unit: 'fen', gives: { kind: 'rate', rate: source.rate } }
    case 'quantityRate': {
      const step = nextStep(sortedSteps(source.steps), seen)
      return step && { missing: step.at - seen, unit: 'pieces', gives: { kind: 'rate', rate: step.rate } }
    }
    case 'nth':
      return toFullGroup(seen, source.n, { kind: 'rate', rate: source.rate })
    case 'buyGet':
      return toFullGroup(seen, source.buy + source.get, { kind: 'free', pieces: source.get })
    case 'forPrice':
      return toFullGroup(seen, source.n, { kind: 'price', pieces: source.n, price: fen(source.price) })
    case 'special':
    case 'percent':
    case 'product':
      return null
  }
}

function nextAmount(steps: readonly { readonly at: number; readonly off: number }[], seen: number): Gives | null {
  const step = nextStep(steps, seen)
  return step && { missing: step.at - seen, unit: 'fen', gives: { kind: 'off', off: fen(step.off) } }
}

function nextMultiple(seen: number, every: number, off: number, max: number | undefined): Gives | null {
  const times = Math.floor(seen / every)
  const cap = max ?? Number.MAX_SAFE_INTEGER
  const next = Math.min((times + 1) * off, cap)
  if (next <= times * off) return null
  return { missing: (times + 1) * every - seen, unit: 'fen', gives: { kind: 'off', off: fen(next) } }
}

/** Where the free pieces are full groups already, the next one needs a whole group. */
function toFullGroup(seen: number, size: number, gives: NextStep['gives']): Gives {
  return { missing: size - (seen % size), unit: 'pieces', gives }
}
