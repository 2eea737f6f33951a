/** Starts the next customer; a scan does the same. */
import { frameText } from '../../../shared/text/frame.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useText } from '../../i18n.ts'
import { KeyCap } from '../../kit/KeyCap.tsx'
import { nextCustomer } from '../commands.ts'
import keys from '../KeysPanel.module.css'

export function NextButton() {
  const t = useText(sellText)
  const f = useText(frameText)
  return (
    <>
      <div className={keys['keys']} />
      <button type="button" className={keys['pay']} data-testid="next" onClick={() => void nextCustomer()}>
        <span>
          {t('doneNext')}
          <small>{t('doneNextHint')}</small>
        </span>
        <KeyCap name={f('enterKey')} dark />
      </button>
    </>
  )
}
