/** What one version of a rule changed of the one before it, in the words of the form. */
import type { RuleVersion } from '../../../../shared/contract/rules.ts'
import type { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { type Locale, labelIn, type Translate } from '../../../i18n.ts'
import { draftOf } from '../draft/draft-of-body.ts'
import type { OfferKind, RuleBody } from '../draft/rule-draft.ts'
import { suggestedName } from '../draft/suggested-name.ts'
import { daysText, rhythmText } from '../rule-words.ts'
import type { RulesData } from '../rules-data.ts'

type T = Translate<typeof rulesScreenText>

const PARTS = [
  'changedName',
  'changedFigures',
  'changedGoods',
  'changedWho',
  'changedDates',
  'changedWeekdays',
  'changedHours',
  'changedMore',
] as const
type Part = (typeof PARTS)[number]

export interface RuleChange {
  readonly part: Part
  readonly before: string
  readonly after: string
}

/** The known things that rules name. */
export type Names = Pick<RulesData, 'products' | 'categories' | 'choices'>

export function changesOf(
  kind: OfferKind,
  before: RuleVersion,
  after: RuleVersion,
  words: { t: T; locale: Locale; names: Names },
): RuleChange[] {
  const was = partsOf(kind, before, words)
  const is = partsOf(kind, after, words)
  return PARTS.flatMap((part) => (was[part] === is[part] ? [] : [{ part, before: was[part], after: is[part] }]))
}

function partsOf(
  kind: OfferKind,
  { nameZh, nameEn, body: published }: RuleVersion,
  { t, locale, names }: { t: T; locale: Locale; names: Names },
): Record<Part, string> {
  const body = published as unknown as RuleBody
  const { from, to } = body
  const at = (instant: string | number | undefined): number | null =>
    instant === undefined ? null : new Date(instant).getTime()
  return {
    changedName: labelIn({ zh: nameZh, en: nameEn }, locale),
    changedFigures: labelIn(suggestedName(kind, body, null), locale) + limitText(body, t),
    changedGoods: goodsText(body, t, locale, names),
    changedWho: whoText(body, t, locale, names),
    changedDates: daysText({ from: at(from), to: at(to) }, t, locale),
    changedWeekdays: rhythmText({ weekdays: body.weekdays }, t, locale) || t('everyWeekday'),
    changedHours: rhythmText({ hours: body.hours }, t, locale) || t('allDay'),
    changedMore: moreText(kind, body, t, locale),
  }
}

const comma = (locale: Locale): string => (locale === 'zh' ? '、' : ', ')

function limitText(body: RuleBody, t: T): string {
  const { max, maxOff } = draftOf({ kind: 'coupon-template', nameZh: '', nameEn: '', body })
  if (max !== '') return ` · ${t('everyMaxSentence', { max })}`
  return maxOff === '' ? '' : ` · ${t('maxOffSentence', { maxOff })}`
}

function goodsText({ scope }: RuleBody, t: T, locale: Locale, { products, categories }: Names): string {
  const product = (sku: string): string => {
    const known = products.find((one) => one.sku === sku)
    return known === undefined ? sku : labelIn({ zh: known.nameZh, en: known.nameEn }, locale)
  }
  const category = (id: string): string => {
    const known = categories.find(({ categoryId }) => categoryId === id)
    return known === undefined ? id : labelIn(known.label, locale)
  }
  const chosen = [...(scope?.categories ?? []).map(category), ...(scope?.skus ?? []).map(product)].join(comma(locale))
  const except = (scope?.except ?? []).map(product).join(comma(locale))
  return `${chosen === '' ? t('goodsAll') : chosen}${except === '' ? '' : ` · ${t('except')} ${except}`}`
}

function whoText(body: RuleBody, t: T, locale: Locale, { choices }: Names): string {
  const tier = (id: string): string => {
    const known = choices.tiers.find(({ tierId }) => tierId === id)
    return known === undefined ? id : labelIn(known.label, locale)
  }
  const texts = [
    ...(body.tiers ?? []).map(tier),
    ...(body.tags ?? []),
    ...(body.birthday === true ? [t('birthday')] : []),
  ]
  if (texts.length > 0) return texts.join(comma(locale))
  return t(body.membersOnly === true ? 'whoMembers' : 'whoEverybody')
}

function moreText(kind: OfferKind, body: RuleBody, t: T, locale: Locale): string {
  const draft = draftOf({ kind, nameZh: '', nameEn: '', body })
  const texts = [
    ...(draft.base === 'tier' ? [t('baseTier')] : []),
    ...(draft.excludePromoted ? [t('excludePromoted')] : []),
    ...(kind === 'promotion' ? [] : [t('withPromotions') + mark(draft.withPromotions)]),
    ...(kind === 'promotion' ? [] : [t('withTier') + mark(draft.withTier)]),
    ...(draft.stackable ? [t('stackable')] : []),
    ...(draft.group === '' ? [] : [`${t('group')} ${draft.group}`]),
    ...(draft.priority === '' ? [] : [`${t('priority')} ${draft.priority}`]),
    ...(draft.allStores ? [] : [`${t('stores')} ${draft.stores.join(comma(locale))}`]),
  ]
  return texts.length === 0 ? '—' : texts.join(comma(locale))
}

const mark = (on: boolean): string => (on ? ' ✓' : ' ✕')
