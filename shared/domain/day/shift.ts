/**
 * Shifts and business days 营业日: opened and closed by a row, not by midnight.
 *
 * Invariants: a business day never lies before the last one; the drawer should hold float + cash taken − change.
 */
import { fen, type Fen } from '../money.ts'
import { ok, refuse, type Result } from '../result.ts'
import { daysOfIso, isIsoDay } from './calendar.ts'

export interface BusinessDay {
  readonly businessDay: string
  readonly dayOrdinal: number
}

/**
 * Which business day opens now. More than a day away from the last one, whoever opens it confirms the date: `confirmed` is
 * the date that was confirmed, or undefined.
 */
export function decideBusinessDay(
  today: string,
  last: BusinessDay | null,
  confirmed: string | undefined,
): Result<BusinessDay, 'malformed' | 'confirm-business-day' | 'business-day-before-last'> {
  if (confirmed !== undefined && !isIsoDay(confirmed)) return refuse('malformed', { path: 'businessDay' })
  const businessDay = confirmed ?? today
  if (last === null) return ok({ businessDay, dayOrdinal: 1 })
  if (businessDay < last.businessDay) {
    return confirmed === undefined
      ? refuse('confirm-business-day', { today, last: last.businessDay })
      : refuse('business-day-before-last', { last: last.businessDay })
  }
  const apart = daysOfIso(businessDay) - daysOfIso(last.businessDay)
  if (apart > 1 && confirmed === undefined) return refuse('confirm-business-day', { today, last: last.businessDay })
  return ok({ businessDay, dayOrdinal: apart === 0 ? last.dayOrdinal + 1 : 1 })
}

/** Float + cash taken − change: what should lie in the drawer. */
export function expectedCash(floatFen: number, cashTakenFen: number, changeFen: number): Fen {
  return fen(floatFen + cashTakenFen - changeFen)
}
