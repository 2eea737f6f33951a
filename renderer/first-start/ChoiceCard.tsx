/** One of the two ways to begin: the whole card is the button. */
import type { ReactNode } from 'react'
import { classes } from '../kit/classes.ts'
import css from './FirstStart.module.css'

interface ChoiceCardProps {
  title: string
  sentence: string
  action: string
  picture: ReactNode
  testId: string
  onChoose: () => void
  primary?: boolean
  busy?: boolean
  disabled?: boolean
}

export function ChoiceCard({ primary = false, busy = false, disabled = false, ...props }: ChoiceCardProps) {
  return (
    <button
      type="button"
      className={css['card']}
      disabled={busy || disabled}
      aria-busy={busy}
      data-testid={props.testId}
      onClick={props.onChoose}
    >
      <span className={css['picture']} aria-hidden="true">
        {props.picture}
      </span>
      <b className={css['cardTitle']}>{props.title}</b>
      <span className={css['sentence']}>{props.sentence}</span>
      <span className={classes(css['action'], primary && css['primary'])}>
        {props.action}
        {busy ? <i className={css['progress']} /> : null}
      </span>
    </button>
  )
}
