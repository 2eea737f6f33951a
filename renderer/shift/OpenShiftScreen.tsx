/**
 * Before the first sale of a day: count the float and open the shift, which opens the business day. Where the core
 * doubts the machine's date, a person confirms it first.
 */
import { useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { shiftText } from '../../shared/text/shift.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { classes } from '../kit/classes.ts'
import { Empty } from '../kit/Empty.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { dayOf, dayText } from '../kit/instant-text.ts'
import { typeKey, YUAN_RULE } from '../kit/keypad-text.ts'
import { fenFromYuanText, yuanShort, yuanTextFromFen } from '../kit/money-text.ts'
import { useKeypadKeys } from '../kit/use-keypad-keys.ts'
import { useTillNow } from '../kit/use-till-now.ts'
import { useApp, useMay } from '../state/app-store.ts'
import { newId, runApp, sentenceOf } from '../state/run.ts'
import { ConfirmDay } from './ConfirmDay.tsx'
import { FloatActions, FloatPad } from './FloatPad.tsx'
import css from './OpenShift.module.css'

/** as in the contract */
const MAX_FLOAT_FEN = 10_000_000

const signOut = (): void => void runApp((client, commandId) => client.session.signOut({ commandId }))

export function OpenShiftScreen() {
  const t = useText(shiftText)
  const mayOpen = useMay('shift.open')
  if (mayOpen) return <OpenShift />
  return (
    <Empty
      title={t('open.notPermittedTitle')}
      hint={t('open.notPermitted')}
      action={
        <Button variant="primary" size="large" onClick={signOut} data-testid="shift-sign-out">
          {t('open.signOut')}
        </Button>
      }
    />
  )
}

/** Sends the opening; the shift's id stays the same through a confirmation, which is the same intention. */
function useOpening(floatFen: number | null) {
  const [shiftId] = useState(() => newId())
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const open = async (businessDay?: string): Promise<void> => {
    if (floatFen === null || busy) return
    setBusy(true)
    setRefusal(null)
    const outcome = await runApp((client, commandId) =>
      client.shift.open({ commandId, shiftId, floatFen, ...(businessDay === undefined ? {} : { businessDay }) }),
    )
    if (outcome.ok) return
    setBusy(false)
    setRefusal(outcome.refusal)
  }
  const doubt =
    refusal?.code === 'confirm-business-day' || refusal?.code === 'business-day-before-last' ? refusal : null
  return { open, busy, refusal, doubt, forget: () => setRefusal(null) }
}

function OpenShift() {
  const t = useText(shiftText)
  const locale = useLocale()
  const today = dayOf(useTillNow())
  const heading = useRef<HTMLHeadingElement>(null)
  const [typed, setTyped] = useState('')
  const typedFen = typed === '' ? 0 : fenFromYuanText(typed)
  const tooMuch = typedFen !== null && typedFen > MAX_FLOAT_FEN
  const opening = useOpening(tooMuch ? null : typedFen)
  const { busy, refusal, doubt } = opening
  const open = (): void => void opening.open()
  useEffect(() => {
    if (doubt === null) heading.current?.focus()
  }, [doubt])
  const pad = {
    typed,
    busy,
    onKey: (key: Parameters<typeof typeKey>[1]): void => setTyped((text) => typeKey(text, key, YUAN_RULE)),
    onQuick: (fen: number): void => {
      setTyped(yuanTextFromFen(fen))
      heading.current?.focus()
    },
  }
  // Without an amount Enter does nothing: no float is a choice that is made on its button.
  useKeypadKeys({ onKey: pad.onKey, onEnter: typed === '' ? undefined : open, enabled: doubt === null && !busy })
  if (doubt !== null) {
    const confirm = (day: string): void => void opening.open(day)
    return <ConfirmDay today={today} refusal={doubt} busy={busy} onConfirm={confirm} onBack={opening.forget} />
  }
  const refused = refusal === null ? null : sentenceOf(refusal, locale)
  return (
    <div className={css['screen']}>
      <section className={css['words']}>
        <Greeting today={today} heading={heading} />
        <div className={css['float']}>
          <span className={css['label']}>{t('open.float')}</span>
          <output className={classes(css['amount'], typed === '' && css['blank'])} data-testid="float">
            <small>¥</small>
            {typed === '' ? '0' : typed}
          </output>
        </div>
        <ErrorSentence
          text={tooMuch ? t('open.tooMuch', { max: yuanShort(MAX_FLOAT_FEN) }) : refused}
          testId="shift-error"
        />
        <span className={css['grow']} />
        <FloatActions floatFen={typedFen} busy={busy} disabled={tooMuch} onOpen={open} onSignOut={signOut} />
      </section>
      <FloatPad {...pad} />
    </div>
  )
}

function Greeting({ today, heading }: { today: string; heading: { current: HTMLHeadingElement | null } }) {
  const t = useText(shiftText)
  const locale = useLocale()
  const name = useApp((state) => state.app?.operator?.name ?? '')
  return (
    <>
      <p className={css['day']}>
        {t('open.opensDay')}
        <b>{dayText(today, locale)}</b>
      </p>
      <h1 ref={heading} tabIndex={-1} className={css['title']}>
        {t('open.greeting', { name })}
      </h1>
      <p className={css['sentence']}>{t('open.sentence')}</p>
    </>
  )
}
