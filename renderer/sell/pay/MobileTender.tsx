/**
 * Mobile payment: scan the customer's code, for the rest or for a typed amount. A code that will not scan can be typed
 * into a masked field, which is read once, emptied at once, and never held in state.
 */
import { useRef, useState } from 'react'
import { sellText } from '../../../shared/text/sell.ts'
import { useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Keypad } from '../../kit/Keypad.tsx'
import { type KeypadKey, typeKey, YUAN_RULE } from '../../kit/keypad-text.ts'
import { fenFromYuanText, yuan } from '../../kit/money-text.ts'
import { useKeypadKeys } from '../../kit/use-keypad-keys.ts'
import { useRestorable } from '../../scanner/restorable.ts'
import { useApp } from '../../state/app-store.ts'
import { payMobile } from '../commands.ts'
import { Entry } from '../panes/Entry.tsx'
import { setMobileAmount, useSellUi } from '../sell-ui.ts'
import { completeIfCovered } from './complete-if-covered.ts'
import css from './PayPane.module.css'

export function MobileTender() {
  const t = useText(sellText)
  const dueFen = useApp((state) => state.till?.dueFen ?? 0)
  const amountFen = useSellUi((state) => state.mobileAmountFen)
  const [text, setText] = useState('')
  const type = (typed: string): void => {
    setText(typed)
    const fen = fenFromYuanText(typed)
    setMobileAmount(fen === null || fen === 0 ? null : fen)
  }
  const press = (key: KeypadKey): void => type(typeKey(text, key, YUAN_RULE))
  useRestorable(text, type)
  useKeypadKeys({ onKey: press, onEnter: () => void completeIfCovered() })
  const shown = amountFen === null ? '' : text
  return (
    <div className={css['body']}>
      <div className={css['entries']}>
        <Entry
          caption={shown === '' ? t('mobileRest') : t('mobilePart')}
          text={shown}
          placeholder={yuan(dueFen)}
          before="¥"
          testId="mobile-entry"
        />
      </div>
      <div className={css['scan']}>
        <ScanMark />
        <p className={css['scanTitle']}>{t('mobileTitle')}</p>
        <p className={css['scanHint']}>{t('mobileHint')}</p>
      </div>
      <TypedCode amountFen={amountFen} />
      <Keypad onKey={press} />
    </div>
  )
}

const SHORTEST_CODE = 16

function TypedCode({ amountFen }: { amountFen: number | null }) {
  const t = useText(sellText)
  const input = useRef<HTMLInputElement>(null)
  const [whole, setWhole] = useState(false)
  const submit = (): void => {
    const field = input.current
    if (field === null || !whole) return
    const code = field.value.replace(/\s/g, '')
    field.value = ''
    setWhole(false)
    field.blur()
    void payMobile(code, amountFen)
  }
  return (
    <form
      className={css['typed']}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <input
        ref={input}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={24}
        placeholder={t('mobileTyped')}
        aria-label={t('mobileTyped')}
        data-testid="payment-code"
        onChange={(event) => setWhole(event.target.value.length >= SHORTEST_CODE)}
      />
      <Button type="submit" variant="primary" disabled={!whole}>
        {t('mobileAsk')}
      </Button>
    </form>
  )
}

function ScanMark() {
  return (
    <svg
      className={css['scanMark']}
      viewBox="0 0 72 72"
      fill="none"
      stroke="currentColor"
      strokeWidth="5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M6 20V12a6 6 0 0 1 6-6h8M52 6h8a6 6 0 0 1 6 6v8M66 52v8a6 6 0 0 1-6 6h-8M20 66h-8a6 6 0 0 1-6-6v-8" />
      <path d="M16 36h40" />
      <path d="M24 22v4M34 22v4M44 22v4M24 46v4M34 46v4M44 46v4" strokeWidth="4" />
    </svg>
  )
}
