/**
 * Registering in ten seconds: phone, name, Enter. Whoever has this phone or name already shows while it is typed and is
 * opened by a tap instead. Used in the till's middle column and on the members screen.
 */
import { type SubmitEvent, useEffect, useState } from 'react'
import type { Refusal } from '../../shared/contract/primitives.ts'
import type { FoundMember } from '../../shared/contract/till.ts'
import { frameText } from '../../shared/text/frame.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { Field } from '../kit/Field.tsx'
import { newId, run, sentenceOf } from '../state/run.ts'
import { PersonRow } from './PersonRow.tsx'
import css from './RegisterForm.module.css'

export interface RegisterFormProps {
  /** what was typed when nobody was found */
  query: string
  /** a card that was read by the scanner, or null */
  scanned: string | null
  onRegistered: (memberId: string) => void
  onOpen: (member: FoundMember) => void
}

type CardChoice = 'none' | 'new' | 'blank'

const TAKEN = 'phone-taken'

export function RegisterForm({ query, scanned, onRegistered, onOpen }: RegisterFormProps) {
  const t = useText(membersText)
  const f = useText(frameText)
  const locale = useLocale()
  const isPhone = /^\+?\d+$/.test(query)
  const [phone, setPhone] = useState(isPhone ? query : '')
  const [name, setName] = useState(isPhone ? '' : query)
  const [cardChoice, setCardChoice] = useState<CardChoice>('none')
  const [blank, setBlank] = useState('')
  const [consent, setConsent] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [readCard, setReadCard] = useState<string | null>(null)
  const [memberId] = useState(() => newId())
  if (scanned !== readCard) {
    setReadCard(scanned)
    setCardChoice('blank')
    setBlank(scanned ?? '')
  }
  const twins = useTwins(phone.trim(), name.trim())
  const taken = refusal?.code === TAKEN
  const ready = phone.trim() !== '' && name.trim() !== '' && (cardChoice !== 'blank' || blank.trim() !== '')
  const register = async (): Promise<void> => {
    setBusy(true)
    const card = cardChoice === 'none' ? null : cardChoice === 'new' ? 'new' : blank.trim()
    const person = { memberId, phone: phone.trim(), name: name.trim(), consent, card, otherPerson: taken }
    const outcome = await run((client, commandId) => client.members.register({ commandId, ...person }))
    setBusy(false)
    if (outcome.ok) onRegistered(outcome.value.memberId)
    else setRefusal(outcome.refusal)
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (ready && !busy) void register()
  }
  const typed = (set: (text: string) => void) => (text: string) => {
    set(text)
    setRefusal(null)
  }
  return (
    <form className={css['form']} onSubmit={submit} data-testid="register-form">
      <div className={css['pair']}>
        <Field
          label={t('phone')}
          hint={t('phoneHint')}
          value={phone}
          inputMode="tel"
          maxLength={24}
          autoFocus
          data-testid="register-phone"
          onChange={(event) => typed(setPhone)(event.target.value)}
        />
        <Field
          label={t('name')}
          value={name}
          maxLength={20}
          data-testid="register-name"
          onChange={(event) => typed(setName)(event.target.value)}
        />
      </div>
      {twins.length === 0 ? null : (
        <div className={css['twins']} data-testid="register-twins">
          <p>{t('twins')}</p>
          {twins.map((twin) => (
            <PersonRow key={twin.memberId} member={twin} onChoose={onOpen} />
          ))}
        </div>
      )}
      <Choice
        label={t('card')}
        value={cardChoice}
        options={[
          { value: 'none', label: t('cardNone') },
          { value: 'new', label: t('cardNew') },
          { value: 'blank', label: t('cardBlank') },
        ]}
        onChange={setCardChoice}
        testId="register-card"
      />
      {cardChoice === 'blank' ? (
        <Field
          label={t('cardNumber')}
          hint={t('cardNumberHint')}
          value={blank}
          inputMode="numeric"
          maxLength={24}
          data-testid="register-blank"
          onChange={(event) => typed(setBlank)(event.target.value)}
        />
      ) : null}
      <label className={css['consent']}>
        <input type="checkbox" checked={consent} onChange={(event) => setConsent(event.target.checked)} />
        {t('consent')}
      </label>
      <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} />
      <Button
        type="submit"
        variant="primary"
        size="large"
        block
        keyName={f('enterKey')}
        busy={busy}
        disabled={!ready}
        data-testid="register-do"
      >
        {taken ? `${t('otherPerson')} · ${t('register')}` : t('register')}
      </Button>
    </form>
  )
}

const PHONE_LENGTH = 11
const TYPING_MS = 160

/** Members with this phone or name; asked once the phone is whole or a name is there. */
function useTwins(phone: string, name: string): readonly FoundMember[] {
  const [answer, setAnswer] = useState<{ key: string; found: readonly FoundMember[] }>({ key: '', found: [] })
  const whole = phone.replace(/\D/g, '').length >= PHONE_LENGTH
  const key = whole || name.length >= 2 ? `${phone}/${name}` : ''
  useEffect(() => {
    if (key === '') return
    let current = true
    const timer = setTimeout(() => {
      void run((client) => client.members.twins({ phone, name })).then((outcome) => {
        if (current) setAnswer({ key, found: outcome.ok ? outcome.value : [] })
      })
    }, TYPING_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [key, phone, name])
  return key !== '' && answer.key === key ? answer.found : []
}
