/** A labelled field: text, several lines or a choice. The error is a sentence below it that is tied to the input. */
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { classes } from './classes.ts'
import css from './Field.module.css'

interface Common {
  label: string
  hint?: ReactNode
  error?: string | null
}

export type FieldProps = Common &
  (
    | ({ as?: 'input'; ref?: Ref<HTMLInputElement> } & Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'>)
    | ({ as: 'textarea'; ref?: Ref<HTMLTextAreaElement> } & Omit<
        TextareaHTMLAttributes<HTMLTextAreaElement>,
        'className' | 'id'
      >)
    | ({ as: 'select'; ref?: Ref<HTMLSelectElement> } & Omit<
        SelectHTMLAttributes<HTMLSelectElement>,
        'className' | 'id'
      >)
  )

export function Field({ label, hint, error = null, ...control }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const described = error !== null || hint !== undefined ? noteId : undefined
  const shared = { id, className: css['box'], 'aria-invalid': error !== null, 'aria-describedby': described }
  return (
    <div className={classes(css['field'], error !== null && css['wrong'])}>
      <label className={css['label']} htmlFor={id}>
        {label}
      </label>
      {renderControl(control, shared)}
      {described === undefined ? null : (
        <div id={noteId} className={error === null ? css['hint'] : css['error']}>
          {error ?? hint}
        </div>
      )}
    </div>
  )
}

type Control = FieldProps extends infer P ? (P extends unknown ? Omit<P, keyof Common> : never) : never

function renderControl(control: Control, shared: object): ReactNode {
  if (control.as === 'textarea') {
    const { as: _as, ...rest } = control
    return <textarea {...rest} {...shared} />
  }
  if (control.as === 'select') {
    const { as: _as, ...rest } = control
    return <select {...rest} {...shared} />
  }
  const { as: _as, ...rest } = control
  return <input autoComplete="off" {...rest} {...shared} />
}
