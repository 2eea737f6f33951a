/** Notes, feedback and follow-ups: written here, waiting ones on top with their day. */
import { type SubmitEvent, useState } from 'react'
import type { MemberNote, NoteKind } from '../../shared/contract/members.ts'
import type { Refusal } from '../../shared/contract/primitives.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLocale, useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { dayOf, shortDayText } from '../kit/instant-text.ts'
import { useTillNow } from '../kit/use-till-now.ts'
import { newId, run, sentenceOf } from '../state/run.ts'
import { Section, type SectionProps } from './Section.tsx'
import css from './Members.module.css'

const KINDS: readonly NoteKind[] = ['note', 'follow-up', 'feedback']

export function NotesSection({ file, onFile }: SectionProps) {
  const t = useText(membersText)
  const locale = useLocale()
  const today = dayOf(useTillNow())
  const [kind, setKind] = useState<NoteKind>('note')
  const [text, setText] = useState('')
  const [day, setDay] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const dueOn = kind === 'follow-up' ? day : null
  const ready = text.trim() !== '' && dueOn !== ''
  const add = async (): Promise<void> => {
    const note = { memberId: file.memberId, noteId: newId(), kind, text: text.trim(), dueOn }
    const outcome = await run((client, commandId) => client.members.addNote({ commandId, ...note }))
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (!outcome.ok) return
    setText('')
    onFile(outcome.value)
  }
  const end = async (noteId: string): Promise<void> => {
    const outcome = await run((client, commandId) => client.members.endFollowUp({ commandId, noteId }))
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (outcome.ok) onFile(outcome.value)
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (ready) void add()
  }
  const waits = (note: MemberNote): boolean => note.dueOn !== null && note.doneAt === null
  const ordered = [...file.notes.filter(waits), ...file.notes.filter((note) => !waits(note))]
  return (
    <Section title={t('notes')} testId="member-notes">
      <form className={css['noteForm']} onSubmit={submit}>
        <span className={css['chips']} role="group" aria-label={t('notes')}>
          {KINDS.map((one) => (
            <button
              key={one}
              type="button"
              className={css['pick']}
              aria-pressed={one === kind}
              data-testid={`note-${one}`}
              onClick={() => setKind(one)}
            >
              {t(`kind${one}`)}
            </button>
          ))}
          {kind === 'follow-up' ? (
            <input
              type="date"
              className={css['day']}
              value={day}
              min={today}
              aria-label={t('noteDay')}
              data-testid="note-day"
              onChange={(event) => setDay(event.target.value)}
            />
          ) : null}
        </span>
        <span className={css['noteRow']}>
          <input
            className={css['noteText']}
            value={text}
            maxLength={200}
            placeholder={t('noteText')}
            aria-label={t('noteText')}
            data-testid="note-text"
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" disabled={!ready} data-testid="note-add">
            {t('noteAdd')}
          </Button>
        </span>
      </form>
      <ErrorSentence text={refusal === null ? null : sentenceOf(refusal, locale)} />
      {ordered.length === 0 ? <p className={css['quiet']}>{t('notesNone')}</p> : null}
      {ordered.map((note) => (
        <div key={note.noteId} className={css['note']}>
          <p>
            <u className={waits(note) ? css['markDue'] : css['mark']}>{t(`kind${note.kind}`)}</u> {note.text}
          </p>
          <p className={css['line']}>
            <small className={css['quiet']}>
              {[
                shortDayText(note.at, locale),
                note.by,
                note.dueOn === null ? '' : t('dueOn', { day: note.dueOn }),
                note.doneAt === null ? '' : t('doneOn', { day: shortDayText(note.doneAt, locale) }),
                waits(note) && note.dueOn !== null && note.dueOn < today ? t('overdue') : '',
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </small>
            {waits(note) ? (
              <Button variant="quiet" onClick={() => void end(note.noteId)} data-testid={`note-done-${note.noteId}`}>
                {t('done')}
              </Button>
            ) : null}
          </p>
        </div>
      ))}
    </Section>
  )
}
