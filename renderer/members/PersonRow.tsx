/** A member in a list: name, masked phone, and the tier, or what is wrong with the card. */
import type { KeyboardEvent } from 'react'
import type { FoundMember } from '../../shared/contract/till.ts'
import { membersText } from '../../shared/text/members-screen.ts'
import { useLabel, useText } from '../i18n.ts'
import { classes } from '../kit/classes.ts'
import css from './PersonRow.module.css'

export interface PersonRowProps {
  member: FoundMember
  on?: boolean
  onChoose: (member: FoundMember) => void
}

export function PersonRow({ member, on = false, onChoose }: PersonRowProps) {
  const t = useText(membersText)
  const label = useLabel()
  const { cardStatus } = member
  const trouble =
    cardStatus === 'lost'
      ? t('statusLost')
      : cardStatus === 'frozen'
        ? t('statusFrozen')
        : cardStatus === 'closed'
          ? t('statusClosed')
          : null
  return (
    <button
      type="button"
      className={classes(css['row'], on && css['on'])}
      aria-pressed={on}
      data-testid={`person-${member.memberId}`}
      onClick={() => onChoose(member)}
      onKeyDown={walk}
    >
      <b>{member.name}</b>
      {trouble === null ? (
        member.tier === null ? null : (
          <u className={css['tier']}>{label(member.tier)}</u>
        )
      ) : (
        <u className={css['trouble']}>{trouble}</u>
      )}
      <small>
        {member.maskedPhone}
        {member.cardTail === null ? '' : ` · ${t('cardTail', { tail: member.cardTail })}`}
      </small>
    </button>
  )
}

/** Up and down among the rows; up from the first goes back to where is typed. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const list = event.currentTarget.parentElement
  const rows = [...(list?.querySelectorAll('button') ?? [])]
  const next = rows[rows.indexOf(event.currentTarget) + step]
  if (next !== undefined) next.focus()
  else if (step < 0) list?.parentElement?.querySelector('input')?.focus()
}
