/**
 * One rule: the form on the left, on the right the rule read back and tried on past sales. Publishing is the one primary
 * action; Escape leads back, after a question where something is unpublished.
 */
import { Button } from 'antd'
import { useContext, useRef } from 'react'
import type { RuleView } from '../../../../shared/contract/rules.ts'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useText } from '../../../i18n.ts'
import { ErrorSentence } from '../../../kit/ErrorSentence.tsx'
import { KeyCap } from '../../../kit/KeyCap.tsx'
import { LeaveGuard, useEscapeBack, useUnsaved } from '../../leave-guard.ts'
import { useLeaveQuestion } from '../../use-leave-question.ts'
import { kindName } from '../kind-text.ts'
import { ReplayPanel } from '../replay/ReplayPanel.tsx'
import type { RulesData } from '../rules-data.ts'
import { FiguresCard } from './FiguresCard.tsx'
import { GoodsCard } from './GoodsCard.tsx'
import { MoreCard } from './MoreCard.tsx'
import { ReadBack } from './ReadBack.tsx'
import { type EditorStart, type RuleDrafting, useRuleDraft } from './use-rule-draft.ts'
import { WhenCard } from './WhenCard.tsx'
import { WhoCard } from './WhoCard.tsx'
import css from './RuleForm.module.css'

interface RuleEditorProps {
  start: EditorStart
  data: RulesData
  onBack: () => void
  onPublished: (rule: RuleView) => void
}

export function RuleEditor({ start, data, onBack, onPublished }: RuleEditorProps) {
  const t = useText(rulesScreenText)
  const drafting = useRuleDraft(start, data, onPublished)
  const form = useRef<HTMLFormElement>(null)
  const guard = useContext(LeaveGuard)
  const ask = useLeaveQuestion(guard)
  useUnsaved(drafting.changed)
  useEscapeBack(() => ask(onBack))
  const publish = async (): Promise<void> => {
    if (await drafting.publish()) return
    requestAnimationFrame(() => showTrouble(form.current))
  }
  const title = start.how === 'new' ? 'newTitle' : start.how === 'copy' ? 'copyTitle' : 'editTitle'
  return (
    <form
      ref={form}
      className={css['editor']}
      noValidate
      data-testid="rule-editor"
      onSubmit={(event) => {
        event.preventDefault()
        void publish()
      }}
    >
      <header className={css['head']}>
        <h2 className={css['title']}>{t(title, { kind: t(kindName(drafting.draft)) })}</h2>
        <Note start={start} />
        <span className={css['space']} />
        <Button onClick={() => ask(onBack)} data-testid="rules-back">
          {t(start.how === 'new' ? 'toKinds' : 'toList')} <KeyCap name="Esc" />
        </Button>
        <Publish drafting={drafting} />
      </header>
      <div className={css['columns']}>
        <div className={css['fields']}>
          <FiguresCard drafting={drafting} />
          <GoodsCard drafting={drafting} products={data.products} categories={data.categories} />
          <WhoCard drafting={drafting} choices={data.choices} />
          <WhenCard drafting={drafting} focus={start.how === 'schedule'} />
          <MoreCard drafting={drafting} choices={data.choices} />
        </div>
        <aside className={css['aside']}>
          {drafting.refusal === null ? null : <ErrorSentence text={drafting.refusal} testId="rule-error" />}
          <ReadBack drafting={drafting} />
          <ReplayPanel drafting={drafting} />
        </aside>
      </div>
    </form>
  )
}

function Note({ start }: { start: EditorStart }) {
  const t = useText(rulesScreenText)
  if (start.how !== 'edit' && start.how !== 'schedule') return null
  return <span className={css['quiet']}>{t('editNote', { version: start.rule.version + 1 })}</span>
}

function Publish({ drafting: { busy, changed, errors, tried, asked } }: { drafting: RuleDrafting }) {
  const t = useText(rulesScreenText)
  const stuck = tried && (asked === null || errors.length > 0)
  return (
    <Button
      type="primary"
      htmlType="submit"
      loading={busy}
      disabled={!changed || (stuck && errors.length > 0)}
      data-testid="rule-publish"
    >
      {busy ? t('publishing') : t('publish')}
    </Button>
  )
}

/** The first field that keeps the rule from being published, or the tick that it waits for, comes into sight. */
function showTrouble(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[data-wrong="error"] input, [data-wrong="true"] input')
  const note = form?.querySelector<HTMLElement>('[role="alert"]')
  const tick = form?.querySelector<HTMLElement>('[data-testid="rule-confirm"]')
  const target = wrong ?? note ?? tick
  target?.scrollIntoView({ block: 'center' })
  wrong?.focus()
}
