/**
 * Stored value 储值 beside the sell screen: what the shop has set, the statement of an account, taking a top-up back,
 * closing an account, and what the shop owes.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  AmountFen,
  Approval,
  BusinessDay,
  Command,
  errors,
  Fen,
  Id,
  Instant,
  Label,
  PositiveFen,
} from './primitives.ts'

const base = oc.errors(errors)

const CouponGift = z.object({ templateId: z.string().min(1).max(60), count: z.int().min(1).max(20) })

const TopUpStep = z.object({
  fromFen: PositiveFen,
  bonusFen: AmountFen,
  points: z.int().min(0).max(10_000_000),
  coupons: z.array(CouponGift).max(5),
})

export const TopUpPlan = z.object({
  planId: Id,
  nameZh: z.string().trim().max(40),
  nameEn: z.string().trim().max(60),
  paused: z.boolean(),
  bonusDays: z.int().min(1).max(3650).nullable(),
  steps: z.array(TopUpStep).max(12),
})
export type TopUpPlan = z.infer<typeof TopUpPlan>

/** Plans, caps and limits, whole; the core checks them and makes the next version. */
export const StoredValueSettings = z.object({
  plans: z.array(TopUpPlan).max(20),
  registeredCapFen: PositiveFen,
  anonymousCapFen: PositiveFen,
  /** basis points of what is paid */
  maxBonusShareBp: z.int().min(0).max(20_000),
  limits: z.object({ operationFen: PositiveFen, operatorDayFen: PositiveFen, dayFen: PositiveFen }),
  reversalDays: z.int().min(0).max(30),
})
export type StoredValueSettings = z.infer<typeof StoredValueSettings>

export const StoredValueView = StoredValueSettings.extend({
  version: z.int(),
  changedAt: Instant.nullable(),
  changedBy: z.string().nullable(),
  /** coupons that a step can give */
  templates: z.array(z.object({ templateId: z.string(), label: Label })),
})
export type StoredValueView = z.infer<typeof StoredValueView>

export const StatementKind = z.enum(['sale', 'top-up', 'top-up-reversal', 'closing', 'opening', 'other'])
export type StatementKind = z.infer<typeof StatementKind>

/** One entry: what it moved, and what the account held then. */
export const StatementRow = z.object({
  seq: z.int(),
  at: Instant,
  kind: StatementKind,
  documentId: Id.nullable(),
  receiptNo: z.string().nullable(),
  principalFen: Fen,
  bonusFen: Fen,
  points: z.int(),
  principalAfterFen: Fen,
  bonusAfterFen: Fen,
  pointsAfter: z.int(),
  /** a top-up that can be taken back now */
  reversible: z.boolean(),
  /** a top-up that was taken back */
  reversed: z.boolean(),
})
export type StatementRow = z.infer<typeof StatementRow>

export const StatementView = z.object({
  memberId: Id,
  principalFen: Fen,
  bonusFen: Fen,
  points: z.int(),
  /** of the bonus: what is over already */
  lapsedBonusFen: Fen,
  toppedUpFen: Fen,
  /** the newest first */
  rows: z.array(StatementRow),
  /** entries before the ones that are shown */
  earlier: z.int(),
  /** what a closing would pay out and cancel; null where there is nothing */
  closing: z.object({ paidFen: Fen, cancelledFen: Fen }).nullable(),
})
export type StatementView = z.infer<typeof StatementView>

/** From the drawer, or beside the till with a note of where. */
export const PayOutBy = z.discriminatedUnion('way', [
  z.object({ way: z.literal('cash') }),
  z.object({ way: z.literal('elsewhere'), note: z.string().trim().min(1).max(30) }),
])
export type PayOutBy = z.infer<typeof PayOutBy>

export const PaidOut = z.object({
  documentId: Id,
  receiptNo: z.string(),
  paidFen: Fen,
  bonusFen: Fen,
  points: z.int(),
})
export type PaidOut = z.infer<typeof PaidOut>

/** How long ago the lots began, and when the bonus ends. */
export const LiabilityView = z.object({
  day: BusinessDay,
  principalFen: Fen,
  bonusFen: Fen,
  totalFen: Fen,
  lapsedBonusFen: Fen,
  accounts: z.int(),
  /** principal and bonus by the age of their lots */
  ageing: z.array(z.object({ label: Label, principalFen: Fen, bonusFen: Fen, totalFen: Fen })),
  /** bonus by the days that it has left */
  lapsing: z.array(z.object({ label: Label, bonusFen: Fen })),
  /** the largest single bar, for drawing */
  mostFen: Fen,
  months: z.array(z.object({ month: z.string(), toppedUpFen: Fen, bonusFen: Fen, paidOutFen: Fen })),
})
export type LiabilityView = z.infer<typeof LiabilityView>

export const storedValueContract = {
  settings: base
    .route({ method: 'GET', path: '/stored-value/settings', summary: 'Plans, caps and limits as they hold now' })
    .output(StoredValueView),
  saveSettings: base
    .route({ method: 'POST', path: '/stored-value/settings', summary: 'The next version of plans, caps and limits' })
    .input(Command.extend({ expectedVersion: z.int(), settings: StoredValueSettings }))
    .output(StoredValueView),
  statement: base
    .route({ method: 'POST', path: '/stored-value/statement', summary: 'Every entry of an account, with its balances' })
    .input(z.object({ memberId: Id }))
    .output(StatementView),
  printStatement: base
    .route({ method: 'POST', path: '/stored-value/statement/print' })
    .input(Command.extend({ memberId: Id, jobId: Id }))
    .output(StatementView),
  reverseTopUp: base
    .route({
      method: 'POST',
      path: '/stored-value/reverse',
      summary: 'Take an unused top-up back: all principal paid back, gifts clawed back; with approval',
    })
    .input(Command.extend({ documentId: Id, topUpId: Id, payOut: PayOutBy, approval: Approval.optional() }))
    .output(PaidOut),
  closeAccount: base
    .route({
      method: 'POST',
      path: '/stored-value/close',
      summary: 'Pay out the principal that is left and cancel the bonus; with approval',
    })
    .input(Command.extend({ documentId: Id, memberId: Id, payOut: PayOutBy, approval: Approval.optional() }))
    .output(PaidOut),
  liability: base
    .route({
      method: 'GET',
      path: '/stored-value/liability',
      summary: 'What the shop owes its members, and how old it is',
    })
    .output(LiabilityView),
}
