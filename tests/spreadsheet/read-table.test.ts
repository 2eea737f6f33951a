/** Tables from the files that people have: Excel, WPS, CSV in every encoding, and what is none. */
import iconv from 'iconv-lite'
import { writeXlsx as writeWorkbook } from 'hucre/xlsx'
import { describe, expect, test, vi } from 'vitest'
import { readTable } from '../../electron/spreadsheet/read-table.ts'
import { writeXlsx } from '../../electron/spreadsheet/xlsx-file.ts'
import { must } from '../till/small-shop.ts'

const read = async (bytes: Uint8Array, maxRows = 100) => readTable({ bytes: Buffer.from(bytes), maxRows })

describe('an .xlsx workbook', () => {
  test('is read as it is shown: texts, numbers without exponent, days', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        {
          name: '会员',
          rows: [
            ['姓名', '手机', '卡号', '生日', '余额'],
            ['王小明 & 李<四>', 13_800_138_000, 6_600_000_000_123, new Date(Date.UTC(1990, 4, 12)), 0.1 + 0.2],
            [],
            ['第二\n行', '013800', null, true, -12.5],
          ],
        },
      ],
    })
    expect(must(await read(bytes)).rows).toEqual([
      { row: 1, cells: ['姓名', '手机', '卡号', '生日', '余额'] },
      { row: 2, cells: ['王小明 & 李<四>', '13800138000', '6600000000123', '1990-05-12', '0.3'] },
      { row: 4, cells: ['第二\n行', '013800', '', 'TRUE', '-12.5'] },
    ])
  })

  test('says which cells are formulas and which are merged', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        {
          name: 'a',
          rows: [
            ['a', 'b'],
            ['1', 2],
            ['3', 4],
          ],
          cells: new Map([['1,1', { formula: 'A2*2', formulaResult: 2 }]]),
          merges: [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }],
        },
      ],
    })
    const table = must(await read(bytes))
    expect(table.rows[1]).toEqual({ row: 2, cells: ['1', '2'], formulas: [1] })
    expect(table.merged).toEqual([{ fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 0 }])
  })

  test('of the other way of keeping texts is the same', async () => {
    const rows = [
      ['a', 'b & c'],
      ['一段比十三个字还要长一些的文字,带<尖括号>', 'x'],
    ]
    const shared = must(await read(await writeWorkbook({ sheets: [{ name: 'a', rows }] })))
    const inline = must(await read(await writeWorkbook({ sheets: [{ name: 'a', rows }], stringMode: 'inline' })))
    const ours = must(await read(await writeXlsx({ name: 'a', columns: [], fixedRows: 0, rows })))
    expect(shared.rows.map(({ cells }) => cells)).toEqual(rows)
    expect(inline).toEqual(shared)
    expect(ours).toEqual(shared)
  })

  test('is refused where it has too many rows, and says how many', async () => {
    const rows = Array.from({ length: 131 }, (_, place) => [`r${place}`])
    const refused = await read(await writeXlsx({ name: 'a', columns: [], fixedRows: 0, rows }))
    expect(refused).toEqual({ ok: false, refusal: { code: 'table-too-many-rows', params: { max: 100, rows: 130 } } })
  })

  test('that is cut or changed anywhere is refused, and never throws', async () => {
    const whole = await writeXlsx({ name: 'a', columns: [], fixedRows: 0, rows: [['姓名'], ['甲'], ['乙']] })
    for (let at = 4; at < whole.length; at += 7) {
      const cut = await read(whole.subarray(0, at))
      expect(cut.ok).toBe(false)
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      const answer = await read(changed)
      if (!answer.ok) expect(['table-unreadable', 'table-empty', 'table-old-excel']).toContain(answer.refusal.code)
    }
  })
})

test('a workbook is written the same where the runtime cannot pack as spreadsheets do', async () => {
  vi.stubGlobal('CompressionStream', OldCompression)
  const rows = Array.from({ length: 500 }, (_, place) => [`会员${place}`, '=1+1', '-5'])
  const bytes = await writeXlsx({ name: 'a', columns: [], fixedRows: 0, rows })
  expect(globalThis.CompressionStream).not.toBe(OldCompression)
  vi.unstubAllGlobals()
  expect(bytes.length).toBeLessThan(12_000)
  const table = must(await read(bytes, 1000))
  expect(table.rows.map(({ cells }) => cells)).toEqual(rows)
  expect(table.rows.every(({ formulas }) => formulas === undefined)).toBe(true)
})

/** As Node 18 has it. */
class OldCompression {
  readonly readable = null

  constructor(format: string) {
    if (format === 'deflate-raw') throw new TypeError(`unknown format ${format}`)
  }
}

describe('a CSV file', () => {
  const text = '姓名,手机\n"王,小明",\'013800\n李四,="0138"\n'
  const cells = [
    ['姓名', '手机'],
    ['王,小明', '013800'],
    ['李四', '0138'],
  ]

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16', iconv.encode(text, 'utf16le', { addBOM: true })],
  ])('in %s', async (_, bytes) => {
    expect(must(await read(bytes)).rows.map((row) => row.cells)).toEqual(cells)
  })
})
