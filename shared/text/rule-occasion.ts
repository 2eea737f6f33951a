/** When, where, for whom and on what a rule holds, in the words of a shop. */
import type { CivilInstant } from '../domain/day/calendar.ts'
import type { Eligibility, Scope } from '../domain/pricing/types.ts'

export interface Words {
  readonly zh: string
  readonly en: string
}

/** One end of a period: a whole day (the last one too is inclusive), or a moment. */
export interface PeriodEnd {
  readonly civil: CivilInstant
  readonly wholeDay: boolean
}

/** What the ids and instants of a rule mean in this shop. */
export interface RuleWords {
  readonly product: (sku: string) => Words
  readonly category: (categoryId: string) => Words
  readonly tier: (tierId: string) => Words
  readonly from: PeriodEnd | null
  readonly to: PeriodEnd | null
  /** whether a price is for a piece, a kilogram, or either */
  readonly weighedInScope: 'none' | 'some' | 'all'
}

const NOTHING: Words = { zh: '', en: '' }
const MOST_NAMED = 3
const WEEKDAYS_ZH = ['一', '二', '三', '四', '五', '六', '日'] as const
const WEEKDAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** '2026年11月1日至30日,每周三、周六 10:00–14:00'; empty where the rule always holds. */
export function whenWords(body: Eligibility, words: RuleWords): Words {
  const parts = [periodWords(words), weekWords(body), storeWords(body)].filter(({ zh }) => zh !== '')
  return { zh: parts.map(({ zh }) => zh).join(','), en: parts.map(({ en }) => en).join(', ') }
}

/** '金卡、钻石卡会员'; empty where it is for everybody. */
export function whoWords({ tiers, tags, birthday, membersOnly }: Eligibility, words: RuleWords): Words {
  if (tiers === undefined && tags === undefined && birthday !== true && membersOnly !== true) return NOTHING
  const named = (tiers ?? []).map(words.tier)
  const tagged = (tags ?? []).map((tag) => quoted({ zh: tag, en: tag }))
  const zh = [
    birthday === true ? '生日当天的' : '',
    tags === undefined ? '' : `带${tagged.length === 0 ? '(未选)' : tagged.map((tag) => tag.zh).join('或')}标签的`,
    tiers === undefined ? '' : named.length === 0 ? '(未选等级)' : named.map((tier) => tier.zh).join('、'),
    '会员',
  ].join('')
  const en = [
    tiers === undefined
      ? 'members'
      : `${named.length === 0 ? '(no tier)' : listEn(named.map(({ en: tier }) => tier))} members`,
    tags === undefined ? '' : ` tagged ${tagged.length === 0 ? '(none)' : tagged.map((tag) => tag.en).join(' or ')}`,
    birthday === true ? ' on their birthday' : '',
  ].join('')
  return { zh, en }
}

/** '面包类、「鲜鸡蛋 10 枚」(「葡式蛋挞」除外)'; null where it is everything. */
export function scopeWords(scope: Scope | undefined, words: RuleWords): Words | null {
  if (scope?.skus === undefined && scope?.categories === undefined) return null
  const categories = (scope.categories ?? []).map((id) => withKind(words.category(id)))
  const goods = (scope.skus ?? []).map((sku) => quoted(words.product(sku)))
  const shown = goods.slice(0, MOST_NAMED)
  const zhGoods = `${shown.map(({ zh }) => zh).join('')}${goods.length > MOST_NAMED ? `等 ${goods.length} 种商品` : ''}`
  const enGoods = [
    ...shown.map(({ en }) => en),
    ...(goods.length > MOST_NAMED ? [`${goods.length - MOST_NAMED} more`] : []),
  ]
  const zhCategories = categories.map(({ zh }) => zh).join('、')
  const both = zhCategories !== '' && zhGoods !== '' ? '和' : ''
  const zh = `${zhCategories}${both}${zhGoods}` || '(未选商品)'
  const en = listEn([...categories.map((category) => category.en), ...enGoods]) || '(no goods)'
  return { zh, en }
}

/** '(「葡式蛋挞」除外)'; empty where nothing is excepted. */
export function exceptWords(scope: Scope | undefined, words: RuleWords): Words {
  const goods = (scope?.except ?? []).map((sku) => quoted(words.product(sku)))
  if (goods.length === 0) return NOTHING
  const shown = goods.slice(0, MOST_NAMED)
  const more = goods.length - shown.length
  return {
    zh: `(${shown.map(({ zh }) => zh).join('')}${more > 0 ? `等 ${goods.length} 种商品` : ''}除外)`,
    en: ` except ${listEn([...shown.map(({ en }) => en), ...(more > 0 ? [`${more} more`] : [])])}`,
  }
}

