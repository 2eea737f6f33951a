/** The clock is more than a day off the last business day: a person says which day it is. */
import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { shiftText } from '../../shared/text/shift.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { Field } from '../kit/Field.tsx'
import { dayText } from '../kit/instant-text.ts'
import { sentenceOf } from '../state/run.ts'
import css from './OpenShift.module.css'

interface ConfirmDayProps {
  today: string
  refusal: Refusal
  busy: boolean
  onConfirm: (businessDay: string) => void
  onBack: () => void
}

export function ConfirmDay({ today, refusal, busy, onConfirm, onBack }: ConfirmDayProps) {
  const t = useText(shiftText)
  const locale = useLocale()
  const asked = typeof refusal.params['today'] === 'string' ? refusal.params['today'] : today
  const [other, setOther] = useState<string | null>(refusal.code === 'business-day-before-last' ? asked : null)
  const yes = useRef<HTMLButtonElement>(null)
  useEffect(() => yes.current?.focus(), [])
  return (
    <section className={css['confirm']} data-testid="confirm-day">
      <h1 className={css['title']}>{t('confirmDay.title')}</h1>
      <ErrorSentence text={sentenceOf(refusal, locale)} testId="shift-error" />
      {other === null ? (
        <>
          <p className={css['bigDay']}>{dayText(asked, locale, true)}</p>
          <Button
            ref={yes}
            variant="primary"
            size="large"
            block
            busy={busy}
            onClick={() => onConfirm(asked)}
            data-testid="confirm-today"
          >
            {t('confirmDay.useToday', { day: dayText(asked, locale) })}
          </Button>
          <Button size="large" block disabled={busy} onClick={() => setOther(asked)} data-testid="confirm-other">
            {t('confirmDay.chooseOther')}
          </Button>
        </>
      ) : (
        <>
          <Field
            label={t('confirmDay.date')}
            type="date"
            value={other}
            autoFocus
            onChange={(event) => setOther(event.target.value)}
            data-testid="confirm-date"
          />
          <Button
            variant="primary"
            size="large"
            block
            busy={busy}
            disabled={other === ''}
            onClick={() => onConfirm(other)}
            data-testid="confirm-use-date"
          >
            {t('confirmDay.useDate')}
          </Button>
        </>
      )}
      <Button variant="quiet" block disabled={busy} onClick={onBack} data-testid="confirm-back">
        {t('confirmDay.back')}
      </Button>
    </section>
  )
}
