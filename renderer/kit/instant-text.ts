/**
 * Instants and business days as people read them. An instant is epoch milliseconds and is shown in the shop's time
 * zone, whatever this machine's is: China has one, and receipts say the same; a business day is the text 'YYYY-MM-DD' and is never shifted by one.
 */
import type { Locale } from '../i18n.ts'

const SHOP = { timeZone: 'Asia/Shanghai' } as const

const tagOf = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en-GB')

/** '10:42' */
export function timeText(at: number, locale: Locale): string {
  return new Date(at).toLocaleTimeString(tagOf(locale), { ...SHOP, hour: '2-digit', minute: '2-digit', hour12: false })
}

/** '2026-11-21', the day that `at` falls on at the shop */
export function dayOf(at: number): string {
  return new Date(at).toLocaleDateString('sv-SE', SHOP)
}

/** '11月21日', '21 Nov': the day of `at`, short */
export function shortDayText(at: number, locale: Locale): string {
  return new Date(at).toLocaleDateString(tagOf(locale), { ...SHOP, month: 'short', day: 'numeric' })
}

/** '2026-11-21' → '11月21日 星期六'; with the year for a day that is being questioned; a text that is no day as it is. */
export function dayText(day: string, locale: Locale, withYear = false): string {
  const date = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const text = date.toLocaleDateString(tagOf(locale), {
    timeZone: 'UTC',
    ...(withYear ? { year: 'numeric' } : {}),
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: locale === 'zh' ? 'long' : 'short',
  })
  return text.replace('日星期', '日 星期')
}
