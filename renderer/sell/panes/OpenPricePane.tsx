/** A product without a price of its own: the cashier types it. */
import { useState } from 'react'
import type { ProductView } from '../../../shared/contract/back-office.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useText } from '../../i18n.ts'
import { Keypad } from '../../kit/Keypad.tsx'
import { YUAN_RULE } from '../../kit/keypad-text.ts'
import { fenFromYuanText } from '../../kit/money-text.ts'
import { addProduct } from '../commands.ts'
import { closePane } from '../sell-ui.ts'
import { Entry } from './Entry.tsx'
import css from './Pane.module.css'
import { PaneFrame } from './PaneFrame.tsx'
import { ConfirmButton } from './QuantityPane.tsx'
import { useKeypad } from './use-keypad.ts'

export function OpenPricePane({ product }: { product: ProductView }) {
  const t = useText(sellText)
  const label = useLabel()
  const [busy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    const priceFen = fenFromYuanText(keypad.text)
    if (busy || priceFen === null || priceFen === 0) return
    setBusy(true)
    if (await addProduct(product.sku, { priceFen })) closePane()
    setBusy(false)
    keypad.reset()
  }
  const keypad = useKeypad(YUAN_RULE, () => void submit())
  return (
    <PaneFrame title={t('openPriceTitle')} about={label(product.name)} testId="open-price-pane">
      <div className={css['entryRow']}>
        <Entry caption={t('openPriceTitle')} text={keypad.text} placeholder="0.00" before="¥" testId="price-entry" />
      </div>
      <Keypad onKey={keypad.press} />
      <ConfirmButton busy={busy} disabled={(fenFromYuanText(keypad.text) ?? 0) === 0} onPress={() => void submit()} />
    </PaneFrame>
  )
}
