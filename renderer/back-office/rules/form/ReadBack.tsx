/**
 * The rule as the core reads it, like the card on a shelf: its name, its sentence, what must be changed before it is
 * published, and what wants the shopkeeper's word.
 */
import { Checkbox } from 'antd'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLabel, useLocale, useText } from '../../../i18n.ts'
import { classes } from '../../../kit/classes.ts'
import type { DraftProblem } from '../draft/rule-draft.ts'
import { nameOf } from '../rule-words.ts'
import { fieldOf, problemText } from './problem-text.ts'
import type { RuleDrafting } from './use-rule-draft.ts'
import css from './RuleForm.module.css'

export function ReadBack({ drafting }: { drafting: RuleDrafting }) {
  const t = useText(rulesScreenText)
  const label = useLabel()
  const locale = useLocale()
  const { asked, sentence, missing, fresh } = drafting
  const needed = useNeeded(missing)
  return (
    <section className={css['read']} aria-live="polite" data-testid="read-back">
      <h3 className={css['readTitle']}>{t('readBack')}</h3>
      {asked === null ? (
        <>
          <p className={css['waiting']}>{t('readBackWaiting')}</p>
          {needed === '' ? null : <p className={css['needed']}>{t('stillNeeded', { fields: needed })}</p>}
        </>
      ) : (
        <>
          <b className={css['readName']}>{nameOf(asked, locale)}</b>
          <p
            className={classes(css['sentence'], !fresh && css['stale'])}
            data-testid="rule-sentence"
            data-fresh={fresh}
          >
            {sentence === null ? '…' : label(sentence)}
          </p>
        </>
      )}
      <Errors drafting={drafting} />
      <Warnings drafting={drafting} />
    </section>
  )
}

const FIELD_WORDS = {
  n: 'fieldN',
  rate: 'fieldRate',
  buy: 'fieldBuy',
  get: 'fieldGet',
  price: 'fieldPrice',
  every: 'fieldEvery',
  off: 'fieldOff',
  steps: 'fieldSteps',
  from: 'from',
  to: 'to',
  weekdays: 'weekdays',
  hours: 'hours',
  tiers: 'cardWho',
  scope: 'cardGoods',
  stores: 'stores',
} as const satisfies Record<string, keyof typeof rulesScreenText>

/** The fields that are still empty, by name. */
function useNeeded(missing: readonly DraftProblem[]): string {
  const t = useText(rulesScreenText)
  const locale = useLocale()
  const names = missing.flatMap(({ path }) => {
    const field = path.replace(/[[.].*$/, '')
    return field in FIELD_WORDS ? [t(FIELD_WORDS[field as keyof typeof FIELD_WORDS])] : []
  })
  return [...new Set(names)].join(locale === 'zh' ? '、' : ', ')
}

function Errors({ drafting: { errors } }: { drafting: RuleDrafting }) {
  const t = useText(rulesScreenText)
  const locale = useLocale()
  if (errors.length === 0) return null
  return (
    <div className={css['problems']} role="alert" data-testid="rule-errors">
      <b>{t('mustChange')}</b>
      <ul>
        {errors.map((problem) => (
          <li key={`${problem.field}-${problem.code}`}>
            <button type="button" onClick={() => focusField(fieldOf(problem.field))}>
              {problemText(problem, locale)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Warnings({ drafting: { errors, warnings, confirmed, confirm, tried } }: { drafting: RuleDrafting }) {
  const t = useText(rulesScreenText)
  const locale = useLocale()
  if (warnings.length === 0) return null
  return (
    <div className={classes(css['problems'], css['confirm'])} data-testid="rule-warnings">
      <b>{t('mustConfirm')}</b>
      <ul>
        {warnings.map((problem) => (
          <li key={`${problem.field}-${problem.code}`}>{problemText(problem, locale)}</li>
        ))}
      </ul>
      <Checkbox
        checked={confirmed}
        onChange={({ target }) => confirm(target.checked)}
        disabled={errors.length > 0}
        data-testid="rule-confirm"
      >
        {t('confirmTick')}
      </Checkbox>
      {tried && !confirmed && errors.length === 0 ? (
        <p className={css['confirmFirst']} role="alert">
          {t('confirmFirst')}
        </p>
      ) : null}
    </div>
  )
}

/** The field of a problem takes the focus, where it is on the screen. */
function focusField(path: string): void {
  const target = document.getElementById(`rule-${path === 'scope' ? 'skus' : path.replace(/^scope\./, '')}`)
  target?.scrollIntoView({ block: 'center' })
  target?.focus()
}
