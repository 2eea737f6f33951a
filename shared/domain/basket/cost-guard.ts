/**
 * The guard of whole-order discounts: how far an order is sold below what it cost the shop.
 *
 * Invariants: goods whose cost nobody knows neither hide a loss of others nor make one; all for nothing is a loss
 * whatever it cost; points pay and are no discount.
 */
import { mulDiv } from '../money.ts'

export interface GuardedLine {
  /** thousandths */
  readonly qty: number
  /** per piece or per kilogram; null where nobody knows */
  readonly costFen: number | null
  /** what the line costs before points */
  readonly netFen: number
}

/** Fen that the lines together bring less than they cost; 0 where they bring enough, at least 1 where all is free. */
export function lossFen(lines: readonly GuardedLine[]): number {
  let marginFen = 0
  let netFen = 0
  for (const line of lines) {
    netFen += line.netFen
    if (line.costFen !== null) marginFen += line.netFen - mulDiv(line.costFen, line.qty, 1000, 'half-up')
  }
  const free = lines.length > 0 && netFen === 0
  return Math.max(0, -marginFen, free ? 1 : 0)
}
