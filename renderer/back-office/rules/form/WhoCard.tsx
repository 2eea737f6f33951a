/** For whom: everybody, members, or certain members by tier, tag or birthday. */
import { Checkbox, Radio, Select } from 'antd'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLabel, useText } from '../../../i18n.ts'
import { DraftItem } from '../../DraftItem.tsx'
import type { RuleChoices } from '../rules-data.ts'
import { ProblemNote } from './Filled.tsx'
import type { RuleDrafting } from './use-rule-draft.ts'
import css from './RuleForm.module.css'

const WHO = ['everybody', 'members', 'these'] as const
const WORDS = { everybody: 'whoEverybody', members: 'whoMembers', these: 'whoThese' } as const

export function WhoCard({ drafting, choices }: { drafting: RuleDrafting; choices: RuleChoices }) {
  const t = useText(rulesScreenText)
  const { draft, change } = drafting
  return (
    <section className={css['card']}>
      <h3 className={css['group']}>{t('cardWho')}</h3>
      <Radio.Group
        className={css['choice'] ?? ''}
        optionType="button"
        value={draft.who}
        aria-label={t('cardWho')}
        options={WHO.map((who) => ({ value: who, label: <span data-testid={`who-${who}`}>{t(WORDS[who])}</span> }))}
        onChange={({ target }) => change({ who: WHO.find((who) => who === target.value) ?? 'everybody' })}
      />
      {draft.who === 'these' ? <These drafting={drafting} choices={choices} /> : null}
      <ProblemNote drafting={drafting} paths={['tiers', 'tags', 'birthday', 'membersOnly']} />
    </section>
  )
}

function These({ drafting, choices }: { drafting: RuleDrafting; choices: RuleChoices }) {
  const t = useText(rulesScreenText)
  const label = useLabel()
  const { draft, change } = drafting
  const tags = [...new Set([...choices.tags, ...draft.tags])]
  return (
    <>
      <div className={css['two']}>
        <DraftItem id="rule-tiers" label={t('tiers')} help={t('whoNote')}>
          <Select
            id="rule-tiers"
            mode="multiple"
            value={[...draft.tiers]}
            placeholder={t('tiersPlaceholder')}
            options={choices.tiers.map((tier) => ({ value: tier.tierId, label: label(tier.label) }))}
            data-testid="rule-tiers"
            onChange={(tiers: string[]) => change({ tiers })}
          />
        </DraftItem>
        <DraftItem id="rule-tags" label={t('tags')}>
          <Select
            id="rule-tags"
            mode="tags"
            value={[...draft.tags]}
            placeholder={t('tagsPlaceholder')}
            options={tags.map((tag) => ({ value: tag, label: tag }))}
            data-testid="rule-tags"
            onChange={(chosen: string[]) => change({ tags: chosen })}
          />
        </DraftItem>
      </div>
      <Checkbox
        checked={draft.birthday}
        onChange={({ target }) => change({ birthday: target.checked })}
        data-testid="rule-birthday"
      >
        {t('birthday')}
      </Checkbox>
    </>
  )
}
