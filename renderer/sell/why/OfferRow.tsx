/** One offer: what it took off or why it did not, and the choice with what each way would cost the customer. */
import type { OfferChoice, OfferWhy, Reduction, WhatIf } from '../../../shared/contract/why.ts'
import { whyText } from '../../../shared/text/why-screen.ts'
import { useLabel, useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { classes } from '../../kit/classes.ts'
import { Money } from '../../kit/Money.tsx'
import { yuan } from '../../kit/money-text.ts'
import css from './OfferRow.module.css'

interface Props {
  offer: OfferWhy
  busy: boolean
  onChoose: (offer: OfferWhy, choice: OfferChoice) => void
}

export function OfferRow({ offer, busy, onChoose }: Props) {
  const t = useText(whyText)
  const label = useLabel()
  const about = [
    offer.reason === null ? '' : label(offer.reason),
    offer.approvedBy === null ? '' : t('approvedBy', { name: offer.approvedBy }),
  ].filter((part) => part !== '')
  return (
    <div
      className={classes(css['row'], offer.state === 'left' && css['left'])}
      data-row=""
      data-testid={`why-${offer.offerId}`}
      data-state={offer.state}
      data-choice={offer.choice}
    >
      {offer.state === 'applied' ? (
        <span className={css['amount']}>
          <Money fen={offer.amountFen} bare tone="saved" />
        </span>
      ) : null}
      <span className={css['what']}>
        <b>
          {offer.kind === 'coupon' ? <i className={css['tag']}>{t('coupon')}</i> : null}
          {label(offer.label)}
        </b>
        {about.length === 0 ? null : <small>{about.join(' · ')}</small>}
      </span>
      {offer.kind === 'discount' ? (
        <Button busy={busy} onClick={() => onChoose(offer, 'forbidden')} data-testid={`why-back-${offer.offerId}`}>
          {t('takeBack')}
        </Button>
      ) : (
        <Switch offer={offer} busy={busy} onChoose={onChoose} />
      )}
    </div>
  )
}

/** Tier and own prices and points: they take off, and there is nothing to choose here. */
export function PriceRow({ reduction }: { reduction: Reduction }) {
  const label = useLabel()
  return (
    <div className={css['row']} data-testid={`why-${reduction.source}`}>
      <span className={css['amount']}>
        <Money fen={reduction.amountFen} bare tone={reduction.amountFen > 0 ? 'plain' : 'saved'} />
      </span>
      <span className={css['what']}>
        <b>{label(reduction.label)}</b>
      </span>
    </div>
  )
}

const CHOICES: readonly OfferChoice[] = ['auto', 'pinned', 'forbidden']

function Switch({ offer, busy, onChoose }: Props) {
  const t = useText(whyText)
  const label = useLabel()
  const choices = CHOICES.map((choice) => ({ choice, tried: offer.whatIf.find((one) => one.choice === choice) }))
  // nothing to choose: it cannot be had, and leaving it out changes nothing
  if (offer.choice === 'auto' && offer.state === 'left' && choices[1]?.tried === undefined) return null
  return (
    <span className={css['switch']} role="group" aria-label={t('choices', { name: label(offer.label) })}>
      {choices.map(({ choice, tried }) => (
        <button
          key={choice}
          type="button"
          className={classes(css['way'], css[choice])}
          aria-pressed={choice === offer.choice}
          disabled={busy || (choice !== offer.choice && tried === undefined)}
          data-testid={`why-${choice}-${offer.offerId}`}
          onClick={() => {
            if (choice !== offer.choice) onChoose(offer, choice)
          }}
        >
          {t(choice)}
          {tried === undefined || tried.differenceFen === 0 ? null : <Difference tried={tried} />}
        </button>
      ))}
    </span>
  )
}

function Difference({ tried }: { tried: WhatIf }) {
  const t = useText(whyText)
  const more = tried.differenceFen > 0
  const amount = yuan(Math.abs(tried.differenceFen))
  return (
    <small className={more ? css['more'] : css['less']} aria-label={t(more ? 'more' : 'less', { yuan: amount })}>
      {more ? '+' : '−'}
      {amount}
    </small>
  )
}
