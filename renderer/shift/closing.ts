/**
 * The close of a shift, kept outside the screen: the phase changes while it runs, which draws the screen anew, and the
 * figures must still be there. `leave` forgets it.
 */
import { create } from 'zustand'
import type { ShiftSummary } from '../../shared/contract/app.ts'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { go } from '../state/route.ts'
import { run } from '../state/run.ts'

interface Closing {
  readonly busy: boolean
  readonly closed: ShiftSummary | null
  readonly refusal: Refusal | null
}

const IDLE: Closing = { busy: false, closed: null, refusal: null }

export const useClosing = create<Closing>()(() => IDLE)

/** Closes shift and business day with what was counted. A second call while one runs does nothing. */
export async function closeShift(shiftId: string, countedFen: number): Promise<void> {
  if (useClosing.getState().busy) return
  useClosing.setState({ busy: true, closed: null, refusal: null })
  const outcome = await run((client, commandId) => client.shift.close({ commandId, shiftId, countedFen }))
  useClosing.setState(outcome.ok ? { ...IDLE, closed: outcome.value } : { ...IDLE, refusal: outcome.refusal })
}

/** Back to the till, with nothing of an earlier close left. */
export function leaveClosing(): void {
  useClosing.setState(IDLE)
  go('sell')
}
