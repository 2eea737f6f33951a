/** One customer of the demo shop's past at the till: goods, card, payment, done. */
import { ok, refuse, type Result } from '../shared/domain/result.ts'
import { settle } from '../shared/domain/sale/tender.ts'
import type { Core } from './core.ts'
import type { PlannedVisit } from './demo/history/plan-history.ts'
import { attachCard, attachMember, redeemPoints } from './features/till/choose-member.ts'
import { completeSale } from './features/till/complete-sale.ts'
import { addToBasket } from './features/till/edit-basket.ts'
import { payMobile } from './features/till/pay-mobile.ts'
import { beginPay, nextCustomer, payBankCard, payCash, payStoredValue } from './features/till/pay.ts'
import { priceOrder } from './features/till/price-order.ts'
import type { TillClock } from './till-clock.ts'

export interface PastClock extends TillClock {
  /** on, never back */
  goTo(at: number): void
}

const LINE_MS = 4000
const PAY_MS = 12_000
/** More turns of the microtask queue than an answer takes that is there already. */
const MOST_WAITS = 50

/** From the first scan to the change. */
export async function serve(core: Core, clock: PastClock, visit: PlannedVisit): Promise<Result<null>> {
  const filled = fillBasket(core, visit)
  if (!filled.ok) return filled
  clock.goTo(visit.at + visit.lines.length * LINE_MS)
  const begun = beginPay(core, onOrder(core))
  if (!begun.ok) return begun
  clock.goTo(clock.now() + PAY_MS)
  const paid = await pay(core, visit)
  if (!paid.ok) return paid
  return nextCustomer(core, core.newId())
}

function fillBasket(core: Core, { lines, customer, redeem }: PlannedVisit): Result<null> {
  for (const line of lines) {
    const added = addToBasket(core, { commandId: core.newId(), ...line })
    if (!added.ok) return added
  }
  if (customer === null) return ok(null)
  const { showsCard, cardNumber, memberId } = customer
  const attached = showsCard
    ? attachCard(core, { ...onOrder(core), cardNumber })
    : attachMember(core, { ...onOrder(core), memberId })
  return attached.ok && redeem !== 0 ? redeemPoints(core, { ...onOrder(core), points: redeem }) : attached
}

async function pay(core: Core, visit: PlannedVisit): Promise<Result<null>> {
  if (visit.tender === 'storedValue' && due(core) > 0) {
    const taken = payStoredValue(core, onOrder(core))
    if (!taken.ok && taken.refusal.code !== 'stored-value-empty') return taken
  }
  const dueFen = due(core)
  if (dueFen === 0) return complete(core)
  if (visit.tender === 'mobile' || visit.tender === 'storedValue') return payByPhone(core, visit.paymentCode)
  const taken =
    visit.tender === 'cash'
      ? payCash(core, { ...onOrder(core), amountFen: handedOver(dueFen, visit.roundsUpToFen) })
      : payBankCard(core, { ...onOrder(core), amountFen: dueFen, slipNo: visit.slipNo })
  return taken.ok ? complete(core) : taken
}

/** The answer that covers the rest completes the sale. */
async function payByPhone(core: Core, paymentCode: string): Promise<Result<null>> {
  const asked = payMobile(core, { ...onOrder(core), paymentCode })
  if (!asked.ok) return asked
  for (let waits = 0; core.memory.order.screen !== 'done'; waits += 1) {
    const { notice } = core.memory
    if (notice !== null) return { ok: false, refusal: notice.refusal }
    if (waits === MOST_WAITS) return refuse('mobile-unknown')
    await Promise.resolve()
  }
  return ok(null)
}

function complete(core: Core): Result<null> {
  return completeSale(core, { commandId: core.newId(), orderId: core.memory.order.orderId })
}

function due(core: Core): number {
  const { order } = core.memory
  return settle(priceOrder(core, order).quote.payable, order.tenders).dueFen
}

function handedOver(dueFen: number, roundsUpToFen: number): number {
  return roundsUpToFen === 0 ? dueFen : Math.ceil(dueFen / roundsUpToFen) * roundsUpToFen
}

function onOrder(core: Core): { commandId: string; orderId: string } {
  return { commandId: core.newId(), orderId: core.memory.order.orderId }
}
