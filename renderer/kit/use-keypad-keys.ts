/**
 * Real digit keys for a keypad: digits, point, backspace, Enter and Escape go to the keypad wherever the focus is,
 * except in a field that takes text. Keys are read by their code, so that an input method does not swallow them.
 */
import { useEffect, useRef } from 'react'
import { type KeypadKey, keypadKeyOf } from './keypad-text.ts'

export interface KeypadKeyHandlers {
  onKey: (key: KeypadKey) => void
  onEnter?: (() => void) | undefined
  onEscape?: (() => void) | undefined
  enabled?: boolean
}

/** True where typed characters belong to the element itself. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'range', 'submit'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

export function useKeypadKeys(handlers: KeypadKeyHandlers): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  const enabled = handlers.enabled !== false
  useEffect(() => {
    if (!enabled) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || takesText(event.target)) return
      const { onKey, onEnter, onEscape } = latest.current
      const key = keypadKeyOf(event)
      if (key !== null) {
        event.preventDefault()
        onKey(key)
        return
      }
      const plain = !event.ctrlKey && !event.altKey && !event.metaKey
      if (plain && (event.code === 'Enter' || event.code === 'NumpadEnter') && onEnter !== undefined) {
        // A focused button keeps its own Enter, so that everything stays reachable by keyboard.
        if (event.target instanceof HTMLButtonElement && event.target.tabIndex >= 0) return
        event.preventDefault()
        if (!event.repeat) onEnter()
      } else if (plain && event.code === 'Escape' && onEscape !== undefined) {
        event.preventDefault()
        onEscape()
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [enabled])
}
