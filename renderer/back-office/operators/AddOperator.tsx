/** Somebody new at the till: name, code, role and a first PIN. */
import { App, Input, Radio } from 'antd'
import { useState } from 'react'
import { type OperatorView, Role } from '../../../shared/contract/app.ts'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import { operatorsText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { newId, run, sentenceOf } from '../../state/run.ts'
import { DraftItem } from '../DraftItem.tsx'
import { DialogForm } from './DialogForm.tsx'
import { fieldOfRefusal, type OperatorDraft, operatorProblems } from './operator-draft.ts'
import { PinFields } from './PinFields.tsx'
import css from '../BackOffice.module.css'

interface AddOperatorProps {
  onClose: () => void
  onAdded: (operators: OperatorView[]) => void
}

export function AddOperator({ onClose, onAdded }: AddOperatorProps) {
  const t = useText(operatorsText)
  const locale = useLocale()
  const { message } = App.useApp()
  const [operatorId] = useState(() => newId())
  const [draft, setDraft] = useState<OperatorDraft>({ name: '', code: '', pin: '', pinAgain: '' })
  const [role, setRole] = useState<Role>('cashier')
  const problems = operatorProblems(draft)
  const change = (part: Partial<OperatorDraft>): void => setDraft((was) => ({ ...was, ...part }))
  const send = async (): Promise<Refusal | null> => {
    const { code, pin } = draft
    const name = draft.name.trim()
    const outcome = await run((client, commandId) =>
      client.operators.add({ commandId, operatorId, name, code, role, pin }),
    )
    if (!outcome.ok) return outcome.refusal
    onAdded(outcome.value)
    void message.success(t('added', { name }))
    return null
  }
  return (
    <DialogForm
      title={t('addTitle')}
      okText={t('add')}
      ready={Object.keys(problems).length === 0}
      isAtField={({ code }) => fieldOfRefusal(code) !== null}
      onSend={send}
      onClose={onClose}
    >
      {({ tried, refusal }) => {
        const errorOf = (field: keyof OperatorDraft): string | null => {
          if (refusal !== null && fieldOfRefusal(refusal.code) === field) return sentenceOf(refusal, locale)
          const problem = tried ? problems[field] : undefined
          return problem === undefined ? null : t(problem)
        }
        return (
          <>
            <div className={css['fields']}>
              <DraftItem id="operator-name" label={t('name')} error={errorOf('name')}>
                <Input
                  id="operator-name"
                  autoFocus
                  autoComplete="off"
                  maxLength={60}
                  value={draft.name}
                  data-testid="operator-name"
                  onChange={(event) => change({ name: event.target.value })}
                />
              </DraftItem>
              <DraftItem id="operator-code" label={t('code')} help={t('codeHelp')} error={errorOf('code')}>
                <Input
                  id="operator-code"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={6}
                  value={draft.code}
                  data-testid="operator-code"
                  onChange={(event) => change({ code: event.target.value })}
                />
              </DraftItem>
            </div>
            <RoleField role={role} onRole={setRole} />
            <PinFields draft={draft} onChange={change} errorOf={errorOf} />
          </>
        )
      }}
    </DialogForm>
  )
}

function RoleField({ role, onRole }: { role: Role; onRole: (role: Role) => void }) {
  const t = useText(operatorsText)
  return (
    <DraftItem id="operator-role" label={t('role')}>
      <Radio.Group
        id="operator-role"
        className={css['roles'] ?? ''}
        value={role}
        onChange={({ target }) => onRole(Role.parse(target.value))}
      >
        {Role.options.map((option) => (
          <Radio key={option} value={option} data-testid={`role-${option}`}>
            {t(option)} <small className={css['quiet']}>{t(`${option}Does`)}</small>
          </Radio>
        ))}
      </Radio.Group>
    </DraftItem>
  )
}
