/** Receipts by day, newest first. Arrows walk the rows; the row with the focus is the one whose paper is shown. */
import { type KeyboardEvent, type Ref, useState } from 'react'
import type { ReceiptRow } from '../../shared/contract/back-office.ts'
import { statementKinds } from '../../shared/text/stored-value-report.ts'
import { receiptsScreenText } from '../../shared/text/receipts-screen.ts'
import { useLabel, useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { classes } from '../kit/classes.ts'
import { Empty } from '../kit/Empty.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { dayOf, dayText, timeText } from '../kit/instant-text.ts'
import { Money } from '../kit/Money.tsx'
import { useTillNow } from '../kit/use-till-now.ts'
import { sentenceOf } from '../state/run.ts'
import type { Receipts } from './use-receipts.ts'
import css from './Receipts.module.css'

interface ReceiptListProps {
  receipts: Receipts
  query: string
  chosenId: string | null
  onChoose: (saleId: string) => void
  ref: Ref<HTMLUListElement>
}

export function ReceiptList({ receipts, query, chosenId, onChoose, ref }: ReceiptListProps) {
  const t = useText(receiptsScreenText)
  const locale = useLocale()
  const today = dayOf(useTillNow())
  const { rows, loading, refusal } = receipts
  if (rows.length === 0) {
    if (loading) return <p className={css['waiting']}>{t('loading')}</p>
    if (refusal !== null) {
      return (
        <Empty title={sentenceOf(refusal, locale)} action={<Button onClick={receipts.reload}>{t('retry')}</Button>} />
      )
    }
    return query === '' ? (
      <Empty title={t('empty')} hint={t('emptyHint')} />
    ) : (
      <Empty title={t('noMatch', { query })} hint={t('noMatchHint')} />
    )
  }
  return (
    <ul ref={ref} className={css['list']} data-testid="receipts-list">
      {rows.map((row, index) => {
        const day = dayOf(row.at)
        const previous = rows[index - 1]
        const newDay = previous === undefined || dayOf(previous.at) !== day
        return (
          <li key={row.saleId}>
            {newDay ? <h2 className={css['day']}>{day === today ? t('today') : dayText(day, locale)}</h2> : null}
            <Row row={row} on={row.saleId === chosenId} onChoose={onChoose} />
          </li>
        )
      })}
      <li className={css['more']}>
        <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} testId="receipts-error" />
        {receipts.loadMore === null ? null : <More loadMore={receipts.loadMore} />}
      </li>
    </ul>
  )
}

function Row({ row, on, onChoose }: { row: ReceiptRow; on: boolean; onChoose: (saleId: string) => void }) {
  const t = useText(receiptsScreenText)
  const label = useLabel()
  const locale = useLocale()
  const what = row.kind === 'sale' ? t('pieces', { count: row.pieces }) : label(statementKinds[row.kind])
  const notes = [what, row.tenders.map(label).join(' + '), row.operatorName].filter((note) => note !== '')
  const wanted = row.print === 'failed' || row.print === 'unsure'
  return (
    <button
      type="button"
      aria-pressed={on}
      className={classes(css['row'], on && css['on'])}
      data-testid={`receipt-${row.receiptNo}`}
      onFocus={() => onChoose(row.saleId)}
      onClick={() => onChoose(row.saleId)}
      onKeyDown={walk}
    >
      <span className={css['time']}>{timeText(row.at, locale)}</span>
      <span className={css['what']}>
        <b>{row.receiptNo}</b>
        {row.memberName === null ? null : <span className={css['member']}>{row.memberName}</span>}
        {row.print === 'printed' ? null : (
          <span className={classes(css['state'], wanted && css['wanted'])}>{t(`print.${row.print}`)}</span>
        )}
        {row.copies === 0 ? null : <span className={css['state']}>{t('copies', { count: row.copies })}</span>}
        <small>{notes.join(' · ')}</small>
      </span>
      <span className={css['amount']}>
        <Money fen={row.payableFen} bare />
      </span>
    </button>
  )
}

/** Up and down among the buttons of the list; up from the first goes back to the search. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const list = event.currentTarget.closest('ul')
  const buttons = [...(list?.querySelectorAll('button') ?? [])]
  const next = buttons[buttons.indexOf(event.currentTarget) + step]
  if (next !== undefined) next.focus()
  else if (step < 0) list?.parentElement?.querySelector('input')?.focus()
}

function More({ loadMore }: { loadMore: () => Promise<void> }) {
  const t = useText(receiptsScreenText)
  const [busy, setBusy] = useState(false)
  const load = async (): Promise<void> => {
    setBusy(true)
    await loadMore()
    setBusy(false)
  }
  return (
    <Button variant="quiet" block busy={busy} onClick={() => void load()} data-testid="receipts-more">
      {busy ? t('loadingMore') : t('more')}
    </Button>
  )
}
