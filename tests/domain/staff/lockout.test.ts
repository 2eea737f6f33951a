import { describe, expect, test } from 'vitest'
import { afterWrongPin, minutesToWait } from '../../../shared/domain/staff/lockout.ts'

const MINUTE = 60_000

describe('wrong PINs', () => {
  test.each([
    // failures before, tries left, lock in minutes
    [0, 4, 0],
    [1, 3, 0],
    [3, 1, 0],
    [4, 0, 5],
    [5, 4, 0],
    [8, 1, 0],
    [9, 0, 15],
    [14, 0, 15],
    [99, 0, 15],
  ])('after %i wrong ones, one more leaves %i and locks %i minutes', (before, left, minutes) => {
    expect(afterWrongPin(before)).toEqual({ guard: { failures: before + 1, lockLeftMs: minutes * MINUTE }, left })
  })

  test.each([
    [1, 1],
    [MINUTE, 1],
    [MINUTE + 1, 2],
    [5 * MINUTE, 5],
  ])('%i ms are %i minutes to wait', (left, minutes) => {
    expect(minutesToWait(left)).toBe(minutes)
  })
})
