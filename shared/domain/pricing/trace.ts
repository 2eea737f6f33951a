/**
 * The chosen combination, told step by step: what each source took off each line.
 *
 * Invariants: for each line gross + Σ adjustments = net = Σ units; one adjustment per source and line, none of 0; a
 * unit promotion is measured from its base and the tier from list, so that both show where the base is the tier price.
 */
import { fen } from '../money.ts'
import { act, startState } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import type { BasketState } from './offer.ts'
import type { Prepared } from './prepare.ts'
import type { Combination } from './combination.ts'
import type { Settled } from './settle.ts'
import type { Adjustment, Applied, QuoteLine } from './types.ts'
import type { BasketUnits } from './units.ts'

export interface Trace {
  /** After all chosen have acted; settling goes on from here. */
  readonly state: BasketState
  readonly applied: readonly Applied[]
  /** The lines of the quote, once `settled` has brought the state to what is paid. */
  linesWith(settled: Settled): QuoteLine[]
}

/** Fen by line that one source changed; negative where it took off. */
interface SourceAmounts {
  readonly source: string
  readonly byLine: readonly number[]
}

/** Lets the combination act again and writes down who did what. */
export function traceLines(prepared: Prepared, combination: Combination): Trace {
  const { basket } = prepared
  const { tierOn } = combination
  const state = startState(basket, tierOn)
  // What the tier price (or the cashier's price) contributes to each unit; a promotion that starts from list undoes it.
  const start = state.cost.slice()
  const offers: SourceAmounts[] = []
  const applied: Applied[] = []
  for (const candidate of combination.chosen) {
    const before = { cost: state.cost.slice(), taken: state.taken.slice() }
    const amount = -act(candidate, state, tierOn)
    offers.push({ source: candidate.offer.id, byLine: byLineOf(candidate, before, state, start, basket, tierOn) })
    applied.push({ id: candidate.offer.id, kind: candidate.offer.kind, amount: fen(amount) })
  }
  return {
    state,
    applied,
    linesWith(settled) {
      const sources = [
        ...startSources(prepared, start),
        ...offers,
        { source: 'points', byLine: changeByLine(basket, settled.costBeforePoints, settled.costBeforeRounding) },
        { source: 'rounding', byLine: changeByLine(basket, settled.costBeforeRounding, state.cost) },
      ]
      return basket.lines.map((_, index) => quoteLine(basket, index, state, sources))
    },
  }
}

/** What the candidate did to each line; for units that it took, `start` becomes the base that it started from. */
function byLineOf(
  candidate: Candidate,
  before: { readonly cost: readonly number[]; readonly taken: readonly number[] },
  state: BasketState,
  start: number[],
  basket: BasketUnits,
  tierOn: boolean,
): number[] {
  const turn = tierOn ? candidate.turnWithTier : candidate.turnWithoutTier
  if (turn === null) return changeByLine(basket, before.cost, state.cost)
  const byLine = new Array<number>(basket.lines.length).fill(0)
  for (const unit of candidate.members) {
    if (before.taken[unit] === 1 || state.taken[unit] !== 1) continue
    start[unit] = turn.base[unit]!
    byLine[basket.lineOf[unit]!]! += state.cost[unit]! - turn.base[unit]!
  }
  return byLine
}

function startSources({ basket, order }: Prepared, start: readonly number[]): SourceAmounts[] {
  const change = changeByLine(basket, basket.list, start)
  const tier = order.member?.tier ?? null
  return [
    { source: 'manual', byLine: change.map((amount, index) => (basket.lines[index]!.manual ? amount : 0)) },
    {
      source: tier === null ? 'member' : `tier:${tier}`,
      byLine: change.map((amount, index) => (basket.lines[index]!.manual ? 0 : amount)),
    },
  ]
}

function changeByLine(basket: BasketUnits, before: readonly number[], after: readonly number[]): number[] {
  const byLine = new Array<number>(basket.lines.length).fill(0)
  for (let unit = 0; unit < basket.count; unit++) byLine[basket.lineOf[unit]!]! += after[unit]! - before[unit]!
  return byLine
}

function quoteLine(
  basket: BasketUnits,
  index: number,
  state: BasketState,
  sources: readonly SourceAmounts[],
): QuoteLine {
  const { line, list, count, first } = basket.lines[index]!
  const units = state.cost.slice(first, first + count).map(fen)
  const adjustments: Adjustment[] = []
  for (const { source, byLine } of sources) {
    const amount = byLine[index]!
    if (amount !== 0) adjustments.push({ source, amount: fen(amount) })
  }
  return {
    line: line.line,
    sku: line.sku,
    qty: line.qty,
    gross: fen(list * count),
    net: fen(units.reduce((sum, unit) => sum + unit, 0)),
    units,
    adjustments,
  }
}
