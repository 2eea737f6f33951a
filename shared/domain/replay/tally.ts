/**
 * What a replay adds up to.
 *
 * Invariants: a receipt that the rules of its time do not reproduce is counted as a difference and compared with nothing
 * else; of two equally large changes the earlier receipt stands first.
 */
import type { Quote } from '../pricing/types.ts'
import type { Difference } from './compare.ts'
import type { PastSale } from './past-sale.ts'
import { TRIED_COUPON, type TriedRule } from './price-again.ts'

const SHOWN = 10

export interface ChangedReceipt {
  readonly saleId: string
  readonly receiptNo: string
  readonly at: number
  readonly beforeFen: number
  readonly afterFen: number
}

export type DifferentReceipt = Difference & Pick<ChangedReceipt, 'saleId' | 'receiptNo' | 'at'>

/** How often a rule acted, in receipts. */
export interface PushedAside {
  readonly ruleId: string
  readonly timesBefore: number
  readonly timesAfter: number
}

export interface Tally {
  readonly receipts: number
  readonly changed: number
  readonly used: number
  readonly usedFen: number
  readonly paidFen: number
  readonly costFen: number
  readonly pointsMore: number
  readonly pushedAside: readonly PushedAside[]
  readonly largest: readonly ChangedReceipt[]
  readonly differences: number
  readonly firstDifferences: readonly DifferentReceipt[]
}

export interface Counting {
  /** a receipt that is not reproduced */
  different(sale: PastSale, difference: Difference): void
  /** a receipt that is; `drafted` where a draft is tried */
  reproduced(sale: PastSale, drafted: Quote | null): void
  receipts(): number
  total(): Tally
}

export function startCounting(tried: Pick<TriedRule, 'ruleId'> | null): Counting {
  const sums = { receipts: 0, changed: 0, used: 0, usedFen: 0, paidFen: 0, costFen: 0, pointsMore: 0, differences: 0 }
  const firstDifferences: DifferentReceipt[] = []
  const largest: ChangedReceipt[] = []
  const before = new Map<string, number>()
  const after = new Map<string, number>()

  function compare(sale: PastSale, drafted: Quote): void {
    const { recorded } = sale
    for (const ruleId of rulesOf(sale, recorded.applied)) count(before, ruleId)
    for (const ruleId of rulesOf(
      sale,
      drafted.applied.map(({ id }) => id),
    ))
      count(after, ruleId)
    const off = drafted.applied.reduce((sum, { id, amount }) => (isOf(sale, tried, id) ? sum - amount : sum), 0)
    if (off > 0) sums.used += 1
    sums.usedFen += off
    sums.costFen += recorded.payableFen - drafted.payable
    sums.pointsMore += drafted.points.earned - recorded.pointsEarned
    if (drafted.payable === recorded.payableFen) return
    sums.changed += 1
    const { saleId, receiptNo, at } = sale
    keepLargest(largest, { saleId, receiptNo, at, beforeFen: recorded.payableFen, afterFen: drafted.payable })
  }

  return {
    different: (sale, difference) => {
      sums.receipts += 1
      sums.paidFen += sale.recorded.payableFen
      sums.differences += 1
      const { saleId, receiptNo, at } = sale
      if (firstDifferences.length < SHOWN) firstDifferences.push({ ...difference, saleId, receiptNo, at })
    },
    reproduced: (sale, drafted) => {
      sums.receipts += 1
      sums.paidFen += sale.recorded.payableFen
      if (drafted !== null) compare(sale, drafted)
    },
    receipts: () => sums.receipts,
    total: () => ({ ...sums, pushedAside: pushedAside(before, after, tried), largest, firstDifferences }),
  }
}

/** The rules that took something off: of a coupon its template; promotions by hand are no rules. */
function rulesOf(sale: PastSale, applied: readonly string[]): Set<string> {
  const rules = new Set<string>()
  for (const id of applied) {
    if (sale.adHocPromotions.some((promotion) => promotion.id === id)) continue
    rules.add(sale.coupons.find((coupon) => coupon.id === id)?.template ?? id)
  }
  return rules
}

function isOf(sale: PastSale, tried: Pick<TriedRule, 'ruleId'> | null, id: string): boolean {
  if (tried === null) return false
  if (id === tried.ruleId || id === TRIED_COUPON) return true
  return sale.coupons.some((coupon) => coupon.id === id && coupon.template === tried.ruleId)
}

function count(times: Map<string, number>, ruleId: string): void {
  times.set(ruleId, (times.get(ruleId) ?? 0) + 1)
}

function pushedAside(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  tried: Pick<TriedRule, 'ruleId'> | null,
): PushedAside[] {
  return [...before]
    .map(([ruleId, timesBefore]) => ({ ruleId, timesBefore, timesAfter: after.get(ruleId) ?? 0 }))
    .filter(({ ruleId, timesBefore, timesAfter }) => ruleId !== tried?.ruleId && timesAfter < timesBefore)
    .sort((a, b) => fewer(b) - fewer(a) || (a.ruleId < b.ruleId ? -1 : 1))
}

function fewer({ timesBefore, timesAfter }: PushedAside): number {
  return timesBefore - timesAfter
}

/** Keeps the list short and in order; sales come in by time. */
function keepLargest(largest: ChangedReceipt[], change: ChangedReceipt): void {
  const size = sizeOf(change)
  if (largest.length === SHOWN && sizeOf(largest.at(-1)!) >= size) return
  const place = largest.findIndex((other) => sizeOf(other) < size)
  largest.splice(place === -1 ? largest.length : place, 0, change)
  if (largest.length > SHOWN) largest.pop()
}

function sizeOf({ beforeFen, afterFen }: ChangedReceipt): number {
  return Math.abs(beforeFen - afterFen)
}
