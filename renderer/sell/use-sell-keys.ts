/**
 * One key for everything, bound by code. Function keys work wherever the focus is; characters only outside of text
 * fields. Panes and the pay screen bind their own digits, Enter and Escape.
 */
import { useLayoutEffect } from 'react'
import { takesText } from '../kit/use-keypad-keys.ts'
import { characterOf } from '../scanner/wedge-detector.ts'
import { tillNow } from '../state/app-store.ts'
import { go } from '../state/route.ts'
import { beginPay, removeLine, selectLine, setQuantity } from './commands.ts'
import { closePane, openPane, setQuery, useSellUi } from './sell-ui.ts'
import { focusSearch } from './find/search-focus.ts'

export function useSellKeys(): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
      if (handle(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** True where the key did something, or would do harm if the browser had it (F5 reloads). */
function handle(event: KeyboardEvent): boolean {
  if (event.code === 'F9') {
    go('receipts')
    return true
  }
  const screen = tillNow()?.screen
  if (screen !== 'basket') return /^F\d{1,2}$/.test(event.code) && event.code !== 'F11' && event.code !== 'F12'
  if (functionKey(event.code, event.shiftKey)) return true
  if (takesText(event.target)) return false
  if (event.code === 'Space' && !(event.target instanceof HTMLButtonElement)) {
    if (!event.repeat) void beginPay()
    return true
  }
  return useSellUi.getState().pane.kind === 'browse' && basketKey(event)
}

function functionKey(code: string, shift: boolean): boolean {
  const line = tillNow()?.selectedLine ?? null
  const goods = tillNow()?.lines.length !== 0
  switch (code) {
    case 'F1':
      if (goods) openPane({ kind: 'why' })
      return true
    case 'F2':
      openPane({ kind: shift ? 'account' : 'member' })
      return true
    case 'F3':
      closePane()
      focusSearch()
      return true
    case 'F4':
      if (line !== null) openPane({ kind: 'quantity', line })
      return true
    case 'F5':
      if (shift && goods) openPane({ kind: 'discount' })
      else if (!shift && line !== null) openPane({ kind: 'price', line })
      return true
    case 'F6':
      openPane({ kind: 'coupons' })
      return true
    case 'F7':
      openPane({ kind: 'points' })
      return true
    case 'F8':
      if (line !== null) openPane({ kind: 'serve', line })
      return true
    default:
      return false
  }
}

function basketKey(event: KeyboardEvent): boolean {
  const till = tillNow()
  if (till === null) return false
  const onButton = event.target instanceof HTMLButtonElement
  switch (event.code) {
    case 'Space':
      if (event.repeat) return true
      void beginPay()
      return true
    case 'Delete':
      if (event.shiftKey) {
        if (till.lines.length > 0) openPane({ kind: 'clear' })
      } else if (till.selectedLine !== null && !event.repeat) void removeLine(till.selectedLine)
      return true
    case 'ArrowUp':
    case 'ArrowDown':
      if (onButton) return false
      stepLine(event.code === 'ArrowUp' ? -1 : 1)
      return true
    case 'NumpadAdd':
    case 'NumpadSubtract':
      stepQuantity(event.code === 'NumpadAdd' ? 1 : -1)
      return true
    default:
      break
  }
  if (event.key === '+' || (event.key === '-' && till.selectedLine !== null)) {
    stepQuantity(event.key === '+' ? 1 : -1)
    return true
  }
  return typeToSearch(event)
}

/** Letters and digits typed anywhere begin a search. */
function typeToSearch(event: KeyboardEvent): boolean {
  if (!/^(?:Key|Digit|Numpad\d)/.test(event.code)) return false
  const character = characterOf({ code: event.code, shift: event.shiftKey, capsLock: false })
  if (character === null || !/^[a-z0-9]$/i.test(character)) return false
  setQuery(useSellUi.getState().query + character)
  focusSearch()
  return true
}

function stepLine(by: number): void {
  const till = tillNow()
  if (till === null || till.lines.length === 0) return
  const at = till.lines.findIndex((line) => line.line === till.selectedLine)
  const next = till.lines[at < 0 ? till.lines.length - 1 : Math.min(Math.max(at + by, 0), till.lines.length - 1)]
  if (next !== undefined && next.line !== till.selectedLine) void selectLine(next.line)
}

function stepQuantity(pieces: number): void {
  const till = tillNow()
  const line = till?.lines.find((one) => one.line === till.selectedLine)
  if (line === undefined || !line.countable) return
  const qty = line.qty + pieces * 1000
  if (qty >= 1000) void setQuantity(line.line, qty)
}
