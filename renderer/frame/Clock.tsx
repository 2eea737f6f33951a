/** The till's time, not this window's: it follows the last snapshot and ticks in between. */
import { useEffect, useState } from 'react'
import { useLocale } from '../i18n.ts'
import { shortDayText, timeText } from '../kit/instant-text.ts'
import { useApp } from '../state/app-store.ts'

const TICK_MS = 5000

export function Clock() {
  const locale = useLocale()
  const offsetMs = useApp((state) => state.clockOffsetMs)
  const [machineNow, setMachineNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setMachineNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  const at = machineNow + offsetMs
  return (
    <time dateTime={new Date(at).toISOString()} data-testid="clock">
      {shortDayText(at, locale)} {timeText(at, locale)}
    </time>
  )
}
