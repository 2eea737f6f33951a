/** The till's time as a value that ticks, in epoch ms; it follows the last snapshot, not this window's clock. */
import { useEffect, useState } from 'react'
import { useApp } from '../state/app-store.ts'

export function useTillNow(tickMs = 5000): number {
  const offsetMs = useApp((state) => state.clockOffsetMs)
  const [machineNow, setMachineNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setMachineNow(Date.now()), tickMs)
    return () => clearInterval(timer)
  }, [tickMs])
  return machineNow + offsetMs
}
