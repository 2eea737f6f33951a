/** The rules that the filter leaves, under a heading for each state. */
import { Button } from 'antd'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import type { RuleView } from '../../../../shared/contract/rules.ts'
import { useText } from '../../../i18n.ts'
import { Empty } from '../../../kit/Empty.tsx'
import type { RuleAction } from './rule-actions.ts'
import { RuleRow } from './RuleRow.tsx'
import css from '../RuleList.module.css'

interface RuleListProps {
  /** in the order in which they are shown */
  rules: readonly RuleView[]
  /** there are rules, if none of these */
  filtered: boolean
  freshId: string | null
  onAction: (action: RuleAction, rule: RuleView) => void
  onNew: () => void
  onClearFilter: () => void
}

export function RuleList({ rules, filtered, freshId, onAction, onNew, onClearFilter }: RuleListProps) {
  const t = useText(rulesScreenText)
  if (rules.length === 0) {
    return filtered ? (
      <Empty
        title={t('noMatch')}
        hint={t('noMatchHint')}
        action={<Button onClick={onClearFilter}>{t('clearFilter')}</Button>}
      />
    ) : (
      <Empty
        title={t('empty')}
        hint={t('emptyHint')}
        action={
          <Button type="primary" onClick={onNew}>
            {t('new')}
          </Button>
        }
      />
    )
  }
  return (
    <ul className={css['list']} data-testid="rules-list">
      {rules.map((rule, index) => (
        <RuleWithHeading
          key={rule.ruleId}
          rule={rule}
          headed={rules[index - 1]?.status !== rule.status}
          fresh={rule.ruleId === freshId}
          onAction={onAction}
        />
      ))}
    </ul>
  )
}

interface RuleWithHeadingProps {
  rule: RuleView
  headed: boolean
  fresh: boolean
  onAction: (action: RuleAction, rule: RuleView) => void
}

function RuleWithHeading({ rule, headed, fresh, onAction }: RuleWithHeadingProps) {
  const t = useText(rulesScreenText)
  return (
    <>
      {headed ? <li className={css['heading']}>{t(rule.status)}</li> : null}
      <RuleRow rule={rule} fresh={fresh} onAction={onAction} />
    </>
  )
}
