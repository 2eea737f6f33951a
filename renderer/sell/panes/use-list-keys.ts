/** Arrows walk the buttons of a list; the first is focused as soon as there is one. Enter presses, as everywhere. */
import { type RefObject, useEffect, useRef } from 'react'

export function useListKeys(focusFirst = true): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  const done = useRef(!focusFirst)
  useEffect(() => {
    if (done.current) return
    const first = list.current?.querySelector<HTMLButtonElement>('button:not(:disabled)')
    if (first === null || first === undefined) return
    done.current = true
    first.focus()
  })
  useEffect(() => {
    const walk = (event: KeyboardEvent): void => {
      const step = ['ArrowDown', 'ArrowRight'].includes(event.key)
        ? 1
        : ['ArrowUp', 'ArrowLeft'].includes(event.key)
          ? -1
          : 0
      if (step === 0 || event.defaultPrevented || list.current === null) return
      const buttons = [...list.current.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
      if (buttons.length === 0) return
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
      buttons[at < 0 ? 0 : (at + step + buttons.length) % buttons.length]?.focus()
      event.preventDefault()
    }
    window.addEventListener('keydown', walk)
    return () => window.removeEventListener('keydown', walk)
  }, [])
  return list
}
