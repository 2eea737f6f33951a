/** Gives the focus back, when a drawer or dialog closes, to what had it when it opened. */
import { useEffect, useState } from 'react'

export function useReturnFocus(): void {
  // Read while the first render runs: once it is in the document, a field inside has taken the focus.
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    },
    [opener],
  )
}
