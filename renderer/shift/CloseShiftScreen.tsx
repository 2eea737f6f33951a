/** The end of a day: the shift's figures, the counted drawer, and then what was over or short. */
import { useEffect } from 'react'
import { shiftText } from '../../shared/text/shift.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { useRead } from '../kit/use-read.ts'
import { useApp, useMay } from '../state/app-store.ts'
import { sentenceOf } from '../state/run.ts'
import { ClosedShift } from './ClosedShift.tsx'
import { leaveClosing, useClosing } from './closing.ts'
import { CountDrawer } from './CountDrawer.tsx'
import css from './CloseShift.module.css'
import { ShiftFigures } from './ShiftFigures.tsx'

export function CloseShiftScreen() {
  const t = useText(shiftText)
  const mayClose = useMay('shift.close')
  const inShift = useApp((state) => state.app !== null && state.app.shift !== null)
  const { closed, busy } = useClosing()
  const nothingToClose = !inShift && !busy && closed === null
  useEffect(() => {
    if (nothingToClose) leaveClosing()
  }, [nothingToClose])
  if (closed !== null) return <ClosedShift summary={closed} />
  if (!inShift) return <p className={css['waiting']}>{busy ? t('close.closing') : ''}</p>
  if (mayClose) return <RunningShift />
  return (
    <Empty
      title={t('close.title')}
      hint={t('close.notPermitted')}
      action={
        <Button variant="primary" size="large" onClick={leaveClosing} autoFocus>
          {t('close.back')}
        </Button>
      }
    />
  )
}

function RunningShift() {
  const t = useText(shiftText)
  const locale = useLocale()
  const openedBy = useApp((state) => state.app?.shift?.openedBy ?? '')
  const summary = useRead('shift', (client) => client.shift.summary())
  if (summary.value === null) {
    return (
      <Empty
        title={summary.refusal === null ? t('close.loading') : sentenceOf(summary.refusal, locale)}
        action={
          summary.refusal === null ? undefined : (
            <Button variant="primary" onClick={summary.reload}>
              {t('close.retry')}
            </Button>
          )
        }
      />
    )
  }
  return (
    <div className={css['screen']}>
      <ShiftFigures summary={summary.value} openedBy={openedBy} />
      <CountDrawer summary={summary.value} />
    </div>
  )
}
