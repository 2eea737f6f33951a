/** An unknown barcode: add it as a product now, or simply scan on. Without the right, a second person approves. */
import { useState } from 'react'
import type { Approval } from '../../../shared/contract/primitives.ts'
import { frameText } from '../../../shared/text/frame.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { fenFromYuanText } from '../../kit/money-text.ts'
import { refreshCatalog, useCatalog } from '../catalog.ts'
import { sendTill, settle } from '../commands.ts'
import { closePane } from '../sell-ui.ts'
import css from './AddNowPane.module.css'
import { ApprovalPane } from './ApprovalPane.tsx'
import pane from './Pane.module.css'
import { PaneFrame } from './PaneFrame.tsx'
import { useApproval } from './use-approval.ts'

interface NewProduct {
  readonly barcode: string
  readonly nameZh: string
  readonly priceFen: number
  readonly categoryId: string
}

export function AddNowPane({ barcode }: { barcode: string }) {
  const t = useText(sellText)
  const f = useText(frameText)
  const label = useLabel()
  const categories = useCatalog((state) => state.categories)
  const [name, setName] = useState('')
  const [price, setPrice] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const categoryId = chosen ?? categories[0]?.categoryId ?? ''
  const priceFen = fenFromYuanText(price.trim())
  const ready = name.trim() !== '' && priceFen !== null && priceFen > 0 && categoryId !== ''
  const approving = useApproval<NewProduct>(addNow, () => {
    closePane()
    void refreshCatalog()
  })
  if (approving.asked !== null) return <ApprovalPane approving={approving} about={`${barcode} ${name}`} />
  return (
    <PaneFrame title={t('addNowTitle')} about={`${barcode} · ${t('addNowHint')}`} testId="add-now-pane">
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && priceFen !== null) void approving.start({ barcode, nameZh: name.trim(), priceFen, categoryId })
        }}
      >
        <div className={css['pair']}>
          <Field
            label={t('addNowName')}
            value={name}
            maxLength={60}
            autoFocus
            data-testid="add-now-name"
            onChange={(event) => setName(event.target.value)}
          />
          <Field
            label={`${t('addNowPrice')} ¥`}
            value={price}
            inputMode="decimal"
            maxLength={9}
            data-testid="add-now-price"
            onChange={(event) => setPrice(event.target.value)}
          />
        </div>
        <div className={pane['chips']} role="group" aria-label={t('addNowCategory')}>
          {categories.map((category) => (
            <button
              key={category.categoryId}
              type="button"
              className={pane['chip']}
              aria-pressed={category.categoryId === categoryId}
              onClick={() => setChosen(category.categoryId)}
            >
              {label(category.label)}
            </button>
          ))}
        </div>
        <Button
          type="submit"
          variant="primary"
          size="large"
          block
          keyName={f('enterKey')}
          busy={approving.busy}
          disabled={!ready}
          data-testid="add-now-do"
        >
          {t('addNowDo')}
        </Button>
      </form>
    </PaneFrame>
  )
}

async function addNow(product: NewProduct, approval: Approval | null) {
  const outcome = await sendTill((client, commandId) =>
    client.products.addNow({ commandId, ...product, ...(approval === null ? {} : { approval }) }),
  )
  if (outcome.ok) settle(outcome)
  return outcome
}
