/** Other files with the same phone or name: opened, or merged into this one with a supervisor's consent. */
import { useState } from 'react'
import type { Refusal } from '../../shared/contract/primitives.ts'
import type { FoundMember } from '../../shared/contract/till.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { ApprovalPane } from '../sell/panes/ApprovalPane.tsx'
import { useApproval } from '../sell/panes/use-approval.ts'
import { useMay } from '../state/app-store.ts'
import { run, sentenceOf } from '../state/run.ts'
import { PersonRow } from './PersonRow.tsx'
import { Section, type SectionProps } from './Section.tsx'
import css from './Members.module.css'

export function TwinsSection({ file, onFile, onOpen }: SectionProps & { onOpen: (memberId: string) => void }) {
  const t = useText(membersText)
  const locale = useLocale()
  const may = useMay('member.edit')
  const [asked, setAsked] = useState<FoundMember | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const approving = useApproval<FoundMember>(
    async ({ memberId: otherId }, approval) => {
      const merge = { memberId: file.memberId, otherId, ...(approval === null ? {} : { approval }) }
      const outcome = await run((client, commandId) => client.members.merge({ commandId, ...merge }))
      if (outcome.ok) onFile(outcome.value)
      return outcome
    },
    () => setAsked(null),
    setRefusal,
  )
  if (file.twins.length === 0) return null
  if (approving.asked !== null) {
    return (
      <section className={css['section']}>
        <ApprovalPane approving={approving} about={t('mergeDo')} />
      </section>
    )
  }
  return (
    <Section title={t('twinsTitle')} testId="member-twins">
      {file.twins.map((twin) => (
        <div key={twin.memberId} className={css['twin']}>
          <PersonRow member={twin} onChoose={() => onOpen(twin.memberId)} />
          {may && asked === null ? (
            <Button
              onClick={() => {
                setRefusal(null)
                setAsked(twin)
              }}
              data-testid={`merge-${twin.memberId}`}
            >
              {t('merge')}
            </Button>
          ) : null}
        </div>
      ))}
      {asked === null ? null : (
        <div className={css['line']}>
          <p className={css['wanted']}>{t('mergeAsk', { name: asked.name })}</p>
          <span className={css['chips']}>
            <Button
              variant="danger"
              busy={approving.busy}
              onClick={() => void approving.start(asked)}
              data-testid="merge-do"
            >
              {t('mergeDo')}
            </Button>
            <Button variant="quiet" onClick={() => setAsked(null)}>
              {t('cancel')}
            </Button>
          </span>
        </div>
      )}
      <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} />
    </Section>
  )
}
