/** The steps of 满减 and 多买多折, one a row; a step more or less at a tap. */
import { Button } from 'antd'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLocale, useText } from '../../../i18n.ts'
import { emptyStep, nextId, type StepDraft } from '../draft/rule-draft.ts'
import { Blank, Filled, ProblemNote } from './Filled.tsx'
import type { RuleDrafting } from './use-rule-draft.ts'
import css from './RuleForm.module.css'

const MAX_STEPS = 8

export function StepRows({ drafting }: { drafting: RuleDrafting }) {
  const t = useText(rulesScreenText)
  const { draft, change } = drafting
  const setStep = (id: number, part: Partial<StepDraft>): void =>
    change({ steps: draft.steps.map((step) => (step.id === id ? { ...step, ...part } : step)) })
  return (
    <>
      {draft.steps.map((step, index) => (
        <StepRow
          key={step.id}
          drafting={drafting}
          step={step}
          index={index}
          onStep={(part) => setStep(step.id, part)}
          onRemove={
            draft.steps.length === 1 ? null : () => change({ steps: draft.steps.filter(({ id }) => id !== step.id) })
          }
        />
      ))}
      <ProblemNote drafting={drafting} paths={['steps']} />
      {draft.steps.length < MAX_STEPS ? (
        <Button
          className={css['add'] ?? ''}
          size="small"
          onClick={() => change({ steps: [...draft.steps, emptyStep(nextId(draft.steps))] })}
          data-testid="rule-add-step"
        >
          + {t('addStep')}
        </Button>
      ) : null}
    </>
  )
}

interface StepRowProps {
  drafting: RuleDrafting
  step: StepDraft
  index: number
  onStep: (part: Partial<StepDraft>) => void
  onRemove: (() => void) | null
}

function StepRow({ drafting, step, index, onStep, onRemove }: StepRowProps) {
  const t = useText(rulesScreenText)
  const locale = useLocale()
  const pieces = drafting.draft.ruleKind === 'quantityRate'
  const sentence = rulesScreenText[pieces ? 'quantityStepSentence' : 'amountStepSentence'][locale]
  const at = `steps[${index}].at`
  const gives = `steps[${index}].${pieces ? 'rate' : 'off'}`
  const blanks = {
    at: (
      <Blank
        drafting={drafting}
        path={at}
        label={t('fieldAt')}
        value={step.at}
        wide={!pieces}
        autoFocus={step.at === '' && step.gives === ''}
        onChange={(text) => onStep({ at: text })}
      />
    ),
    [pieces ? 'rate' : 'off']: (
      <Blank
        drafting={drafting}
        path={gives}
        label={t(pieces ? 'fieldRate' : 'fieldOff')}
        value={step.gives}
        wide={!pieces}
        onChange={(text) => onStep({ gives: text })}
      />
    ),
  }
  return (
    <>
      <Filled text={sentence} blanks={blanks}>
        {onRemove === null ? null : (
          <Button
            type="text"
            className={css['remove'] ?? ''}
            aria-label={t('removeStep', { step: index + 1 })}
            onClick={onRemove}
          >
            ✕
          </Button>
        )}
      </Filled>
      <ProblemNote drafting={drafting} paths={[at, gives, `steps[${index}]`]} />
    </>
  )
}
