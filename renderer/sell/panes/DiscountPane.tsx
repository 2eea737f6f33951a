/**
 * 整单优惠: a rate, an amount off, or rounding down, with its reason and what it makes of the total before anybody is
 * asked; where the core asks for it, a second person approves in place.
 */
import { useState } from 'react'
import type { Approval } from '../../../shared/contract/primitives.ts'
import type { DiscountKind, DiscountView } from '../../../shared/contract/why.ts'
import { frameText } from '../../../shared/text/frame.ts'
import { rateLabel } from '../../../shared/text/offers.ts'
import { whyText } from '../../../shared/text/why-screen.ts'
import { useLabel, useLocale, useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { Keypad } from '../../kit/Keypad.tsx'
import { YUAN_RULE } from '../../kit/keypad-text.ts'
import { Money } from '../../kit/Money.tsx'
import { fenFromYuanText, yuan, yuanShort } from '../../kit/money-text.ts'
import { useApp } from '../../state/app-store.ts'
import { sentenceOf } from '../../state/run.ts'
import { order, runOrder, type Sent, settle } from '../commands.ts'
import { closePane } from '../sell-ui.ts'
import { ApprovalPane } from './ApprovalPane.tsx'
import { RATE_RULE, rateFromText } from './discount-text.ts'
import css from './DiscountPane.module.css'
import { Entry } from './Entry.tsx'
import pane from './Pane.module.css'
import { PaneFrame } from './PaneFrame.tsx'
import { useApproval } from './use-approval.ts'
import { useKeypad } from './use-keypad.ts'
import { type Trial, useTrial } from './use-trial.ts'

const KINDS: readonly DiscountKind[] = ['rate', 'off', 'round']
const UNITS = [10, 100, 1000] as const
const REASONS = ['reasonRegular', 'reasonWaited', 'reasonDamaged', 'reasonBulk'] as const

interface Wanted {
  readonly kind: DiscountKind
  readonly value: number
}

export function DiscountPane() {
  const t = useText(whyText)
  const payableFen = useApp((state) => state.till?.payableFen ?? 0)
  const [kind, setKind] = useState<DiscountKind>('rate')
  const [reason, setReason] = useState<(typeof REASONS)[number]>(REASONS[0])
  const approving = useApproval<Wanted>((wanted, approval) => send(wanted, whyText[reason].zh, approval), closePane)
  const about = t('discountAbout', { yuan: yuan(payableFen) })
  if (approving.asked !== null) return <ApprovalPane approving={approving} about={t('discountTitle')} />
  const give = (value: number): void => void approving.start({ kind, value })
  return (
    <PaneFrame title={t('discountTitle')} about={about} testId="discount-pane">
      <Given />
      <div className={css['chosen']} role="group" aria-label={t('discountTitle')}>
        {KINDS.map((one) => (
          <button
            key={one}
            type="button"
            className={pane['chip']}
            aria-pressed={kind === one}
            data-testid={`discount-${one}`}
            onClick={() => setKind(one)}
          >
            {t(`kind${one}`)}
          </button>
        ))}
      </div>
      <div className={css['chosen']} role="group" aria-label={t('discountReason')}>
        {REASONS.map((key) => (
          <button
            key={key}
            type="button"
            className={css['reason']}
            aria-pressed={reason === key}
            onClick={() => setReason(key)}
          >
            {t(key)}
          </button>
        ))}
      </div>
      {kind === 'round' ? (
        <Units busy={approving.busy} onGive={give} />
      ) : (
        <Typed key={kind} kind={kind} busy={approving.busy} onGive={give} />
      )}
    </PaneFrame>
  )
}

/** What has been given already; a press takes it back. */
function Given() {
  const t = useText(whyText)
  const label = useLabel()
  const discounts = useApp((state) => state.till?.discounts)
  if (discounts === undefined || discounts.length === 0) return null
  const takeBack = ({ kind }: DiscountView): void =>
    void order((client, of) => client.till.orderDiscount({ ...of, kind, value: null, reason: '' }))
  return (
    <div className={css['given']}>
      {discounts.map((discount) => (
        <button
          key={discount.kind}
          type="button"
          aria-label={t('discountBack', { name: label(discount.label) })}
          data-testid={`discount-back-${discount.kind}`}
          onClick={() => takeBack(discount)}
        >
          <b>{label(discount.label)}</b>
          <Money fen={discount.amountFen} bare tone="saved" />
          <small>
            {discount.reason} · {discount.approvedBy}
          </small>
          <i>{t('takeBack')}</i>
        </button>
      ))}
    </div>
  )
}

interface Giving {
  busy: boolean
  onGive: (value: number) => void
}

function Typed({ kind, busy, onGive }: Giving & { kind: 'rate' | 'off' }) {
  const t = useText(whyText)
  const label = useLabel()
  const f = useText(frameText)
  const submit = (): void => {
    if (value !== null && tried.refusal === null) onGive(value)
  }
  const keypad = useKeypad(kind === 'rate' ? RATE_RULE : YUAN_RULE, submit, !busy)
  const value = kind === 'rate' ? rateFromText(keypad.text) : positive(fenFromYuanText(keypad.text))
  const tried = useTrial(kind, value)
  const read = kind === 'off' || value === null ? null : label(rateLabel(value))
  return (
    <>
      <div className={pane['entryRow']}>
        {kind === 'rate' ? (
          <Entry
            caption={read ?? t('rateEntry')}
            text={keypad.text}
            placeholder="9"
            after={t('rateUnit')}
            testId="discount-entry"
          />
        ) : (
          <Entry caption={t('offEntry')} text={keypad.text} placeholder="0.00" before="¥" testId="discount-entry" />
        )}
      </div>
      <Keypad onKey={keypad.press} />
      <Refused trial={tried} />
      <Button
        variant="primary"
        size="large"
        block
        keyName={f('enterKey')}
        busy={busy}
        disabled={value === null || tried.refusal !== null}
        onClick={submit}
        data-testid="discount-give"
      >
        {t('give')}
        <Result trial={tried} />
      </Button>
    </>
  )
}

/** The three units with what each leaves to pay. */
function Units({ busy, onGive }: Giving) {
  return (
    <div className={css['units']}>
      {UNITS.map((unit) => (
        <Unit key={unit} unit={unit} busy={busy} onGive={onGive} />
      ))}
    </div>
  )
}

function Unit({ unit, busy, onGive }: Giving & { unit: (typeof UNITS)[number] }) {
  const t = useText(whyText)
  const locale = useLocale()
  const { trial, refusal } = useTrial('round', unit)
  return (
    <button
      type="button"
      disabled={busy || trial === null}
      data-testid={`discount-round-${unit}`}
      onClick={() => onGive(unit)}
    >
      <b>{t(`round${unit}`)}</b>
      {trial === null ? null : (
        <strong>
          <Money fen={trial.payableFen} />
        </strong>
      )}
      <small>
        {trial !== null ? (
          <>
            <Money fen={trial.differenceFen} bare tone="saved" />
            {trial.belowCost ? ` · ${t('belowCost')}` : ''}
          </>
        ) : refusal !== null ? (
          sentenceOf(refusal, locale)
        ) : null}
      </small>
    </button>
  )
}

function Refused({ trial: { refusal } }: { trial: Trial }) {
  const locale = useLocale()
  return <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} testId="discount-refused" />
}

/** "· 应收 ¥297.10(−33.00)" */
function Result({ trial: { trial } }: { trial: Trial }) {
  const t = useText(whyText)
  if (trial === null) return null
  const { payableFen, differenceFen, belowCost } = trial
  return (
    <small className={css['result']} data-testid="discount-result" data-fen={payableFen}>
      {t('giveResult', { yuan: yuan(payableFen) })} ({differenceFen > 0 ? '+' : '−'}
      {yuanShort(Math.abs(differenceFen))}){belowCost ? ` · ${t('belowCost')}` : ''}
    </small>
  )
}

function positive(fen: number | null): number | null {
  return fen === 0 ? null : fen
}

async function send({ kind, value }: Wanted, reason: string, approval: Approval | null): Promise<Sent | null> {
  const sent = await runOrder((client, of) =>
    client.till.orderDiscount({ ...of, kind, value, reason, ...(approval === null ? {} : { approval }) }),
  )
  if (sent !== null && sent.ok) settle(sent)
  return sent
}
