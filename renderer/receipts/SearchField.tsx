/** Where a number, the tail of a card or an amount is typed, or a receipt's QR scanned. Down goes into the list. */
import { receiptsScreenText } from '../../shared/text/receipts-screen.ts'
import { useText } from '../i18n.ts'
import css from './Receipts.module.css'

interface SearchFieldProps {
  query: string
  onQuery: (query: string) => void
  onDown: () => void
}

/** as in the contract */
const MAX_LENGTH = 40

export function SearchField({ query, onQuery, onDown }: SearchFieldProps) {
  const t = useText(receiptsScreenText)
  return (
    <div className={css['find']}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M15.5 15.5L21 21" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <input
        className={css['query']}
        value={query}
        autoFocus
        autoComplete="off"
        maxLength={MAX_LENGTH}
        aria-label={t('searchLabel')}
        placeholder={t('search')}
        data-testid="receipts-search"
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          onDown()
        }}
      />
      {query === '' ? null : (
        <button type="button" className={css['clear']} aria-label={t('clear')} onClick={() => onQuery('')}>
          ✕
        </button>
      )}
    </div>
  )
}
