/** The keypad of the float with the usual amounts beside it, and what can be done then. */
import { frameText } from '../../shared/text/frame.ts'
import { shiftText } from '../../shared/text/shift.ts'
import { useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { classes } from '../kit/classes.ts'
import { Keypad } from '../kit/Keypad.tsx'
import type { KeypadKey } from '../kit/keypad-text.ts'
import { yuanShort, yuanTextFromFen } from '../kit/money-text.ts'
import css from './OpenShift.module.css'

const QUICK_FEN = [20_000, 30_000, 50_000]

interface FloatPadProps {
  typed: string
  busy: boolean
  onKey: (key: KeypadKey) => void
  onQuick: (fen: number) => void
}

export function FloatPad({ typed, busy, onKey, onQuick }: FloatPadProps) {
  return (
    <section className={css['pad']}>
      <Keypad
        onKey={onKey}
        disabled={busy}
        side={QUICK_FEN.map((fen) => (
          <button
            key={fen}
            type="button"
            className={classes(css['quick'], yuanTextFromFen(fen) === typed && css['on'])}
            aria-pressed={yuanTextFromFen(fen) === typed}
            data-testid={`float-${fen / 100}`}
            disabled={busy}
            onClick={() => onQuick(fen)}
          >
            ¥{yuanShort(fen)}
          </button>
        ))}
      />
    </section>
  )
}

interface FloatActionsProps {
  floatFen: number | null
  busy: boolean
  disabled: boolean
  onOpen: () => void
  onSignOut: () => void
}

export function FloatActions({ floatFen, busy, disabled, onOpen, onSignOut }: FloatActionsProps) {
  const t = useText(shiftText)
  const tFrame = useText(frameText)
  return (
    <div className={css['actions']}>
      <Button
        variant="primary"
        size="large"
        block
        keyName={floatFen === 0 ? undefined : tFrame('enterKey')}
        busy={busy}
        disabled={disabled}
        onClick={onOpen}
        data-testid="shift-open"
      >
        {busy ? t('open.opening') : floatFen === 0 ? t('open.buttonNone') : t('open.button')}
      </Button>
      <Button variant="quiet" size="large" onClick={onSignOut} disabled={busy} data-testid="shift-sign-out">
        {t('open.signOut')}
      </Button>
    </div>
  )
}
