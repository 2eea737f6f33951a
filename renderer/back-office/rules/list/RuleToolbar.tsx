/** Finding rules, two ways to look at them, and the one way to make a new one. */
import { Button, Input, Radio, Select } from 'antd'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import type { RuleView } from '../../../../shared/contract/rules.ts'
import { useText } from '../../../i18n.ts'
import { countByStatus, type RuleFilter, statuses } from './rule-filter.ts'
import css from '../RuleList.module.css'

export type RulesLook = 'list' | 'calendar'

interface RuleToolbarProps {
  rules: readonly RuleView[]
  filter: RuleFilter
  onFilter: (filter: RuleFilter) => void
  look: RulesLook
  onLook: (look: RulesLook) => void
  onNew: () => void
}

export function RuleToolbar({ rules, filter, onFilter, look, onLook, onNew }: RuleToolbarProps) {
  const t = useText(rulesScreenText)
  const counts = countByStatus(rules, filter)
  return (
    <div className={css['toolbar']}>
      <Input
        className={css['search'] ?? ''}
        value={filter.words}
        allowClear
        autoFocus
        placeholder={t('search')}
        aria-label={t('searchLabel')}
        data-testid="rules-search"
        onChange={(event) => onFilter({ ...filter, words: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          document.querySelector<HTMLElement>('[data-testid^="open-"]')?.focus()
        }}
      />
      <Select
        className={css['kind'] ?? ''}
        value={filter.kind}
        aria-label={t('kindLabel')}
        options={[
          { value: 'all', label: t('allKinds') },
          { value: 'promotion', label: t('promotionsOnly') },
          { value: 'coupon-template', label: t('couponsOnly') },
        ]}
        onChange={(kind) => onFilter({ ...filter, kind })}
      />
      <div className={css['statuses']} role="group" aria-label={t('statusLabel')}>
        {(['all', ...statuses] as const).map((status) => (
          <button
            key={status}
            type="button"
            className={css['status']}
            aria-pressed={filter.status === status}
            disabled={counts[status] === 0 && filter.status !== status}
            data-testid={`status-${status}`}
            onClick={() => onFilter({ ...filter, status })}
          >
            {t(status)} <small>{counts[status]}</small>
          </button>
        ))}
      </div>
      <span className={css['space']} />
      <Radio.Group
        optionType="button"
        value={look}
        aria-label={t('viewLabel')}
        options={[
          { value: 'list', label: t('list') },
          { value: 'calendar', label: <span data-testid="rules-calendar">{t('calendar')}</span> },
        ]}
        onChange={({ target }) => onLook(target.value === 'calendar' ? 'calendar' : 'list')}
      />
      <Button type="primary" onClick={onNew} data-testid="rule-new">
        {t('new')}
      </Button>
    </div>
  )
}
