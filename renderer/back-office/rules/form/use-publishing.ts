/** The publishing itself: a new rule, or the next version of the one that was opened. */
import { App } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../../shared/contract/primitives.ts'
import type { RuleDraft, RuleProblem, RuleView } from '../../../../shared/contract/rules.ts'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLocale, useText } from '../../../i18n.ts'
import { run } from '../../../state/run.ts'
import { nameOf } from '../rule-words.ts'

export interface Publishing {
  readonly refusal: Refusal | null
  forget: () => void
  /** `meant` are the warnings that were ticked; answers whether it was published */
  send: (draft: RuleDraft, meant: readonly RuleProblem[]) => Promise<boolean>
}

/** `expectedVersion`: the version that was opened; null for a new rule. */
export function usePublishing(expectedVersion: number | null, onPublished: (rule: RuleView) => void): Publishing {
  const t = useText(rulesScreenText)
  const locale = useLocale()
  const { message } = App.useApp()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const send = async (draft: RuleDraft, meant: readonly RuleProblem[]): Promise<boolean> => {
    const confirmed = meant.map(({ code }) => code)
    const outcome = await run((client, commandId) =>
      client.rules.publish({ commandId, draft, expectedVersion, confirmed }),
    )
    if (!outcome.ok) {
      setRefusal(outcome.refusal)
      return false
    }
    void message.success(t('wasPublished', { name: nameOf(outcome.value, locale) }))
    onPublished(outcome.value)
    return true
  }
  return { refusal, forget: () => setRefusal(null), send }
}
