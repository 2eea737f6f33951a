/** What a member's purchases say: how much a visit is worth, how often there is one, and what is bought again and again. */
import { mulDiv } from '../money.ts'

const DAY_MS = 86_400_000

export interface Visit {
  readonly at: number
  readonly payableFen: number
}

export interface VisitRhythm {
  readonly visits: number
  readonly totalFen: number
  /** a visit, half fen up; 0 without one */
  readonly averageFen: number
  readonly lastAt: number | null
  /** days between two visits on average, null before the second */
  readonly everyDays: number | null
  /** a visit is due, and has been for as long again */
  readonly overdue: boolean
}

/** `visits` in any order; all of one member. */
export function visitRhythm(visits: readonly Visit[], now: number): VisitRhythm {
  const totalFen = visits.reduce((sum, visit) => sum + visit.payableFen, 0)
  const ats = visits.map((visit) => visit.at).sort((a, b) => a - b)
  const [first, last] = [ats[0] ?? null, ats[ats.length - 1] ?? null]
  const span = first === null || last === null ? 0 : last - first
  const everyDays = ats.length < 2 ? null : Math.max(1, Math.round(span / DAY_MS / (ats.length - 1)))
  return {
    visits: visits.length,
    totalFen,
    averageFen: visits.length === 0 ? 0 : mulDiv(totalFen, 1, visits.length, 'half-up'),
    lastAt: last,
    everyDays,
    overdue: everyDays !== null && last !== null && now - last > 2 * everyDays * DAY_MS,
  }
}
