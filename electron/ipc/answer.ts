/** Refusals cross the wire as the contract's typed error REFUSED; results as they are. */
import { ORPCError } from '@orpc/server'
import type { Result } from '../../shared/domain/result.ts'

/** The value of a result. A refusal becomes the contract's error, which the sender gets with code and parameters. */
export function answered<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const { code, params } = result.refusal
  throw new ORPCError('REFUSED', { defined: true, status: 422, message: code, data: { code, params: { ...params } } })
}
