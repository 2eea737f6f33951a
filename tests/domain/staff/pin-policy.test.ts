import { describe, expect, test } from 'vitest'
import { checkPinPolicy } from '../../../shared/domain/staff/pin-policy.ts'

describe('a PIN that everybody would try first is refused', () => {
  test.each([
    ['1111', false],
    ['00000000', false],
    ['1234', false],
    ['23456', false],
    ['4321', false],
    ['87654321', false],
    ['7890', false],
    ['0987', false],
    ['3210', false],
    ['1112', true],
    ['1235', true],
    ['1212', true],
    ['1357', true],
    ['900188', true],
    ['100188', true],
    ['2580', true],
  ])('%s: %s', (pin, accepted) => {
    expect(checkPinPolicy(pin).ok).toBe(accepted)
  })
})
