/** How many, or how heavy: a keypad in the middle column. Weights are typed in kilograms. */
import { useState } from 'react'
import type { ProductView } from '../../../shared/contract/back-office.ts'
import type { LineView } from '../../../shared/contract/till.ts'
import { frameText } from '../../../shared/text/frame.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Keypad } from '../../kit/Keypad.tsx'
import { KILOGRAM_RULE, PIECES_RULE } from '../../kit/keypad-text.ts'
import { Money } from '../../kit/Money.tsx'
import { quantityText, thousandthsFromText } from '../../kit/money-text.ts'
import { addProduct, setQuantity } from '../commands.ts'
import { closePane } from '../sell-ui.ts'
import { Entry } from './Entry.tsx'
import css from './Pane.module.css'
import { PaneFrame } from './PaneFrame.tsx'
import { useKeypad } from './use-keypad.ts'
import { useLine } from './use-line.ts'

const ONE_PIECE = 1000

export function QuantityPane({ line: id }: { line: string }) {
  const line = useLine(id)
  return line === undefined ? null : <OfLine line={line} />
}

function OfLine({ line }: { line: LineView }) {
  const t = useText(sellText)
  const label = useLabel()
  const [busy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    const qty = thousandthsFromText(keypad.text)
    if (busy) return
    if (qty === null) {
      closePane()
      return
    }
    setBusy(true)
    if (await setQuantity(line.line, qty)) closePane()
    setBusy(false)
    keypad.reset()
  }
  const keypad = useKeypad(line.countable ? PIECES_RULE : KILOGRAM_RULE, () => void submit())
  const step = (pieces: number): void => void setQuantity(line.line, line.qty + pieces * ONE_PIECE)
  return (
    <PaneFrame
      title={line.countable ? t('quantityTitle') : t('weightTitle')}
      about={label(line.name)}
      testId="quantity-pane"
    >
      <div className={css['entryRow']}>
        {line.countable ? (
          <button
            type="button"
            className={css['step']}
            disabled={line.qty <= ONE_PIECE}
            aria-label={t('quantityOne')}
            onClick={() => step(-1)}
          >
            −
          </button>
        ) : null}
        <Entry
          caption={line.countable ? t('pieces') : t('kilogram')}
          text={keypad.text}
          placeholder={quantityText(line.qty, line.countable)}
          testId="quantity-entry"
        />
        {line.countable ? (
          <button type="button" className={css['step']} aria-label={t('quantityMore')} onClick={() => step(1)}>
            +
          </button>
        ) : null}
      </div>
      <Keypad onKey={keypad.press} corner={line.countable ? '00' : '.'} />
      <ConfirmButton busy={busy} onPress={() => void submit()} />
    </PaneFrame>
  )
}

/** The weight of a product that is not in the ticket yet. */
export function WeighPane({ product }: { product: ProductView }) {
  const t = useText(sellText)
  const label = useLabel()
  const [busy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    const qty = thousandthsFromText(keypad.text)
    if (busy || qty === null) return
    setBusy(true)
    if (await addProduct(product.sku, { qty })) closePane()
    setBusy(false)
    keypad.reset()
  }
  const keypad = useKeypad(KILOGRAM_RULE, () => void submit())
  return (
    <PaneFrame
      title={t('weightTitle')}
      about={
        <>
          {label(product.name)} · <Money fen={product.priceFen} />/{product.unit}
        </>
      }
      testId="weigh-pane"
    >
      <div className={css['entryRow']}>
        <Entry
          caption={t('weightTitle')}
          text={keypad.text}
          placeholder="0.000"
          after={t('kilogram')}
          testId="weight-entry"
        />
      </div>
      <Keypad onKey={keypad.press} />
      <ConfirmButton busy={busy} disabled={keypad.text === ''} onPress={() => void submit()} />
    </PaneFrame>
  )
}

export function ConfirmButton({
  busy,
  disabled = false,
  onPress,
}: {
  busy: boolean
  disabled?: boolean
  onPress: () => void
}) {
  const t = useText(sellText)
  const f = useText(frameText)
  return (
    <Button
      variant="primary"
      size="large"
      block
      keyName={f('enterKey')}
      busy={busy}
      disabled={disabled}
      onClick={onPress}
      data-testid="confirm"
    >
      {t('confirm')}
    </Button>
  )
}
