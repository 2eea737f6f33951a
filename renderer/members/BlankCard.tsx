/** A card for a member: the number of a blank one is read here, or one without plastic is drawn. */
import { type SubmitEvent, useState } from 'react'
import { membersText } from '../../shared/text/members-screen.ts'
import { useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import css from './Members.module.css'

export function BlankCard({ onCard, onCancel }: { onCard: (card: string) => Promise<void>; onCancel: () => void }) {
  const t = useText(membersText)
  const [number, setNumber] = useState('')
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (number.trim() !== '') void onCard(number.trim())
  }
  return (
    <form className={css['noteForm']} onSubmit={submit}>
      <span className={css['noteRow']}>
        <input
          className={css['noteText']}
          value={number}
          inputMode="numeric"
          maxLength={24}
          autoFocus
          placeholder={t('cardNumberHint')}
          aria-label={t('cardNumber')}
          data-testid="blank-card"
          onChange={(event) => setNumber(event.target.value)}
        />
        <Button type="submit" disabled={number.trim() === ''} data-testid="blank-bind">
          {t('issueBlank')}
        </Button>
      </span>
      <span className={css['chips']}>
        <Button variant="quiet" onClick={() => void onCard('new')} data-testid="blank-new">
          {t('issueNew')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </span>
    </form>
  )
}
