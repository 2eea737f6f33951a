/**
 * Instants and business days as people read them. An instant is epoch milliseconds and is shown in this machine's
 * time zone; a business day is the text 'YYYY-MM-DD' and is never shifted by one.
 */
import type { Locale } from '../i18n.ts'

const tagOf = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en-GB')

/** '10:42' */
export function timeText(at: number, locale: Locale): string {
  return new Date(at).toLocaleTimeString(tagOf(locale), { hour: '2-digit', minute: '2-digit', hour12: false })
}

/** '2026-11-21', the day that `at` falls on here */
export function dayOf(at: number): string {
  const date = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** '2026-11-21' → '11月21日 星期六'; with the year for a day that is being questioned; a text that is no day as it is. */
export function dayText(day: string, locale: Locale, withYear = false): string {
  const date = new Date(`${day}T12:00:00`)
  if (Number.isNaN(date.getTime())) return day
  const text = date.toLocaleDateString(tagOf(locale), {
    ...(withYear ? { year: 'numeric' } : {}),
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: locale === 'zh' ? 'long' : 'short',
  })
  return text.replace('日星期', '日 星期')
}
