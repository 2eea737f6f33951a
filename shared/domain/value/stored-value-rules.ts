/**
 * What a shop has set about stored value: its plans 储值方案, the caps of the law, limits and the days of a reversal.
 *
 * Invariants (checkStoredValueRules): each plan has a name of its own and steps that ascend; each step gives something,
 * not more bonus than the allowed share of what is paid, and lies within the cap of a registered member.
 */
import { mulDiv } from '../money.ts'
import { ok, refuse, type Result } from '../result.ts'

export interface CouponGift {
  readonly templateId: string
  readonly count: number
}

/** 充500送100: what is given to whoever pays `fromFen` or more, up to the next step. */
export interface TopUpStep {
  readonly fromFen: number
  readonly bonusFen: number
  readonly points: number
  readonly coupons: readonly CouponGift[]
}

export interface TopUpPlan {
  readonly planId: string
  readonly nameZh: string
  readonly nameEn: string
  /** stands on no screen of the till */
  readonly paused: boolean
  /** business days that the bonus can be spent, the first included; null = it never lapses */
  readonly bonusDays: number | null
  readonly steps: readonly TopUpStep[]
}

/** Above these a second person says yes. */
export interface TopUpLimits {
  readonly operationFen: number
  readonly operatorDayFen: number
  readonly dayFen: number
}

export interface StoredValueRules {
  readonly version: number
  readonly plans: readonly TopUpPlan[]
  /** principal that an account of a named member may hold */
  readonly registeredCapFen: number
  /** principal that an account without a file may hold */
  readonly anonymousCapFen: number
  /** basis points of what is paid */
  readonly maxBonusShareBp: number
  readonly limits: TopUpLimits
  /** days after its own within which an unused top-up can be taken back */
  readonly reversalDays: number
}

/** What holds until the shop has set something of its own. */
export const FIRST_STORED_VALUE_RULES: StoredValueRules = {
  version: 0,
  plans: [],
  registeredCapFen: 500_000,
  anonymousCapFen: 100_000,
  maxBonusShareBp: 5000,
  limits: { operationFen: 200_000, operatorDayFen: 1_000_000, dayFen: 3_000_000 },
  reversalDays: 7,
}

type PlanProblem =
  | 'plan-name-missing'
  | 'plan-name-taken'
  | 'plan-without-steps'
  | 'plan-step-not-positive'
  | 'plan-steps-not-ascending'
  | 'plan-step-gives-nothing'
  | 'plan-bonus-above-share'
  | 'plan-step-above-cap'
  | 'plan-coupon-unknown'

/** The first thing that is wrong. `isTemplate` says whether there is a coupon template of this id. */
export function checkStoredValueRules(
  rules: StoredValueRules,
  isTemplate: (templateId: string) => boolean,
): Result<null, PlanProblem> {
  const names = new Set<string>()
  for (const plan of rules.plans) {
    const name = plan.nameZh.trim()
    if (name === '') return refuse('plan-name-missing')
    if (names.has(name)) return refuse('plan-name-taken', { nameZh: name })
    names.add(name)
    const steps = checkSteps(plan, rules, isTemplate)
    if (!steps.ok) return steps
  }
  return ok(null)
}

function checkSteps(
  plan: TopUpPlan,
  rules: StoredValueRules,
  isTemplate: (templateId: string) => boolean,
): Result<null, PlanProblem> {
  const { nameZh } = plan
  if (plan.steps.length === 0) return refuse('plan-without-steps', { nameZh })
  let lastFen = 0
  for (const step of plan.steps) {
    const { fromFen, bonusFen, points, coupons } = step
    if (fromFen <= 0 || bonusFen < 0 || points < 0 || coupons.some(({ count }) => count < 1))
      return refuse('plan-step-not-positive', { nameZh })
    if (fromFen <= lastFen) return refuse('plan-steps-not-ascending', { nameZh, fromFen })
    lastFen = fromFen
    if (bonusFen === 0 && points === 0 && coupons.length === 0)
      return refuse('plan-step-gives-nothing', { nameZh, fromFen })
    const mostFen = mulDiv(fromFen, rules.maxBonusShareBp, 10_000, 'floor')
    if (bonusFen > mostFen) return refuse('plan-bonus-above-share', { nameZh, fromFen, mostFen })
    const capFen = rules.registeredCapFen
    if (fromFen > capFen) return refuse('plan-step-above-cap', { nameZh, fromFen, capFen })
    if (!coupons.every(({ templateId }) => isTemplate(templateId))) return refuse('plan-coupon-unknown', { nameZh })
  }
  return ok(null)
}
