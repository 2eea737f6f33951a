/** Arrows walk a table of buttons: up and down from row to row in the same place, left and right within a row. */
import { type RefObject, useEffect } from 'react'

const STEPS: Readonly<Record<string, readonly [rows: number, places: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}
const PAGES: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 }

/** Rows are marked with data-row; what can be seen of `list` is turned by PageUp and PageDown. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const table = list.current
      if (table === null || event.defaultPrevented) return
      const pages = PAGES[event.key]
      const step = STEPS[event.key]
      if (pages !== undefined) table.scrollBy({ top: pages * table.clientHeight * 0.85 })
      else if (step !== undefined) walk(table, step)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [list])
}

function walk(table: HTMLElement, [rows, places]: readonly [number, number]): void {
  const grid = [...table.querySelectorAll('[data-row]')]
    .map((row) => [...row.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')])
    .filter((buttons) => buttons.length > 0)
  const row = grid.findIndex((buttons) => buttons.includes(document.activeElement as HTMLButtonElement))
  if (row < 0) {
    grid[0]?.[0]?.focus()
    return
  }
  const place = grid[row]?.indexOf(document.activeElement as HTMLButtonElement) ?? 0
  const next = grid[Math.min(Math.max(row + rows, 0), grid.length - 1)] ?? []
  next[Math.min(Math.max(place + places, 0), next.length - 1)]?.focus()
}
