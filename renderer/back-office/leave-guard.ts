/** How a page says that it has unsaved changes: it sets `current`. The frame asks before the page is left. */
import { createContext, useContext, useEffect } from 'react'

export const LeaveGuard = createContext<{ current: boolean }>({ current: false })

export function useUnsaved(unsaved: boolean): void {
  const guard = useContext(LeaveGuard)
  useEffect(() => {
    guard.current = unsaved
    return () => {
      guard.current = false
    }
  }, [guard, unsaved])
}
