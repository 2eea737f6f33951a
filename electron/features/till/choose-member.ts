/** The member of an order: by card, phone, last four digits, name, pinyin; and the choices that come with a member. */
import type { FoundMember } from '../../../shared/contract/till.ts'
import { setCouponChoice } from '../../../shared/domain/basket/choices.ts'
import { unlocked, type OfferChoice, type Order } from '../../../shared/domain/basket/order.ts'
import { cardTail } from '../../../shared/domain/member/masking.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { foundMember, MAX_FOUND } from '../../found-member.ts'
import type { CardStatus } from '../../store/member-store.ts'
import { changeOrder, readyToSell, type OrderCommand } from './change-order.ts'
import { unlessImpossible } from './impossible-choice.ts'
import { businessDayOf, memberContext } from './member-context.ts'
import { priceOrder } from './price-order.ts'

const LAPSED = { reasonZh: '已过期', reasonEn: 'it has expired' }
const PAUSED = { reasonZh: '这种券暂停使用', reasonEn: 'its kind is paused' }
const ENDED = { reasonZh: '这种券已停止使用', reasonEn: 'its kind has ended' }
const NOT_KNOWN = { reasonZh: '本机版本不认识这种券,请升级掌柜', reasonEn: 'this till does not know its kind' }

export function findMembers(core: Core, query: string): Result<FoundMember[]> {
  const ready = readyToSell(core)
  if (!ready.ok) return ready
  return ok(core.members.find(query, MAX_FOUND).map((row) => foundMember(core, row)))
}

export function attachMember(core: Core, command: OrderCommand & { memberId: string }): Result<null> {
  return changeOrder(core, command, (order) => withMember(core, order, command.memberId, null))
}

export function attachCard(core: Core, command: OrderCommand & { cardNumber: string }): Result<null> {
  return changeOrder(core, command, (order) => {
    const card = core.stores.members.card(command.cardNumber)
    if (card === undefined) return refuse('card-unknown')
    if (card.status !== 'active') return refuseCard(card.status, card.cardNumber)
    return withMember(core, order, card.memberId, card.cardNumber)
  })
}

export function detachMember(core: Core, command: OrderCommand): Result<null> {
  return changeOrder(core, command, (order) => {
    const free = unlocked(order)
    if (!free.ok) return free
    return ok({ ...order, memberId: null, cardNumber: null, couponChoices: {}, redeemPoints: 0 })
  })
}

export function chooseCoupon(
  core: Core,
  command: OrderCommand & { couponId: string; choice: 'auto' | OfferChoice },
): Result<null> {
  return changeOrder(core, command, (order) => {
    const { couponId, choice } = command
    const before = setCouponChoice(order, couponId, null)
    if (!before.ok || choice === 'auto') return before
    const held = priceOrder(core, order).pricing.coupons.some((coupon) => coupon.id === couponId)
    if (!held) return refuse('coupon-unknown')
    const next = setCouponChoice(order, couponId, choice)
    return next.ok ? unlessImpossible(core, { before: before.value, next: next.value, id: couponId }) : next
  })
}

export function redeemPoints(core: Core, command: OrderCommand & { points: number | 'max' }): Result<null> {
  return changeOrder(core, command, (order) => {
    const free = unlocked(order)
    if (!free.ok) return free
    if (order.memberId === null && command.points !== 0) return refuse('points-without-member')
    return ok({ ...order, redeemPoints: command.points })
  })
}

/** A coupon that was scanned: the member's own is pinned, one that nobody holds is taken as shown. */
export function showCoupon(core: Core, command: OrderCommand & { couponId: string }): Result<null> {
  return changeOrder(core, command, (order) => {
    const free = unlocked(order)
    if (!free.ok) return free
    const coupon = core.stores.members.coupon(command.couponId)
    if (coupon === undefined) return refuse('coupon-unknown')
    if (coupon.state !== 'held') return refuse('coupon-used')
    if (coupon.memberId !== null && coupon.memberId !== order.memberId) return refuse('coupon-not-held')
    if (coupon.expiresOn !== null && coupon.expiresOn < businessDayOf(core)) return refuse('coupon-not-usable', LAPSED)
    const template = core.catalog.offer(coupon.templateId)
    if (template !== undefined && core.catalog.couponTemplate(coupon.templateId) === undefined) {
      return refuse('coupon-not-usable', { live: NOT_KNOWN, paused: PAUSED, ended: ENDED }[template.state])
    }
    const shown = order.shownCoupons.includes(coupon.couponId)
      ? order.shownCoupons
      : [...order.shownCoupons, coupon.couponId]
    return ok({ ...order, shownCoupons: shown })
  })
}

function withMember(core: Core, order: Order, asked: string, cardNumber: string | null): Result<Order> {
  const free = unlocked(order)
  if (!free.ok) return free
  const member = memberContext(core, asked)
  if (member === null) return refuse('member-unknown')
  // a file that was merged leads to the one that stays
  const { memberId } = member.row
  // found without a card: whoever has cards, but none that is active, is protected like the card itself
  const card = cardNumber === null ? core.stores.members.bestCardOf(memberId) : undefined
  if (card !== undefined && card.status !== 'active') return refuseCard(card.status, card.cardNumber)
  return ok({ ...order, memberId, cardNumber, couponChoices: {}, redeemPoints: 0 })
}

/** A card that is not active pays nothing and gives no member price; the cashier is told which and why. */
export function refuseCard(status: Exclude<CardStatus, 'active'>, cardNumber: string): Result<never> {
  const codes = { lost: 'card-lost', frozen: 'card-frozen', closed: 'card-closed' } as const
  return refuse(codes[status], { tail: cardTail(cardNumber) })
}
