/**
 * 为什么是这个价: the sum, what counts and what does not, what is missing, and every line. Each offer can be picked or left
 * out in place, with what the customer would pay more or less; where the core asks for it, a second person approves.
 */
import { useRef } from 'react'
import type { Approval, Label } from '../../../shared/contract/primitives.ts'
import type { OfferChoice, OfferWhy, WhyView } from '../../../shared/contract/why.ts'
import { whyText } from '../../../shared/text/why-screen.ts'
import { useLabel, useLocale, useText } from '../../i18n.ts'
import { Empty } from '../../kit/Empty.tsx'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { sentenceOf } from '../../state/run.ts'
import { runOrder, type Sent, settle } from '../commands.ts'
import { ApprovalPane } from '../panes/ApprovalPane.tsx'
import { PaneFrame } from '../panes/PaneFrame.tsx'
import { useApproval } from '../panes/use-approval.ts'
import { OfferRow, PriceRow } from './OfferRow.tsx'
import { useRowKeys } from './use-row-keys.ts'
import { useWhy } from './use-why.ts'
import { WhyLines } from './WhyLines.tsx'
import css from './WhyPane.module.css'
import { WhySum } from './WhySum.tsx'

interface Chosen {
  readonly offer: OfferWhy
  readonly choice: OfferChoice
}

export function WhyPane() {
  const t = useText(whyText)
  const label = useLabel()
  const locale = useLocale()
  const { value: why, refusal } = useWhy()
  const approving = useApproval<Chosen>(send, () => undefined)
  const asked = useRef<Label | null>(null)
  const choose = (offer: OfferWhy, choice: OfferChoice): void => {
    asked.current = offer.label
    void approving.start({ offer, choice })
  }
  if (approving.asked !== null)
    return <ApprovalPane approving={approving} about={asked.current === null ? '' : label(asked.current)} />
  return (
    <PaneFrame title={t('title')} testId="why-pane">
      {refusal === null ? null : <ErrorSentence text={sentenceOf(refusal, locale)} />}
      {why === null ? null : <Explained why={why} busy={approving.busy} onChoose={choose} />}
    </PaneFrame>
  )
}

interface Choosing {
  busy: boolean
  onChoose: (offer: OfferWhy, choice: OfferChoice) => void
}

function Explained({ why, busy, onChoose }: Choosing & { why: WhyView }) {
  const t = useText(whyText)
  const body = useRef<HTMLDivElement>(null)
  useRowKeys(body)
  const nothing = why.prices.length === 0 && why.applied.length === 0
  const rows = (offers: readonly OfferWhy[]) =>
    offers.map((offer) => <OfferRow key={offer.offerId} offer={offer} busy={busy} onChoose={onChoose} />)
  return (
    <>
      <WhySum why={why} />
      <div ref={body} className={css['body']}>
        <div className={css['column']}>
          <h3 className={css['heading']}>
            {t('applied')}
            {why.applied.length === 0 ? null : <small>{t('legend')}</small>}
          </h3>
          <div className={css['card']} data-testid="why-applied">
            {nothing ? <Empty title={t('nothingApplied')} /> : null}
            {why.prices.map((reduction) => (
              <PriceRow key={reduction.source} reduction={reduction} />
            ))}
            {rows(why.applied)}
          </div>
          {why.exact ? null : <p className={css['note']}>{t('notExact')}</p>}
          {why.next.length === 0 ? null : <Next next={why.next} />}
          {why.left.length === 0 ? null : (
            <>
              <h3 className={css['heading']}>{t('left')}</h3>
              <div className={css['card']} data-testid="why-left">
                {rows(why.left)}
              </div>
            </>
          )}
          <Out out={why.out} more={why.outMore} />
        </div>
        <div className={css['column']}>
          <h3 className={css['heading']}>{t('lines')}</h3>
          <WhyLines lines={why.lines} />
        </div>
      </div>
    </>
  )
}

function Next({ next }: { next: readonly Label[] }) {
  const t = useText(whyText)
  const label = useLabel()
  return (
    <>
      <h3 className={css['heading']}>{t('next')}</h3>
      <ul className={css['next']} data-testid="why-next">
        {next.map((step) => (
          <li key={step.zh}>{label(step)}</li>
        ))}
      </ul>
    </>
  )
}

/** Offers that do not hold here and now: there is nothing to choose, only a reason. */
function Out({ out, more }: { out: readonly OfferWhy[]; more: number }) {
  const t = useText(whyText)
  const label = useLabel()
  if (out.length === 0) return null
  return (
    <>
      <h3 className={css['heading']}>{t('out')}</h3>
      <ul className={css['out']} data-testid="why-out">
        {out.map((offer) => (
          <li key={offer.offerId}>
            <span>{label(offer.label)}</span>
            <span>{offer.reason === null ? '' : label(offer.reason)}</span>
          </li>
        ))}
        {more === 0 ? null : <li>{t('outMore', { count: more })}</li>}
      </ul>
    </>
  )
}

async function send({ offer, choice }: Chosen, approval: Approval | null): Promise<Sent | null> {
  const consent = approval === null ? {} : { approval }
  const { offerId } = offer
  const sent = await runOrder((client, of) => {
    if (offer.kind === 'coupon') return client.till.chooseCoupon({ ...of, couponId: offerId, choice })
    if (offer.kind === 'promotion')
      return client.till.choosePromotion({ ...of, promotionId: offerId, choice, ...consent })
    const [, kind] = offerId.split('-')
    const given = kind === 'rate' || kind === 'off' ? kind : 'round'
    return client.till.orderDiscount({ ...of, kind: given, value: null, reason: '' })
  })
  if (sent !== null && sent.ok) settle(sent)
  return sent
}
