/** The sell screen: one snapshot of everything it shows, and the commands of a cashier. The renderer adds nothing up. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  Approval,
  AmountFen,
  Command,
  errors,
  Fen,
  Id,
  Instant,
  Label,
  LineId,
  PositiveFen,
  Sku,
} from './primitives.ts'
import { DoneTopUp, TopUpView } from './top-up.ts'
import { DiscountKind, DiscountTrial, DiscountView, OfferChoice, Reduction, WhyView } from './why.ts'

export const LineView = z.object({
  line: LineId,
  sku: Sku,
  name: Label,
  unit: z.string(),
  countable: z.boolean(),
  /** thousandths: 1 piece is 1000, 0.356 kg is 356 */
  qty: z.int(),
  /** list price, or the cashier's own price where there is one */
  unitPriceFen: Fen,
  manual: z.boolean(),
  grossFen: Fen,
  netFen: Fen,
  /** what was taken off and why; amounts are negative */
  reductions: z.array(Reduction),
  servedBy: z.object({ operatorId: Id, name: z.string() }).nullable(),
})
export type LineView = z.infer<typeof LineView>

export const MemberView = z.object({
  memberId: Id,
  name: z.string(),
  /** 138****5621 */
  maskedPhone: z.string(),
  cardTail: z.string().nullable(),
  tier: z.object({ id: z.string(), label: Label }).nullable(),
  points: z.int(),
  principalFen: Fen,
  bonusFen: Fen,
  couponCount: z.int(),
  /** days until the next birthday, 0 is today; null where unknown */
  birthdayInDays: z.int().nullable(),
  nextTier: z.object({ label: Label, missingFen: Fen, progressPercent: z.int() }).nullable(),
})
export type MemberView = z.infer<typeof MemberView>

export const CouponView = z.object({
  couponId: z.string(),
  label: Label,
  state: z.enum(['applied', 'usable', 'unusable']),
  /** what the order costs less with it than without it, where it is applied or usable */
  savesFen: Fen,
  reason: Label.nullable(),
  expiresOn: z.string().nullable(),
  /** the cashier picked it (pinned) or left it out (forbidden) */
  choice: OfferChoice,
})
export type CouponView = z.infer<typeof CouponView>

export const TenderKind = z.enum(['cash', 'mobile', 'storedValue', 'bankCard'])
export type TenderKind = z.infer<typeof TenderKind>

export const TenderView = z.object({
  tenderId: Id,
  kind: TenderKind,
  amountFen: Fen,
  /** ready: counts as paid; asking: the terminal is working; unknown: the terminal did not say; voiding: being taken back */
  state: z.enum(['ready', 'asking', 'unknown', 'voiding']),
  principalFen: Fen.nullable(),
  bonusFen: Fen.nullable(),
  /** wallet of a mobile payment, tail of a bank card */
  detail: z.string().nullable(),
  askedAt: Instant.nullable(),
})
export type TenderView = z.infer<typeof TenderView>

export const DoneView = z.object({
  saleId: Id,
  receiptNo: z.string(),
  payableFen: Fen,
  paidFen: Fen,
  changeFen: Fen,
  pointsEarned: z.int(),
  memberName: z.string().nullable(),
  drawer: z.boolean(),
  /** the tier that this sale earned */
  liftedTo: Label.nullable(),
  /** null for a sale of goods */
  topUp: DoneTopUp.nullable(),
})
export type DoneView = z.infer<typeof DoneView>

export const TillView = z.object({
  /** grows with each change; the screen shows the largest it has seen */
  revision: z.int(),
  orderId: Id,
  screen: z.enum(['basket', 'pay', 'done']),
  lines: z.array(LineView),
  selectedLine: LineId.nullable(),
  pieces: z.int(),
  grossFen: Fen,
  /** positive: everything taken off, rounding apart */
  savedFen: Fen,
  roundingFen: Fen,
  payableFen: Fen,
  reductions: z.array(Reduction),
  /** whole-order discounts that somebody gave */
  discounts: z.array(DiscountView),
  hints: z.array(Label),
  /** a sentence about the last thing that happened (unknown code, card lost …) or null */
  notice: z
    .object({
      refusal: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
      id: z.int(),
    })
    .nullable(),
  member: MemberView.nullable(),
  coupons: z.array(CouponView),
  points: z.object({
    balance: z.int(),
    redeemed: z.int(),
    valueFen: Fen,
    /** what the most that may be redeemed now would save */
    redeemable: z.int(),
    redeemableFen: Fen,
    earned: z.int(),
  }),
  tenders: z.array(TenderView),
  paidFen: Fen,
  /** still to be paid; 0 when covered */
  dueFen: Fen,
  changeFen: Fen,
  quickCashFen: z.array(Fen),
  /** what of the member's stored value could pay now */
  storedValueFen: Fen,
  /** null for an order of goods */
  topUp: TopUpView.nullable(),
  done: DoneView.nullable(),
})
export type TillView = z.infer<typeof TillView>

