/** Paying, in the middle column: what is due, the ways of paying, and the keypad of the one that is chosen. */
import { useEffect } from 'react'
import type { TenderKind, TenderView } from '../../../shared/contract/till.ts'
import { frameText } from '../../../shared/text/frame.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import { KeyCap } from '../../kit/KeyCap.tsx'
import { Money } from '../../kit/Money.tsx'
import { yuanShort } from '../../kit/money-text.ts'
import { useKeypadKeys } from '../../kit/use-keypad-keys.ts'
import { useApp } from '../../state/app-store.ts'
import { backToBasket } from '../commands.ts'
import { useEscape } from '../panes/PaneFrame.tsx'
import { CardTender } from './CardTender.tsx'
import { CashTender } from './CashTender.tsx'
import { completeIfCovered } from './complete-if-covered.ts'
import { MobileTender } from './MobileTender.tsx'
import { chooseTender, TENDER_KEYS, usePayUi } from './pay-ui.ts'
import css from './PayPane.module.css'
import { StoredTender } from './StoredTender.tsx'

export function PayPane({ onBack = leave }: { onBack?: () => void }) {
  const t = useText(sellText)
  const kind = usePayUi((state) => state.kind)
  const covered = useApp((state) => state.till?.dueFen === 0)
  const unsettled = useUnsettled()
  useEffect(() => chooseTender('cash'), [])
  useEscape(onBack)
  useTenderKeys()
  return (
    <section className={css['pane']} aria-label={t('pay')} data-testid="pay-pane">
      <Due />
      <Tabs />
      {covered ? <Covered /> : unsettled === null ? <Tender kind={kind} /> : <Unsettled state={unsettled} />}
    </section>
  )
}

function leave(): void {
  void backToBasket()
}

function Tender({ kind }: { kind: TenderKind }) {
  if (kind === 'cash') return <CashTender />
  if (kind === 'mobile') return <MobileTender />
  return kind === 'storedValue' ? <StoredTender /> : <CardTender />
}

type OpenState = Exclude<TenderView['state'], 'ready'>

/** The state of a payment that is not settled; nothing else is taken until it is. */
function useUnsettled(): OpenState | null {
  return useApp((state) => {
    const open = state.till?.tenders.find((tender) => tender.state !== 'ready')?.state
    return open === undefined || open === 'ready' ? null : open
  })
}

const UNSETTLED = { asking: 'tenderAsking', unknown: 'tenderUnknown', voiding: 'tenderVoiding' } as const

/** Nobody is asked to pay again while it is not known whether they have paid. */
function Unsettled({ state }: { state: OpenState }) {
  const t = useText(sellText)
  return (
    <div className={css['covered']} data-testid="unsettled" role="status">
      <strong className={classes(css['exactly'], css['unsettled'])}>{t(UNSETTLED[state])}</strong>
      {state === 'unknown' ? <p className={css['coveredHint']}>{t('unsettledHint')}</p> : null}
    </div>
  )
}

/** Everything is there: what goes back to the customer, and Enter completes. */
function Covered() {
  const t = useText(sellText)
  const f = useText(frameText)
  const changeFen = useApp((state) => state.till?.changeFen ?? 0)
  useKeypadKeys({ onKey: () => undefined, onEnter: () => void completeIfCovered() })
  return (
    <div className={css['covered']} data-testid="covered" role="status">
      {changeFen > 0 ? (
        <>
          {t('change')}
          <strong>
            <Money fen={changeFen} />
          </strong>
        </>
      ) : (
        <strong className={css['exactly']}>{t('covered')}</strong>
      )}
      <p className={css['coveredHint']}>
        <KeyCap name={f('enterKey')} /> {t('complete')}
      </p>
    </div>
  )
}

function Due() {
  const t = useText(sellText)
  const payableFen = useApp((state) => state.till?.payableFen ?? 0)
  const paidFen = useApp((state) => state.till?.paidFen ?? 0)
  const dueFen = useApp((state) => state.till?.dueFen ?? 0)
  const changeFen = useApp((state) => state.till?.changeFen ?? 0)
  return (
    <div className={css['due']}>
      <div>
        {t('total')}
        <b>
          <Money fen={payableFen} />
        </b>
      </div>
      <div>
        {t('paid')}
        <b>
          <Money fen={paidFen} testId="paid" />
        </b>
      </div>
      {dueFen > 0 || changeFen === 0 ? (
        <div className={classes(css['left'], dueFen > 0 && css['owed'])}>
          {dueFen > 0 ? t('due') : t('covered')}
          <b key={dueFen}>
            <Money fen={dueFen} testId="due" />
          </b>
        </div>
      ) : (
        <div className={classes(css['left'], css['back'])}>
          {t('change')}
          <b key={changeFen}>
            <Money fen={changeFen} testId="change" />
          </b>
        </div>
      )}
    </div>
  )
}

function Tabs() {
  const t = useText(sellText)
  const unsettled = useUnsettled() !== null
  const closed = useApp((state) => state.till?.dueFen === 0) || unsettled
  const chosen = usePayUi((state) => (closed ? null : state.kind))
  const member = useApp((state) => state.till?.member !== null)
  const storedFen = useApp((state) => state.till?.storedValueFen ?? 0)
  const ways = useWays()
  const hint = {
    cash: '',
    mobile: t('tenderMobileHint'),
    storedValue: member ? t('tenderStoredHint', { yuan: yuanShort(storedFen) }) : t('tenderStoredNoMember'),
    bankCard: '',
  }
  return (
    <div
      className={classes(css['tabs'], ways.length < TENDER_KEYS.length && css['three'])}
      role="tablist"
      aria-label={t('tenders')}
    >
      {ways.map(({ kind, key }) => (
        <button
          key={kind}
          type="button"
          role="tab"
          aria-selected={chosen === kind}
          className={classes(css['tab'], chosen === kind && css['chosen'])}
          data-testid={`tender-${kind}`}
          disabled={closed}
          onClick={() => chooseTender(kind)}
        >
          <span className={css['tabName']}>{t(`tender${kind}`)}</span>
          <span className={css['tabFoot']}>
            <small>{hint[kind]}</small>
            <KeyCap name={key} dark={chosen === kind} />
          </span>
        </button>
      ))}
    </div>
  )
}

const MONEY_KEYS = TENDER_KEYS.filter(({ kind }) => kind !== 'storedValue')

/** Stored value is not bought with stored value. */
function useWays(): typeof TENDER_KEYS {
  const topUp = useApp((state) => state.till?.topUp != null)
  return topUp ? MONEY_KEYS : TENDER_KEYS
}

function useTenderKeys(): void {
  const ways = useWays()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const tender = ways.find(({ key }) => key === event.code)
      if (tender === undefined) return
      event.preventDefault()
      chooseTender(tender.kind)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [ways])
}
