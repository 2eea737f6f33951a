/** A keypad's text: touch keys and real keys type into it; Enter submits. */
import { useState } from 'react'
import { type KeypadKey, type KeypadRule, typeKey } from '../../kit/keypad-text.ts'
import { useKeypadKeys } from '../../kit/use-keypad-keys.ts'
import { useRestorable } from '../../scanner/restorable.ts'

export interface KeypadState {
  readonly text: string
  readonly press: (key: KeypadKey) => void
  readonly reset: () => void
}

export function useKeypad(rule: KeypadRule, onEnter: () => void, enabled = true): KeypadState {
  const [text, setText] = useState('')
  const press = (key: KeypadKey): void => setText((typed) => typeKey(typed, key, rule))
  useRestorable(text, setText)
  useKeypadKeys({ onKey: press, onEnter, enabled })
  return { text, press, reset: () => setText('') }
}
