/**
 * Listens for scans at the window, in the capture phase, whatever has the focus.
 *
 * Outside of text fields the keys of a possible burst are held back for HOLD_MS and then handed on as if they had just
 * been pressed, so that the digits of a code never press a key of the till. In a text field they reach the field, and its
 * value is put back once they prove to be a scan; so are keypads, should a busy machine have let the first keys through. The text of a scan goes to `onScan` and is kept nowhere.
 */
import { takesText } from '../kit/use-keypad-keys.ts'
import { keepTyped } from './restorable.ts'
import { GAP_MS, IDLE, isModifier, type KeyStroke, step, type WedgeState } from './wedge-detector.ts'

export interface ScanHandlers {
  onScan: (text: string) => void
  /** a scan was torn apart: the code is not whole and must be scanned again */
  onTorn: () => void
}

interface Field {
  readonly element: HTMLInputElement | HTMLTextAreaElement
  readonly value: string
  readonly start: number | null
  readonly end: number | null
}

/** A timer that fires this late was blocked, and keys may be waiting behind it. */
const LATE_MS = 8

/** A little more than the gap: the browser hands keys on later than it stamps them. */
const HOLD_MS = GAP_MS + 10

/** Starts listening; the returned function stops it. */
export function listenForScans(handlers: ScanHandlers): () => void {
  const listener = new WedgeListener(handlers)
  const onKeyDown = (event: KeyboardEvent): void => listener.keyDown(event)
  window.addEventListener('keydown', onKeyDown, true)
  return () => {
    window.removeEventListener('keydown', onKeyDown, true)
    listener.stop()
  }
}

class WedgeListener {
  readonly #handlers: ScanHandlers
  readonly #replayed = new WeakSet<Event>()
  #state: WedgeState = IDLE
  #held: KeyboardEvent[] = []
  #field: Field | null = null
  #putBack: (() => void) | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(handlers: ScanHandlers) {
    this.#handlers = handlers
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#held = []
  }

  keyDown(event: KeyboardEvent): void {
    if (this.#replayed.has(event)) return
    const [next, verdict] = step(this.#state, strokeOf(event))
    this.#state = next
    if (verdict.kind === 'scan' || verdict.kind === 'torn') {
      swallow(event)
      this.#forget()
      if (verdict.kind === 'scan') this.#handlers.onScan(verdict.text)
      else this.#handlers.onTorn()
      return
    }
    if (verdict.kind === 'pass') {
      if (isModifier(event.code)) return
      this.#handOn()
      this.#field = null
      this.#putBack = null
      return
    }
    if (verdict.first) {
      this.#handOn()
      this.#field = fieldOf(event.target)
      this.#putBack = keepTyped()
    }
    if (takesText(event.target)) return
    swallow(event)
    this.#held.push(event)
    this.#waitUntil(performance.now() + HOLD_MS)
  }

  #waitUntil(dueAt: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => {
        const now = performance.now()
        if (now > dueAt + LATE_MS) this.#waitUntil(now + HOLD_MS)
        else this.#handOn()
      },
      Math.max(0, dueAt - performance.now()),
    )
  }

  /** What was held was typed by a person: press it now. */
  #handOn(): void {
    clearTimeout(this.#timer)
    const held = this.#held
    this.#held = []
    for (const event of held) {
      const again = new KeyboardEvent('keydown', {
        key: event.key,
        code: event.code,
        shiftKey: event.shiftKey,
        bubbles: true,
        cancelable: true,
      })
      this.#replayed.add(again)
      const target = event.target instanceof Element && event.target.isConnected ? event.target : document.body
      target.dispatchEvent(again)
    }
  }

  /** It was a scan: drop what was held, and put back the field that the characters reached. */
  #forget(): void {
    clearTimeout(this.#timer)
    this.#held = []
    if (this.#field !== null) restore(this.#field)
    this.#putBack?.()
    this.#field = null
    this.#putBack = null
  }
}

function strokeOf(event: KeyboardEvent): KeyStroke {
  return {
    code: event.code,
    shift: event.shiftKey,
    capsLock: event.getModifierState('CapsLock'),
    combined: event.ctrlKey || event.altKey || event.metaKey,
    repeat: event.repeat,
    timeStamp: event.timeStamp,
  }
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function fieldOf(target: EventTarget | null): Field | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || !takesText(target)) return null
  return { element: target, value: target.value, start: target.selectionStart, end: target.selectionEnd }
}

function restore(field: Field): void {
  const { element } = field
  const focused = document.activeElement === element
  // An input method may still be composing what the scanner typed; leaving the field ends that.
  if (focused) element.blur()
  const prototype = element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, field.value)
  element.dispatchEvent(new Event('input', { bubbles: true }))
  if (!focused || !element.isConnected) return
  element.focus()
  if (field.start !== null) element.setSelectionRange(field.start, field.end)
}
