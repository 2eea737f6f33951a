/** The plans as cards of steps, caps and limits beside them. Saved together; the core says what is wrong. */
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import type { StoredValueView } from '../../../shared/contract/stored-value.ts'
import { backOfficeText } from '../../../shared/text/back-office.ts'
import { storedValueOfficeText } from '../../../shared/text/stored-value-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { Empty } from '../../kit/Empty.tsx'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { newId, run, sentenceOf } from '../../state/run.ts'
import { DraftItem } from '../DraftItem.tsx'
import { useUnsaved } from '../leave-guard.ts'
import office from '../BackOffice.module.css'
import { PlanCard } from './PlanCard.tsx'
import {
  draftOf,
  emptyPlan,
  isCount,
  isYuan,
  isYuanOrBlank,
  settingsOf,
  type StoredValueDraft,
} from './stored-value-draft.ts'
import css from './StoredValue.module.css'

interface PlansFormProps {
  saved: StoredValueView
  onSaved: (view: StoredValueView) => void
}

export function PlansForm({ saved, onSaved }: PlansFormProps) {
  const t = useText(storedValueOfficeText)
  const { message } = App.useApp()
  const [draft, setDraft] = useState(() => draftOf(saved))
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const unsaved = JSON.stringify(draft) !== JSON.stringify(draftOf(saved))
  useUnsaved(unsaved)
  const settings = settingsOf(draft)
  const change = (part: Partial<StoredValueDraft>): void => {
    setRefusal(null)
    setDraft((was) => ({ ...was, ...part }))
  }
  const save = async (): Promise<void> => {
    if (busy || settings === null) return
    setBusy(true)
    const expectedVersion = saved.version
    const outcome = await run((client, commandId) =>
      client.storedValue.saveSettings({ commandId, expectedVersion, settings }),
    )
    setBusy(false)
    if (!outcome.ok) return setRefusal(outcome.refusal)
    onSaved(outcome.value)
    setDraft(draftOf(outcome.value))
    void message.success(t('saved'))
  }
  return (
    <form
      className={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={css['columns']}>
        <Plans draft={draft} saved={saved} change={change} />
        <Limits draft={draft} change={change} />
      </div>
      <SaveBar
        unsaved={unsaved}
        busy={busy}
        readable={settings !== null}
        refusal={refusal}
        saved={saved}
        onUndo={() => change(draftOf(saved))}
      />
    </form>
  )
}

interface PartProps {
  draft: StoredValueDraft
  change: (part: Partial<StoredValueDraft>) => void
}

function Plans({ draft, change, saved }: PartProps & { saved: StoredValueView }) {
  const t = useText(storedValueOfficeText)
  const { plans } = draft
  return (
    <div className={css['plans']}>
      {plans.length === 0 ? <Empty title={t('plansNone')} hint={t('plansNoneHint')} /> : null}
      {plans.map((plan) => (
        <PlanCard
          key={plan.planId}
          plan={plan}
          templates={saved.templates}
          onChange={(part) =>
            change({ plans: plans.map((one) => (one.planId === plan.planId ? { ...one, ...part } : one)) })
          }
          onRemove={() => change({ plans: plans.filter(({ planId }) => planId !== plan.planId) })}
        />
      ))}
      <Button
        className={css['add'] ?? ''}
        onClick={() => change({ plans: [...plans, emptyPlan(newId())] })}
        data-testid="plan-add"
      >
        + {t('addPlan')}
      </Button>
    </div>
  )
}

const FIELDS = [
  { field: 'registeredCap', text: 'registeredCap', help: 'capHelp', isRight: isYuan },
  { field: 'anonymousCap', text: 'anonymousCap', help: null, isRight: isYuan },
  { field: 'share', text: 'share', help: null, isRight: isYuanOrBlank },
  { field: 'operation', text: 'operation', help: 'limitHelp', isRight: isYuan },
  { field: 'operatorDay', text: 'operatorDay', help: null, isRight: isYuan },
  { field: 'day', text: 'day', help: null, isRight: isYuan },
  { field: 'reversalDays', text: 'reversalDays', help: null, isRight: isCount },
] as const

function Limits({ draft, change }: PartProps) {
  const t = useText(storedValueOfficeText)
  return (
    <section className={css['limits']}>
      <h2 className={office['group']}>{t('caps')}</h2>
      {FIELDS.map(({ field, text, help, isRight }) => (
        <DraftItem key={field} id={`stored-value-${field}`} label={t(text)} help={help === null ? undefined : t(help)}>
          <Input
            id={`stored-value-${field}`}
            value={draft[field]}
            inputMode="decimal"
            maxLength={9}
            {...(isRight(draft[field]) ? {} : { status: 'error' as const })}
            data-testid={`stored-value-${field}`}
            onChange={(event) => change({ [field]: event.target.value })}
          />
        </DraftItem>
      ))}
    </section>
  )
}

interface SaveBarProps {
  unsaved: boolean
  busy: boolean
  readable: boolean
  refusal: Refusal | null
  saved: StoredValueView
  onUndo: () => void
}

function SaveBar({ unsaved, busy, readable, refusal, saved, onUndo }: SaveBarProps) {
  const t = useText(storedValueOfficeText)
  const o = useText(backOfficeText)
  const locale = useLocale()
  const wrong = !readable ? t('notNumber') : refusal === null ? null : sentenceOf(refusal, locale)
  return (
    <footer className={office['saveBar']}>
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        loading={busy}
        disabled={!unsaved || !readable}
        data-testid="stored-value-save"
      >
        {busy ? o('saving') : o('save')}
      </Button>
      {unsaved ? (
        <Button size="large" disabled={busy} onClick={onUndo} data-testid="stored-value-undo">
          {t('undo')}
        </Button>
      ) : (
        <span className={office['count']}>
          {saved.changedBy === null ? '' : t('version', { version: saved.version, name: saved.changedBy })}
        </span>
      )}
      <ErrorSentence text={wrong} testId="stored-value-error" />
    </footer>
  )
}
