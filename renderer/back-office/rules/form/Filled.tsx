/** A sentence with blanks to fill in: 「每 __ 件里,最便宜的 1 件打 __ 折」. What is wrong with a blank stands below it. */
import { Input } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { classes } from '../../../kit/classes.ts'
import type { FieldProblem, RuleDrafting } from './use-rule-draft.ts'
import css from './RuleForm.module.css'

interface FilledProps {
  /** with {{name}} where a blank stands */
  text: string
  blanks: Readonly<Record<string, ReactNode>>
  children?: ReactNode
}

export function Filled({ text, blanks, children }: FilledProps) {
  const parts = text.split(/\{\{(\w+)\}\}/)
  return (
    <div className={css['filled']}>
      {parts.map((part, index) => (
        <Fragment key={`${index}-${part}`}>{index % 2 === 0 ? part.trim() : blanks[part]}</Fragment>
      ))}
      {children}
    </div>
  )
}

interface BlankProps {
  drafting: RuleDrafting
  /** of the body, as in the core's problems */
  path: string
  label: string
  value: string
  onChange: (text: string) => void
  wide?: boolean
  placeholder?: string
  autoFocus?: boolean
}

export function Blank({ drafting, path, label, value, onChange, wide = false, placeholder, autoFocus }: BlankProps) {
  const problem = drafting.problemAt(path)
  return (
    <span className={classes(css['blank'], wide && css['wide'])} {...wrongMark(problem)}>
      <Input
        id={`rule-${path}`}
        value={value}
        maxLength={12}
        inputMode="decimal"
        autoComplete="off"
        autoFocus={autoFocus === true}
        aria-label={label}
        aria-invalid={problem?.severity === 'error'}
        placeholder={placeholder ?? ''}
        data-testid={`rule-${path}`}
        onChange={(event) => onChange(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
    </span>
  )
}

export const wrongMark = (problem: FieldProblem | null): Record<string, boolean | string> =>
  problem === null ? {} : { 'data-wrong': problem.severity }

/** What is wrong at these places, one sentence each; `help` while nothing is. */
export function ProblemNote({
  drafting,
  paths,
  help,
}: {
  drafting: RuleDrafting
  paths: readonly string[]
  help?: ReactNode
}) {
  const texts = [
    ...new Set(
      paths.flatMap((path) => {
        const problem = drafting.problemAt(path)
        return problem === null ? [] : [problem.text]
      }),
    ),
  ]
  if (texts.length === 0) return help === undefined ? null : <p className={css['note']}>{help}</p>
  return (
    <p className={classes(css['note'], css['wrong'])} role="alert">
      {texts.join(' ')}
    </p>
  )
}
