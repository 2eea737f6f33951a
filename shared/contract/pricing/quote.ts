/**
 * The quote of a scenario: validate, compile, price, and what its returns refund.
 *
 * Invariant: never throws on data from outside; whatever is wrong is one error that names its place.
 */
import { compilePriceBook } from '../../domain/pricing/compile.ts'
import { nextSteps } from '../../domain/pricing/explain.ts'
import { parseInstant } from '../../domain/pricing/instant.ts'
import { quoteBasket } from '../../domain/pricing/quote.ts'
import { afterVisit, refundVisit } from '../../domain/pricing/returns.ts'
import type { ReturnedQty } from '../../domain/pricing/returns.ts'
import type {
  NextStep,
  PriceBookInput,
  PricingOrder,
  PricingRefusalCode,
  Quote,
  Refund,
  ReturnRefusal,
  Scenario,
  SoldOrder,
} from '../../domain/pricing/types.ts'
import { pathText } from './issues.ts'
import type { Issue } from './issues.ts'
import { refused, validateScenario } from './validate.ts'
import type { Refused } from './validate.ts'

export type ScenarioQuote = Quote & { readonly refunds?: readonly Refund[] }

export interface ExplainedQuote {
  readonly quote: ScenarioQuote
  readonly nextSteps: readonly NextStep[]
}

/** Prices one scenario; `refunds` only where it brings `returns`. */
export function quote(data: unknown): ScenarioQuote | Refused {
  const answer = quoteWith(data, false)
  return 'error' in answer ? answer : answer.quote
}

/** Prices one scenario and says what is missing to the next steps. */
export function explainQuote(data: unknown): ExplainedQuote | Refused {
  return quoteWith(data, true)
}

function quoteWith(data: unknown, withSteps: boolean): ExplainedQuote | Refused {
  const valid = validateScenario(data)
  if ('error' in valid) return valid
  const { scenario, returnsIssue } = valid
  const book = compilePriceBook(bookOf(scenario))
  const order = orderOf(scenario)
  const priced = quoteBasket(book, order)
  if ('code' in priced) return refused({ path: [priced.params.path], says: PRICING_SAYS[priced.code] })
  const refunds = refundsOf(scenario, priced)
  if (returnsIssue !== null)
    return 'error' in refunds && isEarlier(refunds, returnsIssue) ? refunds : refused(returnsIssue)
  if ('error' in refunds) return refunds
  const steps = withSteps ? nextSteps(book, order) : []
  if ('code' in steps) return refused({ path: [steps.params.path], says: PRICING_SAYS[steps.code] })
  return { quote: scenario.returns === undefined ? priced : { ...priced, refunds }, nextSteps: steps }
}

/** What the scenario publishes. */
function bookOf(scenario: Scenario): PriceBookInput {
  return {
    store: scenario.store,
    timeZone: scenario.timeZone,
    catalog: scenario.catalog,
    tiers: scenario.tiers ?? [],
    promotions: scenario.promotions ?? [],
    rules: scenario.rules,
  }
}

function orderOf(scenario: Scenario): PricingOrder {
  return {
    now: parseInstant(scenario.now)!,
    member: scenario.member ?? null,
    basket: scenario.basket,
    coupons: scenario.coupons ?? [],
    redeemPoints: scenario.redeemPoints ?? 0,
    pinned: scenario.pinned ?? [],
    forbidden: scenario.forbidden ?? [],
  }
}

/** `returns` was cut at the issue; what is wrong before it is named first, another word on the same place is not. */
function isEarlier({ error }: Refused, issue: Issue): boolean {
  return error.path !== pathText(issue.path)
}

function refundsOf(scenario: Scenario, priced: Quote): readonly Refund[] | Refused {
  const weighed = new Set(
    scenario.catalog.filter((product) => product.countable === false).map((product) => product.sku),
  )
  const sold: SoldOrder = {
    payable: priced.payable,
    lines: priced.lines.map(({ line, qty, net, sku }) => ({ line, qty, net, countable: !weighed.has(sku) })),
    points: priced.points,
  }
  const refunds: Refund[] = []
  let returned: ReturnedQty = new Map()
  for (const [place, visit] of (scenario.returns ?? []).entries()) {
    const refund = refundVisit(sold, returned, visit)
    if ('code' in refund) {
      const { index, field } = refund.params
      return refused({ path: ['returns', place, index, field], says: RETURN_SAYS[refund.code] })
    }
    refunds.push(refund)
    returned = afterVisit(returned, visit)
  }
  return refunds
}

const PRICING_SAYS: Readonly<Record<PricingRefusalCode, string>> = {
  'unknown-sku': 'names no product of the catalog',
  'part-of-a-piece': 'must be a whole number of pieces',
  'basket-too-large': 'has more than 10,000 units or sums that pass 2^53 - 1',
  'unknown-tier': 'names no tier',
  'unknown-offer': 'names no promotion and no coupon',
  'duplicate-offer': 'stands there twice',
  'no-combination': 'can not be: no allowed combination contains all of them',
}

const RETURN_SAYS: Readonly<Record<ReturnRefusal['code'], string>> = {
  'unknown-line': 'names no line of the basket',
  'line-twice': 'stands there twice in one visit',
  'too-many': 'is more than is left to return',
  'part-of-a-piece': 'must be a whole number of pieces',
  'part-of-a-weighed-line': 'must be the whole weighed line',
}
