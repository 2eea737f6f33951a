/** The rows with a problem as a file that can be corrected and loaded again: its own columns, and what is wrong. */
import type { Refusal } from '../../../shared/domain/result.ts'
import { refusalText } from '../../../shared/text/refusals.ts'
import { writeXlsx } from '../../spreadsheet/xlsx-file.ts'

interface WrongRow {
  /** as the file numbers it */
  readonly row: number
  readonly cells: readonly string[]
  readonly problems: readonly Refusal[]
}

const ROW_WIDTH = 8
const CELL_WIDTH = 16
const PROBLEM_WIDTH = 60
const PROBLEM_HEADER = '问题(改好后可直接再次导入)'
const ROW_HEADER = '原文件行号'

/** The added columns stand last and mean nothing to an import. */
export function errorsSheet(header: readonly string[], rows: Iterable<WrongRow>): Promise<Buffer> {
  const width = header.length
  return writeXlsx({
    name: '待更正',
    columns: [...header.map(() => ({ width: CELL_WIDTH })), { width: ROW_WIDTH }, { width: PROBLEM_WIDTH }],
    fixedRows: 1,
    rows: sheetRows([...header, ROW_HEADER, PROBLEM_HEADER], width, rows),
  })
}

function* sheetRows(
  header: readonly string[],
  width: number,
  rows: Iterable<WrongRow>,
): Generator<(string | number | null)[]> {
  yield [...header]
  for (const { row, cells, problems } of rows) {
    const own = Array.from({ length: width }, (_, place) => cells[place] ?? '')
    const wrong = problems.map((problem) => refusalText({ code: problem.code, params: { ...problem.params } }, 'zh'))
    yield [...own, row, wrong.join(';')]
  }
}
