/** Clearing asks once, in place: it cannot be undone. Enter clears, Escape keeps. */
import { sellText } from '../../../shared/text/sell.ts'
import { frameText } from '../../../shared/text/frame.ts'
import { useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { useApp } from '../../state/app-store.ts'
import { order } from '../commands.ts'
import { closePane } from '../sell-ui.ts'
import css from './Pane.module.css'
import { PaneFrame } from './PaneFrame.tsx'

export function ClearPane() {
  const t = useText(sellText)
  const f = useText(frameText)
  const pieces = useApp((state) => state.till?.pieces ?? 0)
  const clear = async (): Promise<void> => {
    if (await order((client, of) => client.till.clear(of))) closePane()
  }
  return (
    <PaneFrame title={t('clearTitle')} testId="clear-pane">
      <Empty
        title={t('clearHint', { count: pieces })}
        action={
          <div className={css['row']}>
            <Button size="large" keyName={f('escapeKey')} onClick={closePane}>
              {t('clearNo')}
            </Button>
            <Button
              variant="danger"
              size="large"
              keyName={f('enterKey')}
              autoFocus
              onClick={() => void clear()}
              data-testid="clear-confirm"
            >
              {t('clearYes')}
            </Button>
          </div>
        }
      />
    </PaneFrame>
  )
}
