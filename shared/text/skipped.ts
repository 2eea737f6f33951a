/** Why an offer does not count, in words of the shop: 「与「第二件半价」同组,那个更省 ¥2.50」. */
import type { SkipReason } from '../domain/pricing/types.ts'
import { named, skipLabel, yuan, type OfferLabel } from './offers.ts'

/** When and for whom an offer holds, as far as a sentence needs it. */
export interface HoldsWhen {
  /** first and last day in the shop, month and day */
  readonly firstDay: MonthDay | null
  readonly lastDay: MonthDay | null
  /** 1 = Monday … 7 = Sunday */
  readonly weekdays: readonly number[] | null
  readonly hours: readonly (readonly [string, string])[] | null
  readonly tiers: readonly OfferLabel[] | null
  readonly tags: readonly string[] | null
  readonly birthday: boolean
  /** whether the order has a member */
  readonly member: boolean
}

export interface MonthDay {
  readonly month: number
  readonly day: number
}

/** The chosen one that this one cannot go with. */
export interface ExcludedBy {
  readonly label: OfferLabel
  /** group: one of a group; template: two of one kind of coupon; alone: this coupon goes with no promotion; by-alone: that one */
  readonly why: 'group' | 'template' | 'alone' | 'by-alone'
  /** somebody said that it must count */
  readonly pinned: boolean
}

export interface SkipFacts {
  readonly reason: SkipReason
  readonly coupon: boolean
  readonly missing: { readonly amount: number; readonly unit: 'fen' | 'pieces' } | null
  readonly by: ExcludedBy | null
  /** fen that the customer would pay more with it; null where it cannot be had */
  readonly dearerFen: number | null
  readonly maxCoupons: number
  readonly when: HoldsWhen
}

export function skippedLabel(facts: SkipFacts): OfferLabel {
  switch (facts.reason) {
    case 'below-threshold':
      return missingLabel(facts)
    case 'excluded-by':
      return facts.by === null ? skipLabel(facts.reason, null) : excludedLabel(facts.by, facts.dearerFen)
    case 'limit':
      return withSaving(
        {
          zh: `一单最多用 ${facts.maxCoupons} 张券`,
          en: `${facts.maxCoupons} ${facts.maxCoupons === 1 ? 'coupon' : 'coupons'} a sale at most`,
        },
        { zh: '已用的', en: 'the one in use' },
        facts.dearerFen,
      )
    case 'better-without':
      return betterWithoutLabel(facts)
    case 'not-started':
    case 'expired':
    case 'wrong-time':
      return timeLabel(facts.reason, facts.when)
    case 'not-for-this-member':
      return memberLabel(facts.when)
    case 'forbidden':
    case 'wrong-store':
    case 'nothing-in-scope':
      return skipLabel(facts.reason, null)
  }
}

function missingLabel({ missing }: SkipFacts): OfferLabel {
  if (missing === null) return skipLabel('below-threshold', null)
  if (missing.unit === 'fen') return { zh: `还差 ¥${yuan(missing.amount)}`, en: `¥${yuan(missing.amount)} short` }
  return { zh: `还差 ${missing.amount} 件`, en: `${missing.amount} more needed` }
}

function excludedLabel(by: ExcludedBy, dearerFen: number | null): OfferLabel {
  const { zh, en } = named(by.label)
  const words = {
    group: { zh: `与${zh}同组,只能用一个`, en: `one of a group with ${en}` },
    template: { zh: '同一种券一单只能用一张', en: 'only one of this coupon a sale' },
    alone: { zh: `不能与促销同用,已用${zh}`, en: `goes with no promotion, and ${en} is used` },
    'by-alone': { zh: `${zh}不能与促销同用`, en: `${en} goes with no promotion` },
  }[by.why]
  if (by.pinned) return { zh: `${words.zh};已指定用那个`, en: `${words.en}, which was picked` }
  return withSaving(words, { zh: '那个', en: 'that one' }, dearerFen)
}

/** "…,那个更省 ¥2.50" */
function withSaving(words: OfferLabel, other: OfferLabel, dearerFen: number | null): OfferLabel {
  if (dearerFen === null || dearerFen < 0) return words
  if (dearerFen === 0) return { zh: `${words.zh};两个一样省`, en: `${words.en}; both save the same` }
  const amount = yuan(dearerFen)
  return { zh: `${words.zh},${other.zh}更省 ¥${amount}`, en: `${words.en}; ${other.en} saves ¥${amount} more` }
}

function betterWithoutLabel({ coupon, dearerFen }: SkipFacts): OfferLabel {
  if (dearerFen === null) return { zh: '在这一单里减不了钱', en: 'takes nothing off here' }
  if (dearerFen > 0) return { zh: `用了反而多付 ¥${yuan(dearerFen)}`, en: `¥${yuan(dearerFen)} dearer with it` }
  return coupon
    ? { zh: '用不用一样价,券留着下次用', en: 'the same price without it; kept for next time' }
    : { zh: '用不用一样价', en: 'the same price without it' }
}

const WEEKDAYS = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
] as const satisfies readonly OfferLabel[]
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

function dayLabel({ month, day }: MonthDay): OfferLabel {
  return { zh: `${month} 月 ${day} 日`, en: `${day} ${MONTHS[month - 1] ?? month}` }
}

function timeLabel(reason: 'not-started' | 'expired' | 'wrong-time', when: HoldsWhen): OfferLabel {
  if (reason === 'not-started' && when.firstDay !== null) {
    const { zh, en } = dayLabel(when.firstDay)
    return { zh: `${zh}开始`, en: `from ${en}` }
  }
  if (reason === 'expired' && when.lastDay !== null) {
    const { zh, en } = dayLabel(when.lastDay)
    return { zh: `${zh}已结束`, en: `ended ${en}` }
  }
  if (reason === 'wrong-time' && (when.weekdays !== null || when.hours !== null)) {
    const days = (when.weekdays ?? []).flatMap((weekday) => WEEKDAYS[weekday - 1] ?? [])
    const hours = (when.hours ?? []).map(([from, to]) => `${from}–${to}`).join('、')
    const zh = `${days.map((day) => day.zh).join('、')}${days.length > 0 && hours !== '' ? ' ' : ''}${hours}`
    const en = [days.map((day) => day.en).join(', '), hours.replaceAll('、', ', ')].filter((part) => part !== '')
    return { zh: `只在${zh}`, en: `only ${en.join(' ')}` }
  }
  return skipLabel(reason, null)
}

function memberLabel({ member, tiers, tags, birthday }: HoldsWhen): OfferLabel {
  const whose = [
    ...(tiers === null ? [] : [{ zh: tiers.map(({ zh }) => zh).join('、'), en: tiers.map(({ en }) => en).join(', ') }]),
    ...(tags === null ? [] : [{ zh: `「${tags.join('、')}」会员`, en: `members marked ${tags.join(', ')}` }]),
    ...(birthday ? [{ zh: '生日当天', en: 'the birthday' }] : []),
  ]
  if (whose.length === 0) return { zh: '限会员,请先选会员', en: 'for members; choose one first' }
  const zh = `限${whose.map((part) => part.zh).join(',')}`
  const en = `for ${whose.map((part) => part.en).join('; ')}`
  return member ? { zh, en } : { zh: `${zh};还没有选会员`, en: `${en}; no member yet` }
}
