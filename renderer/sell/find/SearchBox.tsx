/** The search box. Its value is put back by the scanner's listener when a scan lands in it. */
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { sellText } from '../../../shared/text/sell.ts'
import { useText } from '../../i18n.ts'
import { KeyCap } from '../../kit/KeyCap.tsx'
import { closePane, setQuery, useSellUi } from '../sell-ui.ts'
import { leaveSearch, registerSearch } from './search-focus.ts'
import css from './SearchBox.module.css'

export interface SearchBoxProps {
  onEnter: () => void
  /** an arrow: one result on or back, or a row of them */
  onArrow: (step: number, rows: boolean) => void
}

export const SearchBox = memo(function SearchBox({ onEnter, onArrow }: SearchBoxProps) {
  const t = useText(sellText)
  const query = useSellUi((state) => state.query)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    registerSearch(input.current)
    return () => registerSearch(null)
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onEnter()
    else if (event.key === 'Escape') {
      closePane()
      leaveSearch()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') onArrow(event.key === 'ArrowDown' ? 1 : -1, true)
    else if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && query !== '') {
      onArrow(event.key === 'ArrowRight' ? 1 : -1, false)
    } else return
    event.preventDefault()
  }
  return (
    <label className={css['box']}>
      <KeyCap name="F3" />
      <input
        ref={input}
        className={css['input']}
        value={query}
        placeholder={t('search')}
        aria-label={t('searchLabel')}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        data-testid="search"
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query === '' ? null : (
        <button type="button" className={css['clear']} aria-label={t('searchClear')} onClick={closePane}>
          ✕
        </button>
      )}
    </label>
  )
})
