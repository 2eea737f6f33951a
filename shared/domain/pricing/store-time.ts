/**
 * Dates, weekdays and times of day of a store, from an exact instant and an IANA time zone.
 *
 * Invariant: the answer depends on instant and zone only. China is fixed at UTC+8 since its last summer time ended on
 * 1991-09-15 and is reckoned on integers; every other zone is asked of the time zone data of the runtime, with calendar,
 * numbering and language fixed.
 */
import type { Instant } from './instant.ts'

export interface StoreTime {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  /** Whole minutes since local midnight, 0 … 1439. */
  readonly minuteOfDay: number
  /** 'MM-DD'. */
  readonly monthDay: string
}

const SHANGHAI = 'Asia/Shanghai'
const SECONDS_PER_DAY = 86_400
const SHANGHAI_OFFSET_SECONDS = 8 * 3600
/** 1991-09-14T17:00:00Z, when the last summer time of China ended. */
const SHANGHAI_FIXED_SINCE_SECONDS = 684_867_600
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Whether the runtime knows `timeZone` by its IANA name; an offset such as +08:00 is no name. */
export function isKnownTimeZone(timeZone: string): boolean {
  if (timeZone === SHANGHAI) return true
  if (!/^[A-Za-z]/.test(timeZone)) return false
  try {
    formatterOf(timeZone)
    return true
  } catch {
    return false
  }
}

/** A function from instants to the store's time; throws when the zone is unknown. */
export function storeTimeIn(timeZone: string): (instant: Instant) => StoreTime {
  if (timeZone === SHANGHAI) {
    return (instant) =>
      instant.seconds >= SHANGHAI_FIXED_SINCE_SECONDS
        ? atOffset(instant.seconds, SHANGHAI_OFFSET_SECONDS)
        : formatted(formatterOf(timeZone), instant)
  }
  const formatter = formatterOf(timeZone)
  return (instant) => formatted(formatter, instant)
}

function atOffset(epochSeconds: number, offsetSeconds: number): StoreTime {
  const local = epochSeconds + offsetSeconds
  const day = Math.floor(local / SECONDS_PER_DAY)
  const secondOfDay = local - day * SECONDS_PER_DAY
  return {
    // 1970-01-01 was a Thursday.
    weekday: mod(day + 3, 7) + 1,
    minuteOfDay: Math.floor(secondOfDay / 60),
    monthDay: monthDayOf(day),
  }
}

/** 'MM-DD' of a day counted from 1970-01-01, in the proleptic Gregorian calendar. */
function monthDayOf(day: number): string {
  const fromMarchOfYear0 = day + 719_468
  const dayOfEra = mod(fromMarchOfYear0, 146_097)
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return `${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    weekday: 'short',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

function formatted(formatter: Intl.DateTimeFormat, instant: Instant): StoreTime {
  const parts = new Map(formatter.formatToParts(instant.seconds * 1000).map((part) => [part.type, part.value]))
  return {
    weekday: WEEKDAYS.indexOf(parts.get('weekday') ?? '') + 1,
    minuteOfDay: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
    monthDay: `${parts.get('month')}-${parts.get('day')}`,
  }
}

function mod(value: number, modulus: number): number {
  return ((value % modulus) + modulus) % modulus
}
