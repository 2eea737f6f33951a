/**
 * 促销与优惠券: every rule of the shop's prices as a list or a calendar, a new one by a drawing of its kind, and the form
 * that reads it back, tries it on past sales and publishes it.
 */
import { useState } from 'react'
import type { RuleVersion, RuleView } from '../../../shared/contract/rules.ts'
import { backOfficeText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { Button } from '../../kit/Button.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { type Reading, useRead } from '../../kit/use-read.ts'
import { sentenceOf } from '../../state/run.ts'
import { RuleCalendar } from './calendar/RuleCalendar.tsx'
import type { FormKind } from './draft/rule-draft.ts'
import { KindChooser } from './form/KindChooser.tsx'
import { RuleEditor } from './form/RuleEditor.tsx'
import type { EditorStart } from './form/use-rule-draft.ts'
import { filterRules, noFilter, type RuleFilter } from './list/rule-filter.ts'
import { RuleList } from './list/RuleList.tsx'
import type { RuleAction } from './list/rule-actions.ts'
import { type RulesLook, RuleToolbar } from './list/RuleToolbar.tsx'
import { useRuleActions } from './list/use-rule-actions.ts'
import { readRules, type RulesData, withRule } from './rules-data.ts'
import { VersionsDrawer } from './versions/VersionsDrawer.tsx'
import css from './RuleList.module.css'

/** What is shown instead of the list. */
type Open = { readonly view: 'kinds' } | { readonly view: 'form'; readonly start: EditorStart } | null

export function RulesPage() {
  const t = useText(backOfficeText)
  const locale = useLocale()
  const reading = useRead<RulesData>('rules', readRules)
  if (reading.value === null) {
    return (
      <Empty
        title={reading.refusal === null ? t('loading') : sentenceOf(reading.refusal, locale)}
        action={reading.refusal === null ? undefined : <Button onClick={reading.reload}>{t('retry')}</Button>}
      />
    )
  }
  return <Rules data={reading.value} reading={reading} />
}

function Rules({ data, reading }: { data: RulesData; reading: Reading<RulesData> }) {
  const [open, setOpen] = useState<Open>(null)
  const [freshId, setFreshId] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown>({ filter: noFilter, look: 'list' })
  const take = (rule: RuleView): void => reading.replace({ ...data, rules: withRule(data.rules, rule) })
  if (open?.view === 'kinds') {
    return (
      <KindChooser
        onChoose={(kind: FormKind) => setOpen({ view: 'form', start: { how: 'new', kind } })}
        onBack={() => setOpen(null)}
      />
    )
  }
  if (open?.view === 'form') {
    const { start } = open
    return (
      <RuleEditor
        start={start}
        data={data}
        onBack={() => setOpen(start.how === 'new' ? { view: 'kinds' } : null)}
        onPublished={(rule) => {
          take(rule)
          setFreshId(rule.ruleId)
          setOpen(null)
          // A new rule may have taken a tag, a store or a group into the choices.
          reading.reload()
        }}
      />
    )
  }
  return (
    <RulesOverview
      data={data}
      shown={shown}
      onShown={setShown}
      freshId={freshId}
      onTake={take}
      onReload={reading.reload}
      onOpen={setOpen}
    />
  )
}

/** How the rules are looked at; it stays while one of them is open. */
interface Shown {
  readonly filter: RuleFilter
  readonly look: RulesLook
}

interface OverviewProps {
  data: RulesData
  shown: Shown
  onShown: (shown: Shown) => void
  freshId: string | null
  onTake: (rule: RuleView) => void
  onReload: () => void
  onOpen: (open: Open) => void
}

function RulesOverview({ data, shown, onShown, freshId, onTake, onReload, onOpen }: OverviewProps) {
  const locale = useLocale()
  const { filter, look } = shown
  const setFilter = (next: RuleFilter): void => onShown({ ...shown, filter: next })
  /** whose versions are looked at */
  const [looked, setLooked] = useState<RuleView | null>(null)
  const act = useRuleActions(onTake, onReload)
  const found = filterRules(data.rules, filter)
  const onAction = (action: RuleAction, rule: RuleView): void => {
    if (action === 'edit' || action === 'copy' || action === 'schedule') {
      return onOpen({ view: 'form', start: { how: action, rule } })
    }
    if (action === 'versions') return setLooked(rule)
    act(action, rule)
  }
  const copyOf = (rule: RuleView, { nameZh, nameEn, body }: RuleVersion): void =>
    onOpen({ view: 'form', start: { how: 'copy', rule: { ...rule, nameZh, nameEn, body } } })
  return (
    <div className={css['page']}>
      <RuleToolbar
        rules={data.rules}
        filter={filter}
        onFilter={setFilter}
        look={look}
        onLook={(next) => onShown({ ...shown, look: next })}
        onNew={() => onOpen({ view: 'kinds' })}
      />
      {data.notices.map((notice) => (
        <p key={JSON.stringify(notice)} className={css['notice']} role="status">
          {sentenceOf(notice, locale)}
        </p>
      ))}
      {look === 'list' || data.rules.length === 0 ? (
        <RuleList
          rules={found}
          filtered={data.rules.length > 0}
          freshId={freshId}
          onAction={onAction}
          onNew={() => onOpen({ view: 'kinds' })}
          onClearFilter={() => setFilter(noFilter)}
        />
      ) : (
        <RuleCalendar rules={found} onAction={onAction} />
      )}
      {looked === null ? null : (
        <VersionsDrawer
          rule={looked}
          data={data}
          onCopy={looked.understood ? (version) => copyOf(looked, version) : null}
          onClose={() => setLooked(null)}
        />
      )}
    </div>
  )
}
