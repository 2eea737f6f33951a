/**
 * What a page tells the frame: whether it has unsaved changes, which are asked about before it is left, and where Escape
 * leads from a view inside the page.
 */
import { createContext, useContext, useEffect, useEffectEvent } from 'react'

export interface UnsavedMark {
  current: boolean
  /** Escape goes here instead of out of the back office */
  back?: (() => void) | undefined
}

export const LeaveGuard = createContext<UnsavedMark>({ current: false })

export function useUnsaved(unsaved: boolean): void {
  const guard = useContext(LeaveGuard)
  useEffect(() => {
    guard.current = unsaved
    return () => {
      guard.current = false
    }
  }, [guard, unsaved])
}

/** While this view is shown, Escape does `onBack`. */
export function useEscapeBack(onBack: () => void): void {
  const guard = useContext(LeaveGuard)
  const act = useEffectEvent(onBack)
  useEffect(() => {
    const back = (): void => act()
    guard.back = back
    return () => {
      if (guard.back === back) guard.back = undefined
    }
  }, [guard])
}
