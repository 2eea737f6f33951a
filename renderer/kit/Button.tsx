/** A button of the kit. `keyName` shows the key that does the same; the screen binds it. Busy ignores presses. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classes } from './classes.ts'
import { KeyCap } from './KeyCap.tsx'
import css from './Button.module.css'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  variant?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 'medium' | 'large'
  keyName?: string | undefined
  block?: boolean
  busy?: boolean
  icon?: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function Button({
  variant = 'plain',
  size = 'medium',
  keyName,
  block = false,
  busy = false,
  icon,
  children,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled === true || busy}
      aria-busy={busy}
      className={classes(css['button'], css[variant], size === 'large' && css['large'], block && css['block'])}
    >
      {icon}
      <span>{children}</span>
      {keyName === undefined ? null : <KeyCap name={keyName} dark={variant === 'primary'} />}
    </button>
  )
}
