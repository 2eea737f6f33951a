/**
 * How many customers come to the demo shop on a day, and when: breakfast, lunch and the way home on working days, late
 * mornings and afternoons at weekends.
 *
 * Invariants: pure; minutes of a day ascend and leave a cashier's time between two customers.
 */
import type { SeededRandom } from '../seeded-random.ts'

/** Customers by weekday, Monday first. */
const CUSTOMERS: readonly number[] = [21, 20, 21, 22, 25, 34, 32]

/** Of a thousand customers, how many come in each hour from 7 to 21. */
const WORKING_DAY: readonly number[] = [70, 120, 70, 40, 55, 105, 70, 45, 50, 55, 75, 105, 70, 45, 25]
const WEEKEND: readonly number[] = [25, 60, 95, 105, 95, 70, 60, 85, 95, 85, 70, 55, 45, 35, 20]
const FIRST_HOUR = 7
/** Doors open at half past seven and close at half past nine. */
const OPENS_AT_MINUTE = 7 * 60 + 30
const CLOSES_AT_MINUTE = 21 * 60 + 30
const MINUTES_BETWEEN = 2

/** 1 = Monday … 7 = Sunday of a day number (days since 1970-01-01, a Thursday). */
export function weekdayOf(dayNumber: number): number {
  return ((dayNumber + 3) % 7) + 1
}

export function isWeekend(dayNumber: number): boolean {
  return weekdayOf(dayNumber) >= 6
}

/** Weather and chance move the number by a sixth. */
export function customersOf(random: SeededRandom, dayNumber: number): number {
  const base = CUSTOMERS[weekdayOf(dayNumber) - 1] ?? 0
  return Math.floor((base * random.between(840, 1170)) / 1000)
}

/** The minute of the day at which somebody comes. */
export function drawMinute(random: SeededRandom, dayNumber: number): number {
  const weights = isWeekend(dayNumber) ? WEEKEND : WORKING_DAY
  let draw = random.below(weights.reduce((sum, weight) => sum + weight, 0))
  let hour = FIRST_HOUR
  for (const weight of weights) {
    if (draw < weight) break
    draw -= weight
    hour += 1
  }
  return hour * 60 + random.below(60)
}

/** The customers one after the other, each when the one before is done. */
export function queueUp<Customer extends { readonly minute: number }>(customers: readonly Customer[]): Customer[] {
  const byTime = [...customers].sort((a, b) => a.minute - b.minute)
  let free = OPENS_AT_MINUTE
  const served = byTime.map((customer) => {
    const minute = Math.max(customer.minute, free)
    free = minute + MINUTES_BETWEEN
    return { ...customer, minute }
  })
  return served.filter(({ minute }) => minute < CLOSES_AT_MINUTE)
}
