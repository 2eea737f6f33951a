/** What has been taken so far, each with its state and its way back; back to the ticket; and complete. */
import { memo, useState } from 'react'
import type { TenderView } from '../../../shared/contract/till.ts'
import { frameText } from '../../../shared/text/frame.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { storedValueText } from '../../../shared/text/stored-value.ts'
import { useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import { KeyCap } from '../../kit/KeyCap.tsx'
import { Money } from '../../kit/Money.tsx'
import { yuan } from '../../kit/money-text.ts'
import { useApp } from '../../state/app-store.ts'
import { backToBasket, complete, order } from '../commands.ts'
import keys from '../KeysPanel.module.css'
import css from './PaySide.module.css'

export function PaySide() {
  const t = useText(sellText)
  const f = useText(frameText)
  const v = useText(storedValueText)
  const tenders = useApp((state) => state.till?.tenders)
  const topUp = useApp((state) => state.till?.topUp != null)
  return (
    <>
      <div className={css['list']} role="list" aria-label={t('tenderList')}>
        {tenders === undefined || tenders.length === 0 ? (
          <p className={css['none']}>{t('tenderListEmpty')}</p>
        ) : (
          tenders.map((tender) => <Tender key={tender.tenderId} tender={tender} />)
        )}
      </div>
      <button type="button" className={css['back']} data-testid="back-to-basket" onClick={() => void backToBasket()}>
        {topUp ? v('giveUp') : t('backToBasket')} {topUp ? null : <KeyCap name={f('escapeKey')} />}
      </button>
      <CompleteButton />
    </>
  )
}

const Tender = memo(function Tender({ tender }: { tender: TenderView }) {
  const t = useText(sellText)
  const [busy, setBusy] = useState(false)
  const { tenderId, state } = tender
  const name = t(`tender${tender.kind}`)
  const act = async (what: 'askAgain' | 'removeTender'): Promise<void> => {
    setBusy(true)
    await order((client, of) => client.till[what]({ ...of, tenderId }))
    setBusy(false)
  }
  return (
    <div
      role="listitem"
      className={classes(css['tender'], css[state])}
      data-testid={`tender-chip-${tender.kind}`}
      data-state={state}
    >
      <div className={css['head']}>
        <span className={css['name']}>{name}</span>
        <Money fen={tender.amountFen} />
        {state === 'ready' ? (
          <button
            type="button"
            className={css['remove']}
            disabled={busy}
            aria-label={t('tenderRemove', { tender: name, yuan: yuan(tender.amountFen) })}
            data-testid={`tender-remove-${tender.kind}`}
            onClick={() => void act('removeTender')}
          >
            ✕
          </button>
        ) : null}
      </div>
      <TenderDetail tender={tender} />
      {state === 'unknown' ? (
        <button
          type="button"
          className={css['ask']}
          disabled={busy}
          data-testid="ask-again"
          onClick={() => void act('askAgain')}
        >
          {t('tenderAskAgain')}
        </button>
      ) : null}
    </div>
  )
})

function TenderDetail({ tender }: { tender: TenderView }) {
  const t = useText(sellText)
  if (tender.state === 'asking') {
    return (
      <p className={css['detail']} role="status">
        <i className={css['spinner']} aria-hidden="true" />
        {t('tenderAsking')}
      </p>
    )
  }
  if (tender.state === 'voiding') return <p className={css['detail']}>{t('tenderVoiding')}</p>
  if (tender.state === 'unknown') return <p className={css['detail']}>{t('tenderUnknown')}</p>
  if (tender.principalFen !== null && tender.bonusFen !== null && tender.bonusFen > 0) {
    return (
      <p className={css['detail']}>
        {t('storedSplit', { principal: yuan(tender.principalFen), bonus: yuan(tender.bonusFen) })}
      </p>
    )
  }
  if (tender.detail === null) return null
  return (
    <p className={css['detail']}>{tender.kind === 'bankCard' ? t('slip', { slip: tender.detail }) : tender.detail}</p>
  )
}

function CompleteButton() {
  const t = useText(sellText)
  const f = useText(frameText)
  const dueFen = useApp((state) => state.till?.dueFen ?? 0)
  const changeFen = useApp((state) => state.till?.changeFen ?? 0)
  const settled = useApp((state) => state.till?.tenders.every((tender) => tender.state === 'ready') === true)
  const v = useText(storedValueText)
  const nothing = useApp((state) => state.till?.topUp != null && state.till.topUp.chosen === null)
  const [busy, setBusy] = useState(false)
  const press = async (): Promise<void> => {
    setBusy(true)
    await complete()
    setBusy(false)
  }
  const hint = nothing
    ? v('choose')
    : dueFen > 0
      ? t('completeDue', { yuan: yuan(dueFen) })
      : !settled
        ? t('completeWaits')
        : changeFen > 0
          ? t('completeChange', { yuan: yuan(changeFen) })
          : t('completeReady')
  return (
    <button
      type="button"
      className={keys['pay']}
      disabled={nothing || dueFen > 0 || !settled || busy}
      data-testid="complete"
      onClick={() => void press()}
    >
      <span>
        {t('complete')}
        <small>{hint}</small>
      </span>
      <KeyCap name={f('enterKey')} dark />
    </button>
  )
}
