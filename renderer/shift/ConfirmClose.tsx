/** Asked once before a shift is closed, because the close can't be undone. Escape counts again. */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { frameText } from '../../shared/text/frame.ts'
import { shiftText } from '../../shared/text/shift.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { dayText } from '../kit/instant-text.ts'
import { Money } from '../kit/Money.tsx'
import css from './CloseShift.module.css'

interface ConfirmCloseProps {
  countedFen: number
  blank: boolean
  businessDay: string
  busy: boolean
  onConfirm: () => void
  onBack: () => void
}

export function ConfirmClose({ countedFen, blank, businessDay, busy, onConfirm, onBack }: ConfirmCloseProps) {
  const t = useText(shiftText)
  const tFrame = useText(frameText)
  const locale = useLocale()
  const confirm = useRef<HTMLButtonElement>(null)
  useEffect(() => confirm.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    // A key that is held down since before the question is no answer to it.
    if (event.repeat) event.preventDefault()
    else if (event.key === 'Escape' && !busy) onBack()
  }
  return (
    <section className={css['ask']} aria-label={t('close.title')} data-testid="confirm-close">
      <h2 className={css['askTitle']}>{t('close.counted')}</h2>
      <b className={css['askAmount']}>
        <Money fen={countedFen} />
      </b>
      <p className={css['askSentence']}>
        {blank ? t('close.confirmZero') : t('close.confirmSentence', { day: dayText(businessDay, locale) })}
      </p>
      <Button
        ref={confirm}
        variant="primary"
        size="large"
        block
        keyName={tFrame('enterKey')}
        busy={busy}
        onKeyDown={onKeyDown}
        onClick={onConfirm}
        data-testid="confirm-close-yes"
      >
        {busy ? t('close.closing') : t('close.confirm')}
      </Button>
      <Button
        size="large"
        block
        keyName={tFrame('escapeKey')}
        disabled={busy}
        onKeyDown={onKeyDown}
        onClick={onBack}
        data-testid="confirm-close-no"
      >
        {t('close.again')}
      </Button>
    </section>
  )
}
