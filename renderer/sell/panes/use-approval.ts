/**
 * A command that may want a second person: first without an approval; where the core answers `approval-required`, once
 * more with a person and a PIN. The PIN is handed over and kept nowhere.
 */
import { useState } from 'react'
import type { Approval, Refusal } from '../../../shared/contract/primitives.ts'
import type { Outcome } from '../../state/run.ts'
import { say } from '../sell-ui.ts'

export interface Approving {
  readonly busy: boolean
  /** what the core asked for, or null while no approval is wanted */
  readonly asked: Refusal | null
  /** what was wrong with the last approval */
  readonly wrong: Refusal | null
  /** grows with each wrong approval, to begin the PIN anew */
  readonly tries: number
  readonly approve: (approval: Approval) => void
  readonly giveUp: () => void
}

const ASKED = 'approval-required'
const WRONG = [
  'approval-wrong',
  'approval-not-allowed',
  'pin-locked',
  'pin-wrong',
  'operator-disabled',
  'operator-unknown',
  ASKED,
]

interface State<T> {
  readonly busy: boolean
  readonly pending: { readonly value: T } | null
  readonly asked: Refusal | null
  readonly wrong: Refusal | null
  readonly tries: number
}

export function useApproval<T>(
  send: (value: T, approval: Approval | null) => Promise<Outcome<unknown> | null>,
  onDone: () => void,
  /** says what was refused for another reason than a missing consent */
  onRefused: (refusal: Refusal) => void = (refusal) => say({ kind: 'refusal', refusal }),
): Approving & { readonly start: (value: T) => Promise<void> } {
  const [state, setState] = useState<State<T>>({ busy: false, pending: null, asked: null, wrong: null, tries: 0 })
  const giveUp = (): void => setState((was) => ({ ...was, busy: false, pending: null, asked: null, wrong: null }))
  const attempt = async (value: T, approval: Approval | null): Promise<void> => {
    setState((was) => ({ ...was, busy: true }))
    const outcome = await send(value, approval)
    if (outcome === null || outcome.ok) {
      giveUp()
      if (outcome !== null) onDone()
      return
    }
    const { refusal } = outcome
    if (approval === null && refusal.code === ASKED) {
      setState((was) => ({ ...was, busy: false, pending: { value }, asked: refusal, wrong: null }))
    } else if (approval !== null && WRONG.includes(refusal.code)) {
      setState((was) => ({ ...was, busy: false, wrong: refusal, tries: was.tries + 1 }))
    } else {
      giveUp()
      onRefused(refusal)
    }
  }
  return {
    busy: state.busy,
    asked: state.asked,
    wrong: state.wrong,
    tries: state.tries,
    start: (value) => (state.busy ? Promise.resolve() : attempt(value, null)),
    approve: (approval) => {
      if (state.pending !== null && !state.busy) void attempt(state.pending.value, approval)
    },
    giveUp,
  }
}
