/**
 * A touch keypad over a text that its owner holds. `side` is a fourth column (quick amounts). Its keys take no focus,
 * so that a tap never moves it; real digit keys are bound by use-keypad-keys.ts.
 */
import type { ReactNode } from 'react'
import { useText } from '../i18n.ts'
import { frameText } from '../../shared/text/frame.ts'
import { classes } from './classes.ts'
import type { KeypadKey } from './keypad-text.ts'
import css from './Keypad.module.css'

export interface KeypadProps {
  onKey: (key: KeypadKey) => void
  /** the key at the bottom left: a point, a double zero or nothing */
  corner?: '.' | '00' | 'none'
  side?: ReactNode
  disabled?: boolean
}

const ROWS: readonly KeypadKey[] = ['7', '8', '9', '4', '5', '6', '1', '2', '3']

export function Keypad({ onKey, corner = '.', side, disabled = false }: KeypadProps) {
  const t = useText(frameText)
  const digit = (key: KeypadKey, label: string = key, spoken: string = label) => (
    <button
      key={key}
      type="button"
      tabIndex={-1}
      disabled={disabled}
      aria-label={spoken}
      className={css['digit']}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onKey(key)}
    >
      {label}
    </button>
  )
  return (
    <div className={classes(css['keypad'], side !== undefined && css['wide'])} role="group" aria-label={t('keypad')}>
      {ROWS.map((key) => digit(key))}
      {corner === 'none' ? digit('clear', t('keypadClear')) : digit(corner)}
      {digit('0')}
      {digit('back', '⌫', t('keypadBack'))}
      {side === undefined ? null : <div className={css['side']}>{side}</div>}
    </div>
  )
}
