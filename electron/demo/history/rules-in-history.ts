/**
 * The demo shop's rules through its past: what was published on the first day, and what was changed since, so that a receipt
 * of last month has the rules of last month.
 *
 * Invariants: pure; after the last change the rules are, field by field, those of the shop of today, but that some have held
 * since the first day; a change lies between the first day and yesterday.
 */
import type { Promotion } from '../../../shared/domain/pricing/types.ts'
import type { DemoCouponTemplate, OfferLabel } from '../demo-offer.ts'
import type { DemoShop } from '../demo-shop.ts'
import { startOfDayText } from '../shop-date.ts'

export type RuleChange =
  | { readonly day: number; readonly kind: 'promotion'; readonly body: Promotion; readonly label: OfferLabel }
  | {
      readonly day: number
      readonly kind: 'coupon-template'
      readonly body: DemoCouponTemplate
      readonly label: OfferLabel
    }
  | { readonly day: number; readonly kind: 'state'; readonly ruleId: string; readonly paused: boolean }

export interface RulesInHistory {
  /** the shop with the rules of its first day */
  readonly opening: DemoShop
  /** by day, oldest first */
  readonly changes: readonly RuleChange[]
}

/** Days before today. The new season's promotions came then, and the coupons were renewed. */
const NEW_SEASON = 30
const COUPONS_RENEWED = 20
const GIFTS_ANNOUNCED = 6
const TEA_PAUSED = 48
const TEA_RESUMED = 41
const FROM_THE_START = 91

/** What was different before the new season. */
const LAST_SEASON: Readonly<Record<string, { readonly fields: object; readonly label: OfferLabel }>> = {
  'PR-EGG-1480': { fields: { price: 1580 }, label: { zh: '会员鸡蛋 ¥15.80', en: 'Members’ eggs ¥15.80' } },
  'PR-COFFEE-2ND': { fields: { rate: 6000 }, label: { zh: '第二件 6 折', en: 'Second at 40% off' } },
  'PR-TART-4': { fields: { price: 2500 }, label: { zh: '4 件 25', en: '4 for ¥25' } },
  'PR-BREAD-NIGHT': { fields: { rate: 8000 }, label: { zh: '晚市面包 8 折', en: 'Evening bread 20% off' } },
  'PR-100-10': {
    fields: {
      steps: [
        { at: 10_000, off: 800 },
        { at: 20_000, off: 2000 },
      ],
    },
    label: { zh: '满 100 减 8,满 200 减 20', en: '¥8 off ¥100, ¥20 off ¥200' },
  },
}
const LAST_COUPONS: typeof LAST_SEASON = {
  'CT-120-20': {
    fields: { steps: [{ at: 12_000, off: 1500 }] },
    label: { zh: '满 120 减 15 券', en: '¥15 off ¥120' },
  },
}
/** These have dates of their own. */
const OF_THEIR_OWN: readonly string[] = ['PR-OPENING', 'PR-GIFT-SEASON', 'CT-OLD-10']
const GIFTS = 'PR-GIFT-SEASON'
const TEA = 'PR-TEA-88'

/** `today` and days are day numbers; `days` is how many of them the past has. */
export function rulesInHistory(shop: DemoShop, today: number, days: number): RulesInHistory {
  const firstDay = today - days
  const all = [...promotionChanges(shop, today), ...templateChanges(shop, today), ...pauses(today)]
  const changes = all.filter(({ day }) => day >= firstDay && day < today).sort((a, b) => a.day - b.day)
  const before = all.filter(({ day }) => day < firstDay)
  const promotions = latest(
    before.flatMap((change) => (change.kind === 'promotion' ? [change] : [])),
    idOf,
  )
  const templates = latest(
    before.flatMap((change) => (change.kind === 'coupon-template' ? [change] : [])),
    idOf,
  )
  const labels = [...promotions, ...templates].map((change) => [idOf(change), change.label] as const)
  return {
    changes,
    opening: {
      ...shop,
      promotions: promotions.map(({ body }) => body),
      couponTemplates: templates.map(({ body }) => body),
      labels: { ...shop.labels, ...Object.fromEntries(labels) },
    },
  }
}

type Published = Exclude<RuleChange, { kind: 'state' }>

export function idOf(change: Published): string {
  return change.kind === 'promotion' ? change.body.id : change.body.template
}

function promotionChanges(shop: DemoShop, today: number): Extract<RuleChange, { kind: 'promotion' }>[] {
  return shop.promotions.flatMap((body) => {
    const label = labelOf(shop, body.id)
    const now = { kind: 'promotion' as const, body, label }
    if (body.id === GIFTS) return [{ ...now, day: today - GIFTS_ANNOUNCED }]
    if (OF_THEIR_OWN.includes(body.id)) return [{ ...now, day: today - FROM_THE_START }]
    const then = LAST_SEASON[body.id]
    const before = { kind: 'promotion' as const, day: today - FROM_THE_START }
    if (then === undefined) return [{ ...before, label, body: { ...body, from: theStart(today) } }]
    const past = { ...body, ...then.fields, ...datesOfPast(today, NEW_SEASON) }
    return [
      { ...before, body: past, label: then.label },
      { ...now, day: today - NEW_SEASON },
    ]
  })
}

function templateChanges(shop: DemoShop, today: number): Extract<RuleChange, { kind: 'coupon-template' }>[] {
  return shop.couponTemplates.flatMap((body) => {
    const label = labelOf(shop, body.template)
    const now = { kind: 'coupon-template' as const, body, label }
    if (OF_THEIR_OWN.includes(body.template)) return [{ ...now, day: today - FROM_THE_START }]
    const then = LAST_COUPONS[body.template]
    const before = { kind: 'coupon-template' as const, day: today - FROM_THE_START }
    if (then === undefined) return [{ ...before, label, body: { ...body, from: theStart(today) } }]
    const past = { ...body, ...then.fields, ...datesOfPast(today, COUPONS_RENEWED) }
    return [
      { ...before, body: past, label: then.label },
      { ...now, day: today - COUPONS_RENEWED },
    ]
  })
}

/** The tea ran out for a week. */
function pauses(today: number): RuleChange[] {
  return [
    { day: today - TEA_PAUSED, kind: 'state', ruleId: TEA, paused: true },
    { day: today - TEA_RESUMED, kind: 'state', ruleId: TEA, paused: false },
  ]
}

function datesOfPast(today: number, until: number): { from: string; to: string } {
  return { from: theStart(today), to: startOfDayText(today - until) }
}

function theStart(today: number): string {
  return startOfDayText(today - FROM_THE_START)
}

function labelOf(shop: DemoShop, ruleId: string): OfferLabel {
  return shop.labels[ruleId] ?? { zh: ruleId, en: ruleId }
}

/** The last change of each rule, in the order in which the rules were first named. */
function latest<Change>(changes: readonly Change[], id: (change: Change) => string): Change[] {
  return [...new Map(changes.map((change) => [id(change), change])).values()]
}
