/** Who this is, in the colour of the tier. The whole phone number shows only after a reason, which is logged. */
import { useState } from 'react'
import type { RevealReason } from '../../shared/contract/members.ts'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLabel, useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { classes } from '../kit/classes.ts'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { shortDayText } from '../kit/instant-text.ts'
import { applyTill, tillNow, useApp, useMay } from '../state/app-store.ts'
import { go } from '../state/route.ts'
import { run, sentenceOf } from '../state/run.ts'
import { tierColour } from '../sell/member/tier-colours.ts'
import { birthdayText } from './birthday-text.ts'
import type { SectionProps } from './Section.tsx'
import css from './Identity.module.css'

const REASONS: readonly (readonly [RevealReason, 'reasonCall' | 'reasonVerify' | 'reasonDeliver' | 'reasonCorrect'])[] =
  [
    ['call', 'reasonCall'],
    ['verify', 'reasonVerify'],
    ['deliver', 'reasonDeliver'],
    ['correct', 'reasonCorrect'],
  ]

export function Identity({ file, onEdit }: SectionProps & { onEdit: () => void }) {
  const t = useText(membersText)
  const label = useLabel()
  const locale = useLocale()
  const mayEdit = useMay('member.edit')
  const selling = useApp((state) => state.app?.phase === 'selling' && state.till?.screen === 'basket')
  const [asking, setAsking] = useState(false)
  const [phone, setPhone] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { memberId } = file
  const reveal = async (reason: RevealReason): Promise<void> => {
    const outcome = await run((client, commandId) => client.members.revealPhone({ commandId, memberId, reason }))
    setAsking(false)
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (outcome.ok) setPhone(outcome.value.phone)
  }
  const serve = async (): Promise<void> => {
    const orderId = tillNow()?.orderId
    if (orderId === undefined) return
    const outcome = await run((client, commandId) => client.till.attachMember({ commandId, orderId, memberId }))
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (!outcome.ok) return
    applyTill(outcome.value)
    go('sell')
  }
  return (
    <header className={classes(css['card'], css[tierColour(file.tier.id)])} data-testid="member-identity">
      <div className={css['who']}>
        <h2 className={css['name']}>
          <span>{file.name}</span>
          <u className={css['tier']}>{file.tier.label === null ? t('tierNone') : label(file.tier.label)}</u>
        </h2>
        <p className={css['phone']}>
          <b data-testid="member-phone">{phone ?? file.maskedPhone}</b>
          {phone === null ? (
            <button
              type="button"
              className={css['reveal']}
              onClick={() => setAsking(!asking)}
              data-testid="member-reveal"
            >
              {t('reveal')}
            </button>
          ) : null}
          <span>{factsOf(file, t, locale).join(' · ')}</span>
        </p>
        {asking ? (
          <div className={css['asking']} role="group" aria-label={t('revealWhy')}>
            <p>{t('revealWhy')}</p>
            {REASONS.map(([reason, key]) => (
              <button key={reason} type="button" onClick={() => void reveal(reason)} data-testid={`reveal-${reason}`}>
                {t(key)}
              </button>
            ))}
          </div>
        ) : null}
        <p className={css['tags']}>
          <span className={css['tag']}>{file.consent ? t('consentShort') : t('consentNone')}</span>
          {file.tags.map((tag) => (
            <span key={tag} className={css['tag']}>
              {tag}
            </span>
          ))}
        </p>
        <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} />
      </div>
      <div className={css['actions']}>
        {selling ? (
          <Button variant="primary" onClick={() => void serve()} data-testid="member-serve">
            {t('serve')}
          </Button>
        ) : null}
        {mayEdit ? (
          <Button onClick={onEdit} data-testid="member-edit">
            {t('edit')}
          </Button>
        ) : null}
      </div>
    </header>
  )
}

function factsOf(
  { birthday, birthdayInDays, servedBy, registeredAt, source }: SectionProps['file'],
  t: ReturnType<typeof useText<typeof membersText>>,
  locale: ReturnType<typeof useLocale>,
): string[] {
  const facts: string[] = []
  if (birthday !== null) {
    const when = birthdayInDays === 0 ? t('birthdayToday') : t('birthdayIn', { count: birthdayInDays ?? 0 })
    facts.push(`${t('birthdayIs', { day: birthdayText(birthday, t('lunar')) })} ${when}`)
  }
  if (servedBy !== null) facts.push(t('servedBy', { name: servedBy.name }))
  if (source !== null) facts.push(t(`source-${source}`))
  if (registeredAt !== null) facts.push(t('registeredOn', { day: shortDayText(registeredAt, locale) }))
  return facts
}
