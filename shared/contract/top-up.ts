/** A top-up 充值 at the till: what can be chosen, what was chosen, and what it would leave. */
import { z } from 'zod'
import { Fen, Id, Label } from './primitives.ts'

const CouponGiftView = z.object({ label: Label, count: z.int() })

/** What comes with a top-up. */
export const TopUpGift = z.object({ bonusFen: Fen, points: z.int(), coupons: z.array(CouponGiftView) })
export type TopUpGift = z.infer<typeof TopUpGift>

export const TopUpTile = TopUpGift.extend({
  planId: z.string(),
  plan: Label,
  principalFen: Fen,
  /** false: more than the account may hold */
  possible: z.boolean(),
})
export type TopUpTile = z.infer<typeof TopUpTile>

export const ChosenTopUp = TopUpGift.extend({
  planId: z.string().nullable(),
  plan: Label.nullable(),
  principalFen: Fen,
  /** last day of the bonus, null = it never lapses */
  bonusExpiresOn: z.string().nullable(),
  afterPrincipalFen: Fen,
  afterBonusFen: Fen,
  afterPoints: z.int(),
  approvedBy: z.string().nullable(),
})
export type ChosenTopUp = z.infer<typeof ChosenTopUp>

export const TopUpView = z.object({
  tiles: z.array(TopUpTile),
  /** what the account may still take by the law's cap */
  mostFen: Fen,
  /** what is missing to pay the order that waits; null where none waits to be paid */
  shortfallFen: Fen.nullable(),
  /** an order of goods goes on afterwards */
  waits: z.boolean(),
  servedBy: z.object({ operatorId: Id, name: z.string() }).nullable(),
  chosen: ChosenTopUp.nullable(),
})
export type TopUpView = z.infer<typeof TopUpView>

/** A finished top-up, on the screen that shows its change. */
export const DoneTopUp = TopUpGift.extend({
  principalFen: Fen,
  afterPrincipalFen: Fen,
  afterBonusFen: Fen,
  /** the order that waited goes on next */
  waits: z.boolean(),
  /** … and is paid with stored value */
  thenPays: z.boolean(),
})
export type DoneTopUp = z.infer<typeof DoneTopUp>
