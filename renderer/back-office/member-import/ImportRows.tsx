/** A page of the rows as the file has them; each problem stands under the cell that it is about. */
import { Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { MemberColumn, MemberImportRow, MemberImportView } from '../../../shared/contract/member-import.ts'
import { memberImportText } from '../../../shared/text/member-import.ts'
import { useLocale, useText } from '../../i18n.ts'
import { ErrorSentence } from '../../kit/ErrorSentence.tsx'
import { useRead } from '../../kit/use-read.ts'
import { sentenceOf } from '../../state/run.ts'
import { Chip } from '../Chip.tsx'
import { useHeight } from '../use-height.ts'
import { COLUMN_TEXTS, COLUMNS } from './columns.ts'
import css from './MemberImport.module.css'

export type Shown = 'all' | MemberImportRow['state']

const PAGE_ROWS = 200
const HEADER_PX = 47
const PAGES_PX = 52
const WIDTHS: Readonly<Record<MemberColumn, number>> = {
  name: 150,
  phone: 170,
  card: 170,
  tier: 110,
  birthday: 130,
  sex: 80,
  tags: 160,
  points: 100,
  principal: 120,
  bonus: 110,
  note: 200,
}
const AMOUNTS: readonly MemberColumn[] = ['points', 'principal', 'bonus']

export function ImportRows({ view, shown }: { view: MemberImportView; shown: Shown }) {
  const locale = useLocale()
  const [page, setPage] = useState(1)
  const [box, height] = useHeight()
  const { importId, columns: map } = view
  const from = (page - 1) * PAGE_ROWS
  const reading = useRead(`member-import ${importId} ${view.digest} ${shown} ${from}`, (client) =>
    client.memberImport.rows({ importId, show: shown, from, limit: PAGE_ROWS }),
  )
  const mapped = COLUMNS.filter((column) => map[column] !== undefined)
  const columns = useColumns(mapped)
  const width = mapped.reduce((sum, column) => sum + WIDTHS[column], 180)
  return (
    <div ref={box} className={css['table']} data-testid="import-rows">
      <ErrorSentence text={reading.refusal === null ? null : sentenceOf(reading.refusal, locale)} testId="rows-error" />
      {height === 0 ? null : (
        <Table<MemberImportRow>
          virtual
          size="small"
          rowKey="row"
          loading={reading.loading && reading.value === null}
          columns={columns}
          dataSource={reading.value?.rows ?? []}
          scroll={{ x: width, y: height - HEADER_PX - ((reading.value?.total ?? 0) > PAGE_ROWS ? PAGES_PX : 0) }}
          pagination={{
            current: page,
            pageSize: PAGE_ROWS,
            total: reading.value?.total ?? 0,
            showSizeChanger: false,
            hideOnSinglePage: true,
            size: 'small',
            onChange: setPage,
          }}
        />
      )}
    </div>
  )
}

const TONES = { fresh: 'good', taken: 'quiet', existing: 'quiet', wrong: 'attention' } as const

function useColumns(mapped: readonly MemberColumn[]): TableColumnsType<MemberImportRow> {
  const t = useText(memberImportText)
  const locale = useLocale()
  const words = {
    fresh: t('stateFresh'),
    taken: t('stateTaken'),
    existing: t('stateExisting'),
    wrong: t('stateWrong'),
  }
  const ofCell = ({ problems }: MemberImportRow, column: MemberColumn | null): string =>
    problems
      .filter((problem) => problem.column === column)
      .map(({ refusal }) => sentenceOf(refusal, locale))
      .join(' ')
  return [
    { title: t('colRow'), dataIndex: 'row', width: 76, align: 'right', fixed: 'left' },
    {
      title: t('colState'),
      key: 'state',
      width: 104,
      fixed: 'left',
      render: (_, row) => (
        <>
          <Chip tone={TONES[row.state]}>{words[row.state]}</Chip>
          <span className={css['problem']}>{ofCell(row, null)}</span>
        </>
      ),
    },
    ...mapped.map((column): TableColumnsType<MemberImportRow>[number] => ({
      title: t(COLUMN_TEXTS[column]),
      key: column,
      width: WIDTHS[column],
      align: AMOUNTS.includes(column) ? 'right' : 'left',
      render: (_, row) => <Cell text={row.cells[column] ?? ''} problem={ofCell(row, column)} empty={t('empty')} />,
    })),
  ]
}

function Cell({ text, problem, empty }: { text: string; problem: string; empty: string }) {
  if (problem === '') return <span className={css['cell']}>{text}</span>
  return (
    <span className={css['wrongCell']}>
      <b>{text === '' ? empty : text}</b>
      <span className={css['problem']}>{problem}</span>
    </span>
  )
}
