/**
 * The rules of the fixture till: the demo's promotions and coupons, one of head office, one that is paused, one of a kind
 * that no till knows yet, and a replay that takes its time.
 */
import { demoCategories } from '../../electron/demo/categories.ts'
import { demoCouponTemplateLabels, demoCouponTemplates } from '../../electron/demo/coupon-templates.ts'
import { DEMO_STORE_ID, demoPromotionLabels, demoPromotions } from '../../electron/demo/promotions.ts'
import { demoTiers } from '../../electron/demo/tiers.ts'
import { readDraft } from '../../shared/contract/rule-draft.ts'
import type { ReplayProgress, ReplayResult } from '../../shared/contract/replay.ts'
import type { RuleDraft, RuleProblem, RuleVersion, RuleView } from '../../shared/contract/rules.ts'
import type { Label } from '../../shared/contract/primitives.ts'
import { civilOf } from '../../shared/domain/day/calendar.ts'
import { checkNames, checkRule } from '../../shared/domain/rules/check-rule.ts'
import type { PublishedBody } from '../../shared/domain/rules/rule.ts'
import { epochMsOf, periodOf, statusOf } from '../../shared/domain/rules/status.ts'
import type { RuleWords } from '../../shared/text/rule-occasion.ts'
import { notUnderstoodSentence, ruleGist, ruleSentence } from '../../shared/text/rule-sentence.ts'
import { fixtureId, fixtureProducts } from './fixture-data.ts'

const OFFSET_MINUTES = 480
const DAY_MS = 86_400_000

const today = (): number => Math.floor((Date.now() + OFFSET_MINUTES * 60_000) / DAY_MS)

const sentenceOf = (offer: PublishedBody): Label => wordsOf(offer).sentence

function wordsOf(offer: PublishedBody): { sentence: Label; gist: Label } {
  const products = new Map(fixtureProducts().map((product) => [product.sku, product]))
  const { from, to } = periodOf(offer.body)
  const end = (at: number | null, last: boolean) => {
    if (at === null) return null
    const wholeDay = (at + OFFSET_MINUTES * 60_000) % DAY_MS === 0
    return { civil: civilOf(last && wholeDay ? at - 1 : at, OFFSET_MINUTES), wholeDay }
  }
  const named = (zh: string | undefined, en: string | undefined, id: string): Label =>
    zh === undefined ? { zh: id, en: id } : { zh, en: en === undefined || en === '' ? zh : en }
  const words: RuleWords = {
    product: (sku) => named(products.get(sku)?.nameZh, products.get(sku)?.nameEn, sku),
    category: (id) => {
      const category = demoCategories().find((one) => one.id === id)
      return named(category?.nameZh, category?.nameEn, id)
    },
    tier: (id) => {
      const tier = demoTiers().find((one) => one.id === id)
      return named(tier?.nameZh, tier?.nameEn, id)
    },
    from: end(epochMsOf(from), false),
    to: end(epochMsOf(to), true),
    weighedInScope: 'none',
  }
  return { sentence: ruleSentence(offer, words), gist: ruleGist(offer, words) }
}

function viewOf(ruleId: string, name: Label, offer: PublishedBody, part: Partial<RuleView> = {}): RuleView {
  const period = periodOf(offer.body)
  return {
    ruleId,
    kind: offer.kind,
    ruleKind: offer.body.kind,
    nameZh: name.zh,
    nameEn: name.en,
    body: { ...offer.body },
    owner: 'store',
    status: statusOf('live', period, Date.now()),
    from: epochMsOf(period.from),
    to: epochMsOf(period.to),
    version: 1,
    ...wordsOf(offer),
    understood: true,
    changedAt: Date.now() - 30 * DAY_MS,
    changedBy: null,
    ...part,
  }
}

/** What is unusual about some of them. */
const PARTS: Readonly<Record<string, Partial<RuleView>>> = {
  'PR-SNACK-DAY': { status: 'paused', version: 3, changedBy: '周明远' },
  'PR-DIAMOND-95': { owner: 'hq' },
  'PR-COFFEE-2ND': { version: 2, changedBy: '周明远' },
}

export function fixtureRules(): RuleView[] {
  const promotions = demoPromotions({ today: today() }).map(({ id, ...body }) =>
    viewOf(id, demoPromotionLabels()[id] ?? { zh: id, en: id }, { kind: 'promotion', body }, PARTS[id]),
  )
  const coupons = demoCouponTemplates({ today: today() }).map(({ template, ...body }) =>
    viewOf(
      template,
      demoCouponTemplateLabels()[template] ?? { zh: template, en: template },
      { kind: 'coupon-template', body },
      PARTS[template],
    ),
  )
  return [...promotions, ...coupons]
}

/** A rule of head office of a kind that this till does not know. */
export const unknownRule = (): RuleView => ({
  ...viewOf(
    'HQ-LUCKY',
    { zh: '幸运数字立减', en: 'Lucky number' },
    {
      kind: 'promotion',
      body: { kind: 'percent', rate: 9000 },
    },
  ),
  ruleKind: 'luckyNumber',
  body: { kind: 'luckyNumber', digit: 8 },
  sentence: notUnderstoodSentence('luckyNumber', 'kind'),
  owner: 'hq',
  understood: false,
})

