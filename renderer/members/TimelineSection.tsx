/** What happened with this member, newest first: purchases, notes, cards and tiers in one line of time. */
import type { MemberFile } from '../../shared/contract/members.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLabel, useLocale, useText } from '../i18n.ts'
import { shortDayText, timeText } from '../kit/instant-text.ts'
import { yuan } from '../kit/money-text.ts'
import { Section } from './Section.tsx'
import css from './Members.module.css'

interface Happening {
  readonly key: string
  readonly at: number
  readonly text: string
}

const SHOWN = 20

export function TimelineSection({ file }: { file: MemberFile }) {
  const t = useText(membersText)
  const label = useLabel()
  const locale = useLocale()
  const happenings: Happening[] = [
    ...file.visits.last.map(({ saleId, at, receiptNo, payableFen }) => ({
      key: saleId,
      at,
      text: t('timeSale', { yuan: yuan(payableFen), receiptNo }),
    })),
    ...file.notes.map(({ noteId, at, kind, text }) => ({ key: noteId, at, text: `${t(`kind${kind}`)}:${text}` })),
    ...file.cards.flatMap(({ tail, events }) =>
      events.map(({ kind, at }) => ({
        key: `${tail}-${kind}-${at}`,
        at,
        text: t('timeCard', { tail, event: t(`event${kind}`) }),
      })),
    ),
    ...file.tier.lifts.map((lift) => ({
      key: `tier-${lift.at}`,
      at: lift.at,
      text: t('timeTier', { tier: label(lift.label) }),
    })),
    ...(file.registeredAt === null
      ? []
      : [{ key: 'registered', at: file.registeredAt, text: t('timeRegistered', { by: file.registeredBy ?? '' }) }]),
  ]
  if (happenings.length === 0) return null
  return (
    <Section title={t('timeline')} testId="member-timeline">
      {happenings
        .sort((a, b) => b.at - a.at)
        .slice(0, SHOWN)
        .map(({ key, at, text }) => (
          <p key={key} className={css['happening']}>
            <span className={css['when']}>
              {shortDayText(at, locale)} {timeText(at, locale)}
            </span>
            <span>{text}</span>
          </p>
        ))}
    </Section>
  )
}
