/** What would become of each pasted row, the problems first in sight, and the one button that does it. */
import { Button, Progress, Segmented, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { ImportPreview, ImportRow } from '../../../shared/contract/back-office.ts'
import { importText, productsText } from '../../../shared/text/back-office.ts'
import { useLocale, useText } from '../../i18n.ts'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { sentenceOf } from '../../state/run.ts'
import { Chip } from '../Chip.tsx'
import { useHeight } from '../use-height.ts'
import css from '../BackOffice.module.css'

interface ImportRowsProps {
  preview: ImportPreview
  busy: boolean
  sentence: string | null
  onEdit: () => void
  onCommit: () => void
}

type Shown = 'all' | ImportRow['action']
const HEADER_PX = 55

export function ImportRows({ preview, busy, sentence, onEdit, onCommit }: ImportRowsProps) {
  const t = useText(importText)
  const [shown, setShown] = useState<Shown>(preview.errorCount > 0 ? 'error' : 'all')
  const [box, height] = useHeight()
  const columns = useColumns()
  const takenCount = preview.newCount + preview.updateCount
  const counts: readonly [Shown, number][] = [
    ['all', preview.rows.length],
    ['new', preview.newCount],
    ['update', preview.updateCount],
    ['unchanged', preview.unchangedCount],
    ['error', preview.errorCount],
  ]
  return (
    <>
      <div className={css['toolbar']}>
        <Segmented<Shown>
          value={shown}
          options={counts.map(([value, count]) => ({ value, label: t(value, { count }), disabled: count === 0 }))}
          onChange={setShown}
          data-testid="import-filter"
        />
      </div>
      <div ref={box} className={css['table']} data-testid="import-rows">
        {height === 0 ? null : (
          <Table<ImportRow>
            virtual
            size="middle"
            rowKey="row"
            columns={columns}
            dataSource={shown === 'all' ? preview.rows : preview.rows.filter(({ action }) => action === shown)}
            pagination={false}
            scroll={{ x: 900, y: height - HEADER_PX }}
          />
        )}
      </div>
      <ErrorSentence text={sentence} testId="import-error" />
      <footer className={css['row']}>
        <Button
          type="primary"
          size="large"
          disabled={takenCount === 0}
          loading={busy}
          onClick={onCommit}
          data-testid="import-commit"
        >
          {busy ? t('committing', { count: takenCount }) : t('commit', { count: takenCount })}
        </Button>
        <Button size="large" disabled={busy} onClick={onEdit} data-testid="import-edit">
          {t('editAgain')}
        </Button>
        {busy ? (
          <Progress className={css['progress'] ?? ''} percent={100} status="active" showInfo={false} />
        ) : (
          <span className={css['count']}>
            {takenCount === 0
              ? t('nothing')
              : preview.errorCount > 0
                ? t('errorsStay', { count: preview.errorCount })
                : ''}
          </span>
        )}
      </footer>
    </>
  )
}

const TONES = { new: 'good', update: 'good', unchanged: 'quiet', error: 'attention' } as const

function useColumns(): TableColumnsType<ImportRow> {
  const t = useText(importText)
  const tProducts = useText(productsText)
  const locale = useLocale()
  const words = {
    new: t('actionNew'),
    update: t('actionUpdate'),
    unchanged: t('actionUnchanged'),
    error: t('actionError'),
  }
  return [
    { title: t('colRow'), dataIndex: 'row', width: 80, align: 'right' },
    {
      title: t('colAction'),
      key: 'action',
      width: 110,
      render: (_, { action }) => <Chip tone={TONES[action]}>{words[action]}</Chip>,
    },
    { title: tProducts('colName'), dataIndex: 'nameZh', width: 300 },
    { title: tProducts('colBarcode'), dataIndex: 'barcode', width: 180 },
    { title: tProducts('colPrice'), dataIndex: 'priceText', width: 120, align: 'right' },
    {
      title: t('colProblem'),
      key: 'problem',
      render: (_, { problem }) =>
        problem === null ? '' : <span className={css['problem']}>{sentenceOf(problem, locale)}</span>,
    },
  ]
}
