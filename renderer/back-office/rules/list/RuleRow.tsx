/** One rule as a row: its drawing, its name and sentence, when it runs, how it stands, and what can be done with it. */
import { Button, Dropdown, type MenuProps } from 'antd'
import type { KeyboardEvent } from 'react'
import type { RuleView } from '../../../../shared/contract/rules.ts'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLabel, useLocale, useText } from '../../../i18n.ts'
import { classes } from '../../../kit/classes.ts'
import { useTillNow } from '../../../kit/use-till-now.ts'
import { Chip } from '../../Chip.tsx'
import { overlayContainer } from '../../office-theme.ts'
import type { RuleKind } from '../draft/rule-draft.ts'
import { KindPicture } from '../KindPicture.tsx'
import { daysText, nameOf, nearText, rhythmText } from '../rule-words.ts'
import { StatusPill } from '../StatusPill.tsx'
import { actionsOf, openingAction, type RuleAction } from './rule-actions.ts'
import css from '../RuleList.module.css'

interface RuleRowProps {
  rule: RuleView
  /** it has just been published */
  fresh: boolean
  onAction: (action: RuleAction, rule: RuleView) => void
}

export function RuleRow({ rule, fresh, onAction }: RuleRowProps) {
  const t = useText(rulesScreenText)
  const label = useLabel()
  const locale = useLocale()
  const now = useTillNow(60_000)
  const actions = actionsOf(rule)
  const name = nameOf(rule, locale)
  const near = nearText(rule, now, t)
  const rhythm = rule.understood ? rhythmText(rule.body, t, locale) : ''
  return (
    <li
      className={classes(css['row'], css[`is-${rule.status}`], fresh && css['fresh'])}
      data-testid={`rule-${rule.ruleId}`}
    >
      <button
        type="button"
        className={css['open']}
        data-testid={`open-${rule.ruleId}`}
        onClick={() => onAction(openingAction(rule), rule)}
        onKeyDown={walk}
      >
        <span className={css['picture']}>
          {rule.understood ? (
            <KindPicture kind={{ kind: rule.kind, ruleKind: rule.ruleKind as RuleKind }} width={84} />
          ) : (
            '?'
          )}
        </span>
        <span className={css['what']}>
          <span className={css['name']}>
            <b>{name}</b>
            {rule.owner === 'hq' ? <Chip>{t('hq')}</Chip> : null}
            {rule.understood ? null : <Chip tone="attention">{t('notUnderstood')}</Chip>}
          </span>
          <span className={css['sentence']}>{rule.understood ? label(rule.gist) : t('notUnderstoodHint')}</span>
        </span>
        <span className={css['when']}>
          <span>{daysText(rule, t, locale)}</span>
          <small>{[rhythm, near].filter((text) => text !== '').join(' · ')}</small>
        </span>
        <span className={css['state']}>
          <StatusPill status={rule.status} />
          {rule.version > 1 ? <small>{t('version', { version: rule.version })}</small> : null}
        </span>
      </button>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        getPopupContainer={overlayContainer}
        menu={{ items: itemsOf(actions, t), onClick: ({ key }) => onAction(key as RuleAction, rule) }}
      >
        <Button
          type="text"
          className={css['menu'] ?? ''}
          aria-label={t('actions', { name })}
          data-testid={`menu-${rule.ruleId}`}
        >
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <g fill="currentColor">
              <circle cx="4" cy="10" r="1.7" />
              <circle cx="10" cy="10" r="1.7" />
              <circle cx="16" cy="10" r="1.7" />
            </g>
          </svg>
        </Button>
      </Dropdown>
    </li>
  )
}

function itemsOf(actions: readonly RuleAction[], t: (key: RuleAction) => string): NonNullable<MenuProps['items']> {
  return actions.flatMap((action) => [
    ...(action === 'end' ? [{ type: 'divider' as const }] : []),
    { key: action, label: <span data-testid={`action-${action}`}>{t(action)}</span>, danger: action === 'end' },
  ])
}

/** Up and down among the rows. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const rows = [...document.querySelectorAll<HTMLButtonElement>('[data-testid^="open-"]')]
  rows[rows.indexOf(event.currentTarget) + step]?.focus()
}
