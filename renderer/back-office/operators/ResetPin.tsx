/** A new PIN for somebody who forgot it or is locked out. */
import { App } from 'antd'
import { useState } from 'react'
import type { OperatorView } from '../../../shared/contract/app.ts'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import { operatorsText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { run, sentenceOf } from '../../state/run.ts'
import { DialogForm } from './DialogForm.tsx'
import { fieldOfRefusal, type PinDraft, pinProblems } from './operator-draft.ts'
import { PinFields } from './PinFields.tsx'
import css from '../BackOffice.module.css'

interface ResetPinProps {
  operator: OperatorView
  onClose: () => void
  onReset: (operators: OperatorView[]) => void
}

export function ResetPin({ operator: { operatorId, name }, onClose, onReset }: ResetPinProps) {
  const t = useText(operatorsText)
  const locale = useLocale()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<PinDraft>({ pin: '', pinAgain: '' })
  const problems = pinProblems(draft)
  const send = async (): Promise<Refusal | null> => {
    const outcome = await run((client, commandId) =>
      client.operators.resetPin({ commandId, operatorId, pin: draft.pin }),
    )
    if (!outcome.ok) return outcome.refusal
    onReset(outcome.value)
    void message.success(t('pinReset', { name }))
    return null
  }
  return (
    <DialogForm
      title={t('resetTitle', { name })}
      okText={t('resetSave')}
      ready={Object.keys(problems).length === 0}
      isAtField={({ code }) => fieldOfRefusal(code) === 'pin'}
      onSend={send}
      onClose={onClose}
    >
      {({ tried, refusal }) => (
        <>
          <p className={css['lead']}>{t('resetSentence')}</p>
          <PinFields
            autoFocus
            draft={draft}
            onChange={(part) => setDraft((was) => ({ ...was, ...part }))}
            errorOf={(field) => {
              if (refusal !== null && fieldOfRefusal(refusal.code) === field) return sentenceOf(refusal, locale)
              const problem = tried ? problems[field] : undefined
              return problem === undefined ? null : t(problem)
            }}
          />
        </>
      )}
    </DialogForm>
  )
}
