/** A button that shows its key: the cap above, a note such as 「3 张可用」 beside it, the word below. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classes } from './classes.ts'
import { KeyCap } from './KeyCap.tsx'
import css from './Key.module.css'

export interface KeyProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'> {
  keyName: string
  label: string
  note?: ReactNode
  /** the note tells what is saved */
  saving?: boolean
  selected?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function Key({ keyName, label, note, saving = false, selected = false, ...rest }: KeyProps) {
  return (
    <button {...rest} type="button" aria-pressed={selected} className={classes(css['key'], selected && css['on'])}>
      <span className={css['head']}>
        <KeyCap name={keyName} dark={selected} />
        {note === undefined || note === null ? null : (
          <span className={classes(css['note'], saving && css['saving'])}>{note}</span>
        )}
      </span>
      <span className={css['face']}>{label}</span>
    </button>
  )
}
