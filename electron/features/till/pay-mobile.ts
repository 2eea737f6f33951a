/**
 * Payments at a terminal. The attempt is on disk before the terminal is asked; each answer is on disk before the screen
 * shows it; an attempt whose outcome is unknown is asked again until the provider has said, through any restart.
 *
 * The payment code goes to the terminal and nowhere else.
 */
import { paymentWallet } from '../../../shared/domain/basket/scan-code.ts'
import { emptyOrder, type Order } from '../../../shared/domain/basket/order.ts'
import { fen } from '../../../shared/domain/money.ts'
import { ok, refuse, type Refusal, type Result } from '../../../shared/domain/result.ts'
import { decideTender, settle, type Tender } from '../../../shared/domain/sale/tender.ts'
import type { Core } from '../../core.ts'
import { notify } from '../../notice.ts'
import type { ChargeAnswer } from '../../devices/terminal/terminal.ts'
import type { Json } from '../../store/canonical.ts'
import type { OpenPayment, OpenPaymentState, PaymentEventKind } from '../../store/payment-store.ts'
import { changeOrder, type OrderCommand } from './change-order.ts'
import { completeSale } from './complete-sale.ts'
import { orderTotal } from './order-total.ts'

export function payMobile(
  core: Core,
  command: OrderCommand & { amountFen?: number | undefined; paymentCode: string },
): Result<null> {
  return changeOrder(core, command, (order) => {
    const wallet = paymentWallet(command.paymentCode)
    if (wallet === null) return refuse('payment-code-malformed')
    if (core.devices.terminal === null) return refuse('terminal-none')
    if (order.screen !== 'pay') return refuse('order-changed')
    const payable = orderTotal(core, order)
    const amountFen = fen(command.amountFen ?? settle(payable, order.tenders).dueFen)
    const decided = decideTender(payable, order.tenders, { kind: 'mobile', amountFen })
    if (!decided.ok) return decided
    const askedAt = core.clock.now()
    const tender: Tender = {
      tenderId: core.newId(),
      kind: 'mobile',
      amountFen,
      state: 'asking',
      detail: wallet,
      askedAt,
    }
    const next: Order = { ...order, tenders: [...order.tenders, tender] }
    const stored = storeAttempt(core, command, next, tender, wallet)
    if (!stored.ok) return stored
    // sent again after a restart: the first attempt is open still, or over
    if (stored.value.repeated) return ok(order)
    void charge(core, tender.tenderId, amountFen, command.paymentCode)
    return ok(next)
  })
}

/** Asks the terminal what became of a payment; also what the till does by itself every few seconds. */
export async function askAgain(core: Core, command: { orderId: string; tenderId: string }): Promise<Result<null>> {
  const payment = core.stores.payments.byId(command.tenderId)
  const { terminal } = core.devices
  if (payment === undefined || command.orderId !== core.memory.order.orderId) return refuse('tender-unknown')
  if (terminal === null) return refuse('terminal-none')
  // while the first answer is under way the provider may not have the charge yet, and would deny it
  if (isAsking(core, payment.attemptId)) return ok(null)
  if (payment.state === 'asked' || payment.state === 'unknown')
    settleCharge(core, payment, await safely(() => terminal.ask(payment.attemptId)))
  return ok(null)
}

/** Takes a tender back before the end. What a terminal has charged is taken back there, and on disk, first. */
export async function removeTender(core: Core, command: OrderCommand & { tenderId: string }): Promise<Result<null>> {
  const { order } = core.memory
  const tender = order.tenders.find((candidate) => candidate.tenderId === command.tenderId)
  if (command.orderId !== order.orderId) return refuse('order-changed')
  if (tender === undefined) return core.memory.answered.has(command.commandId) ? ok(null) : refuse('tender-unknown')
  if (tender.kind !== 'mobile')
    return changeOrder(core, command, (current) => ok(withoutTender(current, tender.tenderId)))
  if (tender.state !== 'ready') return refuse('tender-not-removable')
  const { terminal } = core.devices
  const payment = core.stores.payments.byId(tender.tenderId)
  if (terminal === null || payment === undefined) return refuse('terminal-none')
  const asked = putEvent(core, payment, 'void-asked', null, 'void-asked')
  if (!asked.ok) return asked
  putTenderState(core, tender.tenderId, 'voiding')
  const answer = await terminal.takeBack(tender.tenderId).catch(() => ({ outcome: 'unknown' as const }))
  return settleVoid(core, payment, answer.outcome)
}

