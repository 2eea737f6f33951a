/** When: from which day until which, on which weekdays, and at which hours. */
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useText } from '../../../i18n.ts'
import { classes } from '../../../kit/classes.ts'
import { dayOf } from '../../../kit/instant-text.ts'
import { useTillNow } from '../../../kit/use-till-now.ts'
import { DraftItem } from '../../DraftItem.tsx'
import { type DayTime, dayPlus, noDayTime } from '../draft/day-times.ts'
import { emptyHours, type HoursDraft, nextId, type RuleDraft } from '../draft/rule-draft.ts'
import { monthEnd } from '../rule-words.ts'
import { DayField } from './DayField.tsx'
import { ProblemNote, wrongMark } from './Filled.tsx'
import type { RuleDrafting } from './use-rule-draft.ts'
import css from './RuleForm.module.css'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const MAX_WINDOWS = 6

interface WhenProps {
  drafting: RuleDrafting
}

export function WhenCard({ drafting, focus }: WhenProps & { focus: boolean }) {
  const t = useText(rulesScreenText)
  return (
    <section className={css['card']} data-testid="when-card">
      <h3 className={css['group']}>{t('cardWhen')}</h3>
      <Days drafting={drafting} focus={focus} />
      <div className={css['two']}>
        <Weekdays drafting={drafting} />
        <Hours drafting={drafting} />
      </div>
    </section>
  )
}

function Days({ drafting, focus }: WhenProps & { focus: boolean }) {
  const t = useText(rulesScreenText)
  const { draft } = drafting
  const [exact, setExact] = useState(draft.from.time !== '' || draft.to.time !== '')
  return (
    <>
      <div className={css['days']}>
        <Day
          drafting={drafting}
          field="from"
          label={t('from')}
          help={t('fromHelp')}
          placeholder={t('fromNone')}
          focus={focus}
        />
        <Day
          drafting={drafting}
          field="to"
          label={t('to')}
          help={t('toHelp')}
          placeholder={t('toNone')}
          focus={false}
        />
        <Presets drafting={drafting} onExact={exact ? null : () => setExact(true)} />
      </div>
      {exact ? (
        <div className={css['days']}>
          <Time drafting={drafting} field="from" label={t('fromTime')} />
          <Time drafting={drafting} field="to" label={t('toTime')} />
        </div>
      ) : null}
    </>
  )
}

interface DayProps extends WhenProps {
  field: 'from' | 'to'
  label: string
}

function Day({ drafting, field, label, help, placeholder, focus }: DayFieldOf) {
  const { draft, change, problemAt } = drafting
  return (
    <DraftItem id={`rule-${field}`} label={label} help={help} error={problemAt(field)?.text}>
      <DayField
        id={`rule-${field}`}
        value={draft[field].day}
        label={label}
        autoFocus={focus}
        placeholder={placeholder}
        onChange={(day) => change({ [field]: dayOn(draft[field], day) })}
      />
    </DraftItem>
  )
}

/** Without a day there is no time of the day either. */
const dayOn = (was: DayTime, day: string): DayTime => (day === '' ? noDayTime : { ...was, day })

interface DayFieldOf extends DayProps {
  help: string
  placeholder: string
  focus: boolean
}

function Time({ drafting, field, label }: DayProps) {
  const { draft, change } = drafting
  return (
    <DraftItem id={`rule-${field}-time`} label={label}>
      <Input
        id={`rule-${field}-time`}
        value={draft[field].time}
        maxLength={8}
        placeholder={field === 'from' ? '00:00' : '24:00'}
        onChange={({ target }) => change({ [field]: { ...draft[field], time: timeTyped(target.value) } })}
      />
    </DraftItem>
  )
}

function Presets({ drafting: { draft, change }, onExact }: WhenProps & { onExact: (() => void) | null }) {
  const t = useText(rulesScreenText)
  const today = dayOf(useTillNow(60_000))
  const first = draft.from.day === '' ? today : draft.from.day
  const end = (day: string): Partial<RuleDraft> => ({ to: { day, time: '' } })
  const presets = [
    ['presetToday', { from: { day: today, time: '' } }],
    ['presetTomorrow', { from: { day: dayPlus(today, 1), time: '' } }],
    ['presetMonth', end(monthEnd(first))],
    ['presetYear', end(`${first.slice(0, 4)}-12-31`)],
    ['presetAlways', { to: noDayTime }],
  ] as const satisfies readonly (readonly [string, Partial<RuleDraft>])[]
  return (
    <div className={css['presets']}>
      {presets.map(([text, part]) => (
        <Button key={text} size="small" onClick={() => change(part)}>
          {t(text)}
        </Button>
      ))}
      {onExact === null ? null : (
        <Button size="small" type="text" onClick={onExact}>
          {t('exactTimes')}
        </Button>
      )}
    </div>
  )
}

