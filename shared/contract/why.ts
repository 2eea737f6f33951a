/**
 * 为什么是这个价: a price explained. What took something off each line, which offers were chosen with their amounts, which
 * were not and why, what another choice would make of the total, and what is missing to the next step.
 *
 * Amounts that were taken off are negative. The renderer adds nothing up.
 */
import { z } from 'zod'
import { Fen, Id, Label, LineId } from './primitives.ts'

/** What took something off: the cashier's own price, tier or member price, an offer, points, rounding. */
export const ReductionKind = z.enum([
  'manual',
  'tier',
  'promotion',
  'coupon',
  /** 整单折扣, 整单减, 抹零 by hand */
  'discount',
  'points',
  'rounding',
])
export type ReductionKind = z.infer<typeof ReductionKind>

export const Reduction = z.object({ source: z.string(), kind: ReductionKind, label: Label, amountFen: Fen })
export type Reduction = z.infer<typeof Reduction>

/** auto: left to the best price */
export const OfferChoice = z.enum(['auto', 'pinned', 'forbidden'])
export type OfferChoice = z.infer<typeof OfferChoice>

/** What the customer would pay with another choice; `differenceFen` is positive where that is more. */
export const WhatIf = z.object({ choice: OfferChoice, payableFen: Fen, differenceFen: Fen })
export type WhatIf = z.infer<typeof WhatIf>

export const OfferWhy = z.object({
  offerId: z.string(),
  kind: z.enum(['promotion', 'coupon', 'discount']),
  label: Label,
  /** applied: it counts; left: it holds and means something here, and does not count; out: it does not hold here and now */
  state: z.enum(['applied', 'left', 'out']),
  amountFen: Fen,
  choice: OfferChoice,
  /** who approved the choice or gave the discount; null where nobody had to */
  approvedBy: z.string().nullable(),
  /** why it does not count; of a discount why it was given */
  reason: Label.nullable(),
  /** the other choices that are possible */
  whatIf: z.array(WhatIf),
})
export type OfferWhy = z.infer<typeof OfferWhy>

export const LineWhy = z.object({
  line: LineId,
  name: Label,
  unit: z.string(),
  countable: z.boolean(),
  /** thousandths */
  qty: z.int(),
  grossFen: Fen,
  netFen: Fen,
  /** in the order in which they acted; `shared`: the line's part of a reduction of the order */
  parts: z.array(Reduction.extend({ shared: z.boolean() })),
})
export type LineWhy = z.infer<typeof LineWhy>

export const WhyView = z.object({
  orderId: Id,
  /** of the basket that this explains */
  revision: z.int(),
  grossFen: Fen,
  savedFen: Fen,
  roundingFen: Fen,
  payableFen: Fen,
  /** false: more than twelve offers were possible, and the best that was found in time is shown */
  exact: z.boolean(),
  /** tier, member and own prices, points: what is no offer */
  prices: z.array(Reduction),
  /** in the order in which they acted */
  applied: z.array(OfferWhy),
  left: z.array(OfferWhy),
  out: z.array(OfferWhy),
  /** how many more there are that do not hold */
  outMore: z.int(),
  /** what is missing to the next steps, the nearest first */
  next: z.array(Label),
  lines: z.array(LineWhy),
})
export type WhyView = z.infer<typeof WhyView>

/** rate: basis points that are paid; off: fen; round: the unit in fen that is rounded down to */
export const DiscountKind = z.enum(['rate', 'off', 'round'])
export type DiscountKind = z.infer<typeof DiscountKind>

/** A whole-order discount as it stands on the order. */
export const DiscountView = z.object({
  kind: DiscountKind,
  value: z.int(),
  label: Label,
  amountFen: Fen,
  reason: z.string(),
  approvedBy: z.string(),
})
export type DiscountView = z.infer<typeof DiscountView>

/** What a whole-order discount would do, before anybody is asked. */
export const DiscountTrial = z.object({
  payableFen: Fen,
  /** what the customer would pay more than now; negative: less */
  differenceFen: Fen,
  /** the order would be sold below cost, or for nothing: a manager's business */
  belowCost: z.boolean(),
})
export type DiscountTrial = z.infer<typeof DiscountTrial>
