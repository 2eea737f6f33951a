/**
 * A day, typed or picked: '2026-11-22', '20261122' and '11-22' are all read, arrows go a day on or back, and a month opens
 * beside the field. The browser's own field is not used: it writes days in the order of its own language.
 */
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useText } from '../../../i18n.ts'
import { classes } from '../../../kit/classes.ts'
import { dayOf } from '../../../kit/instant-text.ts'
import { useTillNow } from '../../../kit/use-till-now.ts'
import { overlayContainer } from '../../office-theme.ts'
import { useEscapeCloses } from '../../use-escape-closes.ts'
import { type Month, monthAfter, monthBefore, monthOf } from '../calendar/month-bars.ts'
import { dayPlus, dayTyped, isDay, weekdayOf } from '../draft/day-times.ts'
import css from './DayField.module.css'

interface DayFieldProps {
  id: string
  /** as it is typed; a day where it is one */
  value: string
  label: string
  placeholder?: string
  autoFocus?: boolean
  onChange: (day: string) => void
}

export function DayField({ id, value, label, placeholder = '', autoFocus = false, onChange }: DayFieldProps) {
  const t = useText(rulesScreenText)
  const [open, setOpen] = useState(false)
  const today = dayOf(useTillNow(60_000))
  useEscapeCloses(open, () => setOpen(false))
  const pick = (day: string): void => {
    onChange(day)
    setOpen(false)
    document.getElementById(id)?.focus()
  }
  const month = (
    <MonthGrid key={String(open)} shown={isDay(value) ? value : today} chosen={value} today={today} onPick={pick} />
  )
  return (
    <Input
      id={id}
      value={value}
      maxLength={10}
      autoFocus={autoFocus}
      autoComplete="off"
      aria-label={label}
      placeholder={placeholder}
      data-testid={id}
      onChange={({ target }) => onChange(target.value)}
      onBlur={() => onChange(dayTyped(value, today))}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (step === 0) return
        event.preventDefault()
        onChange(isDay(value) ? dayPlus(value, step) : today)
      }}
      suffix={
        <Popover
          open={open}
          trigger="click"
          placement="bottomRight"
          getPopupContainer={overlayContainer}
          content={month}
          onOpenChange={setOpen}
        >
          <button type="button" className={css['opener']} aria-label={t('openMonth')} aria-expanded={open}>
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
              <rect x="2.5" y="4" width="15" height="13" rx="2.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
              <path d="M2.5 8h15M6.5 2v4M13.5 2v4" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
            </svg>
          </button>
        </Popover>
      }
    />
  )
}

interface MonthGridProps {
  /** the month of this day is shown first */
  shown: string
  chosen: string
  today: string
  onPick: (day: string) => void
}

const LETTERS = ['letter1', 'letter2', 'letter3', 'letter4', 'letter5', 'letter6', 'letter7'] as const

function MonthGrid({ shown, chosen, today, onPick }: MonthGridProps) {
  const t = useText(rulesScreenText)
  const [month, setMonth] = useState<Month>(() => monthOf(shown))
  const [year, number] = month.month.split('-')
  const days = Array.from({ length: month.dayCount }, (_, index) => dayPlus(month.firstDay, index))
  return (
    <div className={css['month']} data-testid="month-grid">
      <div className={css['head']}>
        <Button type="text" aria-label={t('previousMonth')} onClick={() => setMonth(monthBefore)}>
          ‹
        </Button>
        <b>{t('month', { year: year ?? '', month: Number(number) })}</b>
        <Button type="text" aria-label={t('nextMonth')} onClick={() => setMonth(monthAfter)}>
          ›
        </Button>
      </div>
      <div className={css['days']}>
        {LETTERS.map((letter) => (
          <small key={letter}>{t(letter)}</small>
        ))}
        {days.map((day, index) => (
          <button
            key={day}
            type="button"
            className={classes(css['day'], day === chosen && css['on'], day === today && css['today'])}
            style={index === 0 ? { gridColumnStart: weekdayOf(day) } : {}}
            aria-label={day}
            aria-pressed={day === chosen}
            onClick={() => onPick(day)}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
    </div>
  )
}
