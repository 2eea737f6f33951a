/** What runs when: a month of days, a row for each rule, and a bar where it holds. A row opens its rule. */
import { Button } from 'antd'
import { useState } from 'react'
import type { RuleView } from '../../../../shared/contract/rules.ts'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLocale, useText } from '../../../i18n.ts'
import { classes } from '../../../kit/classes.ts'
import { Empty } from '../../../kit/Empty.tsx'
import { dayOf } from '../../../kit/instant-text.ts'
import { useTillNow } from '../../../kit/use-till-now.ts'
import { dayPlus, weekdayOf } from '../draft/day-times.ts'
import { familyOf } from '../kind-text.ts'
import { openingAction, type RuleAction } from '../list/rule-actions.ts'
import { nameOf, rhythmText } from '../rule-words.ts'
import { type Bar, type Month, monthAfter, monthBefore, monthOf, type MonthRow, rowsOf } from './month-bars.ts'
import css from './Calendar.module.css'

interface RuleCalendarProps {
  rules: readonly RuleView[]
  onAction: (action: RuleAction, rule: RuleView) => void
}

export function RuleCalendar({ rules, onAction }: RuleCalendarProps) {
  const t = useText(rulesScreenText)
  const today = dayOf(useTillNow(60_000))
  const [month, setMonth] = useState<Month>(() => monthOf(today))
  const rows = rowsOf(rules, month)
  const [year, number] = month.month.split('-')
  const title = t('month', { year: year ?? '', month: Number(number) })
  return (
    <section className={css['calendar']} aria-label={t('calendarLabel', { month: title })} data-testid="calendar">
      <header className={css['head']}>
        <Button aria-label={t('previousMonth')} onClick={() => setMonth(monthBefore)} data-testid="month-before">
          ‹
        </Button>
        <h2 className={css['title']}>{title}</h2>
        <Button aria-label={t('nextMonth')} onClick={() => setMonth(monthAfter)} data-testid="month-after">
          ›
        </Button>
        {month.month === today.slice(0, 7) ? null : (
          <Button type="text" onClick={() => setMonth(monthOf(today))}>
            {t('thisMonth')}
          </Button>
        )}
        <Legend />
      </header>
      {rows.length === 0 ? (
        <Empty title={t('calendarEmpty')} />
      ) : (
        <div className={css['scroll']}>
          <div className={css['sheet']}>
            <Days month={month} today={today} />
            <ul className={css['rows']}>
              {rows.map((row) => (
                <Row key={row.rule.ruleId} row={row} month={month} onAction={onAction} />
              ))}
            </ul>
          </div>
        </div>
      )}
    </section>
  )
}

function Legend() {
  const t = useText(rulesScreenText)
  return (
    <p className={css['legend']}>
      <span>
        <i className={css['units']} /> {t('legendUnits')}
      </span>
      <span>
        <i className={css['order']} /> {t('legendOrder')}
      </span>
      <span>
        <i className={css['coupon']} /> {t('legendCoupons')}
      </span>
      <span>
        <i className={classes(css['units'], css['rest'])} /> {t('paused')}
      </span>
    </p>
  )
}

const columns = ({ dayCount }: Month): { gridTemplateColumns: string } => ({
  gridTemplateColumns: `repeat(${dayCount}, minmax(0, 1fr))`,
})

/** The days above, and behind the rows the weekends and today. */
function Days({ month, today }: { month: Month; today: string }) {
  const t = useText(rulesScreenText)
  const days = Array.from({ length: month.dayCount }, (_, index) => dayPlus(month.firstDay, index))
  return (
    <>
      <div className={css['days']} style={columns(month)}>
        {days.map((day) => (
          <span
            key={day}
            className={classes(css['day'], isWeekend(day) && css['weekend'], day === today && css['now'])}
          >
            <small>{t(`letter${weekdayOf(day) as 1 | 2 | 3 | 4 | 5 | 6 | 7}`)}</small>
            {Number(day.slice(8))}
          </span>
        ))}
      </div>
      <div className={css['ground']} style={columns(month)} aria-hidden="true">
        {days.map((day) => (
          <i key={day} className={classes(isWeekend(day) && css['weekend'], day === today && css['now'])} />
        ))}
      </div>
    </>
  )
}

const isWeekend = (day: string): boolean => weekdayOf(day) > 5

interface RowProps {
  row: MonthRow
  month: Month
  onAction: (action: RuleAction, rule: RuleView) => void
}

function Row({ row: { rule, bars, parts }, month, onAction }: RowProps) {
  const t = useText(rulesScreenText)
  const locale = useLocale()
  const rhythm = rule.understood ? rhythmText(rule.body, t, locale) : ''
  const look = classes(
    css['bar'],
    css[familyOf(rule)],
    rule.status === 'ended' && css['over'],
    rule.status === 'paused' && css['rest'],
  )
  return (
    <li>
      <button
        type="button"
        className={css['row']}
        data-testid={`band-${rule.ruleId}`}
        onClick={() => onAction(openingAction(rule), rule)}
      >
        <span className={css['name']}>
          <b>{nameOf(rule, locale)}</b>
          {rhythm === '' ? null : <small>{rhythm}</small>}
        </span>
        <span className={css['bars']} style={columns(month)}>
          {bars.flatMap((bar) =>
            parts.map((part) => (
              <i key={`${bar.first}-${part.from}`} className={look} style={placeOf(bar, part)} data-first={bar.first} />
            )),
          )}
        </span>
      </button>
    </li>
  )
}

const LEAST_PX = 7
const ROUND = '7px'

function placeOf({ first, last, before, after }: Bar, part: { from: number; to: number }) {
  const start = before ? '0' : ROUND
  const end = after ? '0' : ROUND
  return {
    gridColumn: `${first} / ${last + 1}`,
    height: `max(${(part.to - part.from) / 10}%, ${LEAST_PX}px)`,
    top: `min(${part.from / 10}%, calc(100% - ${LEAST_PX}px))`,
    borderRadius: `${start} ${end} ${end} ${start}`,
  }
}
