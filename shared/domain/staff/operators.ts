/**
 * Who works at the till. Invariants: a code (工号) belongs to one person; one manager at least can sign in.
 */
import { ok, refuse, type Result } from '../result.ts'
import type { Role } from './permission.ts'

export interface Operator {
  readonly operatorId: string
  readonly code: string
  readonly name: string
  readonly role: Role
  readonly disabled: boolean
}

export function checkNewOperator(
  operators: readonly Operator[],
  wanted: { readonly operatorId: string; readonly code: string },
): Result<null, 'operator-code-taken' | 'command-reused'> {
  if (operators.some((operator) => operator.operatorId === wanted.operatorId)) return refuse('command-reused')
  const taken = operators.some((operator) => operator.code === wanted.code)
  return taken ? refuse('operator-code-taken', { code: wanted.code }) : ok(null)
}

/** The operator as disabled or not; refuses to disable the last manager who can sign in. */
export function decideDisabled<T extends Operator>(
  operators: readonly T[],
  wanted: { readonly operatorId: string; readonly disabled: boolean },
): Result<T, 'operator-unknown' | 'operator-last-manager'> {
  const found = operators.find((operator) => operator.operatorId === wanted.operatorId)
  if (found === undefined) return refuse('operator-unknown')
  const others = operators.filter((operator) => operator !== found && operator.role === 'manager' && !operator.disabled)
  if (wanted.disabled && found.role === 'manager' && others.length === 0) return refuse('operator-last-manager')
  return ok({ ...found, disabled: wanted.disabled })
}
