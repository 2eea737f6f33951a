/**
 * The member's cards and their life. A change asks for its reason first; what wants a supervisor opens the consent of one
 * in place. A new card is read from a blank one, or drawn.
 */
import { useState } from 'react'
import type { CardReason, MemberCard, MemberFile } from '../../shared/contract/members.ts'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { shortDayText } from '../kit/instant-text.ts'
import { ApprovalPane } from '../sell/panes/ApprovalPane.tsx'
import { useApproval } from '../sell/panes/use-approval.ts'
import { useMay } from '../state/app-store.ts'
import { type Outcome, run, sentenceOf } from '../state/run.ts'
import { BlankCard } from './BlankCard.tsx'
import { Section, type SectionProps } from './Section.tsx'
import css from './Members.module.css'

type Change = 'lose' | 'find' | 'freeze' | 'unfreeze'

interface ChangeAsked {
  readonly cardNumber: string
  readonly change: Change | 'replace'
}

interface ChangeWanted {
  readonly cardNumber: string
  readonly change: Change
  readonly reason: CardReason
}

const CHANGES: Readonly<Record<MemberCard['status'], readonly (Change | 'replace')[]>> = {
  active: ['lose', 'freeze', 'replace'],
  lost: ['find', 'replace'],
  frozen: ['unfreeze'],
  closed: [],
}
const STATUS = { active: 'statusActive', lost: 'statusLost', frozen: 'statusFrozen', closed: 'statusClosed' } as const
const REASONS: readonly CardReason[] = ['customer', 'damaged', 'misuse', 'mistake', 'other']

export function CardsSection({ file, onFile }: SectionProps) {
  const t = useText(membersText)
  const locale = useLocale()
  const may = useMay('member.register')
  const [asked, setAsked] = useState<ChangeAsked | null>(null)
  const [reason, setReason] = useState<CardReason | null>(null)
  const [issuing, setIssuing] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const close = (): void => {
    setAsked(null)
    setReason(null)
    setIssuing(false)
  }
  const settle = (outcome: Outcome<MemberFile>): void => {
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (!outcome.ok) return
    onFile(outcome.value)
    close()
  }
  const approving = useApproval<ChangeWanted>(
    async (wanted, approval) => {
      const outcome = await run((client, commandId) =>
        client.members.changeCard({ commandId, ...wanted, ...(approval === null ? {} : { approval }) }),
      )
      if (outcome.ok) settle(outcome)
      return outcome
    },
    close,
    setRefusal,
  )
  const giveUp = (): void => {
    approving.giveUp()
    close()
  }
  const choose = (why: CardReason): void => {
    if (asked === null) return
    if (asked.change === 'replace') setReason(why)
    else void approving.start({ cardNumber: asked.cardNumber, change: asked.change, reason: why })
  }
  const replace = async (card: string): Promise<void> => {
    if (asked === null || reason === null) return
    const { cardNumber } = asked
    settle(await run((client, commandId) => client.members.replaceCard({ commandId, cardNumber, card, reason })))
  }
  const issue = async (card: string): Promise<void> => {
    const { memberId } = file
    settle(await run((client, commandId) => client.members.issueCard({ commandId, memberId, card })))
  }
  if (approving.asked !== null) {
    return (
      <section className={css['section']}>
        <ApprovalPane approving={{ ...approving, giveUp }} about={asked === null ? '' : t(asked.change)} />
      </section>
    )
  }
  const issueButton =
    may && !issuing ? (
      <Button variant="quiet" onClick={() => setIssuing(true)} data-testid="card-issue">
        {t('issue')}
      </Button>
    ) : null
  return (
    <Section title={t('cards')} action={issueButton} testId="member-cards">
      {file.cards.length === 0 ? <p className={css['quiet']}>{t('cardsNone')}</p> : null}
      {file.cards.map((card) => (
        <CardRow
          key={card.cardNumber}
          card={card}
          changes={may ? CHANGES[card.status] : []}
          asked={asked?.cardNumber === card.cardNumber ? asked.change : null}
          reason={reason}
          onAsk={(change) => {
            setRefusal(null)
            setReason(null)
            setAsked({ cardNumber: card.cardNumber, change })
          }}
          onReason={choose}
          onCard={replace}
          onCancel={close}
        />
      ))}
      {issuing ? <BlankCard onCard={issue} onCancel={close} /> : null}
      <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} />
    </Section>
  )
}

interface CardRowProps {
  card: MemberCard
  changes: readonly (Change | 'replace')[]
  /** the change of this card that waits for its reason, or for the new card */
  asked: Change | 'replace' | null
  reason: CardReason | null
  onAsk: (change: Change | 'replace') => void
  onReason: (reason: CardReason) => void
  onCard: (card: string) => Promise<void>
  onCancel: () => void
}

function CardRow({ card, changes, asked, reason, onAsk, onReason, onCard, onCancel }: CardRowProps) {
  const t = useText(membersText)
  const locale = useLocale()
  const [last] = card.events
  return (
    <div className={css['cardRow']} data-testid={`card-${card.tail}`} data-status={card.status}>
      <p className={css['line']}>
        <b>{card.cardNumber}</b>
        <span className={card.status === 'active' ? css['mark'] : css['markDue']}>{t(STATUS[card.status])}</span>
      </p>
      {last === undefined ? null : (
        <small className={css['quiet']}>{eventText(last, t, shortDayText(last.at, locale))}</small>
      )}
      {asked === null ? (
        <p className={css['chips']}>
          {changes.map((change) => (
            <button
              key={change}
              type="button"
              className={css['pick']}
              data-testid={`card-${change}-${card.tail}`}
              onClick={() => onAsk(change)}
            >
              {t(change)}
            </button>
          ))}
        </p>
      ) : null}
      {asked !== null && reason === null ? (
        <p className={css['chips']} role="group" aria-label={t('whyCard')}>
          <span>
            {t(asked)} · {t('whyCard')}
          </span>
          {REASONS.map((why) => (
            <button
              key={why}
              type="button"
              className={css['pick']}
              data-testid={`why-${why}`}
              onClick={() => onReason(why)}
            >
              {t(`why${why}`)}
            </button>
          ))}
          <Button variant="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </p>
      ) : null}
      {asked !== null && reason !== null ? <BlankCard onCard={onCard} onCancel={onCancel} /> : null}
    </div>
  )
}

function eventText(
  { kind, reason, by, approvedBy }: MemberCard['events'][number],
  t: ReturnType<typeof useText<typeof membersText>>,
  day: string,
): string {
  const people = approvedBy === null ? by : `${by} / ${approvedBy}`
  return [day, t(`event${kind}`), reason === null ? '' : t(`why${reason}`), people]
    .filter((part) => part !== '')
    .join(' · ')
}
