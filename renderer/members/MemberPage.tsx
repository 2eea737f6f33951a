/** Everything about one member, in the order in which it is asked: who, what they have, how they come, what to remember. */
import { useState } from 'react'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/Empty.tsx'
import { useRead } from '../kit/use-read.ts'
import { sentenceOf } from '../state/run.ts'
import { CardsSection } from './CardsSection.tsx'
import { EditForm } from './EditForm.tsx'
import { EntriesSection } from './EntriesSection.tsx'
import { Figures } from './Figures.tsx'
import { Identity } from './Identity.tsx'
import { NotesSection } from './NotesSection.tsx'
import type { SectionProps } from './Section.tsx'
import { CouponsSection, TierSection } from './TierSection.tsx'
import { TimelineSection } from './TimelineSection.tsx'
import { TwinsSection } from './TwinsSection.tsx'
import { FavouritesSection, PurchasesSection } from './VisitsSection.tsx'
import css from './Members.module.css'

export function MemberPage({ memberId, onOpen }: { memberId: string; onOpen: (memberId: string) => void }) {
  const t = useText(membersText)
  const locale = useLocale()
  const [editing, setEditing] = useState(false)
  const reading = useRead(memberId, (client) => client.members.file({ memberId }))
  const file = reading.value
  if (file === null) {
    if (reading.refusal === null) return <p className={css['waiting']}>{t('loading')}</p>
    return (
      <Empty
        title={sentenceOf(reading.refusal, locale)}
        action={<Button onClick={reading.reload}>{t('retry')}</Button>}
      />
    )
  }
  const section: SectionProps = { file, onFile: reading.replace }
  if (editing) {
    return <EditForm {...section} onClose={() => setEditing(false)} key={file.version} />
  }
  return (
    <div className={css['page']} data-testid="member-page">
      <Identity {...section} onEdit={() => setEditing(true)} />
      <Figures file={file} />
      <TwinsSection {...section} onOpen={onOpen} />
      <div className={css['columns']}>
        <div className={css['column']}>
          <CardsSection {...section} />
          <TierSection file={file} />
          <CouponsSection file={file} />
        </div>
        <div className={css['column']}>
          <NotesSection {...section} />
          <FavouritesSection file={file} />
          <PurchasesSection file={file} />
          <TimelineSection file={file} />
        </div>
      </div>
      <EntriesSection file={file} />
    </div>
  )
}
