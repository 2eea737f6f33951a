/** Which column of the file means what: guessed, and changed by whoever knows better. One column has one meaning. */
import { Button, Select } from 'antd'
import type { ColumnMap, MemberColumn, MemberImportView } from '../../../shared/contract/member-import.ts'
import { memberImportText } from '../../../shared/text/member-import.ts'
import { useText } from '../../i18n.ts'
import { classes } from '../../kit/classes.ts'
import { Chip } from '../Chip.tsx'
import { COLUMN_TEXTS, COLUMNS } from './columns.ts'
import css from './MemberImport.module.css'

const NOT_THERE = -1

interface MapColumnsProps {
  view: MemberImportView
  busy: boolean
  onMap: (columns: ColumnMap) => void
}

export function MapColumns({ view, busy, onMap }: MapColumnsProps) {
  const t = useText(memberImportText)
  const { header, sample, columns, missing } = view
  const options = [
    { value: NOT_THERE, label: t('notThere') },
    ...header.map((text, place) => ({
      value: place,
      label: text === '' ? t('columnNumber', { number: place + 1 }) : text,
    })),
  ]
  const choose = (column: MemberColumn, place: number): void => {
    const next: ColumnMap = {}
    for (const other of COLUMNS) {
      const held = columns[other]
      if (other !== column && held !== undefined && held !== place) next[other] = held
    }
    if (place !== NOT_THERE) next[column] = place
    onMap(next)
  }
  return (
    <div className={css['map']} data-testid="import-map">
      {COLUMNS.map((column) => {
        const place = columns[column]
        const example = place === undefined ? '' : (sample.map((cells) => cells[place] ?? '').find(Boolean) ?? '')
        return (
          <div key={column} className={classes(css['mapped'], missing.includes(column) && css['mappedMissing'])}>
            <label htmlFor={`map-${column}`}>{t(COLUMN_TEXTS[column])}</label>
            <Select
              id={`map-${column}`}
              value={place ?? NOT_THERE}
              options={options}
              disabled={busy}
              {...(missing.includes(column) ? { status: 'warning' as const } : {})}
              onChange={(chosen: number) => choose(column, chosen)}
              data-testid={`map-${column}`}
            />
            <small title={example}>{example === '' ? '\u00a0' : t('example', { text: example })}</small>
          </div>
        )
      })}
    </div>
  )
}

/** What was understood, in one line. */
export function MappedLine({ view, onChange }: { view: MemberImportView; onChange: () => void }) {
  const t = useText(memberImportText)
  const { header, columns } = view
  return (
    <p className={css['mappedLine']} data-testid="import-mapped">
      {COLUMNS.map((column) => {
        const place = columns[column]
        if (place === undefined) return null
        const own = header[place] ?? ''
        return (
          <Chip key={column} tone="good">
            {own === t(COLUMN_TEXTS[column]) || own === ''
              ? t(COLUMN_TEXTS[column])
              : `${t(COLUMN_TEXTS[column])} ← ${own}`}
          </Chip>
        )
      })}
      <Button type="link" onClick={onChange} data-testid="import-change-columns">
        {t('changeColumns')}
      </Button>
    </p>
  )
}
