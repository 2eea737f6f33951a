/** Starts the next customer; a scan does the same. It stands where 完成 stood, so it waits until that click is over. */
import { useState } from 'react'
import { frameText } from '../../../shared/text/frame.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useText } from '../../i18n.ts'
import { KeyCap } from '../../kit/KeyCap.tsx'
import { nextCustomer } from '../commands.ts'
import keys from '../KeysPanel.module.css'
import { DONE_REST_MS } from './done-rest.ts'

export function NextButton() {
  const t = useText(sellText)
  const f = useText(frameText)
  const [shownAt] = useState(() => performance.now())
  const press = (): void => {
    if (performance.now() - shownAt >= DONE_REST_MS) void nextCustomer()
  }
  return (
    <>
      <div className={keys['keys']} />
      <button type="button" className={keys['pay']} data-testid="next" onClick={press}>
        <span>
          {t('doneNext')}
          <small>{t('doneNextHint')}</small>
        </span>
        <KeyCap name={f('enterKey')} dark />
      </button>
    </>
  )
}
