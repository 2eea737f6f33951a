/**
 * Whether a top-up 充值 may be taken, what it gives, and whether a second person must say yes.
 *
 * Invariants: the amount is above zero and leaves the principal within the cap of the law; a plan gives the gifts of one
 * step, the highest that the amount reaches.
 */
import { ok, refuse, type Result } from '../result.ts'
import type { StoredValueRules, TopUpPlan, TopUpStep } from './stored-value-rules.ts'

export interface TopUpWish {
  readonly principalFen: number
  /** null: the plan that gives the most for this amount, or none */
  readonly planId: string | null
}

export interface TopUpState {
  /** what the account holds already */
  readonly principalFen: number
  /** whether the account has a member's file */
  readonly registered: boolean
  /** what the operator, and the till, took today for stored value */
  readonly operatorTodayFen: number
  readonly todayFen: number
}

export type TopUpLimit = 'operation' | 'operator-day' | 'day'

export interface DecidedTopUp {
  readonly plan: TopUpPlan | null
  readonly gift: TopUpStep | null
  /** the limit that it is above, or null */
  readonly above: TopUpLimit | null
}

export function decideTopUp(
  rules: StoredValueRules,
  state: TopUpState,
  wish: TopUpWish,
): Result<DecidedTopUp, 'top-up-not-positive' | 'top-up-above-cap' | 'top-up-at-cap' | 'plan-unknown'> {
  const { principalFen } = wish
  if (principalFen <= 0) return refuse('top-up-not-positive')
  const capFen = state.registered ? rules.registeredCapFen : rules.anonymousCapFen
  const mostFen = Math.max(0, capFen - state.principalFen)
  if (mostFen === 0) return refuse('top-up-at-cap', { capFen })
  if (principalFen > mostFen) return refuse('top-up-above-cap', { capFen, mostFen })
  const above = limitAbove(rules, state, principalFen)
  if (wish.planId === null) return ok({ ...mostGenerous(rules.plans, principalFen), above })
  const plan = rules.plans.find(({ planId, paused }) => planId === wish.planId && !paused)
  if (plan === undefined) return refuse('plan-unknown')
  const gift = stepOf(plan, principalFen)
  return ok({ plan: gift === null ? null : plan, gift, above })
}

/** Fen that an account may still take. */
export function mostTopUp(rules: StoredValueRules, state: Pick<TopUpState, 'principalFen' | 'registered'>): number {
  return Math.max(0, (state.registered ? rules.registeredCapFen : rules.anonymousCapFen) - state.principalFen)
}

function limitAbove({ limits }: StoredValueRules, state: TopUpState, principalFen: number): TopUpLimit | null {
  if (principalFen > limits.operationFen) return 'operation'
  if (state.operatorTodayFen + principalFen > limits.operatorDayFen) return 'operator-day'
  return state.todayFen + principalFen > limits.dayFen ? 'day' : null
}

/** The highest step that the amount reaches. */
function stepOf(plan: TopUpPlan, principalFen: number): TopUpStep | null {
  let reached: TopUpStep | null = null
  for (const step of plan.steps) if (step.fromFen <= principalFen) reached = step
  return reached
}

/** By bonus, then points, then coupons; the first of equals. */
function mostGenerous(plans: readonly TopUpPlan[], principalFen: number): Pick<DecidedTopUp, 'plan' | 'gift'> {
  let best: { plan: TopUpPlan; gift: TopUpStep } | null = null
  for (const plan of plans) {
    const gift = plan.paused ? null : stepOf(plan, principalFen)
    if (gift !== null && (best === null || givesMore(gift, best.gift))) best = { plan, gift }
  }
  return best ?? { plan: null, gift: null }
}

function givesMore(one: TopUpStep, other: TopUpStep): boolean {
  if (one.bonusFen !== other.bonusFen) return one.bonusFen > other.bonusFen
  if (one.points !== other.points) return one.points > other.points
  return couponCount(one) > couponCount(other)
}

function couponCount({ coupons }: TopUpStep): number {
  return coupons.reduce((sum, { count }) => sum + count, 0)
}
