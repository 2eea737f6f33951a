/** A bank card: the terminal stands beside the till, its slip number is entered by hand. The amount is the rest. */
import { useState } from 'react'
import { frameText } from '../../../shared/text/frame.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Keypad } from '../../kit/Keypad.tsx'
import { type KeypadKey, typeKey, YUAN_RULE } from '../../kit/keypad-text.ts'
import { fenFromYuanText, yuan } from '../../kit/money-text.ts'
import { useKeypadKeys } from '../../kit/use-keypad-keys.ts'
import { useRestorable } from '../../scanner/restorable.ts'
import { useApp } from '../../state/app-store.ts'
import { order } from '../commands.ts'
import { Entry } from '../panes/Entry.tsx'
import { completeIfCovered } from './complete-if-covered.ts'
import css from './PayPane.module.css'

/** A slip number may begin with zeros, so it is no amount. */
const SLIP_LENGTH = 20

export function CardTender() {
  const t = useText(sellText)
  const f = useText(frameText)
  const dueFen = useApp((state) => state.till?.dueFen ?? 0)
  const [active, setActive] = useState<'slip' | 'amount'>('slip')
  const [slipNo, setSlip] = useState('')
  const [amount, setAmount] = useState('')
  const [busy, setBusy] = useState(false)
  const press = (key: KeypadKey): void => {
    if (active === 'amount') setAmount((text) => typeKey(text, key, YUAN_RULE))
    else if (key === 'back') setSlip((text) => text.slice(0, -1))
    else if (key === 'clear') setSlip('')
    else if (key !== '.') setSlip((text) => (text + key).slice(0, SLIP_LENGTH))
  }
  useRestorable(slipNo, setSlip)
  useRestorable(amount, setAmount)
  const amountFen = amount === '' ? dueFen : fenFromYuanText(amount)
  const ready = slipNo !== '' && amountFen !== null && amountFen > 0 && !busy
  const enter = async (): Promise<void> => {
    if (slipNo === '' && completeIfCovered()) return
    if (!ready || amountFen === null) return
    setBusy(true)
    if (await order((client, of) => client.till.payBankCard({ ...of, amountFen, slipNo }))) {
      setSlip('')
      setAmount('')
      setActive('slip')
    }
    setBusy(false)
  }
  useKeypadKeys({ onKey: press, onEnter: () => void enter() })
  return (
    <div className={css['body']}>
      <div className={css['entries']}>
        <Entry
          caption={t('cardSlip')}
          text={slipNo}
          active={active === 'slip'}
          onPress={() => setActive('slip')}
          testId="slip-entry"
        />
        <Entry
          caption={t('cardAmount')}
          text={amount}
          placeholder={yuan(dueFen)}
          before="¥"
          active={active === 'amount'}
          onPress={() => setActive('amount')}
          testId="card-amount-entry"
        />
      </div>
      <Keypad onKey={press} corner={active === 'slip' ? '00' : '.'} />
      <Button
        variant="primary"
        size="large"
        block
        keyName={slipNo === '' ? undefined : f('enterKey')}
        busy={busy}
        disabled={!ready}
        onClick={() => void enter()}
        data-testid="card-take"
      >
        {slipNo === '' ? t('cardHint') : t('cashTake')}
      </Button>
    </div>
  )
}