/**
 * Payments that were open when the till stopped come back with their order, and are asked again; without any, an order
 * that waited for its top-up comes back.
 */
export function resumePayments(core: Core): void {
  const open = core.stores.payments.open()
  const last = open.at(-1)
  if (last === undefined) return resumeWaiting(core)
  // a draft of an older version lacks what orders have learnt since
  const draft: Order = { ...emptyOrder(last.orderId), ...(JSON.parse(last.draft) as Partial<Order>) }
  const ofOrder = open.filter((payment) => payment.orderId === last.orderId)
  const tenders = [...draft.tenders.filter((tender) => tender.kind !== 'mobile'), ...ofOrder.map(resumedTender)]
  core.memory.order = { ...draft, screen: 'pay', tenders }
}

function resumeWaiting(core: Core): void {
  const waiting = core.stores.waitingOrders.last()
  if (waiting === undefined || core.stores.sales.exists(waiting.orderId)) return
  core.memory.order = { ...emptyOrder(waiting.orderId), ...(JSON.parse(waiting.draft) as Partial<Order>) }
}

/** One round over payments that want an answer: called every few seconds by the till. */
export async function askOpenPayments(core: Core): Promise<void> {
  const { terminal } = core.devices
  if (terminal === null) return
  for (const payment of core.stores.payments.open()) {
    if (isAsking(core, payment.attemptId)) continue
    if (payment.state === 'unknown' || payment.state === 'asked')
      settleCharge(core, payment, await safely(() => terminal.ask(payment.attemptId)))
    if (payment.state === 'void-asked') {
      const answer = await terminal.takeBack(payment.attemptId).catch(() => ({ outcome: 'unknown' as const }))
      settleVoid(core, payment, answer.outcome)
    }
  }
}

/** attempts of each till whose first answer is still under way */
const asking = new WeakMap<Core, Set<string>>()

function isAsking(core: Core, attemptId: string): boolean {
  return asking.get(core)?.has(attemptId) === true
}

async function charge(core: Core, attemptId: string, amountFen: number, paymentCode: string): Promise<void> {
  const { terminal } = core.devices
  const payment = core.stores.payments.byId(attemptId)
  if (terminal === null || payment === undefined) return
  const underWay = asking.get(core) ?? new Set()
  asking.set(core, underWay.add(attemptId))
  const answer = await safely(() => terminal.charge({ attemptId, amountFen, paymentCode }))
  underWay.delete(attemptId)
  settleCharge(core, payment, answer)
}

/** A driver that throws has said nothing: unknown. */
async function safely(ask: () => Promise<ChargeAnswer>): Promise<ChargeAnswer> {
  return ask().catch(() => ({ outcome: 'unknown' }))
}

/** Puts the terminal's answer on disk, then on the screen; a payment that covers the rest completes the sale. */
function settleCharge(core: Core, payment: OpenPayment, answer: ChargeAnswer): void {
  // the till was closed meanwhile: it asks again when it opens
  if (!core.store.isOpen()) return
  const now = core.stores.payments.byId(payment.attemptId)
  if (now === undefined || (now.state !== 'asked' && now.state !== 'unknown')) return
  if (answer.outcome === 'unknown') {
    if (now.state === 'unknown') return
    if (putEvent(core, payment, 'unknown', null, 'unknown').ok) putTenderState(core, payment.attemptId, 'unknown')
    return notice(core, payment, { code: 'mobile-unknown', params: {} })
  }
  if (answer.outcome === 'declined') {
    if (!putEvent(core, payment, 'declined', answer.reasonZh, null).ok) return
    dropTender(core, payment)
    return notice(core, payment, {
      code: 'mobile-declined',
      params: { reasonZh: answer.reasonZh, reasonEn: answer.reasonEn },
    })
  }
  if (!putEvent(core, payment, 'approved', answer.providerRef, 'approved').ok) return
  putTenderState(core, payment.attemptId, 'ready')
  completeWhenCovered(core, payment)
}

function completeWhenCovered(core: Core, payment: OpenPayment): void {
  const { order } = core.memory
  if (
    order.orderId !== payment.orderId ||
    order.screen !== 'pay' ||
    core.memory.shift === null ||
    core.memory.operator === null
  )
    return
  const open = order.tenders.some((tender) => tender.state !== 'ready')
  if (open || settle(orderTotal(core, order), order.tenders).dueFen > 0) return
  const done = completeSale(core, { commandId: core.newId(), orderId: order.orderId })
  if (!done.ok) notice(core, payment, done.refusal)
}

