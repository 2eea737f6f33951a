/** The settings being changed: their draft, what is wrong with it, saving and undoing. */
import { App } from 'antd'
import { useState } from 'react'
import type { Settings } from '../../../shared/contract/back-office.ts'
import type { Refusal } from '../../../shared/contract/primitives.ts'
import { settingsText } from '../../../shared/text/back-office.ts'
import { useText } from '../../i18n.ts'
import { run } from '../../state/run.ts'
import { useUnsaved } from '../leave-guard.ts'
import { draftOf, problemsOf, sameDraft, type SettingsDraft, type SettingsField, settingsOf } from './settings-draft.ts'

export function useSettingsDraft(saved: Settings, onSaved: (settings: Settings) => void) {
  const t = useText(settingsText)
  const { message } = App.useApp()
  const [draft, setDraft] = useState(() => draftOf(saved))
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const problems = problemsOf(draft)
  const unsaved = !sameDraft(draft, draftOf(saved))
  useUnsaved(unsaved)
  const change = (part: Partial<SettingsDraft>): void => {
    setRefusal(null)
    setDraft((was) => ({ ...was, ...part }))
  }
  const errorOf = (field: SettingsField): string | null => {
    const problem = problems[field]
    return problem === undefined ? null : t(problem.text, problem.params)
  }
  const save = async (): Promise<void> => {
    if (busy || Object.keys(problems).length > 0) return
    setBusy(true)
    setRefusal(null)
    const settings = settingsOf(draft)
    const outcome = await run((client, commandId) => client.settings.save({ commandId, settings }))
    setBusy(false)
    if (!outcome.ok) return setRefusal(outcome.refusal)
    onSaved(outcome.value)
    setDraft(draftOf(outcome.value))
    void message.success(t('savedSettings'))
  }
  const undo = (): void => {
    setRefusal(null)
    setDraft(draftOf(saved))
  }
  return { draft, change, errorOf, save, undo, busy, unsaved, refusal, wrong: Object.keys(problems).length > 0 }
}

export type SettingsDrafting = ReturnType<typeof useSettingsDraft>
