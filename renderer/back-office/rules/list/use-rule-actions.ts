/** Pausing and resuming at once, ending after a question, because it cannot be taken back. */
import { App } from 'antd'
import type { RuleView } from '../../../../shared/contract/rules.ts'
import { backOfficeText } from '../../../../shared/text/back-office.ts'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLocale, useText } from '../../../i18n.ts'
import { run, sentenceOf } from '../../../state/run.ts'
import { overlayContainer } from '../../office-theme.ts'
import { nameOf } from '../rule-words.ts'

type Action = 'pause' | 'resume' | 'end'

const DONE = { pause: 'wasPaused', resume: 'wasResumed', end: 'wasEnded' } as const

export function useRuleActions(
  onTake: (rule: RuleView) => void,
  onReload: () => void,
): (action: Action, rule: RuleView) => void {
  const t = useText(rulesScreenText)
  const tOffice = useText(backOfficeText)
  const locale = useLocale()
  const { message, modal } = App.useApp()
  const send = async (action: Action, rule: RuleView): Promise<void> => {
    const { ruleId, version: expectedVersion } = rule
    const outcome = await run((client, commandId) =>
      action === 'end'
        ? client.rules.end({ commandId, ruleId, expectedVersion })
        : client.rules.setPaused({ commandId, ruleId, paused: action === 'pause', expectedVersion }),
    )
    if (!outcome.ok) {
      void message.warning(sentenceOf(outcome.refusal, locale), 6)
      return onReload()
    }
    onTake(outcome.value)
    void message.success(t(DONE[action], { name: nameOf(rule, locale) }))
  }
  return (action, rule) => {
    if (action !== 'end') return void send(action, rule)
    modal.confirm({
      title: t('endTitle', { name: nameOf(rule, locale) }),
      content: t('endSentence'),
      okText: t('end'),
      cancelText: tOffice('cancel'),
      getContainer: overlayContainer,
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => send('end', rule),
    })
  }
}
