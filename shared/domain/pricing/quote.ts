/**
 * A basket's price: money only for every key that is pressed, and with reasons when somebody asks.
 *
 * Invariants: both are one engine, `quoteBasket` explains the combination that `priceBasket` chooses; units add up to
 * what is paid; no clock, no locale, no order of input but that of `skipped` changes an answer.
 */
import { fen } from '../money.ts'
import { act, startState } from './candidate.ts'
import type { PriceBook } from './compile.ts'
import type { BasketState } from './offer.ts'
import { prepare } from './prepare.ts'
import type { Prepared } from './prepare.ts'
import type { Combination } from './combination.ts'
import { findBest } from './search.ts'
import { settle } from './settle.ts'
import type { Settled } from './settle.ts'
import { whySkipped } from './skipped.ts'
import { traceLines } from './trace.ts'
import type { Priced, PricingOrder, PricingRefusal, Quote, QuotePoints } from './types.ts'

export interface Chosen {
  readonly prepared: Prepared
  readonly combination: Combination
}

/** Money only. Refuses as `PricingRefusal` says; throws on a book or an order that was not validated. */
export function priceBasket(book: PriceBook, order: PricingOrder): Priced | PricingRefusal {
  const choice = choose(book, order)
  if ('code' in choice) return choice
  const { prepared, combination } = choice
  const state = combination.state ?? stateAfter(prepared, combination)
  const settled = settle(prepared, state)
  if ('code' in settled) return settled
  return {
    gross: fen(prepared.basket.gross),
    payable: fen(state.total),
    exact: prepared.exact,
    lines: prepared.basket.lines.map(({ line, list, count, first }) => {
      let net = 0
      for (let unit = first; unit < first + count; unit++) net += state.cost[unit]!
      return { line: line.line, gross: fen(list * count), net: fen(net) }
    }),
    points: pointsOf(settled),
    rounding: fen(settled.rounding),
  }
}

/** Money and reasons. Refuses as `priceBasket` does. */
export function quoteBasket(book: PriceBook, order: PricingOrder): Quote | PricingRefusal {
  const choice = choose(book, order)
  if ('code' in choice) return choice
  const { prepared, combination } = choice
  const trace = traceLines(prepared, combination)
  const settled = settle(prepared, trace.state)
  if ('code' in settled) return settled
  return {
    gross: fen(prepared.basket.gross),
    payable: fen(trace.state.total),
    exact: prepared.exact,
    lines: trace.linesWith(settled),
    applied: trace.applied,
    skipped: whySkipped(prepared, combination),
    points: pointsOf(settled),
    rounding: fen(settled.rounding),
  }
}

/** The combination that both functions act on. */
export function choose(book: PriceBook, order: PricingOrder): Chosen | PricingRefusal {
  const prepared = prepare(book, order)
  if ('code' in prepared) return prepared
  const combination = findBest(prepared.problem)
  if (combination === null) return { code: 'no-combination', params: { path: 'pinned' } }
  return { prepared, combination }
}

function stateAfter(prepared: Prepared, { chosen, tierOn }: Combination): BasketState {
  const state = startState(prepared.basket, tierOn)
  for (const candidate of chosen) act(candidate, state, tierOn)
  return state
}

function pointsOf({ redeemed, value, earned }: Settled): QuotePoints {
  return { redeemed, value: fen(value), earned }
}
