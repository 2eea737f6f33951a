/**
 * How wrong PINs lock a person out.
 *
 * Invariants: `failures` counts the wrong PINs since the last right one; every fifth of them locks, the first time for
 * 5 minutes, after that for 15. How much of a lock is left is told by a clock that only goes forward.
 */

export const TRIES_BEFORE_LOCK = 5
const FIRST_LOCK_MS = 5 * 60_000
const LATER_LOCK_MS = 15 * 60_000
const MINUTE_MS = 60_000

export interface PinGuard {
  readonly failures: number
  readonly lockLeftMs: number
}

export interface WrongPin {
  readonly guard: PinGuard
  /** tries that are left before the next lock; 0 where this one locked */
  readonly left: number
}

export const NO_FAILURES: PinGuard = { failures: 0, lockLeftMs: 0 }

/** What a wrong PIN does to somebody who is not locked. */
export function afterWrongPin(failuresBefore: number): WrongPin {
  const failures = failuresBefore + 1
  const left = (TRIES_BEFORE_LOCK - (failures % TRIES_BEFORE_LOCK)) % TRIES_BEFORE_LOCK
  if (left > 0) return { guard: { failures, lockLeftMs: 0 }, left }
  return { guard: { failures, lockLeftMs: failures === TRIES_BEFORE_LOCK ? FIRST_LOCK_MS : LATER_LOCK_MS }, left }
}

/** Minutes to wait as a sentence says them: begun minutes count whole. */
export function minutesToWait(lockLeftMs: number): number {
  return Math.ceil(lockLeftMs / MINUTE_MS)
}
