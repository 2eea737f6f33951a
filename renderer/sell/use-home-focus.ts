/**
 * Focus is never lost: whenever it falls to the page itself (a pane closed, a button went away), it goes back home, to
 * the ticket's list of lines, from where every key works.
 */
import { type RefObject, useEffect } from 'react'

export function useHomeFocus(home: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const goHome = (): void => {
      const active = document.activeElement
      if (active === null || active === document.body) home.current?.focus({ preventScroll: true })
    }
    goHome()
    // A removed element sends no event of its own everywhere, so the tree is watched as well.
    const observer = new MutationObserver(goHome)
    const root = document.getElementById('root')
    if (root !== null) observer.observe(root, { childList: true, subtree: true })
    const later = (): void => void setTimeout(goHome, 0)
    window.addEventListener('focusout', later)
    window.addEventListener('pointerup', later)
    return () => {
      observer.disconnect()
      window.removeEventListener('focusout', later)
      window.removeEventListener('pointerup', later)
    }
  }, [home])
}
