/** An amount: ¥ small, tabular figures, right-aligned. Formats only; `fen` comes from a snapshot. */
import { classes } from './classes.ts'
import { yuan, yuanShort } from './money-text.ts'
import css from './Money.module.css'

export interface MoneyProps {
  /** amount in fen */
  fen: number
  /** without ¥, as in a column of amounts */
  bare?: boolean
  /** without '.00' where the amount is whole */
  short?: boolean
  tone?: 'plain' | 'saved' | 'quiet'
  strike?: boolean
  testId?: string
}

export function Money({ fen, bare = false, short = false, tone = 'plain', strike = false, testId }: MoneyProps) {
  const text = short ? yuanShort(Math.abs(fen)) : yuan(Math.abs(fen))
  return (
    <span
      className={classes(css['money'], tone !== 'plain' && css[tone], strike && css['strike'])}
      data-testid={testId}
      data-fen={fen}
    >
      {fen < 0 ? '−' : ''}
      {bare ? null : <span className={css['sign']}>¥</span>}
      {text}
    </span>
  )
}
