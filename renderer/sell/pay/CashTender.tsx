/** Cash: a keypad and the quick amounts of the snapshot. Enter takes what is typed (the exact amount where nothing is),
 * and completes once everything is covered. */
import { useState } from 'react'
import { sellText } from '../../../shared/text/sell.ts'
import { frameText } from '../../../shared/text/frame.ts'
import { useText } from '../../i18n.ts'
import { Keypad } from '../../kit/Keypad.tsx'
import { KeyCap } from '../../kit/KeyCap.tsx'
import { YUAN_RULE } from '../../kit/keypad-text.ts'
import { Money } from '../../kit/Money.tsx'
import { fenFromYuanText, yuan } from '../../kit/money-text.ts'
import { useApp } from '../../state/app-store.ts'
import { order } from '../commands.ts'
import { Entry } from '../panes/Entry.tsx'
import { useKeypad } from '../panes/use-keypad.ts'
import { completeIfCovered } from './complete-if-covered.ts'
import css from './PayPane.module.css'

const MOST_QUICK_AMOUNTS = 4

export function CashTender() {
  const t = useText(sellText)
  const f = useText(frameText)
  const dueFen = useApp((state) => state.till?.dueFen ?? 0)
  const quick = useApp((state) => state.till?.quickCashFen)
  const [busy, setBusy] = useState(false)
  const take = async (amountFen: number): Promise<void> => {
    if (busy || amountFen <= 0) return
    setBusy(true)
    if (await order((client, of) => client.till.payCash({ ...of, amountFen }))) keypad.reset()
    setBusy(false)
  }
  const enter = (): void => {
    const typedFen = fenFromYuanText(keypad.text)
    if (typedFen !== null && typedFen > 0) void take(typedFen)
    else if (!completeIfCovered() && dueFen > 0) void take(dueFen)
  }
  const keypad = useKeypad(YUAN_RULE, enter)
  const amounts = (quick ?? []).filter((amountFen) => amountFen !== dueFen).slice(0, MOST_QUICK_AMOUNTS - 1)
  return (
    <div className={css['body']}>
      <div className={css['entries']}>
        <Entry
          caption={t('cashGiven')}
          text={keypad.text}
          placeholder={dueFen > 0 ? yuan(dueFen) : '0.00'}
          before="¥"
          testId="cash-entry"
        >
          {keypad.text === '' ? null : (
            <button type="button" className={css['take']} disabled={busy} data-testid="cash-take" onClick={enter}>
              {t('cashTake')} <KeyCap name={f('enterKey')} dark />
            </button>
          )}
        </Entry>
      </div>
      <Keypad
        onKey={keypad.press}
        side={
          <>
            <button
              type="button"
              className={css['quick']}
              disabled={dueFen === 0}
              data-testid="cash-exact"
              onClick={() => void take(dueFen)}
            >
              <Money fen={dueFen} />
              <small>{t('exact')}</small>
            </button>
            {amounts.map((amountFen) => (
              <button
                key={amountFen}
                type="button"
                className={css['quick']}
                disabled={dueFen === 0}
                data-testid={`cash-quick-${amountFen}`}
                onClick={() => void take(amountFen)}
              >
                <Money fen={amountFen} short />
              </button>
            ))}
          </>
        }
      />
    </div>
  )
}