export const ScanResult = z.object({
  kind: z.enum(['goods', 'member', 'coupon', 'payment', 'unknown', 'refused']),
  /** an unknown barcode may be added as a product by who is allowed to; empty otherwise, a payment code never comes back */
  unknownCode: z.string().nullable(),
  till: TillView,
})

export const FoundMember = z.object({
  memberId: Id,
  name: z.string(),
  maskedPhone: z.string(),
  tier: Label.nullable(),
  cardTail: z.string().nullable(),
  cardStatus: z.enum(['active', 'lost', 'frozen', 'closed', 'none']),
})
export type FoundMember = z.infer<typeof FoundMember>

const OnOrder = Command.extend({ orderId: Id })
const base = oc.errors(errors)

export const tillContract = {
  view: base.route({ method: 'GET', path: '/till', summary: 'The basket as it stands' }).output(TillView),
  scan: base
    .route({
      method: 'POST',
      path: '/till/scan',
      summary: 'Whatever a scanner read: goods, member card, coupon or payment code',
    })
    .input(Command.extend({ code: z.string().trim().min(1).max(128) }))
    .output(ScanResult),
  add: base
    .route({
      method: 'POST',
      path: '/till/lines',
      summary: 'Add a product; qty in thousandths, priceFen for an open-price product',
    })
    .input(Command.extend({ sku: Sku, qty: z.int().optional(), priceFen: PositiveFen.optional() }))
    .output(TillView),
  select: base
    .route({ method: 'POST', path: '/till/select' })
    .input(z.object({ line: LineId }))
    .output(TillView),
  setQuantity: base
    .route({ method: 'POST', path: '/till/quantity', summary: 'Pieces or weight of a line, in thousandths' })
    .input(OnOrder.extend({ line: LineId, qty: z.int() }))
    .output(TillView),
  removeLine: base
    .route({ method: 'POST', path: '/till/remove-line' })
    .input(OnOrder.extend({ line: LineId }))
    .output(TillView),
  clear: base
    .route({ method: 'POST', path: '/till/clear', summary: 'Empty the basket' })
    .input(OnOrder)
    .output(TillView),
  manualPrice: base
    .route({ method: 'POST', path: '/till/manual-price', summary: "The cashier's own unit price; null takes it back" })
    .input(
      OnOrder.extend({
        line: LineId,
        priceFen: AmountFen.nullable(),
        reason: z.string().max(60),
        approval: Approval.optional(),
      }),
    )
    .output(TillView),
  serve: base
    .route({ method: 'POST', path: '/till/serve', summary: 'Who served this line; null for nobody' })
    .input(OnOrder.extend({ line: LineId, operatorId: Id.nullable() }))
    .output(TillView),
  findMembers: base
    .route({
      method: 'POST',
      path: '/till/members/find',
      summary: 'By card, phone, last four digits, name, pinyin initials or full pinyin, while typing',
    })
    .input(z.object({ query: z.string().trim().min(1).max(40) }))
    .output(z.array(FoundMember)),
  attachMember: base
    .route({ method: 'POST', path: '/till/member' })
    .input(OnOrder.extend({ memberId: Id }))
    .output(TillView),
  detachMember: base.route({ method: 'POST', path: '/till/member/detach' }).input(OnOrder).output(TillView),
  chooseCoupon: base
    .route({
      method: 'POST',
      path: '/till/coupons/choose',
      summary: 'Pin a coupon, forbid it, or leave it to the best price',
    })
    .input(OnOrder.extend({ couponId: z.string(), choice: OfferChoice }))
    .output(TillView),
  why: base
    .route({ method: 'GET', path: '/till/why', summary: 'Why the basket costs what it costs, offer by offer' })
    .output(WhyView),
  choosePromotion: base
    .route({
      method: 'POST',
      path: '/till/promotions/choose',
      summary: 'Force a promotion, leave it out, or leave it to the best price; with permission',
    })
    .input(OnOrder.extend({ promotionId: z.string(), choice: OfferChoice, approval: Approval.optional() }))
    .output(TillView),
  tryDiscount: base
    .route({
      method: 'POST',
      path: '/till/discount/try',
      summary: 'What a whole-order discount would make of the total',
    })
    .input(z.object({ orderId: Id, kind: DiscountKind, value: z.int() }))
    .output(DiscountTrial),
  orderDiscount: base
    .route({
      method: 'POST',
      path: '/till/discount',
      summary: 'Whole-order rate, amount off or rounding with a reason; null takes it back',
    })
    .input(
      OnOrder.extend({
        kind: DiscountKind,
        value: z.int().nullable(),
        reason: z.string().max(60),
        approval: Approval.optional(),
      }),
    )
    .output(TillView),
  redeemPoints: base
    .route({ method: 'POST', path: '/till/points', summary: 'Points to redeem: a number, 0 or "max"' })
    .input(OnOrder.extend({ points: z.union([z.int().min(0).max(1_000_000_000), z.literal('max')]) }))
    .output(TillView),
  beginTopUp: base
    .route({
      method: 'POST',
      path: '/till/top-up',
      summary: "Top up the member's stored value; a basket waits and goes on afterwards",
    })
    .input(OnOrder)
    .output(TillView),
  chooseTopUp: base
    .route({
      method: 'POST',
      path: '/till/top-up/choose',
      summary: 'How much; planId null takes the plan that gives the most; above a limit with approval',
    })
    .input(OnOrder.extend({ principalFen: Fen, planId: z.string().nullable(), approval: Approval.optional() }))
    .output(TillView),
  serveTopUp: base
    .route({ method: 'POST', path: '/till/top-up/serve', summary: 'Who served this top-up; null for nobody' })
    .input(OnOrder.extend({ operatorId: Id.nullable() }))
    .output(TillView),
  beginPay: base.route({ method: 'POST', path: '/till/pay' }).input(OnOrder).output(TillView),
  backToBasket: base.route({ method: 'POST', path: '/till/pay/back' }).input(OnOrder).output(TillView),
  payCash: base
    .route({ method: 'POST', path: '/till/pay/cash' })
    .input(OnOrder.extend({ amountFen: PositiveFen }))
    .output(TillView),
  payStoredValue: base
    .route({
      method: 'POST',
      path: '/till/pay/stored-value',
      summary: 'Without an amount: as much as is due and there is',
    })
    .input(OnOrder.extend({ amountFen: PositiveFen.optional() }))
    .output(TillView),
  payBankCard: base
    .route({ method: 'POST', path: '/till/pay/bank-card', summary: 'A slip of the bank terminal, entered by hand' })
    .input(OnOrder.extend({ amountFen: PositiveFen, slipNo: z.string().trim().min(1).max(20) }))
    .output(TillView),
  payMobile: base
    .route({
      method: 'POST',
      path: '/till/pay/mobile',
      summary: "Pay by the customer's payment code; without an amount, the rest",
    })
    .input(OnOrder.extend({ amountFen: PositiveFen.optional(), paymentCode: z.string().regex(/^\d{16,24}$/) }))
    .output(TillView),
  askAgain: base
    .route({ method: 'POST', path: '/till/pay/ask-again', summary: 'Ask the terminal again what became of a payment' })
    .input(OnOrder.extend({ tenderId: Id }))
    .output(TillView),
  removeTender: base
    .route({
      method: 'POST',
      path: '/till/pay/remove',
      summary: 'Take a tender back before the end; a mobile payment is voided at its terminal',
    })
    .input(OnOrder.extend({ tenderId: Id }))
    .output(TillView),
  complete: base
    .route({
      method: 'POST',
      path: '/till/complete',
      summary: 'One durable transaction; answered only when it is on disk',
    })
    .input(OnOrder)
    .output(TillView),
  next: base
    .route({ method: 'POST', path: '/till/next', summary: 'Put the finished sale away and start the next customer' })
    .input(Command)
    .output(TillView),
}