export const fixtureChoices = () => ({
  tiers: demoTiers().map(({ id, nameZh, nameEn }) => ({ tierId: id, label: { zh: nameZh, en: nameEn } })),
  tags: ['baking-class', 'neighbour', 'office', 'student', 'vip'],
  store: DEMO_STORE_ID,
  stores: [DEMO_STORE_ID],
  groups: ['full-reduction'],
  timeZone: 'Asia/Shanghai',
  offsetMinutes: OFFSET_MINUTES,
  maxCoupons: 2,
})

export function checkFixture(
  draft: RuleDraft,
  rules: readonly RuleView[],
): { sentence: Label | null; problems: RuleProblem[] } {
  const products = fixtureProducts()
  const shelf = {
    products,
    categories: new Set<string>(demoCategories().map(({ id }) => id)),
    tags: new Set(fixtureChoices().tags),
    store: DEMO_STORE_ID,
    maxCoupons: 2,
    otherNames: new Set(rules.filter(({ ruleId }) => ruleId !== draft.ruleId).map(({ nameZh }) => nameZh)),
    nowAt: Date.now(),
    offsetMinutes: OFFSET_MINUTES,
  }
  const skus = new Set(products.map(({ sku }) => sku))
  const tiers = new Set<string>(demoTiers().map(({ id }) => id))
  const read = readDraft(draft, {
    skus: { has: (sku) => skus.has(String(sku)) },
    tiers: { has: (tier) => tiers.has(String(tier)) },
  })
  const problems = [...checkNames(draft.nameZh, shelf), ...read.problems]
  if (read.offer === null) return { sentence: null, problems: problems.map(copied) }
  return { sentence: sentenceOf(read.offer), problems: [...problems, ...checkRule(read.offer, shelf)].map(copied) }
}

const copied = (problem: RuleProblem): RuleProblem => ({ ...problem, params: { ...problem.params } })

export function publishFixture(draft: RuleDraft, before: RuleView | undefined): RuleView {
  const { ruleId, kind, nameZh, nameEn, body } = draft
  const offer = { kind, body } as unknown as PublishedBody
  return viewOf(ruleId, { zh: nameZh, en: nameEn }, offer, {
    version: (before?.version ?? 0) + 1,
    changedAt: Date.now(),
    changedBy: '周明远',
  })
}

/** The coffee's rule as it grew. */
export function fixtureVersions(rule: RuleView): RuleVersion[] {
  const { nameZh, nameEn, body, sentence } = rule
  const first = {
    version: 1,
    change: 'created' as const,
    nameZh,
    nameEn,
    body,
    sentence,
    changedAt: Date.now() - 62 * DAY_MS,
    changedBy: null,
  }
  if (rule.version === 1) return [first]
  const { categories: _, ...scope } = (body['scope'] ?? {}) as Record<string, unknown>
  const early = { ...body, rate: 6000, scope: { ...scope, skus: ['CF001', 'CF002'] } }
  return [
    { ...first, version: 3, change: 'paused', changedAt: Date.now() - DAY_MS, changedBy: '周明远' },
    { ...first, version: 2, change: 'changed', changedAt: Date.now() - 20 * DAY_MS, changedBy: '周明远' },
    { ...first, body: early, sentence: sentenceOf({ kind: rule.kind, body: early } as unknown as PublishedBody) },
  ]
}

const RECEIPTS = 2941

const result = (): ReplayResult => ({
  fromDay: '2026-10-23',
  toDay: '2026-11-21',
  receipts: RECEIPTS,
  changed: 386,
  used: 421,
  usedFen: 312_480,
  everyoneHolds: false,
  paidFen: 18_432_650,
  costFen: 214_360,
  pointsMore: -2143,
  pushedAside: [
    {
      ruleId: 'PR-100-10',
      label: { zh: '满 100 减 10,满 200 减 25', en: '¥10 off ¥100' },
      timesBefore: 212,
      timesAfter: 164,
    },
    { ruleId: 'PR-BREAD-NIGHT', label: { zh: '晚市面包 7 折', en: 'Evening bread' }, timesBefore: 143, timesAfter: 96 },
    { ruleId: 'CT-50-5', label: { zh: '满 50 减 5 券', en: '¥5 off ¥50' }, timesBefore: 31, timesAfter: 22 },
  ],
  largest: Array.from({ length: 10 }, (_, index) => ({
    saleId: fixtureId(1000 + index),
    receiptNo: `K7-${String(20_260 - index * 37).padStart(6, '0')}`,
    at: Date.now() - (index * 2 + 1) * DAY_MS,
    beforeFen: 26_840 - index * 1710,
    afterFen: 22_640 - index * 1480,
  })),
  differences: 0,
  firstDifferences: [],
  leftOut: [],
  tookMs: 1840,
})

/** A replay that is done after a few questions. */
export function fixtureReplay(replayId: string, asked: number, cancelled: boolean): ReplayProgress {
  const done = Math.min(RECEIPTS, asked * 700)
  const state = cancelled ? 'cancelled' : done === RECEIPTS ? 'done' : 'running'
  return { replayId, state, done, total: RECEIPTS, result: state === 'done' ? result() : null, refusal: null }
}
