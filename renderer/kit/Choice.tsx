/** A few choices side by side, one of them chosen: a radio group with targets for fingers; arrows walk it. */
import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import css from './Choice.module.css'

export interface ChoiceOption<V extends string> {
  readonly value: V
  readonly label: string
  readonly note?: ReactNode
}

export interface ChoiceProps<V extends string> {
  label: string
  value: V
  options: readonly ChoiceOption<V>[]
  onChange: (value: V) => void
  hint?: ReactNode
  testId?: string
}

export function Choice<V extends string>({ label, value, options, onChange, hint, testId }: ChoiceProps<V>) {
  const name = useId()
  return (
    <fieldset className={css['choice']} data-testid={testId}>
      <legend className={css['label']}>{label}</legend>
      <div className={css['options']}>
        {options.map((option) => (
          <label key={option.value} className={classes(css['option'], option.value === value && css['on'])}>
            <input
              type="radio"
              name={name}
              className={css['radio']}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
            {option.note === undefined ? null : <small className={css['note']}>{option.note}</small>}
          </label>
        ))}
      </div>
      {hint === undefined ? null : <div className={css['hint']}>{hint}</div>}
    </fieldset>
  )
}
