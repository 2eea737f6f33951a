/**
 * A rule as it is edited: texts as typed, and switches that say what an absent field means. A list that is there but
 * empty never holds, so "all" and "these" are told apart by a switch and not by the length of a list.
 */
import type { CouponTemplateBody, PromotionBody } from '../../../../shared/contract/rules.ts'
import type { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { type DayTime, noDayTime } from './day-times.ts'

/** A promotion or coupon template as it is published, without ids. */
export type RuleBody = PromotionBody | CouponTemplateBody

export type OfferKind = 'promotion' | 'coupon-template'
export type RuleKind = RuleBody['kind']

/** A kind of form: what a rule does, and whether everybody has it or a coupon is shown. */
export interface FormKind {
  readonly kind: OfferKind
  readonly ruleKind: RuleKind
}

export const formKinds: readonly FormKind[] = [
  ...(
    [
      'nth',
      'buyGet',
      'forPrice',
      'special',
      'percent',
      'quantityRate',
      'amountOff',
      'orderRate',
    ] as const satisfies readonly RuleKind[]
  ).map((ruleKind) => ({ kind: 'promotion' as const, ruleKind })),
  ...(['amountOff', 'orderRate', 'product'] as const satisfies readonly RuleKind[]).map((ruleKind) => ({
    kind: 'coupon-template' as const,
    ruleKind,
  })),
]

/** One step of a ladder; `id` stays while others come and go. */
export interface StepDraft {
  readonly id: number
  readonly at: string
  /** 折 or yuan, by the kind */
  readonly gives: string
}

export interface HoursDraft {
  readonly id: number
  readonly start: string
  readonly end: string
}

export interface RuleDraft extends FormKind {
  readonly nameZh: string
  readonly nameEn: string
  readonly price: string
  readonly rate: string
  readonly n: string
  readonly buy: string
  readonly get: string
  /** of amountOff: by steps, or so much off for every so much */
  readonly ladder: 'steps' | 'every'
  readonly steps: readonly StepDraft[]
  readonly every: string
  readonly off: string
  readonly max: string
  /** of orderRate: from this amount on */
  readonly at: string
  readonly maxOff: string
  readonly who: 'everybody' | 'members' | 'these'
  readonly tiers: readonly string[]
  readonly tags: readonly string[]
  readonly birthday: boolean
  readonly from: DayTime
  readonly to: DayTime
  readonly everyWeekday: boolean
  readonly weekdays: readonly number[]
  readonly allDay: boolean
  readonly hours: readonly HoursDraft[]
  readonly everything: boolean
  readonly skus: readonly string[]
  readonly categories: readonly string[]
  readonly except: readonly string[]
  readonly allStores: boolean
  readonly stores: readonly string[]
  readonly priority: string
  readonly group: string
  readonly base: 'list' | 'tier'
  readonly excludePromoted: boolean
  readonly withPromotions: boolean
  readonly withTier: boolean
  readonly stackable: boolean
}

/** What is wrong with a draft, before the core is asked. `path` is a field of the body, or a name. */
export interface DraftProblem {
  readonly path: string
  readonly text: keyof typeof rulesScreenText
  /** nothing was entered yet: said only once publishing was tried */
  readonly missing: boolean
}

export const isUnitKind = (ruleKind: RuleKind): boolean =>
  ruleKind !== 'amountOff' && ruleKind !== 'orderRate' && ruleKind !== 'product'

export const emptyStep = (id: number): StepDraft => ({ id, at: '', gives: '' })
export const emptyHours = (id: number): HoursDraft => ({ id, start: '', end: '' })

export const nextId = (rows: readonly { readonly id: number }[]): number =>
  rows.reduce((largest, { id }) => Math.max(largest, id), 0) + 1

/** A new rule of a kind, with what is usual in it: 第二件半价, 买二送一. */
export function newDraft({ kind, ruleKind }: FormKind): RuleDraft {
  return {
    kind,
    ruleKind,
    nameZh: '',
    nameEn: '',
    price: '',
    rate: ruleKind === 'nth' ? '5' : '',
    n: ruleKind === 'nth' ? '2' : '',
    buy: ruleKind === 'buyGet' ? '2' : '',
    get: ruleKind === 'buyGet' ? '1' : '',
    ladder: 'steps',
    steps: [emptyStep(1)],
    every: '',
    off: '',
    max: '',
    at: '',
    maxOff: '',
    who: 'everybody',
    tiers: [],
    tags: [],
    birthday: false,
    from: noDayTime,
    to: noDayTime,
    everyWeekday: true,
    weekdays: [],
    allDay: true,
    hours: [emptyHours(1)],
    everything: !isUnitKind(ruleKind) && ruleKind !== 'product',
    skus: [],
    categories: [],
    except: [],
    allStores: true,
    stores: [],
    priority: '',
    group: '',
    base: 'list',
    excludePromoted: false,
    withPromotions: true,
    withTier: true,
    stackable: false,
  }
}
