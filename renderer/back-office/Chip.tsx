/** A word about a row: quiet, good, or wanting attention. */
import type { ReactNode } from 'react'
import { classes } from '../kit/classes.ts'
import css from './Chip.module.css'

export function Chip({ tone = 'quiet', children }: { tone?: 'quiet' | 'good' | 'attention'; children: ReactNode }) {
  return <span className={classes(css['chip'], css[tone])}>{children}</span>
}
