/** A calm state: a dot and a few words. `attention` is amber, never an alarm. */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './Pill.module.css'

export interface PillProps {
  state?: 'none' | 'good' | 'attention'
  children: ReactNode
  testId?: string
}

export function Pill({ state = 'none', children, testId }: PillProps) {
  return (
    <span
      className={classes(css['pill'], state === 'attention' && css['wanted'])}
      data-state={state}
      data-testid={testId}
    >
      {state === 'none' ? null : <i className={classes(css['dot'], css[state])} />}
      {children}
    </span>
  )
}
