/** What is typed about an operator, and what is wrong with it. Limits are those of the contract. */
import type { operatorsText } from '../../../shared/text/back-office.ts'

export interface PinDraft {
  readonly pin: string
  readonly pinAgain: string
}

export interface OperatorDraft extends PinDraft {
  readonly name: string
  readonly code: string
}

export type OperatorProblems = Readonly<Partial<Record<keyof OperatorDraft, keyof typeof operatorsText>>>

export function pinProblems({ pin, pinAgain }: PinDraft): OperatorProblems {
  if (!/^\d{4,8}$/.test(pin)) return { pin: 'needPin' }
  return pin === pinAgain ? {} : { pinAgain: 'pinDiffers' }
}

export function operatorProblems(draft: OperatorDraft): OperatorProblems {
  return {
    ...(draft.name.trim() === '' ? { name: 'needName' } : {}),
    ...(/^\d{2,6}$/.test(draft.code) ? {} : { code: 'needCode' }),
    ...pinProblems(draft),
  }
}

/** The field that a refusal of the core is about; null where it is about none. */
export function fieldOfRefusal(code: string): keyof OperatorDraft | null {
  if (code === 'operator-code-taken') return 'code'
  return code === 'pin-too-simple' ? 'pin' : null
}
