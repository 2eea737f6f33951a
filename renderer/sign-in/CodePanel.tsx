/** Nobody is chosen yet: typed digits are a code, and the code chooses its operator as soon as it can mean no other. */
import { useState } from 'react'
import { frameText } from '../../shared/text/frame.ts'
import { signInText } from '../../shared/text/sign-in.ts'
import { useText } from '../i18n.ts'
import { Button } from '../kit/Button.tsx'
import { classes } from '../kit/classes.ts'
import { ErrorSentence } from '../kit/ErrorSentence.tsx'
import { Keypad } from '../kit/Keypad.tsx'
import { type KeypadKey, typeKey } from '../kit/keypad-text.ts'
import { useKeypadKeys } from '../kit/use-keypad-keys.ts'
import { matchCode } from './code-match.ts'
import css from './SignIn.module.css'
import type { SignInOperator } from './sign-in-operator.ts'

const CODE_LENGTH = 6

interface CodePanelProps {
  operators: readonly SignInOperator[]
  onChoose: (operatorId: string) => void
}

export function CodePanel({ operators, onChoose }: CodePanelProps) {
  const t = useText(signInText)
  const tFrame = useText(frameText)
  const [code, setCode] = useState('')
  const [unknown, setUnknown] = useState<string | null>(null)
  const look = (typed: string, done: boolean): void => {
    const match = matchCode(operators, typed, done)
    if (match.kind === 'one') return onChoose(match.operator.operatorId)
    setUnknown(match.kind === 'none' && typed !== '' ? typed : null)
    setCode(match.kind === 'none' ? '' : typed)
  }
  const onKey = (key: KeypadKey): void => {
    if (key === '.') return
    // A code may begin with zeros, which an amount would lose.
    const typed =
      key === 'back' || key === 'clear' ? typeKey(code, key, { decimals: 0, maxDigits: CODE_LENGTH }) : code + key
    if (typed === '') return setCode('')
    look(typed, false)
  }
  const enter = (): void => {
    if (code !== '') look(code, true)
  }
  useKeypadKeys({ onKey, onEnter: enter, onEscape: () => setCode('') })
  return (
    <>
      <h2 className={css['panelTitle']}>{t('byCode')}</h2>
      <div className={classes(css['code'], code === '' && css['blank'])} role="status" data-testid="code-typed">
        {code === '' ? t('code') : code}
      </div>
      <ErrorSentence text={unknown === null ? null : t('codeNotFound', { code: unknown })} testId="sign-in-error" />
      <Keypad onKey={onKey} corner="none" />
      <Button
        variant="plain"
        size="large"
        block
        keyName={tFrame('enterKey')}
        disabled={code === ''}
        onClick={enter}
        data-testid="code-submit"
      >
        {t('chooseByCode')}
      </Button>
    </>
  )
}
