/** The snapshot of the sell screen: everything that it shows, worked out here so that the renderer adds nothing up. */
import type { CouponView, LineView, MemberView, TenderView, TillView } from '../../../shared/contract/till.ts'
import type { DiscountView, Reduction } from '../../../shared/contract/why.ts'
import { adHocId } from '../../../shared/domain/basket/ad-hoc.ts'
import type { Label } from '../../../shared/contract/primitives.ts'
import type { Order, OrderLine } from '../../../shared/domain/basket/order.ts'
import { civilOf, daysUntilBirthday } from '../../../shared/domain/day/calendar.ts'
import { cardTail, maskPhone } from '../../../shared/domain/member/masking.ts'
import { nextTier } from '../../../shared/domain/member/tier-progress.ts'
import { fen } from '../../../shared/domain/money.ts'
import { nextSteps } from '../../../shared/domain/pricing/explain.ts'
import type { Adjustment, NextStep, QuoteLine } from '../../../shared/domain/pricing/types.ts'
import { splitStoredValue } from '../../../shared/domain/sale/plan-sale.ts'
import { quickCash, settle } from '../../../shared/domain/sale/tender.ts'
import { skipLabel, stepLabel } from '../../../shared/text/offers.ts'
import type { Core } from '../../core.ts'
import { businessDayOf, type MemberContext } from './member-context.ts'
import { reductionKind, sourceLabel } from './offer-labels.ts'
import { orderTotal } from './order-total.ts'
import { topUpView } from './top-up-view.ts'
import { isRefusal, payableWith, priceOrder, type PricedOrder } from './price-order.ts'

const MAX_HINTS = 2

export function tillView(core: Core, revision: number): TillView {
  const { order, done, notice } = core.memory
  const priced = priceOrder(core, order)
  const { quote, member } = priced
  // what was sold is shown as it was sold; balances are shown as they are now
  const sold = order.screen === 'done'
  const payableFen = orderTotal(core, order)
  const settlement = settle(payableFen, order.tenders)
  return {
    revision,
    orderId: order.orderId,
    screen: order.screen,
    lines: order.lines.map((line, index) => lineView(core, line, quote.lines[index], member)),
    selectedLine: order.selectedLine,
    pieces: piecesOf(core, order),
    grossFen: quote.gross,
    savedFen: fen(quote.gross - quote.rounding - quote.payable),
    roundingFen: quote.rounding,
    payableFen,
    reductions: reductionsOf(core, priced),
    discounts: discountsOf(core, order, priced),
    hints: sold ? [] : hintsOf(core, priced),
    notice:
      notice === null
        ? null
        : { id: notice.id, refusal: { code: notice.refusal.code, params: { ...notice.refusal.params } } },
    member: member === null ? null : memberView(core, order, member),
    coupons: sold ? [] : couponViews(core, order, priced),
    points: pointsView(core, priced),
    tenders: order.tenders.map((tender) => tenderView(core, tender, sold ? null : member)),
    ...settlement,
    quickCashFen: quickCash(settlement.dueFen),
    storedValueFen: spendableNow(order, member, settlement.dueFen),
    topUp: sold || order.topUp === null || member === null ? null : topUpView(core, order, order.topUp, member),
    done: done === null ? null : { ...done },
  }
}

/** Pieces counted; a weighed line is one. */
export function piecesOf(core: Core, order: Order): number {
  return order.lines.reduce(
    (sum, line) => sum + (core.catalog.product(line.sku)?.countable === false ? 1 : line.qty / 1000),
    0,
  )
}

/** What of the member's stored value could pay now; it pays once in a sale. */
function spendableNow(order: Order, member: MemberContext | null, dueFen: number): number {
  if (member === null || order.topUp !== null) return 0
  if (order.tenders.some((tender) => tender.kind === 'storedValue')) return 0
  return Math.min(dueFen, member.principalFen + member.bonusFen)
}

function lineView(core: Core, line: OrderLine, quoted: QuoteLine | undefined, member: MemberContext | null): LineView {
  const product = core.catalog.product(line.sku)
  if (product === undefined || quoted === undefined) throw new Error(`line ${line.line} of an unknown product`)
  const servedBy = line.servedBy === null ? undefined : core.stores.staff.operator(line.servedBy)
  return {
    line: line.line,
    sku: line.sku,
    name: productName(product),
    unit: product.unit,
    countable: product.countable,
    qty: line.qty,
    unitPriceFen: line.manual?.priceFen ?? line.openPriceFen ?? product.priceFen,
    manual: line.manual !== null,
    grossFen: quoted.gross,
    netFen: quoted.net,
    reductions: quoted.adjustments.map((adjustment) => reduction(core, adjustment, member === null ? null : line)),
    servedBy: servedBy === undefined ? null : { operatorId: servedBy.operatorId, name: servedBy.name },
  }
}

/** A product without an English name has its Chinese one. */
export function productName({ nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string }): Label {
  return { zh: nameZh, en: nameEn === '' ? nameZh : nameEn }
}

export function reduction(core: Core, adjustment: Adjustment, line: { sku: string } | null): Reduction {
  const { source, amount } = adjustment
  return { source, kind: reductionKind(core, source), label: sourceLabel(core, source, line), amountFen: amount }
}

/** The order's reductions by source, as they came first; rounding stands apart. */
export function reductionsOf(core: Core, priced: PricedOrder): Reduction[] {
  const sums = new Map<string, number>()
  for (const line of priced.quote.lines) {
    for (const { source, amount } of line.adjustments) sums.set(source, (sums.get(source) ?? 0) + amount)
  }
  sums.delete('rounding')
  return [...sums].map(([source, amountFen]) => ({
    source,
    kind: reductionKind(core, source),
    label: sourceLabel(core, source, null),
    amountFen,
  }))
}

