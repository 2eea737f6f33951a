/** Nothing here yet, and what to do about it. */
import type { ReactNode } from 'react'
import css from './Empty.module.css'

export interface EmptyProps {
  title: string
  hint?: ReactNode
  mark?: ReactNode
  action?: ReactNode
}

export function Empty({ title, hint, mark, action }: EmptyProps) {
  return (
    <div className={css['empty']}>
      {mark === undefined ? null : (
        <div className={css['mark']} aria-hidden="true">
          {mark}
        </div>
      )}
      <div className={css['title']}>{title}</div>
      {hint === undefined ? null : <div className={css['hint']}>{hint}</div>}
      {action === undefined ? null : <div className={css['action']}>{action}</div>}
    </div>
  )
}
