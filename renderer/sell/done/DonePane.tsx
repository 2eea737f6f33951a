/** The sale is on disk: change, huge, and what the customer may be told. Enter or the next scan starts the next one. */
import { useEffect } from 'react'
import type { DoneView } from '../../../shared/contract/till.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { storedValueText } from '../../../shared/text/stored-value.ts'
import { useLabel, useText } from '../../i18n.ts'
import { Money } from '../../kit/Money.tsx'
import { yuan } from '../../kit/money-text.ts'
import { useApp } from '../../state/app-store.ts'
import { nextCustomer } from '../commands.ts'
import { useSellUi } from '../sell-ui.ts'
import css from './DonePane.module.css'
import { DONE_REST_MS } from './done-rest.ts'

export function DonePane() {
  const done = useApp((state) => state.till?.done ?? null)
  useNextKey(done?.saleId ?? null)
  return done === null ? null : <Done done={done} />
}

function Done({ done }: { done: DoneView }) {
  const t = useText(sellText)
  const label = useLabel()
  const v = useText(storedValueText)
  return (
    <section className={css['done']} data-testid="done" aria-label={t('done')} role="status">
      <p className={css['title']}>
        <svg viewBox="0 0 40 40" aria-hidden="true">
          <circle cx="20" cy="20" r="20" />
          <path d="m11 20.5 6.2 6.3L29.5 14" />
        </svg>
        {done.topUp === null ? t('done') : v('done')}
      </p>
      {done.changeFen > 0 ? (
        <div className={css['change']}>
          <span>{t('doneChange')}</span>
          <strong>
            <Money fen={done.changeFen} testId="done-change" />
          </strong>
        </div>
      ) : (
        <div className={css['change']}>
          <strong className={css['none']} data-testid="done-change" data-fen={0}>
            {t('doneNoChange')}
          </strong>
        </div>
      )}
      <p className={css['sum']}>{t('donePaid', { payable: yuan(done.payableFen), paid: yuan(done.paidFen) })}</p>
      {done.topUp === null ? null : (
        <p className={css['sum']} data-testid="done-balance">
          {v('doneBalance', {
            principal: yuan(done.topUp.afterPrincipalFen),
            bonus: yuan(done.topUp.afterBonusFen),
          })}
        </p>
      )}
      {done.liftedTo === null ? null : (
        <p className={css['lifted']} data-testid="lifted">
          {t('doneLifted', { tier: label(done.liftedTo) })}
        </p>
      )}
      <ul className={css['facts']}>
        <li data-testid="receipt-no">{t('doneReceipt', { no: done.receiptNo })}</li>
        {done.memberName !== null && done.topUp === null && done.pointsEarned > 0 ? (
          <li data-testid="points-earned">
            {t('donePoints', { name: done.memberName, points: done.pointsEarned.toLocaleString('en-US') })}
          </li>
        ) : null}
        {done.drawer ? <li>{t('doneDrawer')}</li> : null}
      </ul>
    </section>
  )
}

function useNextKey(saleId: string | null): void {
  useEffect(() => {
    if (saleId === null) return
    useSellUi.setState({ lastDone: useApp.getState().till?.done ?? null })
    const shownAt = performance.now()
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== 'Enter' && event.code !== 'NumpadEnter') return
      event.preventDefault()
      if (event.repeat || performance.now() - shownAt < DONE_REST_MS) return
      void nextCustomer()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [saleId])
}
