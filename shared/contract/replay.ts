/**
 * 试算: past sales priced again, with or without a draft rule. Nothing is committed; a replay lives in memory, one at a
 * time for a till, and the last one can be looked at until the next is started.
 *
 * With the `ruleId` of a rule that exists the draft takes that rule's place on every sale, with another it joins the
 * rules. Its dates (`from`, `to`) are left aside: it is tried as though it had held in the whole range, while weekdays,
 * hours, tiers and everything else of it count.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { BusinessDay, errors, Fen, Id, Instant, Label, Refusal } from './primitives.ts'
import { RuleDraft } from './rules.ts'

const base = oc.errors(errors)

/** A receipt whose amount the draft would change. */
export const ReplayChange = z.object({
  saleId: Id,
  receiptNo: z.string(),
  at: Instant,
  beforeFen: Fen,
  afterFen: Fen,
})
export type ReplayChange = z.infer<typeof ReplayChange>

/** A receipt that a replay without a draft does not reproduce; `field` is the first thing that differs. */
export const ReplayDifference = z.object({
  saleId: Id,
  receiptNo: z.string(),
  at: Instant,
  field: z.enum(['gross', 'line', 'payable', 'rounding', 'points', 'not-priced']),
  /** the line of the basket, where a line differs */
  line: z.string().nullable(),
  /** fen, or points for 'points'; null where there is no price */
  recorded: z.int().nullable(),
  replayed: z.int().nullable(),
})
export type ReplayDifference = z.infer<typeof ReplayDifference>

export const ReplayResult = z.object({
  fromDay: BusinessDay,
  toDay: BusinessDay,
  /** receipts of the range, all of them priced again */
  receipts: z.int(),
  /** receipts that come to another amount with the draft */
  changed: z.int(),
  /** receipts on which the draft takes something off, and how much in sum; 0 without a draft */
  used: z.int(),
  usedFen: Fen,
  /**
   * true for a coupon template that nobody holds a coupon of yet: replayed as though each customer had shown one, which
   * is the most that it can cost
   */
  everyoneHolds: z.boolean(),
  /** what all customers paid in the range */
  paidFen: Fen,
  /** what they would have paid less with the draft; negative when more */
  costFen: Fen,
  /** points that they would have earned more; negative when fewer */
  pointsMore: z.int(),
  /** rules that act less often with the draft, the most pushed first; `times…` count receipts */
  pushedAside: z.array(z.object({ ruleId: z.string(), label: Label, timesBefore: z.int(), timesAfter: z.int() })),
  /** the ten largest changes, the largest first */
  largest: z.array(ReplayChange),
  /** receipts that the replay does not reproduce without the draft; must be 0 */
  differences: z.int(),
  /** the first ten of them */
  firstDifferences: z.array(ReplayDifference),
  /** rules of a kind that this till does not know: left out here as they were at the till */
  leftOut: z.array(z.object({ ruleId: z.string(), label: Label })),
  tookMs: z.int(),
})
export type ReplayResult = z.infer<typeof ReplayResult>

export const ReplayProgress = z.object({
  replayId: Id,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** receipts */
  done: z.int(),
  total: z.int(),
  /** only when done */
  result: ReplayResult.nullable(),
  /** only when failed */
  refusal: Refusal.nullable(),
})
export type ReplayProgress = z.infer<typeof ReplayProgress>

export const replayContract = {
  range: base
    .route({
      method: 'GET',
      path: '/replay/range',
      summary: 'The business days that have receipts; null before the first',
    })
    .output(z.object({ firstDay: BusinessDay.nullable(), lastDay: BusinessDay.nullable(), receipts: z.int() })),
  start: base
    .route({
      method: 'POST',
      path: '/replay/start',
      summary: 'Price the receipts of the days again; a running replay ends',
    })
    .input(z.object({ draft: RuleDraft.nullable(), fromDay: BusinessDay, toDay: BusinessDay }))
    .output(z.object({ replayId: Id })),
  progress: base
    .route({ method: 'POST', path: '/replay/progress', summary: 'How far it is; the result once it is done' })
    .input(z.object({ replayId: Id }))
    .output(ReplayProgress),
  cancel: base
    .route({ method: 'POST', path: '/replay/cancel', summary: 'Stop; a replay that is over stays as it is' })
    .input(z.object({ replayId: Id }))
    .output(ReplayProgress),
}
