/** Tax that a price contains. */
import { fen, mulDiv, type Fen } from '../money.ts'

/** The tax in an amount that includes it: half-up(amount × rate / (10000 + rate)). Rate in basis points. */
export function taxWithin(amountFen: number, rateBp: number): Fen {
  return fen(mulDiv(amountFen, rateBp, 10_000 + rateBp, 'half-up'))
}

/** Tax by rate, summed before it is rounded so that one fen is lost at most once a rate. Ascending rates. */
export function taxByRate(
  lines: readonly { readonly netFen: number; readonly taxRateBp: number }[],
): { rateBp: number; taxFen: Fen }[] {
  const sums = new Map<number, number>()
  for (const line of lines) sums.set(line.taxRateBp, (sums.get(line.taxRateBp) ?? 0) + line.netFen)
  return [...sums].sort(([a], [b]) => a - b).map(([rateBp, netFen]) => ({ rateBp, taxFen: taxWithin(netFen, rateBp) }))
}
