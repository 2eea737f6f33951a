/** A labelled field of a form in the back office: what it is, what it is for, and what is wrong with it. */
import type { ReactNode } from 'react'
import { classes } from '../kit/classes.ts'
import css from './DraftItem.module.css'

export interface DraftItemProps {
  /** of the control inside */
  id: string
  label: ReactNode
  help?: ReactNode
  error?: string | null | undefined
  children: ReactNode
}

export function DraftItem({ id, label, help, error, children }: DraftItemProps) {
  const wrong = error !== undefined && error !== null
  return (
    <div className={classes(css['item'], wrong && css['wrong'])} {...(wrong ? { 'data-wrong': true } : {})}>
      <label className={css['label']} htmlFor={id}>
        {label}
      </label>
      {children}
      <p className={css['note']} role={wrong ? 'alert' : undefined}>
        {wrong ? error : help}
      </p>
    </div>
  )
}
