/** What the frame around every screen shows: phase, shop, who is signed in, shift, and the status line. */
import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { BusinessDay, Command, errors, Fen, Id, Instant, Label, Pin, Refusal, ShortText } from './primitives.ts'
import { TillView } from './till.ts'

export const Role = z.enum(['cashier', 'supervisor', 'manager'])
export type Role = z.infer<typeof Role>

export const Permission = z.enum([
  'sell',
  'price.manual',
  'price.choose',
  'price.order',
  'price.below-cost',
  'product.add-now',
  'product.edit',
  'rules.edit',
  'value.above-limit',
  'value.pay-out',
  'value.plans',
  'member.register',
  'member.edit',
  'card.authorise',
  'member.import',
  'operator.manage',
  'settings.edit',
  'receipt.reprint',
  'shift.open',
  'shift.close',
])
export type Permission = z.infer<typeof Permission>

export const OperatorView = z.object({
  operatorId: Id,
  name: z.string(),
  code: z.string(),
  role: Role,
  disabled: z.boolean(),
})
export type OperatorView = z.infer<typeof OperatorView>

export const ShiftView = z.object({
  shiftId: Id,
  businessDay: BusinessDay,
  dayOrdinal: z.int(),
  openedAt: Instant,
  openedBy: z.string(),
  floatFen: Fen,
})
export type ShiftView = z.infer<typeof ShiftView>

export const StatusView = z.object({
  /** alone: a shop without an HQ */
  hq: z.enum(['alone', 'online', 'offline']),
  unsentRows: z.int(),
  printer: z.object({
    state: z.enum(['ready', 'printing', 'trouble']),
    queued: z.int(),
    /** jobs that may or may not have come out: the cashier looks and decides */
    unsure: z.int(),
    refusal: Refusal.nullable(),
  }),
  openPayments: z.int(),
  /** rules of a kind that this till does not know: no price has them, and the customer may ask */
  rulesLeftOut: z.array(Label),
  nowAt: Instant,
})
export type StatusView = z.infer<typeof StatusView>

export const AppView = z.object({
  revision: z.int(),
  /** first-start: no shop yet; sign-in: nobody signed in; no-shift: signed in, day not open; selling: the till sells */
  phase: z.enum(['first-start', 'sign-in', 'no-shift', 'selling']),
  shop: z.object({ name: z.string(), store: z.string(), till: z.string(), demo: z.boolean() }).nullable(),
  operator: OperatorView.nullable(),
  permissions: z.array(Permission),
  shift: ShiftView.nullable(),
  status: StatusView,
  till: TillView.nullable(),
})
export type AppView = z.infer<typeof AppView>

const base = oc.errors(errors)

export const appContract = {
  view: base
    .route({ method: 'GET', path: '/app', summary: 'Everything the frame and the sell screen show' })
    .output(AppView),
  watch: base
    .route({ method: 'GET', path: '/app/watch', summary: 'The same, again at each change' })
    .output(eventIterator(AppView)),
  about: base
    .route({ method: 'GET', path: '/app/about' })
    .output(
      z.object({ name: z.string(), version: z.string(), host: z.enum(['electron', 'browser']), runtime: z.string() }),
    ),
}

export const setupContract = {
  tryDemo: base
    .route({ method: 'POST', path: '/setup/demo', summary: 'Fill the empty till with the demo shop' })
    .input(Command)
    .output(AppView),
  openShop: base
    .route({ method: 'POST', path: '/setup/shop', summary: 'Open your own shop with its first manager' })
    .input(
      Command.extend({
        shopName: ShortText,
        receiptHeader: z.array(z.string().trim().max(40)).max(5),
        paperMm: z.union([z.literal(58), z.literal(80)]),
        managerId: Id,
        managerName: ShortText,
        managerCode: z.string().regex(/^\d{2,6}$/),
        managerPin: Pin,
      }),
    )
    .output(AppView),
}

export const sessionContract = {
  operators: base
    .route({ method: 'GET', path: '/session/operators', summary: 'Who may sign in; no PINs' })
    .output(z.array(OperatorView.extend({ lockedUntilAt: Instant.nullable() }))),
  signIn: base
    .route({ method: 'POST', path: '/session/sign-in' })
    .input(Command.extend({ operatorId: Id, pin: Pin }))
    .output(AppView),
  signOut: base.route({ method: 'POST', path: '/session/sign-out' }).input(Command).output(AppView),
}

export const ShiftSummary = z.object({
  shiftId: Id,
  businessDay: BusinessDay,
  dayOrdinal: z.int(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  salesCount: z.int(),
  salesFen: Fen,
  discountFen: Fen,
  tenders: z.array(z.object({ kind: z.string(), label: Label, count: z.int(), amountFen: Fen })),
  /** stored value that members bought, and money that went back for it */
  topUps: z.object({ count: z.int(), amountFen: Fen }),
  payOuts: z.object({ count: z.int(), amountFen: Fen }),
  floatFen: Fen,
  cashInFen: Fen,
  expectedCashFen: Fen,
  countedCashFen: Fen.nullable(),
  /** counted − expected; positive is over */
  differenceFen: Fen.nullable(),
  pointsIssued: z.int(),
  pointsRedeemed: z.int(),
})
export type ShiftSummary = z.infer<typeof ShiftSummary>

export const shiftContract = {
  open: base
    .route({
      method: 'POST',
      path: '/shift/open',
      summary: 'Open the first shift with a float; opens the business day',
    })
    .input(
      Command.extend({ shiftId: Id, floatFen: z.int().min(0).max(10_000_000), businessDay: BusinessDay.optional() }),
    )
    .output(AppView),
  summary: base.route({ method: 'GET', path: '/shift', summary: 'The running shift in figures' }).output(ShiftSummary),
  close: base
    .route({ method: 'POST', path: '/shift/close', summary: 'Count the drawer; closes shift and business day' })
    .input(Command.extend({ shiftId: Id, countedFen: z.int().min(0).max(99_999_999) }))
    .output(ShiftSummary),
}
