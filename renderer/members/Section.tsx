/** A part of the page with its title and, beside it, what may be done. */
import type { ReactNode } from 'react'
import type { MemberFile } from '../../shared/contract/members.ts'
import css from './Members.module.css'

/** What a part of the page that changes something is given. */
export interface SectionProps {
  file: MemberFile
  /** takes the file that a command answered with */
  onFile: (file: MemberFile) => void
}

interface PartProps {
  title: string
  action?: ReactNode
  children: ReactNode
  testId?: string
}

export function Section({ title, action, children, testId }: PartProps) {
  return (
    <section className={css['section']} aria-label={title} data-testid={testId}>
      <header className={css['sectionHead']}>
        <h3>{title}</h3>
        {action}
      </header>
      {children}
    </section>
  )
}
