/** One command of a run as data: what it is called, what it was asked with, and how it is run. */
import type { Result } from '../../shared/domain/result.ts'
import type { SellingTill } from '../till/selling-till.ts'

export interface SimulatedCommand {
  readonly name: string
  /** ids and arguments, for the log */
  readonly facts: Readonly<Record<string, unknown>>
  readonly run: (till: SellingTill) => Promise<Result<unknown>> | Result<unknown>
}
