/** How a rule goes together with others: folded away, because the usual is right for most shops. */
import { AutoComplete, Input, Radio, Select, Switch } from 'antd'
import { useState } from 'react'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useText } from '../../../i18n.ts'
import { DraftItem } from '../../DraftItem.tsx'
import { isUnitKind, type RuleDraft } from '../draft/rule-draft.ts'
import type { RuleChoices } from '../rules-data.ts'
import { ProblemNote } from './Filled.tsx'
import type { RuleDrafting } from './use-rule-draft.ts'
import css from './RuleForm.module.css'

interface MoreProps {
  drafting: RuleDrafting
  choices: RuleChoices
}

export function MoreCard({ drafting, choices }: MoreProps) {
  const t = useText(rulesScreenText)
  const [open, setOpen] = useState(() => isUnusual(drafting.draft))
  return (
    <section className={css['card']}>
      <button
        type="button"
        className={css['fold']}
        aria-expanded={open}
        data-testid="rule-more"
        onClick={() => setOpen(!open)}
      >
        <i aria-hidden="true" /> {t('cardMore')}
      </button>
      {open ? <More drafting={drafting} choices={choices} /> : null}
    </section>
  )
}

function isUnusual(draft: RuleDraft): boolean {
  const { priority, group, base, excludePromoted, withPromotions, withTier, stackable, allStores } = draft
  const usual = priority === '' && group === '' && base === 'list' && !excludePromoted
  return !(usual && withPromotions && withTier && !stackable && allStores)
}

function More({ drafting, choices }: MoreProps) {
  const t = useText(rulesScreenText)
  const { draft } = drafting
  const isCoupon = draft.kind === 'coupon-template'
  const onUnits = !isCoupon && isUnitKind(draft.ruleKind)
  return (
    <>
      {onUnits ? <Base drafting={drafting} /> : null}
      {isCoupon ? (
        <>
          <Toggle
            drafting={drafting}
            field="withPromotions"
            label={t('withPromotions')}
            help={t('withPromotionsHelp')}
          />
          <Toggle drafting={drafting} field="withTier" label={t('withTier')} help={t('withTierHelp')} />
          <Toggle
            drafting={drafting}
            field="stackable"
            label={t('stackable')}
            help={t('stackableHelp', { count: choices.maxCoupons })}
          />
        </>
      ) : null}
      {onUnits ? null : (
        <Toggle
          drafting={drafting}
          field="excludePromoted"
          label={t('excludePromoted')}
          help={t('excludePromotedHelp')}
        />
      )}
      <Stores drafting={drafting} choices={choices} />
      <div className={css['two']}>
        <Priority drafting={drafting} />
        {onUnits || isCoupon ? null : <Group drafting={drafting} choices={choices} />}
      </div>
    </>
  )
}

function Base({ drafting: { draft, change, problemAt } }: { drafting: RuleDrafting }) {
  const t = useText(rulesScreenText)
  return (
    <DraftItem
      id="rule-base"
      label={t('base')}
      help={draft.base === 'tier' ? t('baseTierHelp') : t('baseListHelp')}
      error={problemAt('base')?.text}
    >
      <Radio.Group
        id="rule-base"
        optionType="button"
        value={draft.base}
        options={[
          { value: 'list', label: t('baseList') },
          { value: 'tier', label: t('baseTier') },
        ]}
        onChange={({ target }) => change({ base: target.value === 'tier' ? 'tier' : 'list' })}
      />
    </DraftItem>
  )
}

function Priority({ drafting: { draft, change, problemAt } }: { drafting: RuleDrafting }) {
  const t = useText(rulesScreenText)
  return (
    <DraftItem id="rule-priority" label={t('priority')} help={t('priorityHelp')} error={problemAt('priority')?.text}>
      <Input
        id="rule-priority"
        value={draft.priority}
        maxLength={7}
        placeholder="100"
        autoComplete="off"
        onChange={({ target }) => change({ priority: target.value })}
      />
    </DraftItem>
  )
}

function Group({ drafting: { draft, change, problemAt }, choices }: MoreProps) {
  const t = useText(rulesScreenText)
  return (
    <DraftItem id="rule-group" label={t('group')} help={t('groupHelp')} error={problemAt('group')?.text}>
      <AutoComplete
        id="rule-group"
        value={draft.group}
        options={choices.groups.map((group) => ({ value: group }))}
        onChange={(group: string) => change({ group })}
      />
    </DraftItem>
  )
}

function Stores({ drafting, choices }: MoreProps) {
  const t = useText(rulesScreenText)
  const { draft, change } = drafting
  const known = [...new Set([choices.store, ...choices.stores, ...draft.stores])]
  return (
    <>
      <div className={css['toggle']}>
        <label htmlFor="rule-allStores">
          {t('ownStoreOnly')}
          <small>{t('ownStoreOnlyHelp')}</small>
        </label>
        <Switch
          id="rule-allStores"
          checked={!draft.allStores}
          onChange={(only) =>
            change({ allStores: !only, ...(only && draft.stores.length === 0 ? { stores: [choices.store] } : {}) })
          }
        />
      </div>
      {draft.allStores ? null : (
        <DraftItem id="rule-stores" label={t('stores')}>
          <Select
            id="rule-stores"
            mode="tags"
            value={[...draft.stores]}
            options={known.map((store) => ({ value: store, label: store }))}
            onChange={(stores: string[]) => change({ stores })}
          />
        </DraftItem>
      )}
      <ProblemNote drafting={drafting} paths={['stores']} />
    </>
  )
}

interface ToggleProps {
  drafting: RuleDrafting
  field: 'excludePromoted' | 'withPromotions' | 'withTier' | 'stackable'
  label: string
  help: string
}

function Toggle({ drafting: { draft, change }, field, label, help }: ToggleProps) {
  const id = `rule-${field}`
  return (
    <div className={css['toggle']}>
      <label htmlFor={id}>
        {label}
        <small>{help}</small>
      </label>
      <Switch id={id} checked={draft[field]} onChange={(on) => change({ [field]: on })} data-testid={id} />
    </div>
  )
}
