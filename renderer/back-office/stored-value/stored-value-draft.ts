/** Plans, caps and limits as they are typed, and the settings that they mean. What is right is decided by the core. */
import type { StoredValueSettings, StoredValueView, TopUpPlan } from '../../../shared/contract/stored-value.ts'
import { fenFromYuanText, yuanTextFromFen } from '../../kit/money-text.ts'

export interface StepDraft {
  readonly id: number
  readonly from: string
  readonly bonus: string
  readonly points: string
  readonly templateId: string | null
  readonly count: string
  /** further coupons of the step, which are kept as they are */
  readonly more: TopUpPlan['steps'][number]['coupons']
}

export interface PlanDraft {
  readonly planId: string
  readonly nameZh: string
  readonly nameEn: string
  readonly paused: boolean
  readonly bonusDays: string
  readonly steps: readonly StepDraft[]
}

export interface StoredValueDraft {
  readonly plans: readonly PlanDraft[]
  readonly registeredCap: string
  readonly anonymousCap: string
  readonly share: string
  readonly operation: string
  readonly operatorDay: string
  readonly day: string
  readonly reversalDays: string
}

export function draftOf(view: StoredValueView): StoredValueDraft {
  return {
    plans: view.plans.map(planDraft),
    registeredCap: yuanTextFromFen(view.registeredCapFen),
    anonymousCap: yuanTextFromFen(view.anonymousCapFen),
    share: yuanTextFromFen(view.maxBonusShareBp),
    operation: yuanTextFromFen(view.limits.operationFen),
    operatorDay: yuanTextFromFen(view.limits.operatorDayFen),
    day: yuanTextFromFen(view.limits.dayFen),
    reversalDays: String(view.reversalDays),
  }
}

function planDraft(plan: TopUpPlan): PlanDraft {
  return {
    ...plan,
    bonusDays: plan.bonusDays === null ? '' : String(plan.bonusDays),
    steps: plan.steps.map(({ fromFen, bonusFen, points, coupons }, id) => {
      const [coupon, ...more] = coupons
      return {
        id,
        from: yuanTextFromFen(fromFen),
        bonus: bonusFen === 0 ? '' : yuanTextFromFen(bonusFen),
        points: points === 0 ? '' : String(points),
        templateId: coupon?.templateId ?? null,
        count: String(coupon?.count ?? 1),
        more,
      }
    }),
  }
}

export function emptyStep(steps: readonly StepDraft[]): StepDraft {
  const id = Math.max(-1, ...steps.map((step) => step.id)) + 1
  return { id, from: '', bonus: '', points: '', templateId: null, count: '1', more: [] }
}

export function emptyPlan(planId: string): PlanDraft {
  return { planId, nameZh: '', nameEn: '', paused: false, bonusDays: '', steps: [emptyStep([])] }
}

export const isYuan = (text: string): boolean => (fenFromYuanText(text) ?? 0) > 0
export const isYuanOrBlank = (text: string): boolean => text === '' || fenFromYuanText(text) !== null
export const isCount = (text: string): boolean => /^\d{1,7}$/.test(text)
export const isCountOrBlank = (text: string): boolean => text === '' || isCount(text)

/** Null while a number cannot be read. */
export function settingsOf(draft: StoredValueDraft): StoredValueSettings | null {
  const yuans = [draft.registeredCap, draft.anonymousCap, draft.operation, draft.operatorDay, draft.day]
  const steps = draft.plans.flatMap((plan) => plan.steps)
  const readable =
    yuans.every(isYuan) &&
    isYuanOrBlank(draft.share) &&
    isCount(draft.reversalDays) &&
    draft.plans.every((plan) => isCountOrBlank(plan.bonusDays)) &&
    steps.every((step) => isYuan(step.from) && isYuanOrBlank(step.bonus) && isCountOrBlank(step.points)) &&
    steps.every((step) => step.templateId === null || isCount(step.count))
  if (!readable) return null
  return {
    plans: draft.plans.map(planOf),
    registeredCapFen: fenOf(draft.registeredCap),
    anonymousCapFen: fenOf(draft.anonymousCap),
    maxBonusShareBp: fenOf(draft.share),
    limits: {
      operationFen: fenOf(draft.operation),
      operatorDayFen: fenOf(draft.operatorDay),
      dayFen: fenOf(draft.day),
    },
    reversalDays: Number(draft.reversalDays),
  }
}

function planOf({ planId, nameZh, nameEn, paused, bonusDays, steps }: PlanDraft): TopUpPlan {
  return {
    planId,
    nameZh: nameZh.trim(),
    nameEn: nameEn.trim(),
    paused,
    bonusDays: bonusDays === '' || Number(bonusDays) === 0 ? null : Number(bonusDays),
    steps: steps
      .map(({ from, bonus, points, templateId, count, more }) => ({
        fromFen: fenOf(from),
        bonusFen: fenOf(bonus),
        points: Number(points === '' ? 0 : points),
        coupons: templateId === null ? [] : [{ templateId, count: Math.max(1, Number(count)) }, ...more],
      }))
      .sort((one, other) => one.fromFen - other.fromFen),
  }
}

/** Of a text that was found readable; nothing typed is nothing. */
function fenOf(text: string): number {
  return fenFromYuanText(text) ?? 0
}
