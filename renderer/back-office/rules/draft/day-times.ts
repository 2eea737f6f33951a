/**
 * Instants of a rule as a person says them: a first day, a last day, and a time of day only where it is not the day's
 * own edge. Days and times are the shop's (China has one time zone, without summer time).
 * Invariant: what is read from an instant gives the same instant back, to the second.
 */
const SHOP_OFFSET = '+08:00'
const SHOP_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** `time` is '' where the whole day is meant: its first moment for a start, its last for an end. */
export interface DayTime {
  /** 'YYYY-MM-DD', '' for none */
  readonly day: string
  /** 'HH:MM', or 'HH:MM:SS' where there are seconds */
  readonly time: string
}

export const noDayTime: DayTime = { day: '', time: '' }

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/

export function isDay(text: string): boolean {
  return DAY.test(text) && dayPlus(text, 0) === text
}

/** What was typed as a day: '20261122' and '2026.11.22' are days, '11-22' is one of this year; anything else stays. */
export function dayTyped(text: string, today: string): string {
  const match = /^(?:(\d{4})[-./年]?)?(\d{1,2})[-./月]?(\d{1,2})日?$/.exec(text.trim())
  if (match === null) return text.trim()
  const [, year = today.slice(0, 4), month = '', day = ''] = match
  const typed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(typed) ? typed : text.trim()
}

export const isTime = (text: string): boolean => TIME.test(text)

/** '2026-11-30' + 1 → '2026-12-01' */
export function dayPlus(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** 1 = Monday … 7 = Sunday */
export function weekdayOf(day: string): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 ? 7 : weekday
}

/** The instant from which a rule holds; undefined for none. */
export function startText({ day, time }: DayTime): string | undefined {
  return day === '' ? undefined : instant(day, time === '' ? '00:00' : time)
}

/** The instant from which a rule holds no longer: of a whole day, the midnight after it. */
export function endText({ day, time }: DayTime): string | undefined {
  if (day === '') return undefined
  return time === '' ? instant(dayPlus(day, 1), '00:00') : instant(day, time)
}

export function startOf(text: string | number | undefined): DayTime {
  if (text === undefined) return noDayTime
  const { day, time } = shopDayTime(text)
  return { day, time: time === '00:00' ? '' : time }
}

export function endOf(text: string | number | undefined): DayTime {
  if (text === undefined) return noDayTime
  const { day, time } = shopDayTime(text)
  return time === '00:00' ? { day: dayPlus(day, -1), time: '' } : { day, time }
}

const instant = (day: string, time: string): string => `${day}T${time.length === 5 ? `${time}:00` : time}${SHOP_OFFSET}`

function shopDayTime(at: string | number): DayTime {
  const text = new Date(new Date(at).getTime() + SHOP_OFFSET_MS).toISOString()
  const seconds = text.slice(17, 19)
  return { day: text.slice(0, 10), time: `${text.slice(11, 16)}${seconds === '00' ? '' : `:${seconds}`}` }
}
