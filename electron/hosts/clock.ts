/** The machine's own clock, handed to the till by both hosts. */
import type { Clock } from '../till-options.ts'

export const machineClock: Clock = {
  wallAt: () => Date.now(),
  monotonicMs: () => performance.now(),
}
