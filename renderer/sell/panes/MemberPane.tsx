/** Finding a member: four digits are enough. Arrows and Enter choose; a card can be scanned at any time instead. */
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { FoundMember } from '../../../shared/contract/till.ts'
import { membersText } from '../../../shared/text/members-screen.ts'
import { sellText } from '../../../shared/text/sell.ts'
import { useLabel, useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { classes } from '../../kit/classes.ts'
import { Empty } from '../../kit/Empty.tsx'
import { Keypad } from '../../kit/Keypad.tsx'
import { useApp, useMay } from '../../state/app-store.ts'
import { run } from '../../state/run.ts'
import { play } from '../../sound/sounds.ts'
import { order, scan } from '../commands.ts'
import { closePane, openPane } from '../sell-ui.ts'
import css from './MemberPane.module.css'
import pane from './Pane.module.css'
import { PaneFrame } from './PaneFrame.tsx'

interface Answer {
  readonly query: string
  readonly found: readonly FoundMember[]
}

const NOBODY: Answer = { query: '', found: [] }
const SHORTEST_QUERY = 2

export function MemberPane() {
  const t = useText(sellText)
  const attached = useApp((state) => state.till?.member ?? null)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const answer = useFoundMembers(query.trim())
  const type = (text: string): void => {
    setQuery(text)
    setAt(0)
  }
  const marked = answer.found[Math.min(at, answer.found.length - 1)]
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt(Math.min(Math.max(at + step, 0), Math.max(answer.found.length - 1, 0)))
    } else if (event.key === 'Enter') {
      if (answer.query !== query.trim()) return
      if (marked !== undefined) void attach(marked)
      else if (query.trim() !== '') void scan(query.trim())
    } else return
    event.preventDefault()
  }
  return (
    <PaneFrame title={t('memberTitle')} testId="member-pane">
      <input
        className={css['query']}
        value={query}
        placeholder={t('memberQuery')}
        aria-label={t('memberQuery')}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        data-testid="member-query"
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Found answer={answer} query={query.trim()} marked={marked?.memberId ?? null} />
      <div className={css['pad']}>
        <Keypad
          corner="none"
          onKey={(key) => type(key === 'back' ? query.slice(0, -1) : key === 'clear' ? '' : query + key)}
        />
      </div>
      {attached === null ? null : (
        <Button block onClick={() => void detach()} data-testid="member-detach">
          {t('memberDetach', { name: attached.name })}
        </Button>
      )}
    </PaneFrame>
  )
}

async function attach(member: FoundMember): Promise<void> {
  if (await order((client, of) => client.till.attachMember({ ...of, memberId: member.memberId }))) {
    play('found')
    closePane()
  }
}

async function detach(): Promise<void> {
  if (await order((client, of) => client.till.detachMember(of))) closePane()
}

/** What the core finds; an answer to an older question never replaces a newer one. */
function useFoundMembers(query: string): Answer {
  const [answer, setAnswer] = useState<Answer>(NOBODY)
  const asks = query.length >= SHORTEST_QUERY || /[^\x20-\x7e]/.test(query)
  useEffect(() => {
    if (!asks) return
    let current = true
    void run((client) => client.till.findMembers({ query })).then((outcome) => {
      if (current) setAnswer({ query, found: outcome.ok ? outcome.value : [] })
    })
    return () => {
      current = false
    }
  }, [query, asks])
  return asks ? answer : { query, found: [] }
}

function Found({ answer, query, marked }: { answer: Answer; query: string; marked: string | null }) {
  const t = useText(sellText)
  const mayRegister = useMay('member.register')
  if (answer.found.length === 0) {
    const asked = query.length >= SHORTEST_QUERY && answer.query === query
    return (
      <Empty
        title={asked ? t('memberNone') : t('memberStart')}
        hint={asked ? t('memberNoneHint') : t('memberStartHint')}
        action={mayRegister ? <Register query={query} /> : undefined}
      />
    )
  }
  return (
    <div className={pane['list']} role="listbox" aria-label={t('memberTitle')}>
      {answer.found.map((member) => (
        <Person key={member.memberId} member={member} marked={member.memberId === marked} />
      ))}
    </div>
  )
}

function Register({ query }: { query: string }) {
  const t = useText(membersText)
  return (
    <Button onClick={() => openPane({ kind: 'register', query, card: null })} data-testid="member-register">
      {t('registerNew')}
    </Button>
  )
}

function Person({ member, marked }: { member: FoundMember; marked: boolean }) {
  const t = useText(sellText)
  const label = useLabel()
  const { cardStatus } = member
  const trouble =
    cardStatus === 'lost' || cardStatus === 'frozen' || cardStatus === 'closed' ? t(`card${cardStatus}`) : null
  return (
    <button
      type="button"
      role="option"
      aria-selected={marked}
      className={classes(css['person'], marked && css['marked'])}
      data-testid={`member-${member.memberId}`}
      onClick={() => void attach(member)}
    >
      <b>{member.name}</b>
      <span>{member.maskedPhone}</span>
      <span className={css['card']}>{member.cardTail === null ? '' : t('cardTail', { tail: member.cardTail })}</span>
      {trouble === null ? (
        <span className={css['tier']}>{member.tier === null ? '' : label(member.tier)}</span>
      ) : (
        <span className={css['trouble']}>{trouble}</span>
      )}
    </button>
  )
}