function discountsOf(core: Core, order: Order, { quote }: PricedOrder): DiscountView[] {
  return order.adHoc.map((discount) => {
    const id = adHocId(discount)
    return {
      kind: discount.kind,
      value: discount.value,
      label: sourceLabel(core, id, null),
      amountFen: quote.applied.find((applied) => applied.id === id)?.amount ?? 0,
      reason: discount.reason,
      approvedBy: core.stores.staff.operator(discount.approvedBy)?.name ?? '',
    }
  })
}

function hintsOf(core: Core, priced: PricedOrder): Label[] {
  return nearSteps(core, stepsOf(core, priced), MAX_HINTS, ({ unit, missing }) =>
    unit === 'fen' ? missing <= priced.quote.payable : missing === 1,
  )
}

/** What is missing to the next step of each offer that holds. */
export function stepsOf(core: Core, { quote, pricing }: PricedOrder): NextStep[] {
  if (quote.lines.length === 0) return []
  const steps = nextSteps(core.catalog.priceBook(), pricing)
  return isRefusal(steps) ? [] : steps
}

/** The steps that are worth saying, the nearest first; yuan before pieces. */
export function nearSteps(
  core: Core,
  steps: readonly NextStep[],
  most: number,
  isWorthSaying: (step: NextStep) => boolean,
): Label[] {
  return steps
    .filter(isWorthSaying)
    .sort((a, b) => (a.unit === b.unit ? a.missing - b.missing : a.unit === 'fen' ? -1 : 1))
    .slice(0, most)
    .map((step) => stepLabel(step, sourceLabel(core, step.id, null)))
}

function memberView(core: Core, order: Order, member: MemberContext): MemberView {
  const tier = member.tierId === null ? undefined : core.catalog.tier(member.tierId)
  const next = nextTier(core.catalog.tiers(), member.tierId, member.growthFen)
  const above = next === null ? undefined : core.catalog.tier(next.tierId)
  const shown = order.cardNumber ?? member.row.cardNumber
  const today = civilOf(core.clock.now(), core.offsetMinutes)
  return {
    memberId: member.row.memberId,
    name: member.row.name,
    maskedPhone: maskPhone(member.row.phone),
    cardTail: shown === null ? null : cardTail(shown),
    tier: tier === undefined ? null : { id: tier.tierId, label: { zh: tier.nameZh, en: tier.nameEn } },
    points: member.points,
    principalFen: member.principalFen,
    bonusFen: member.bonusFen,
    couponCount: member.coupons.length,
    birthdayInDays: member.row.birthday === null ? null : daysUntilBirthday(member.row.birthday, today),
    nextTier:
      next === null || above === undefined
        ? null
        : { label: { zh: above.nameZh, en: above.nameEn }, missingFen: next.missingFen, progressPercent: next.percent },
  }
}

function couponViews(core: Core, order: Order, priced: PricedOrder): CouponView[] {
  const ids = priced.pricing.coupons.map((coupon) => coupon.id)
  if (ids.length === 0) return []
  const isCoupon = new Set(ids)
  const others = (choice: 'pinned' | 'forbidden'): string[] => priced.pricing[choice].filter((id) => !isCoupon.has(id))
  const [pinned, forbidden] = [others('pinned'), others('forbidden')]
  const without = payableWith(core, priced, { pinned, forbidden: [...forbidden, ...ids] })
  return priced.pricing.coupons.map((coupon) => {
    const alone = payableWith(core, priced, {
      pinned: [...pinned, coupon.id],
      forbidden: [...forbidden, ...ids.filter((id) => id !== coupon.id)],
    })
    const applied = priced.quote.applied.some((candidate) => candidate.id === coupon.id)
    const skipped = priced.quote.skipped.find((candidate) => candidate.id === coupon.id)
    const row = core.stores.members.coupon(coupon.id)
    return {
      couponId: coupon.id,
      label: sourceLabel(core, coupon.id, null),
      state: applied ? 'applied' : alone === null ? 'unusable' : 'usable',
      savesFen: without === null || alone === null ? 0 : Math.max(0, without.payable - alone.payable),
      reason: skipped === undefined ? null : skipLabel(skipped.reason, skipped.missing ?? null),
      expiresOn: row?.expiresOn ?? null,
      choice: order.couponChoices[coupon.id] ?? 'auto',
    }
  })
}

function pointsView(core: Core, priced: PricedOrder): TillView['points'] {
  const { quote, member } = priced
  const most = member === null || member.points <= 0 ? null : payableWith(core, priced, { redeemPoints: 'max' })
  return {
    balance: member?.points ?? 0,
    redeemed: quote.points.redeemed,
    valueFen: quote.points.value,
    redeemable: most?.points.redeemed ?? 0,
    redeemableFen: most?.points.value ?? 0,
    earned: quote.points.earned,
  }
}

function tenderView(core: Core, tender: Order['tenders'][number], member: MemberContext | null): TenderView {
  const { tenderId, kind, amountFen, state, detail, askedAt } = tender
  const split =
    kind === 'storedValue' && member !== null
      ? splitStoredValue(amountFen, {
          member: { memberId: member.row.memberId, lots: member.lots },
          businessDay: businessDayOf(core),
          walletOrder: core.memory.settings?.walletOrder ?? 'proportional',
        })
      : { principalFen: null, bonusFen: null }
  return { tenderId, kind, amountFen, state, detail, askedAt, ...split }
}
