/** Whatever a scanner read: told apart by shape, then by what the shop knows. A payment code is passed on and never kept. */
import { guessScan } from '../../../shared/domain/basket/scan-code.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { readyToSell, type OrderCommand } from './change-order.ts'
import { addToBasket } from './edit-basket.ts'
import { attachCard, showCoupon } from './choose-member.ts'
import { beginPay } from './pay.ts'
import { payMobile } from './pay-mobile.ts'

export type ScanKind = 'goods' | 'member' | 'coupon' | 'payment' | 'unknown'

export interface Scanned {
  readonly kind: ScanKind
  readonly done: Result<null>
  /** a barcode that no product has yet */
  readonly unknownCode: string | null
}

export function scan(core: Core, command: { commandId: string; code: string }): Scanned {
  const ready = readyToSell(core)
  if (!ready.ok) return { kind: 'unknown', done: ready, unknownCode: null }
  const { commandId, code } = command
  const guess = guessScan(code)
  if (guess.kind === 'payment') return { kind: 'payment', done: payByCode(core, commandId, code), unknownCode: null }
  if (guess.kind === 'scale') {
    const weighed = core.catalog.byPlu(guess.plu)
    if (weighed !== undefined) return goods(core, { commandId, sku: weighed.sku, qty: guess.grams })
  }
  const product = core.catalog.byBarcode(code)
  if (product !== undefined) return goods(core, { commandId, sku: product.sku })
  if (guess.kind === 'card')
    return { kind: 'member', done: attachCard(core, { commandId, cardNumber: code }), unknownCode: null }
  if (core.stores.members.card(code) !== undefined) {
    return { kind: 'member', done: attachCard(core, { commandId, cardNumber: code }), unknownCode: null }
  }
  if (guess.kind === 'coupon' || core.stores.members.coupon(code) !== undefined) {
    return { kind: 'coupon', done: showCoupon(core, { commandId, couponId: code }), unknownCode: null }
  }
  const barcode = /^\d{5,14}$/.test(code) ? code : null
  return { kind: 'unknown', done: refuse('code-unknown'), unknownCode: barcode }
}

function goods(core: Core, command: OrderCommand & { sku: string; qty?: number }): Scanned {
  return { kind: 'goods', done: addToBasket(core, command), unknownCode: null }
}

/** A payment code means: pay the rest by mobile. */
function payByCode(core: Core, commandId: string, paymentCode: string): Result<null> {
  if (core.memory.answered.has(commandId)) return ok(null)
  const { lines, orderId, screen, topUp } = core.memory.order
  const nothing = topUp === null ? lines.length === 0 : topUp.principalFen === 0
  if (screen === 'done' || nothing) return refuse('payment-code-on-empty')
  if (screen === 'basket') {
    const begun = beginPay(core, { commandId: `${commandId}/begin`, orderId })
    if (!begun.ok) return begun
  }
  return payMobile(core, { commandId, orderId, paymentCode })
}
