/** What would become of each row, with what is wrong beside its cell, and the one button that takes the good ones over. */
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { MemberImportView } from '../../../shared/contract/member-import.ts'
import { memberImportText } from '../../../shared/text/member-import.ts'
import { useText } from '../../i18n.ts'
import { ErrorsButton } from './ErrorsButton.tsx'
import { ImportRows, type Shown } from './ImportRows.tsx'
import { MapColumns, MappedLine } from './MapColumns.tsx'
import css from './MemberImport.module.css'
import type { MemberImport } from './use-member-import.ts'

interface LookThroughProps {
  current: MemberImport
  view: MemberImportView
}

export function LookThrough({ current, view }: LookThroughProps) {
  const t = useText(memberImportText)
  const { counts, missing, state } = view
  const [chosen, setChosen] = useState<Shown | null>(null)
  /** somebody wants to say what the columns mean */
  const [mapping, setMapping] = useState(false)
  const shown = chosen ?? (counts.wrong > 0 ? 'wrong' : 'all')
  const filters: readonly [Shown, number][] = [
    ['all', counts.rows],
    ['fresh', counts.fresh],
    ['taken', counts.taken],
    ['existing', counts.existing],
    ['wrong', counts.wrong],
  ]
  return (
    <>
      {state === 'mapping' || mapping ? (
        <MapColumns view={view} busy={current.busy} onMap={current.map} />
      ) : (
        <MappedLine view={view} onChange={() => setMapping(true)} />
      )}
      {state === 'mapping' ? (
        <p className={css['attention']} role="status" data-testid="import-missing">
          {t('missing', {
            names: missing.map((column) => (column === 'name' ? t('colName') : t('colPhone'))).join('、'),
          })}
        </p>
      ) : (
        <>
          <Segmented<Shown>
            className={css['filter'] ?? ''}
            value={shown}
            options={filters
              .filter(([value, count]) => value === 'all' || count > 0)
              .map(([value, count]) => ({ value, label: t(value, { count }) }))}
            onChange={setChosen}
            data-testid="import-filter"
          />
          <ImportRows key={`${shown} ${view.digest}`} view={view} shown={shown} />
        </>
      )}
      {state === 'mapping' ? null : (
        <footer className={css['foot']}>
          <Button
            type="primary"
            size="large"
            disabled={counts.fresh === 0}
            loading={current.busy}
            onClick={current.commit}
            data-testid="import-commit"
          >
            {t(counts.taken > 0 ? 'goOn' : 'commit', { count: counts.fresh })}
          </Button>
          <ErrorsButton view={view} />
          <span className={css['quiet']}>{footText(view, t)}</span>
        </footer>
      )}
    </>
  )
}

function footText({ counts }: MemberImportView, t: ReturnType<typeof useText<typeof memberImportText>>): string {
  if (counts.fresh === 0) return t('nothing')
  return counts.wrong > 0 ? t('wrongStay', { count: counts.wrong }) : t('allGood')
}
