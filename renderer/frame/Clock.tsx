/** The till's time, not this window's: it follows the last snapshot and ticks in between. */
import { useEffect, useState } from 'react'
import { useLocale } from '../i18n.ts'
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
  const at = new Date(machineNow + offsetMs)
  const day = at.toLocaleDateString(locale === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', day: 'numeric' })
  const time = at.toLocaleTimeString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  return (
    <time dateTime={at.toISOString()} data-testid="clock">
      {day} {time}
    </time>
  )
}