function settleVoid(core: Core, payment: OpenPayment, outcome: 'voided' | 'not-voided' | 'unknown'): Result<null> {
  const now = core.store.isOpen() ? core.stores.payments.byId(payment.attemptId) : undefined
  if (now?.state !== 'void-asked' || outcome === 'unknown') return ok(null)
  if (outcome === 'voided') {
    const done = putEvent(core, payment, 'voided', null, null)
    if (done.ok) dropTender(core, payment)
    return done
  }
  const kept = putEvent(core, payment, 'void-failed', null, 'approved')
  if (!kept.ok) return kept
  putTenderState(core, payment.attemptId, 'ready')
  return refuse('void-failed')
}

function storeAttempt(
  core: Core,
  command: OrderCommand,
  order: Order,
  tender: Tender,
  wallet: string,
): Result<{ repeated: boolean }> {
  const at = core.clock.now()
  const payload = {
    at,
    hqAt: null,
    attemptId: tender.tenderId,
    orderId: order.orderId,
    amountFen: tender.amountFen,
    wallet,
    order: order as unknown as Json,
  }
  const done = core.committer.commit({
    commandId: command.commandId,
    content: { orderId: order.orderId, amountFen: tender.amountFen, what: 'pay-mobile' },
    kind: 'payment-asked',
    version: 1,
    payload,
    audit: [audit(core, 'payment-asked', tender.tenderId, tender.amountFen)],
    answer: null,
    write: (seq) => {
      core.stores.payments.putEvent({
        seq,
        attemptId: tender.tenderId,
        orderId: order.orderId,
        kind: 'asked',
        amountFen: tender.amountFen,
        at,
        detail: wallet,
      })
      core.stores.payments.putOpen({
        attemptId: tender.tenderId,
        orderId: order.orderId,
        state: 'asked',
        amountFen: tender.amountFen,
        askedAt: at,
        wallet,
        draft: JSON.stringify(order),
      })
    },
  })
  return done.ok ? ok({ repeated: done.value.repeated }) : done
}

/** One event of an attempt as a row; `state` is what stays open, null closes it. */
function putEvent(
  core: Core,
  payment: OpenPayment,
  kind: PaymentEventKind,
  detail: string | null,
  state: OpenPaymentState | null,
): Result<null> {
  const { attemptId, orderId, amountFen } = payment
  const at = core.clock.now()
  const done = core.committer.commit({
    commandId: core.newId(),
    content: { attemptId, kind },
    kind: `payment-${kind}`,
    version: 1,
    payload: { at, hqAt: null, attemptId, orderId, amountFen, detail },
    audit: [audit(core, `payment-${kind}`, attemptId, amountFen)],
    answer: null,
    write: (seq) => {
      core.stores.payments.putEvent({ seq, attemptId, orderId, kind, amountFen, at, detail })
      if (state === null) core.stores.payments.close(attemptId)
      else core.stores.payments.setState(attemptId, state)
    },
  })
  return done.ok ? ok(null) : done
}

function audit(core: Core, action: string, subject: string, amountFen: number) {
  return {
    at: core.clock.now(),
    action,
    operatorId: core.memory.operator?.operatorId ?? null,
    approverId: null,
    subject,
    detail: { amountFen },
  }
}

function resumedTender(payment: OpenPayment): Tender {
  const states = { asked: 'unknown', unknown: 'unknown', approved: 'ready', 'void-asked': 'voiding' } as const
  return {
    tenderId: payment.attemptId,
    kind: 'mobile',
    amountFen: fen(payment.amountFen),
    state: states[payment.state],
    detail: payment.wallet,
    askedAt: payment.askedAt,
  }
}

function putTenderState(core: Core, tenderId: string, state: Tender['state']): void {
  const { order } = core.memory
  if (!order.tenders.some((tender) => tender.tenderId === tenderId)) return
  core.memory.order = {
    ...order,
    tenders: order.tenders.map((tender) => (tender.tenderId === tenderId ? { ...tender, state } : tender)),
  }
  core.changed()
}

function dropTender(core: Core, payment: OpenPayment): void {
  if (core.memory.order.orderId !== payment.orderId) return
  core.memory.order = withoutTender(core.memory.order, payment.attemptId)
  core.changed()
}

function withoutTender(order: Order, tenderId: string): Order {
  return { ...order, tenders: order.tenders.filter((tender) => tender.tenderId !== tenderId) }
}

function notice(core: Core, payment: OpenPayment, refusal: Refusal): void {
  if (core.memory.order.orderId === payment.orderId) notify(core, refusal)
}
