/** The large box that shows what a keypad has typed: a caption, the value and its unit. */
import type { ReactNode } from 'react'
import { classes } from '../../kit/classes.ts'
import css from './Entry.module.css'

export interface EntryProps {
  caption: string
  /** typed so far */
  text: string
  /** shown, quiet, while nothing is typed */
  placeholder?: string
  before?: string
  after?: string
  active?: boolean
  children?: ReactNode
  onPress?: () => void
  testId?: string
}

export function Entry({
  caption,
  text,
  placeholder = '',
  before,
  after,
  active = true,
  children,
  onPress,
  testId,
}: EntryProps) {
  const inside = (
    <>
      <span className={css['caption']}>{caption}</span>
      <span className={css['value']} data-testid={testId}>
        {before === undefined ? null : <small>{before}</small>}
        {text === '' ? <span className={css['placeholder']}>{placeholder}</span> : text}
        {active ? <i className={css['caret']} aria-hidden="true" /> : null}
        {after === undefined ? null : <small className={css['after']}>{after}</small>}
      </span>
      {children}
    </>
  )
  const name = classes(css['entry'], active && css['active'])
  if (onPress === undefined) return <div className={name}>{inside}</div>
  return (
    <button type="button" className={name} aria-pressed={active} onClick={onPress}>
      {inside}
    </button>
  )
}