/** 'a, b and c' */
export function listEn(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

function periodWords({ from, to }: RuleWords): Words {
  if (from !== null && to !== null) {
    if (from.wholeDay && to.wholeDay && sameDay(from.civil, to.civil)) {
      return { zh: `${dayZh(from.civil)}当天`, en: `on ${dayEn(from.civil)}` }
    }
    const sameYear = from.civil.year === to.civil.year
    return {
      zh: `${momentZh(from)}至${momentZh(to, sameYear)}`,
      en: `${momentEn(from, sameYear)} to ${momentEn(to)}`,
    }
  }
  if (from !== null) return { zh: `${momentZh(from)}起`, en: `from ${momentEn(from)}` }
  return to === null ? NOTHING : { zh: `截至${momentZh(to)}`, en: `until ${momentEn(to)}` }
}

function weekWords({ weekdays, hours }: Eligibility): Words {
  if (weekdays === undefined && hours === undefined) return NOTHING
  const days = weekdayWords(weekdays)
  if (hours === undefined) return days
  const windows = hours.map(([start, end]) => `${start}–${end}`)
  const zh = windows.length === 0 ? '(未填时段)' : windows.join('、')
  const en = windows.length === 0 ? '(no hours)' : listEn(windows)
  return { zh: `${days.zh} ${zh}`, en: `${days.en} ${en}` }
}

function weekdayWords(weekdays: readonly number[] | undefined): Words {
  const days = [...new Set(weekdays ?? [1, 2, 3, 4, 5, 6, 7])].sort((a, b) => a - b)
  if (days.length === 7) return { zh: '每天', en: 'daily' }
  if (days.length === 0) return { zh: '(未选星期)', en: '(no weekday)' }
  const runs = runsOf(days)
  const zh = runs.flatMap(([first, last]) =>
    last - first >= 2
      ? [`周${WEEKDAYS_ZH[first - 1]}至周${WEEKDAYS_ZH[last - 1]}`]
      : days.filter((day) => day >= first && day <= last).map((day) => `周${WEEKDAYS_ZH[day - 1]}`),
  )
  const en = runs.flatMap(([first, last]) =>
    last - first >= 2
      ? [`${WEEKDAYS_EN[first - 1]}–${WEEKDAYS_EN[last - 1]}`]
      : days.filter((day) => day >= first && day <= last).map((day) => String(WEEKDAYS_EN[day - 1])),
  )
  return { zh: `每${zh.join('、')}`, en: `every ${listEn(en)}` }
}

/** [first, last] of each stretch of days that follow each other. */
function runsOf(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === day - 1) run[1] = day
    else runs.push([day, day])
  }
  return runs
}

function storeWords({ stores }: Eligibility): Words {
  if (stores === undefined) return NOTHING
  return stores.length === 0
    ? { zh: '(未选门店)', en: '(no store)' }
    : { zh: `限门店 ${stores.join('、')}`, en: `at ${stores.length === 1 ? 'store' : 'stores'} ${listEn(stores)}` }
}

function momentZh({ civil, wholeDay }: PeriodEnd, withoutYear = false): string {
  const day = withoutYear ? `${civil.month}月${civil.day}日` : dayZh(civil)
  return wholeDay ? day : `${day} ${clock(civil)}`
}

function momentEn({ civil, wholeDay }: PeriodEnd, withoutYear = false): string {
  const day = withoutYear ? `${civil.day} ${MONTHS_EN[civil.month - 1]}` : dayEn(civil)
  return wholeDay ? day : `${day} ${clock(civil)}`
}

function dayZh({ year, month, day }: CivilInstant): string {
  return `${year}年${month}月${day}日`
}

function dayEn({ year, month, day }: CivilInstant): string {
  return `${day} ${MONTHS_EN[month - 1]} ${year}`
}

function clock({ hour, minute, second }: CivilInstant): string {
  const parts = second === 0 ? [hour, minute] : [hour, minute, second]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

function sameDay(a: CivilInstant, b: CivilInstant): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day
}

/** 面包 → 面包类; 其他类 stays. */
function withKind({ zh, en }: Words): Words {
  return { zh: zh.endsWith('类') ? zh : `${zh}类`, en }
}

function quoted({ zh, en }: Words): Words {
  return { zh: `「${zh}」`, en: `“${en}”` }
}
