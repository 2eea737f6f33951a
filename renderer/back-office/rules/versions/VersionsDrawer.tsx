/** Every version that a rule ever had: its sentence, when and by whom, and what it changed of the one before. */
import { Button, Drawer } from 'antd'
import type { RuleVersion, RuleView } from '../../../../shared/contract/rules.ts'
import { backOfficeText } from '../../../../shared/text/back-office.ts'
import { rulesScreenText } from '../../../../shared/text/rules-screen.ts'
import { useLabel, useLocale, useText } from '../../../i18n.ts'
import { Button as KitButton } from '../../../kit/Button.tsx'
import { classes } from '../../../kit/classes.ts'
import { Empty } from '../../../kit/Empty.tsx'
import { useRead } from '../../../kit/use-read.ts'
import { sentenceOf } from '../../../state/run.ts'
import { overlayContainer } from '../../office-theme.ts'
import { useEscapeCloses } from '../../use-escape-closes.ts'
import { useReturnFocus } from '../../use-return-focus.ts'
import { momentText, nameOf } from '../rule-words.ts'
import type { RulesData } from '../rules-data.ts'
import { changesOf } from './rule-changes.ts'
import css from './Versions.module.css'

interface VersionsDrawerProps {
  rule: RuleView
  data: RulesData
  /** a new rule from a version as it was; null where this till does not understand the rule */
  onCopy: ((version: RuleVersion) => void) | null
  onClose: () => void
}

export function VersionsDrawer({ rule, data, onCopy, onClose }: VersionsDrawerProps) {
  const t = useText(rulesScreenText)
  const tOffice = useText(backOfficeText)
  const locale = useLocale()
  useReturnFocus()
  useEscapeCloses(true, onClose)
  const { ruleId } = rule
  const versions = useRead(`${ruleId}-${rule.version}`, (client) => client.rules.versions({ ruleId }))
  return (
    <Drawer
      open
      getContainer={overlayContainer}
      size={620}
      title={t('versionsTitle', { name: nameOf(rule, locale) })}
      onClose={onClose}
      data-testid="versions-drawer"
    >
      {rule.owner === 'hq' ? <p className={css['hint']}>{t('hqHint')}</p> : null}
      {versions.value === null ? (
        <Empty
          title={versions.refusal === null ? tOffice('loading') : sentenceOf(versions.refusal, locale)}
          action={
            versions.refusal === null ? undefined : <KitButton onClick={versions.reload}>{tOffice('retry')}</KitButton>
          }
        />
      ) : (
        <ol className={css['versions']}>
          {versions.value.map((version, index, all) => (
            <Version
              key={version.version}
              rule={rule}
              version={version}
              before={all[index + 1] ?? null}
              current={index === 0}
              data={data}
              onCopy={onCopy === null ? null : () => onCopy(version)}
            />
          ))}
        </ol>
      )}
    </Drawer>
  )
}

interface VersionProps {
  rule: RuleView
  version: RuleVersion
  /** the version that this one took the place of */
  before: RuleVersion | null
  current: boolean
  data: RulesData
  onCopy: (() => void) | null
}

function Version({ rule, version, before, current, data, onCopy }: VersionProps) {
  const t = useText(rulesScreenText)
  const label = useLabel()
  const locale = useLocale()
  const by = version.changedBy ?? t('fromOutside')
  const changes =
    version.change !== 'changed' || before === null || !rule.understood
      ? []
      : changesOf(rule.kind, before, version, { t, locale, names: data })
  const onlyState = version.change === 'paused' || version.change === 'resumed' || version.change === 'ended'
  return (
    <li className={classes(css['version'], current && css['current'])} data-testid={`version-${version.version}`}>
      <p className={css['line']}>
        <b>{t('version', { version: version.version })}</b>
        <span className={css['change']}>{t(`change.${version.change}`)}</span>
        {current ? <span className={css['mark']}>{t('current')}</span> : null}
        <span className={css['by']}>{t('byWhom', { name: by, at: momentText(version.changedAt, locale) })}</span>
      </p>
      {onlyState ? null : <p className={css['sentence']}>{label(version.sentence)}</p>}
      {changes.length === 0 ? null : (
        <dl className={css['changes']}>
          {changes.map(({ part, before: was, after }) => (
            <div key={part}>
              <dt>{t(part)}</dt>
              <dd>
                {after} <s>{was}</s>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {onCopy === null || onlyState || current ? null : (
        <Button size="small" onClick={onCopy}>
          {t('copyVersion')}
        </Button>
      )}
    </li>
  )
}
