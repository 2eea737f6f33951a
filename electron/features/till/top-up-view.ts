/** The top-up as the screen shows it: the tiles of the plans, and what the chosen one would leave. */
import type { ChosenTopUp, TopUpGift, TopUpTile, TopUpView } from '../../../shared/contract/top-up.ts'
import type { Order, TopUpOrder } from '../../../shared/domain/basket/order.ts'
import { fen } from '../../../shared/domain/money.ts'
import { settle } from '../../../shared/domain/sale/tender.ts'
import { mostTopUp } from '../../../shared/domain/value/decide-top-up.ts'
import { bonusExpiry, previewTopUp } from '../../../shared/domain/value/plan-top-up.ts'
import { pointsExpiry } from '../../../shared/domain/value/points-expiry.ts'
import type { TopUpPlan, TopUpStep } from '../../../shared/domain/value/stored-value-rules.ts'
import type { Core } from '../../core.ts'
import { businessDayOf, type MemberContext } from './member-context.ts'
import { orderTotal } from './order-total.ts'
import { decideFor, topUpState } from './top-up.ts'

export function topUpView(core: Core, order: Order, topUp: TopUpOrder, member: MemberContext): TopUpView {
  const rules = core.stores.settings.storedValueRules()
  const mostFen = mostTopUp(rules, topUpState(core, member))
  const servedBy = topUp.servedBy === null ? undefined : core.stores.staff.operator(topUp.servedBy)
  return {
    tiles: rules.plans.flatMap((plan) => (plan.paused ? [] : tilesOf(core, plan, mostFen))),
    mostFen,
    shortfallFen: shortfall(core, topUp, member),
    waits: topUp.waiting !== null,
    servedBy: servedBy === undefined ? null : { operatorId: servedBy.operatorId, name: servedBy.name },
    chosen: topUp.principalFen === 0 ? null : chosenView(core, order, topUp, member),
  }
}

function tilesOf(core: Core, plan: TopUpPlan, mostFen: number): TopUpTile[] {
  return plan.steps.map((step) => ({
    planId: plan.planId,
    plan: planLabel(plan),
    principalFen: step.fromFen,
    possible: step.fromFen <= mostFen,
    ...giftLabels(core, step),
  }))
}

function planLabel({ nameZh, nameEn }: TopUpPlan): { zh: string; en: string } {
  return { zh: nameZh, en: nameEn === '' ? nameZh : nameEn }
}

/** A step's gifts in the shop's words. */
export function giftLabels(core: Core, gift: TopUpStep | null): TopUpGift {
  return {
    bonusFen: gift?.bonusFen ?? 0,
    points: gift?.points ?? 0,
    coupons: (gift?.coupons ?? []).map(({ templateId, count }) => {
      const offer = core.catalog.offer(templateId)
      const zh = offer?.nameZh ?? templateId
      return { label: { zh, en: offer === undefined || offer.nameEn === '' ? zh : offer.nameEn }, count }
    }),
  }
}

/** What the member lacks to pay what is due of the order that waits, where it waits to be paid. */
function shortfall(core: Core, { waiting }: TopUpOrder, member: MemberContext): number | null {
  if (waiting?.screen !== 'pay') return null
  const { dueFen } = settle(orderTotal(core, waiting), waiting.tenders)
  return Math.max(0, dueFen - member.principalFen - member.bonusFen)
}

function chosenView(core: Core, order: Order, topUp: TopUpOrder, member: MemberContext): ChosenTopUp | null {
  const decided = decideFor(core, order, topUp)
  if (!decided.ok) return null
  const { plan, gift } = decided.value
  const businessDay = businessDayOf(core)
  const bonusExpiresOn = bonusExpiry(plan, businessDay)
  const after = previewTopUp({
    memberId: member.row.memberId,
    businessDay,
    principalFen: fen(topUp.principalFen),
    gift,
    bonusExpiresOn,
    pointsExpireOn: pointsExpiry(businessDay),
    lots: member.lots,
  })
  return {
    planId: plan?.planId ?? null,
    plan: plan === null ? null : planLabel(plan),
    principalFen: topUp.principalFen,
    ...giftLabels(core, gift),
    bonusExpiresOn: (gift?.bonusFen ?? 0) > 0 ? bonusExpiresOn : null,
    afterPrincipalFen: after.principalFen,
    afterBonusFen: after.bonusFen,
    afterPoints: after.points,
    approvedBy: topUp.approvedBy === null ? null : (core.stores.staff.operator(topUp.approvedBy)?.name ?? null),
  }
}
