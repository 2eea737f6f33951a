/** When a rule runs, in a few words: days, weekdays and hours, and what is near. */
import type { RuleView } from '../../../shared/contract/rules.ts'
import type { rulesScreenText } from '../../../shared/text/rules-screen.ts'
import { type Locale, labelIn, type Translate } from '../../i18n.ts'
import { dayOf, shortDayText, timeText } from '../../kit/instant-text.ts'
import { dayPlus, daysBetween } from './draft/day-times.ts'
import type { RuleBody } from './draft/rule-draft.ts'

type T = Translate<typeof rulesScreenText>

const SOON_DAYS = 14

/** The name of a rule in the language in use. */
export const nameOf = (rule: { readonly nameZh: string; readonly nameEn: string }, locale: Locale): string =>
  labelIn({ zh: rule.nameZh, en: rule.nameEn }, locale)

/** '11月1日 – 12月31日'; the last day is the one that the end falls behind */
export function daysText({ from, to }: { from: number | null; to: number | null }, t: T, locale: Locale): string {
  const first = from === null ? null : dateText(from, locale)
  const last = to === null ? null : dateText(to - 1, locale)
  if (first === null) return last === null ? t('always') : t('toDay', { to: last })
  if (last === null) return t('fromDay', { from: first })
  return first === last ? t('oneDay', { from: first }) : t('fromTo', { from: first, to: last })
}

/** With the year where it is not this one. */
function dateText(at: number, locale: Locale): string {
  const [year] = dayOf(at).split('-')
  const short = shortDayText(at, locale)
  if (year === dayOf(Date.now()).split('-')[0]) return short
  return locale === 'zh' ? `${year}年${short}` : `${short} ${year}`
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const isWeekday = (day: number): day is (typeof WEEKDAYS)[number] => WEEKDAYS.some((known) => known === day)

/** '周一、周四 · 20:00–22:00'; '' where it is every day, all day */
export function rhythmText(body: Pick<RuleBody, 'weekdays' | 'hours'>, t: T, locale: Locale): string {
  const days = (body.weekdays ?? []).filter(isWeekday).map((day) => t(`weekday${day}`))
  const hours = (body.hours ?? []).map(([start, end]) => `${start}–${end}`)
  const comma = locale === 'zh' ? '、' : ', '
  return [days.join(comma), hours.join(comma)].filter((text) => text !== '').join(' · ')
}

/** What is near: how many days are left, or until it starts; '' for what is far away. */
export function nearText(rule: Pick<RuleView, 'status' | 'from' | 'to'>, now: number, t: T): string {
  const today = dayOf(now)
  if (rule.status === 'scheduled' && rule.from !== null) {
    const days = daysBetween(today, dayOf(rule.from))
    return days > 0 && days <= SOON_DAYS * 2 ? t('startsIn', { count: days }) : ''
  }
  if (rule.status === 'running' && rule.to !== null) {
    const days = daysBetween(today, dayOf(rule.to - 1))
    if (days === 0) return t('lastDay')
    return days > 0 && days <= SOON_DAYS ? t('daysLeft', { count: days + 1 }) : ''
  }
  return ''
}

/** The last day of the month of `day`. */
export function monthEnd(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return dayPlus(next, -1)
}

/** '11月21日 10:42', with the year where it is another */
export function momentText(at: number, locale: Locale): string {
  return `${dateText(at, locale)} ${timeText(at, locale)}`
}
