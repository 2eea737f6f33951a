import { describe, expect, test } from 'vitest'
import { checkNewOperator, decideDisabled, type Operator } from '../../../shared/domain/staff/operators.ts'
import type { Role } from '../../../shared/domain/staff/permission.ts'

const person = (operatorId: string, role: Role, disabled = false): Operator => ({
  operatorId,
  code: operatorId.slice(1),
  name: operatorId,
  role,
  disabled,
})

describe('who may be disabled', () => {
  const two = [person('m1', 'manager'), person('m2', 'manager'), person('c3', 'cashier')]
  const one = [person('m1', 'manager'), person('m2', 'manager', true), person('c3', 'cashier')]
  test.each([
    ['one of two managers', two, 'm1', true, null],
    ['the last manager who can sign in', one, 'm1', true, 'operator-last-manager'],
    ['a manager who is disabled already', one, 'm2', true, null],
    ['a manager, back again', one, 'm2', false, null],
    ['a cashier', one, 'c3', true, null],
    ['nobody', one, 'x9', true, 'operator-unknown'],
  ])('%s', (_, operators, operatorId, disabled, code) => {
    const decided = decideDisabled(operators, { operatorId, disabled })
    const answer = decided.ok ? [decided.value.operatorId, decided.value.disabled] : decided.refusal.code
    expect(answer).toEqual(code ?? [operatorId, disabled])
  })
})

test('a code and an id belong to one person', () => {
  const known = [person('m1', 'manager')]
  expect(checkNewOperator(known, { operatorId: 'c2', code: '2' }).ok).toBe(true)
  expect(checkNewOperator(known, { operatorId: 'c2', code: '1' })).toEqual({
    ok: false,
    refusal: { code: 'operator-code-taken', params: { code: '1' } },
  })
  expect(checkNewOperator(known, { operatorId: 'm1', code: '2' }).ok).toBe(false)
})
