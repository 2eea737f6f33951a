/** Stored value: one press pays as much as is due and there is; or a typed amount. */
import { useState } from 'react'
import { frameText } from '../../../shared/text/frame.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { storedValueText } from '../../../shared/text/stored-value.ts'
import { useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { Keypad } from '../../kit/Keypad.tsx'
import { YUAN_RULE } from '../../kit/keypad-text.ts'
import { Money } from '../../kit/Money.tsx'
import { fenFromYuanText } from '../../kit/money-text.ts'
import { useKeypadKeys } from '../../kit/use-keypad-keys.ts'
import { useApp } from '../../state/app-store.ts'
import { order } from '../commands.ts'
import { Entry } from '../panes/Entry.tsx'
import { useKeypad } from '../panes/use-keypad.ts'
import { completeIfCovered } from './complete-if-covered.ts'
import css from './PayPane.module.css'

export function StoredTender() {
  const storedFen = useApp((state) => state.till?.storedValueFen ?? 0)
  const dueFen = useApp((state) => state.till?.dueFen ?? 0)
  return storedFen > 0 || dueFen === 0 ? <Spend storedFen={storedFen} dueFen={dueFen} /> : <NothingThere />
}

function NothingThere() {
  const t = useText(sellText)
  const member = useApp((state) => state.till?.member !== null)
  useKeypadKeys({ onKey: () => undefined, onEnter: () => void completeIfCovered() })
  return member ? (
    <Empty title={t('storedNone')} hint={t('storedNoneHint')} action={<TopUpAndPay />} />
  ) : (
    <Empty title={t('tenderStoredNoMember')} hint={t('noMemberHint')} />
  )
}

/** 充值并付款: the sale waits for the top-up and is paid with it. */
function TopUpAndPay() {
  const t = useText(storedValueText)
  const mobile = useApp((state) => state.till?.tenders.some((tender) => tender.kind === 'mobile') === true)
  return (
    <Button
      size="large"
      disabled={mobile}
      data-testid="top-up-and-pay"
      onClick={() => void order((client, of) => client.till.beginTopUp(of))}
    >
      {t('topUpAndPay')}
    </Button>
  )
}

function Spend({ storedFen, dueFen }: { storedFen: number; dueFen: number }) {
  const t = useText(sellText)
  const f = useText(frameText)
  const [busy, setBusy] = useState(false)
  const take = async (amountFen: number | null): Promise<void> => {
    if (busy) return
    setBusy(true)
    const amount = amountFen === null ? {} : { amountFen }
    if (await order((client, of) => client.till.payStoredValue({ ...of, ...amount }))) keypad.reset()
    setBusy(false)
  }
  const enter = (): void => {
    const typedFen = fenFromYuanText(keypad.text)
    if (typedFen !== null && typedFen > 0) void take(typedFen)
    else if (!completeIfCovered() && dueFen > 0) void take(null)
  }
  const keypad = useKeypad(YUAN_RULE, enter)
  const all = storedFen >= dueFen
  return (
    <div className={css['body']}>
      <Button
        variant="primary"
        size="large"
        block
        keyName={keypad.text === '' ? f('enterKey') : undefined}
        busy={busy}
        disabled={dueFen === 0}
        onClick={() => void take(null)}
        data-testid="stored-all"
      >
        {all ? t('storedAll') : t('storedMost')} <Money fen={all ? dueFen : storedFen} />
      </Button>
      {all ? null : <TopUpAndPay />}
      <div className={css['entries']}>
        <Entry caption={t('storedOwn')} text={keypad.text} placeholder="0.00" before="¥" testId="stored-entry">
          {keypad.text === '' ? null : (
            <Button variant="primary" keyName={f('enterKey')} busy={busy} onClick={enter}>
              {t('storedTake')}
            </Button>
          )}
        </Entry>
      </div>
      <Keypad onKey={keypad.press} />
    </div>
  )
}
