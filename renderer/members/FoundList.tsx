/** Where a member is looked for, and what was found; with nothing typed, the follow-ups that wait. */
import { useEffect, useRef, useState } from 'react'
import type { FoundMember } from '../../shared/contract/till.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLocale, useText } from '../i18n.ts'
import { Empty } from '../kit/Empty.tsx'
import { dayOf, dayText } from '../kit/instant-text.ts'
import { useRead } from '../kit/use-read.ts'
import { useTillNow } from '../kit/use-till-now.ts'
import { useApp } from '../state/app-store.ts'
import { run } from '../state/run.ts'
import { PersonRow } from './PersonRow.tsx'
import css from './Members.module.css'

interface FoundListProps {
  query: string
  onQuery: (query: string) => void
  chosenId: string | null
  onChoose: (memberId: string) => void
}

const SHORTEST = 2

export function FoundList({ query, onQuery, chosenId, onChoose }: FoundListProps) {
  const t = useText(membersText)
  const list = useRef<HTMLDivElement>(null)
  const asked = query.trim()
  const answer = useFound(asked)
  const first = answer.found[0]
  return (
    <>
      <input
        className={css['query']}
        value={query}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        placeholder={t('search')}
        aria-label={t('search')}
        data-testid="members-query"
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus()
          else if (event.key === 'Enter' && answer.query === asked && first !== undefined) onChoose(first.memberId)
          else return
          event.preventDefault()
        }}
      />
      <div ref={list} className={css['list']} data-testid="members-list">
        {asked === '' ? <DueList onChoose={onChoose} /> : null}
        {asked !== '' && answer.found.length === 0 && answer.query === asked ? (
          <Empty title={t('none', { query: asked })} hint={t('noneHint')} />
        ) : null}
        {asked === ''
          ? null
          : answer.found.map((member) => (
              <PersonRow
                key={member.memberId}
                member={member}
                on={member.memberId === chosenId}
                onChoose={() => onChoose(member.memberId)}
              />
            ))}
      </div>
    </>
  )
}

interface Answer {
  readonly query: string
  readonly found: readonly FoundMember[]
}

/** What the core finds, again when something was changed; an answer to an older question never replaces a newer one. */
function useFound(query: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ query: '', found: [] })
  const revision = useApp((state) => state.app?.revision)
  const asks = query.length >= SHORTEST || /[^\x20-\x7e]/.test(query)
  useEffect(() => {
    if (!asks) return
    let current = true
    void run((client) => client.members.find({ query })).then((outcome) => {
      if (current) setAnswer({ query, found: outcome.ok ? outcome.value : [] })
    })
    return () => {
      current = false
    }
  }, [query, asks, revision])
  return asks ? answer : { query: '', found: [] }
}

function DueList({ onChoose }: { onChoose: (memberId: string) => void }) {
  const t = useText(membersText)
  const locale = useLocale()
  const today = dayOf(useTillNow())
  const due = useRead('due', (client) => client.members.due())
  if (due.value === null) return null
  if (due.value.length === 0) return <Empty title={t('dueNone')} hint={t('dueNoneHint')} />
  return (
    <>
      <h2 className={css['listTitle']}>{t('dueTitle')}</h2>
      {due.value.map((note) => (
        <button key={note.noteId} type="button" className={css['due']} onClick={() => onChoose(note.memberId)}>
          <b>{note.memberName}</b>
          <span className={note.dueOn !== null && note.dueOn < today ? css['late'] : css['quiet']}>
            {t('dueOn', { day: dayText(note.dueOn ?? '', locale) })}
          </span>
          <small>{note.text}</small>
        </button>
      ))}
    </>
  )
}