function Weekdays({ drafting }: WhenProps) {
  const t = useText(rulesScreenText)
  const { draft, change } = drafting
  const toggle = (day: number): void =>
    change({
      weekdays: draft.weekdays.includes(day) ? draft.weekdays.filter((one) => one !== day) : [...draft.weekdays, day],
    })
  return (
    <fieldset className={css['rhythm']}>
      <legend>{t('weekdays')}</legend>
      <Radio.Group
        optionType="button"
        value={draft.everyWeekday}
        aria-label={t('weekdays')}
        options={[
          { value: true, label: t('everyWeekday') },
          { value: false, label: <span data-testid="weekdays-these">{t('theseWeekdays')}</span> },
        ]}
        onChange={({ target }) => change({ everyWeekday: target.value === true })}
      />
      {draft.everyWeekday ? null : (
        <div className={css['weekdays']}>
          {WEEKDAYS.map((day) => (
            <button
              key={day}
              type="button"
              aria-pressed={draft.weekdays.includes(day)}
              aria-label={t(`weekday${day}`)}
              className={classes(css['weekday'], draft.weekdays.includes(day) && css['on'])}
              data-testid={`weekday-${day}`}
              onClick={() => toggle(day)}
            >
              {t(`letter${day}`)}
            </button>
          ))}
        </div>
      )}
      <ProblemNote drafting={drafting} paths={['weekdays']} />
    </fieldset>
  )
}

function Hours({ drafting }: WhenProps) {
  const t = useText(rulesScreenText)
  const { draft, change } = drafting
  const paths = ['hours', ...draft.hours.map((_, index) => `hours[${index}]`)]
  return (
    <fieldset className={css['rhythm']}>
      <legend>{t('hours')}</legend>
      <Radio.Group
        optionType="button"
        value={draft.allDay}
        aria-label={t('hours')}
        options={[
          { value: true, label: t('allDay') },
          { value: false, label: <span data-testid="hours-these">{t('theseHours')}</span> },
        ]}
        onChange={({ target }) => change({ allDay: target.value === true })}
      />
      {draft.allDay
        ? null
        : draft.hours.map((window, index) => (
            <Window key={window.id} drafting={drafting} window={window} path={`hours[${index}]`} />
          ))}
      {draft.allDay ? null : (
        <>
          <ProblemNote drafting={drafting} paths={paths} help={t('hoursNote')} />
          {draft.hours.length < MAX_WINDOWS ? (
            <Button
              className={css['add'] ?? ''}
              size="small"
              onClick={() => change({ hours: [...draft.hours, emptyHours(nextId(draft.hours))] })}
            >
              + {t('addHours')}
            </Button>
          ) : null}
        </>
      )}
    </fieldset>
  )
}

function Window({ drafting, window, path }: WhenProps & { window: HoursDraft; path: string }) {
  const t = useText(rulesScreenText)
  const { draft, change, problemAt } = drafting
  const set = (part: Partial<HoursDraft>): void =>
    change({ hours: draft.hours.map((one) => (one.id === window.id ? { ...one, ...part } : one)) })
  return (
    <div className={css['window']} {...wrongMark(problemAt(path))}>
      <Input
        value={window.start}
        maxLength={5}
        placeholder="17:00"
        aria-label={t('hoursStart')}
        data-testid={`${path}-start`}
        onChange={({ target }) => set({ start: timeTyped(target.value) })}
      />
      {t('hoursTo')}
      <Input
        value={window.end}
        maxLength={5}
        placeholder="20:00"
        aria-label={t('hoursEnd')}
        data-testid={`${path}-end`}
        onChange={({ target }) => set({ end: timeTyped(target.value) })}
      />
      {draft.hours.length === 1 ? null : (
        <Button
          type="text"
          className={css['remove'] ?? ''}
          aria-label={t('removeHours')}
          onClick={() => change({ hours: draft.hours.filter(({ id }) => id !== window.id) })}
        >
          ✕
        </Button>
      )}
    </div>
  )
}

/** A full-width colon is a colon, and four digits are a time. */
function timeTyped(text: string): string {
  const plain = text.replace('\uff1a', ':').trim()
  return /^\d{4}$/.test(plain) ? `${plain.slice(0, 2)}:${plain.slice(2)}` : plain
}
