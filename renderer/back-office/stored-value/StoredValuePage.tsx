/** 储值: the plans that the till offers with caps and limits, and a picture of what the shop owes its members. */
import { Segmented } from 'antd'
import { useContext, useState } from 'react'
import { backOfficeText } from '../../../shared/text/back-office.ts'
import { storedValueOfficeText } from '../../../shared/text/stored-value-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { Button as KitButton } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { useRead } from '../../kit/use-read.ts'
import { sentenceOf } from '../../state/run.ts'
import { LeaveGuard } from '../leave-guard.ts'
import { useLeaveQuestion } from '../use-leave-question.ts'
import { LiabilityReport } from './LiabilityReport.tsx'
import { PlansForm } from './PlansForm.tsx'
import css from './StoredValue.module.css'

const VIEWS = ['plans', 'liability'] as const
type View = (typeof VIEWS)[number]

export function StoredValuePage() {
  const t = useText(storedValueOfficeText)
  const [view, setView] = useState<View>('plans')
  const ask = useLeaveQuestion(useContext(LeaveGuard))
  return (
    <div className={css['page']}>
      <Segmented<View>
        className={css['views'] ?? ''}
        value={view}
        size="large"
        options={VIEWS.map((value) => ({
          value,
          label: <span data-testid={`stored-value-${value}`}>{t(value)}</span>,
        }))}
        onChange={(value) => ask(() => setView(value))}
      />
      {view === 'plans' ? <Plans /> : <LiabilityReport />}
    </div>
  )
}

function Plans() {
  const t = useText(backOfficeText)
  const locale = useLocale()
  const settings = useRead('stored-value', (client) => client.storedValue.settings())
  if (settings.value === null) {
    return (
      <Empty
        title={settings.refusal === null ? t('loading') : sentenceOf(settings.refusal, locale)}
        action={settings.refusal === null ? undefined : <KitButton onClick={settings.reload}>{t('retry')}</KitButton>}
      />
    )
  }
  return <PlansForm saved={settings.value} onSaved={settings.replace} />
}
