/** The PIN of the operator who was chosen. A wrong one says how many tries are left, a lock until when it holds. */
import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { signInText } from '../../shared/text/sign-in.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { timeText } from '../kit/instant-text.ts'
import { PinPad } from '../kit/PinPad.tsx'
import { runApp, sentenceOf } from '../state/run.ts'
import { Avatar } from './Avatar.tsx'
import css from './SignIn.module.css'
import type { SignInOperator } from './sign-in-operator.ts'

interface PinPanelProps {
  operator: SignInOperator
  nowAt: number
  onOther: (() => void) | undefined
  /** who may sign in may have changed: a lock, an account that was disabled */
  onChanged: () => void
}

export function PinPanel({ operator, nowAt, onOther, onChanged }: PinPanelProps) {
  const t = useText(signInText)
  const locale = useLocale()
  const heading = useRef<HTMLHeadingElement>(null)
  const [busy, setBusy] = useState(false)
  const [tries, setTries] = useState(0)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // The heading holds the focus, so that Enter signs in instead of pressing the tile that was tapped.
  useEffect(() => heading.current?.focus(), [])
  const lockedUntilAt = operator.lockedUntilAt ?? 0
  const locked = lockedUntilAt > nowAt
  const submit = async (pin: string): Promise<void> => {
    setBusy(true)
    const outcome = await runApp((client, commandId) =>
      client.session.signIn({ commandId, operatorId: operator.operatorId, pin }),
    )
    if (outcome.ok) return
    setBusy(false)
    setRefusal(outcome.refusal)
    setTries((count) => count + 1)
    heading.current?.focus()
    onChanged()
  }
  const sentence = locked
    ? t('lockedSentence', { name: operator.name, time: timeText(lockedUntilAt, locale) })
    : refusal === null || refusal.code === 'pin-locked'
      ? null
      : sentenceOf(refusal, locale)
  return (
    <>
      <div className={css['chosen']}>
        <Avatar name={operator.name} role={operator.role} large />
        <h2 ref={heading} tabIndex={-1} className={css['chosenText']} aria-label={t('pinFor', { name: operator.name })}>
          <b className={css['name']}>{operator.name}</b>
          <span className={css['role']}>{t(`roles.${operator.role}`)}</span>
        </h2>
        {onOther === undefined ? null : (
          <Button variant="quiet" keyName="Esc" onClick={onOther} disabled={busy} data-testid="sign-in-other">
            {t('change')}
          </Button>
        )}
      </div>
      <PinPad
        submitLabel={busy ? t('signingIn') : t('signIn')}
        busy={busy}
        disabled={locked}
        resetKey={tries}
        onCancel={busy ? undefined : onOther}
        onSubmit={(pin) => void submit(pin)}
      >
        {sentence === null ? (
          <p className={css['pinHint']}>{t('pinPlaceholder')}</p>
        ) : (
          <ErrorSentence text={sentence} testId="sign-in-error" />
        )}
      </PinPad>
    </>
  )
}
