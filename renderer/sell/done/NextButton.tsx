/** Starts the next customer; a scan does the same. It stands where 完成 stood, so it waits until that click is over. */
import { useState } from 'react'
import { frameText } from '../../../shared/text/frame.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { storedValueText } from '../../../shared/text/stored-value.ts'
import { useText } from '../../i18n.ts'
import { KeyCap } from '../../kit/KeyCap.tsx'
import { useApp } from '../../state/app-store.ts'
import { nextCustomer } from '../commands.ts'
import keys from '../KeysPanel.module.css'
import { DONE_REST_MS } from './done-rest.ts'

export function NextButton() {
  const t = useText(sellText)
  const f = useText(frameText)
  const v = useText(storedValueText)
  const topUp = useApp((state) => state.till?.done?.topUp ?? null)
  const waits = topUp?.waits === true
  const [shownAt] = useState(() => performance.now())
  const press = (): void => {
    if (performance.now() - shownAt >= DONE_REST_MS) void nextCustomer()
  }
  return (
    <>
      <div className={keys['keys']} />
      <button type="button" className={keys['pay']} data-testid="next" onClick={press}>
        <span>
          {waits ? v(topUp.thenPays ? 'goOnPay' : 'goOn') : t('doneNext')}
          <small>{waits ? v('goOnHint') : t('doneNextHint')}</small>
        </span>
        <KeyCap name={f('enterKey')} dark />
      </button>
    </>
  )
}
