/** One row a kind of note or coin: how many, and what they are worth. Enter and the arrows walk the rows. */
import { type KeyboardEvent, useRef, useState } from 'react'
import { shiftText } from '../../shared/text/shift.ts'
import { useText } from '../i18n.ts'
import { classes } from '../kit/classes.ts'
import { Money } from '../kit/Money.tsx'
import { type DenominationFen, DENOMINATIONS_FEN, type DrawerCount, worthFen } from './drawer-count.ts'
import css from './CloseShift.module.css'

interface CountRowsProps {
  count: DrawerCount
  active: DenominationFen
  onActive: (denomination: DenominationFen) => void
  onChange: (denomination: DenominationFen, text: string) => void
  /** Enter on the last row */
  onLast: () => void
}

export function CountRows({ count, active, onActive, onChange, onLast }: CountRowsProps) {
  const t = useText(shiftText)
  // Counted again after the question, it goes on in the row where it was.
  const [first] = useState(active)
  const list = useRef<HTMLUListElement>(null)
  const fields = (): HTMLInputElement[] => [...(list.current?.querySelectorAll('input') ?? [])]
  const walk = (event: KeyboardEvent<HTMLInputElement>, index: number): void => {
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = fields()[index + step]
    if (next !== undefined) next.focus()
    else if (event.key === 'Enter') onLast()
  }
  return (
    <ul ref={list} className={css['rows']}>
      {DENOMINATIONS_FEN.map((denomination, index) => {
        const name =
          denomination >= 100
            ? t('close.note', { yuan: denomination / 100 })
            : t('close.jiao', { jiao: denomination / 10 })
        return (
          <li key={denomination}>
            <label className={classes(css['row'], denomination === active && css['on'])}>
              <span className={css['note']}>{name}</span>
              <span className={css['times']}>×</span>
              <input
                className={css['pieces']}
                inputMode="none"
                autoComplete="off"
                aria-label={`${name} ${t('close.pieces')}`}
                value={count[denomination]}
                placeholder="0"
                autoFocus={denomination === first}
                data-testid={`count-${denomination}`}
                onFocus={() => onActive(denomination)}
                onChange={(event) => onChange(denomination, event.target.value)}
                onKeyDown={(event) => walk(event, index)}
              />
              <span className={classes(css['worth'], count[denomination] === '' && css['quiet'])}>
                {count[denomination] === '' ? '' : <Money fen={worthFen(count, denomination)} bare />}
              </span>
            </label>
          </li>
        )
      })}
    </ul>
  )
}
