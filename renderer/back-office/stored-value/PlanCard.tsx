/** One plan: its name, whether the till offers it, and its steps as sentences with blanks: 充 500 送 100 元. */
import { Button, Input, Select, Switch } from 'antd'
import type { StoredValueView } from '../../../shared/contract/stored-value.ts'
import { storedValueOfficeText } from '../../../shared/text/stored-value-office.ts'
import { useLabel, useText } from '../../i18n.ts'
import { overlayContainer } from '../office-theme.ts'
import {
  emptyStep,
  isCount,
  isCountOrBlank,
  isYuan,
  isYuanOrBlank,
  type PlanDraft,
  type StepDraft,
} from './stored-value-draft.ts'
import css from './StoredValue.module.css'

interface PlanCardProps {
  plan: PlanDraft
  templates: StoredValueView['templates']
  onChange: (part: Partial<PlanDraft>) => void
  onRemove: () => void
}

const MOST_STEPS = 12

export function PlanCard({ plan, templates, onChange, onRemove }: PlanCardProps) {
  const t = useText(storedValueOfficeText)
  const { steps } = plan
  return (
    <section className={css['plan']} data-testid="plan" aria-label={plan.nameZh}>
      <header className={css['head']}>
        <Input
          className={css['name'] ?? ''}
          value={plan.nameZh}
          placeholder={t('planName')}
          aria-label={t('planName')}
          maxLength={40}
          data-testid="plan-name"
          onChange={(event) => onChange({ nameZh: event.target.value })}
        />
        <Input
          className={css['nameEn'] ?? ''}
          value={plan.nameEn}
          placeholder={t('planNameEn')}
          aria-label={t('planNameEn')}
          maxLength={60}
          onChange={(event) => onChange({ nameEn: event.target.value })}
        />
        <label className={css['offered']}>
          <Switch checked={!plan.paused} onChange={(offered) => onChange({ paused: !offered })} />
          {t('offered')}
        </label>
        <Button type="text" onClick={onRemove} aria-label={t('removePlan')}>
          ✕
        </Button>
      </header>
      {steps.map((step) => (
        <Step
          key={step.id}
          step={step}
          templates={templates}
          onChange={(part) => onChange({ steps: steps.map((one) => (one.id === step.id ? { ...one, ...part } : one)) })}
          onRemove={steps.length === 1 ? null : () => onChange({ steps: steps.filter(({ id }) => id !== step.id) })}
        />
      ))}
      <footer className={css['foot']}>
        {steps.length < MOST_STEPS ? (
          <Button onClick={() => onChange({ steps: [...steps, emptyStep(steps)] })} data-testid="plan-add-step">
            + {t('addStep')}
          </Button>
        ) : null}
        <label className={css['days']}>
          {t('bonusDays')}
          <Input
            value={plan.bonusDays}
            placeholder={t('bonusDaysNone')}
            inputMode="numeric"
            maxLength={4}
            {...(isCountOrBlank(plan.bonusDays) ? {} : { status: 'error' as const })}
            onChange={(event) => onChange({ bonusDays: event.target.value })}
          />
        </label>
      </footer>
    </section>
  )
}

interface StepProps {
  step: StepDraft
  templates: StoredValueView['templates']
  onChange: (part: Partial<StepDraft>) => void
  onRemove: (() => void) | null
}

function Step({ step, templates, onChange, onRemove }: StepProps) {
  const t = useText(storedValueOfficeText)
  const label = useLabel()
  const blank = (field: 'from' | 'bonus' | 'points' | 'count', name: string, isRight: boolean) => (
    <Input
      className={css['blank'] ?? ''}
      value={step[field]}
      aria-label={name}
      inputMode="decimal"
      maxLength={9}
      {...(isRight ? {} : { status: 'error' as const })}
      data-testid={`step-${field}`}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  )
  return (
    <div className={css['step']}>
      {t('stepPay')} {blank('from', t('stepPay'), isYuan(step.from))} {t('stepGive')}{' '}
      {blank('bonus', t('stepGive'), isYuanOrBlank(step.bonus))} {t('stepYuan')}
      <span className={css['dot']}>·</span>
      {blank('points', t('stepPoints'), isCountOrBlank(step.points))} {t('stepPoints')}
      <span className={css['dot']}>·</span>
      <Select
        className={css['coupon'] ?? ''}
        value={step.templateId}
        placeholder={t('stepCoupon')}
        allowClear
        getPopupContainer={overlayContainer}
        options={templates.map(({ templateId, label: name }) => ({ value: templateId, label: label(name) }))}
        onChange={(templateId: string | undefined) => onChange({ templateId: templateId ?? null })}
      />
      {step.templateId === null ? null : (
        <>
          {blank('count', t('stepCount'), isCount(step.count))} {t('stepCount')}
        </>
      )}
      {onRemove === null ? null : (
        <Button type="text" className={css['remove'] ?? ''} aria-label={t('removeStep')} onClick={onRemove}>
          ✕
        </Button>
      )}
    </div>
  )
}
