/** The cashier's own unit price with its reason; where the core asks for it, a second person approves it in place. */
import { useState } from 'react'
import type { Approval } from '../../../shared/contract/primitives.ts'
import type { LineView } from '../../../shared/contract/till.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Keypad } from '../../kit/Keypad.tsx'
import { YUAN_RULE } from '../../kit/keypad-text.ts'
import { fenFromYuanText, yuan } from '../../kit/money-text.ts'
import { runOrder, settle } from '../commands.ts'
import { closePane } from '../sell-ui.ts'
import { ApprovalPane } from './ApprovalPane.tsx'
import { Entry } from './Entry.tsx'
import css from './Pane.module.css'
import { PaneFrame } from './PaneFrame.tsx'
import { ConfirmButton } from './QuantityPane.tsx'
import { useApproval } from './use-approval.ts'
import { useKeypad } from './use-keypad.ts'
import { useLine } from './use-line.ts'

const REASONS = ['reasonHaggled', 'reasonExpiring', 'reasonDamaged', 'reasonLabel'] as const

export function PricePane({ line: id }: { line: string }) {
  const line = useLine(id)
  return line === undefined ? null : <OfLine line={line} />
}

function OfLine({ line }: { line: LineView }) {
  const label = useLabel()
  const t = useText(sellText)
  const [reason, setReason] = useState<(typeof REASONS)[number]>(REASONS[0])
  const approving = useApproval<number | null>(
    (priceFen, approval) => send(line.line, priceFen, sellText[reason].zh, approval),
    closePane,
  )
  const submit = (): void => {
    const priceFen = fenFromYuanText(keypad.text)
    if (priceFen !== null) void approving.start(priceFen)
  }
  const keypad = useKeypad(YUAN_RULE, submit, approving.asked === null)
  if (approving.asked !== null) return <ApprovalPane approving={approving} about={label(line.name)} />
  return (
    <PaneFrame
      title={t('priceTitle')}
      about={`${label(line.name)} · ${t('priceNow', { yuan: yuan(line.unitPriceFen) })}`}
      testId="price-pane"
    >
      <div className={css['entryRow']}>
        <Entry
          caption={t('openPriceTitle')}
          text={keypad.text}
          placeholder={yuan(line.unitPriceFen)}
          before="¥"
          testId="price-entry"
        />
      </div>
      <div className={css['chips']} role="group" aria-label={t('priceReason')}>
        {REASONS.map((key) => (
          <button
            key={key}
            type="button"
            className={css['chip']}
            aria-pressed={reason === key}
            onClick={() => setReason(key)}
          >
            {t(key)}
          </button>
        ))}
      </div>
      <Keypad onKey={keypad.press} />
      <div className={css['row']}>
        {line.manual ? (
          <Button
            size="large"
            busy={approving.busy}
            onClick={() => void approving.start(null)}
            data-testid="price-back"
          >
            {t('priceBack')}
          </Button>
        ) : null}
        <ConfirmButton busy={approving.busy} disabled={fenFromYuanText(keypad.text) === null} onPress={submit} />
      </div>
    </PaneFrame>
  )
}

async function send(line: string, priceFen: number | null, reason: string, approval: Approval | null) {
  const outcome = await runOrder((client, of) =>
    client.till.manualPrice({ ...of, line, priceFen, reason, ...(approval === null ? {} : { approval }) }),
  )
  if (outcome !== null && outcome.ok) settle(outcome)
  return outcome
}
