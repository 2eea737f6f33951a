/** Whether a rule runs, comes, rests or is over: a dot and a word. */
import type { RuleStatus } from '../../../shared/contract/rules.ts'
import { rulesScreenText } from '../../../shared/text/rules-screen.ts'
import { useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import css from './RuleList.module.css'

export function StatusPill({ status }: { status: RuleStatus }) {
  const t = useText(rulesScreenText)
  return (
    <span className={classes(css['pill'], css[status])} data-status={status}>
      <i />
      {t(status)}
    </span>
  )
}
