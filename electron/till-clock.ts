/**
 * Till time: the wall clock when the till started (or woke up), then a clock that only goes forward; never before the
 * last row. A clock that somebody sets while the till runs changes nothing until the next start.
 */
import type { Clock } from './till-options.ts'

export interface TillClock {
  /** till time, epoch ms */
  now(): number
  monotonicMs(): number
  /** after a sleep, and when a day is opened: follow the wall clock again, but never back */
  resync(): void
}

export function createTillClock(clock: Clock, lastRowAt: number): TillClock {
  let floorAt = lastRowAt
  let baseAt = clock.wallAt()
  let baseMs = clock.monotonicMs()
  function now(): number {
    floorAt = Math.max(floorAt, Math.floor(baseAt + clock.monotonicMs() - baseMs))
    return floorAt
  }
  return {
    now,
    monotonicMs: () => clock.monotonicMs(),
    resync: () => {
      baseAt = clock.wallAt()
      baseMs = clock.monotonicMs()
    },
  }
}
