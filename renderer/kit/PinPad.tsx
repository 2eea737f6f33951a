/**
 * A PIN of 4 to 8 digits: dots, keypad, Enter. The digits live in this component only, are never shown, and are
 * forgotten as soon as they are handed over. `resetKey` changes after a wrong PIN to start again.
 */
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../i18n.ts'
import { frameText } from '../../shared/text/frame.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { Keypad } from './Keypad.tsx'
import { type KeypadKey, typeKey } from './keypad-text.ts'
import css from './PinPad.module.css'
import { useKeypadKeys } from './use-keypad-keys.ts'

export interface PinPadProps {
  onSubmit: (pin: string) => void
  onCancel?: (() => void) | undefined
  submitLabel: string
  busy?: boolean
  disabled?: boolean
  resetKey?: number | string
  /** a sentence below the dots, usually what went wrong */
  children?: ReactNode
}

const MIN_LENGTH = 4
const MAX_LENGTH = 8

export function PinPad({
  onSubmit,
  onCancel,
  submitLabel,
  busy = false,
  disabled = false,
  resetKey = 0,
  children,
}: PinPadProps) {
  const t = useText(frameText)
  const [pin, setPin] = useState('')
  useEffect(() => setPin(''), [resetKey])
  const onKey = (key: KeypadKey): void => {
    if (busy || disabled) return
    setPin((text) =>
      key === 'back' || key === 'clear' ? typeKey(text, key, PIN_RULE) : (text + key).slice(0, MAX_LENGTH),
    )
  }
  const submit = (): void => {
    if (busy || disabled || pin.length < MIN_LENGTH) return
    setPin('')
    onSubmit(pin)
  }
  useKeypadKeys({ onKey: (key) => (key === '.' ? undefined : onKey(key)), onEnter: submit, onEscape: onCancel })
  return (
    <div className={css['pad']} data-testid="pin-pad">
      <div className={css['dots']} role="status" aria-label={t('pinEntered', { count: pin.length })}>
        {Array.from({ length: Math.max(MIN_LENGTH, pin.length) }, (_, index) => (
          <span key={index} className={classes(css['dot'], index < pin.length && css['filled'])} />
        ))}
      </div>
      {children}
      <Keypad onKey={onKey} corner="none" disabled={busy || disabled} />
      <Button
        variant="primary"
        size="large"
        block
        keyName={t('enterKey')}
        busy={busy}
        disabled={disabled || pin.length < MIN_LENGTH}
        onClick={submit}
        data-testid="pin-submit"
      >
        {submitLabel}
      </Button>
    </div>
  )
}

const PIN_RULE = { decimals: 0, maxDigits: MAX_LENGTH }
