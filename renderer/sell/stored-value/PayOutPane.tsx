/** Money back: taking a top-up back or closing an account. How the money goes, a second person's yes, then the core does it. */
import { useState } from 'react'
import type { PaidOut, PayOutBy, StatementRow, StatementView } from '../../../shared/contract/stored-value.ts'
import { storedValueText } from '../../../shared/text/stored-value.ts'
import { useLocale, useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { Field } from '../../kit/Field.tsx'
import { yuan } from '../../kit/money-text.ts'
import { newId, type Outcome, run, sentenceOf } from '../../state/run.ts'
import { ApprovalPane } from '../panes/ApprovalPane.tsx'
import { PaneFrame } from '../panes/PaneFrame.tsx'
import { useApproval } from '../panes/use-approval.ts'
import { useSellUi } from '../sell-ui.ts'
import css from './AccountPane.module.css'

export type PayOutOf =
  | { readonly kind: 'reverse'; readonly row: StatementRow }
  | { readonly kind: 'close'; readonly memberId: string; readonly closing: StatementView['closing'] }

interface PayOutPaneProps {
  of: PayOutOf
  onClose: () => void
  onPaid: (paidFen: number) => void
}

export function PayOutPane({ of, onClose, onPaid }: PayOutPaneProps) {
  const t = useText(storedValueText)
  const [way, setWay] = useState<'cash' | 'elsewhere'>('cash')
  const [note, setNote] = useState('')
  const { title, about, paidFen } = useWords(of)
  const approving = useApproval<PayOutBy>(
    async (payOut, approval) => {
      const given = approval === null ? {} : { approval }
      const outcome = await send(of, payOut, given)
      if (outcome.ok) onPaid(outcome.value.paidFen)
      return outcome
    },
    () => undefined,
  )
  if (approving.asked !== null) return <ApprovalPane approving={approving} about={`${title} · ${about}`} />
  const missing = way === 'elsewhere' && note.trim() === ''
  const start = (): void => {
    if (!missing) void approving.start(way === 'cash' ? { way } : { way, note: note.trim() })
  }
  return (
    <PaneFrame title={title} about={about} onClose={onClose} testId="pay-out-pane">
      {paidFen === 0 ? null : (
        <Choice
          label={t('payOutWay')}
          value={way}
          options={[
            { value: 'cash', label: t('wayCash'), note: t('wayCashHint') },
            { value: 'elsewhere', label: t('wayElsewhere'), note: t('wayElsewhereHint') },
          ]}
          onChange={setWay}
          testId="pay-out-way"
        />
      )}
      {way === 'cash' ? null : (
        <Field
          label={t('note')}
          value={note}
          maxLength={30}
          data-testid="pay-out-note"
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <Said />
      <div className={css['actions']}>
        <Button
          variant="primary"
          size="large"
          block
          busy={approving.busy}
          disabled={missing}
          onClick={start}
          data-testid="pay-out"
        >
          {paidFen === 0 ? t('payOutNothing') : t('payOutDo', { yuan: yuan(paidFen) })}
        </Button>
      </div>
    </PaneFrame>
  )
}

function useWords(of: PayOutOf): { title: string; about: string; paidFen: number } {
  const t = useText(storedValueText)
  if (of.kind === 'reverse') {
    const paidFen = of.row.principalFen
    const about = t('reverseAbout', { no: of.row.receiptNo ?? '', yuan: yuan(paidFen) })
    return { title: t('reverseTitle'), about, paidFen }
  }
  const paidFen = of.closing?.paidFen ?? 0
  const about = t('closeAbout', { yuan: yuan(paidFen), bonus: yuan(of.closing?.cancelledFen ?? 0) })
  return { title: t('closeTitle'), about, paidFen }
}

function send(of: PayOutOf, payOut: PayOutBy, given: object): Promise<Outcome<PaidOut>> {
  const documentId = newId()
  return run((client, commandId) => {
    const command = { commandId, documentId, payOut, ...given }
    return of.kind === 'reverse'
      ? client.storedValue.reverseTopUp({ ...command, topUpId: of.row.documentId ?? '' })
      : client.storedValue.closeAccount({ ...command, memberId: of.memberId })
  })
}

/** What was refused, where the eyes are. */
function Said() {
  const locale = useLocale()
  const sentence = useSellUi((state) => state.sentence)
  return <ErrorSentence text={sentence?.kind === 'refusal' ? sentenceOf(sentence.refusal, locale) : null} />
}
