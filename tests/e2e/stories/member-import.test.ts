/** 会员导入: an old program's list with ten bad rows, corrected in the file that comes back, and loaded again. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readTable } from '../../../electron/spreadsheet/read-table.ts'
import { writeXlsx } from '../../../electron/spreadsheet/xlsx-file.ts'
import { refusalText } from '../../../shared/text/refusals.ts'
import { openTillPage, type TillPage } from '../till-page.ts'
import { atWork, expectNoErrors, seen, tap, wordsOf, ZHOU_MINGYUAN } from './steps/cashier.ts'
import { savedFile } from './steps/saved-file.ts'

const HEADER = [
  '会员姓名',
  '手机号码',
  '卡号',
  '会员等级',
  '出生日期',
  '性别',
  '标签',
  '剩余积分',
  '余额',
  '赠送金额',
  '备注',
]
const NAMES = ['林静怡', '赵海波', '欧阳明月', '徐梓涵', '郭建军', '阿依古丽·买买提', '何雨桐', '沈知行']
const GOOD = 30

type Row = (string | number)[]

function rowOf(ordinal: number, changes: Readonly<Record<number, string | number>> = {}): Row {
  const row: Row = [
    `${NAMES[ordinal % NAMES.length]}${ordinal}`,
    `1391${String(ordinal).padStart(7, '0')}`,
    `6602${String(ordinal).padStart(8, '0')}`,
    ordinal % 3 === 0 ? '金卡' : '',
    '1988-03-08',
    ordinal % 2 === 0 ? '女' : '男',
    '老顾客',
    ordinal * 10,
    ordinal * 5,
    0,
    ordinal % 5 === 0 ? '每周六来' : '',
  ]
  return row.map((cell, place) => changes[place] ?? cell)
}

/** Each is wrong in its own way, and what corrects it. */
const BAD: readonly { readonly wrong: Readonly<Record<number, string | number>>; readonly sentence: string }[] = [
  { wrong: { 1: '1391000010' }, sentence: '是 10 位,应为 11 位' },
  { wrong: { 1: '2391000010x' }, sentence: '不对,应为 11 位' },
  { wrong: { 1: '13910000001' }, sentence: '手机号与第 2 行重复' },
  { wrong: { 2: '660200000002' }, sentence: '卡号与第 3 行重复' },
  { wrong: { 3: '黑金卡' }, sentence: '没有等级「黑金卡」' },
  { wrong: { 4: '2月30日' }, sentence: '生日「2月30日」不对' },
  { wrong: { 5: '不详' }, sentence: '应为男或女' },
  { wrong: { 7: '12.5' }, sentence: '应为整数' },
  { wrong: { 8: -20 }, sentence: '不能是负数' },
  { wrong: { 8: '6800.00' }, sentence: '超过法定上限' },
]

const sheetOf = (rows: readonly (readonly (string | number)[])[]): Promise<Buffer> =>
  writeXlsx({ name: '会员', columns: HEADER.map(() => ({ width: 14 })), fixedRows: 1, rows: [HEADER, ...rows] })

test('an import with ten bad rows, corrected and loaded again', async () => {
  const till = await openTillPage()
  await atWork(till, ZHOU_MINGYUAN)
  await importPage(till)
  await till.picture('member-import-choose')
  const good = Array.from({ length: GOOD }, (_, place) => rowOf(place + 1))
  const bad = BAD.map(({ wrong }, place) => rowOf(GOOD + 1 + place, wrong))
  await load(till, '老会员名单.xlsx', await sheetOf([...good, ...bad]))
  await seen(till, 'import-rows')
  await till.page.getByText('有问题 10').waitFor()
  for (const { sentence } of BAD.slice(0, 3)) await till.page.getByText(sentence).first().waitFor()
  expect(await problems(till)).toEqual(BAD.map(({ sentence }): unknown => expect.stringContaining(sentence)))
  await till.picture('member-import-problems')

  await tap(till, 'import-commit')
  await seen(till, 'import-done')
  expect(await wordsOf(till, 'import-done')).toContain('导入完成:30位会员')
  await till.picture('member-import-done')

  const errors = await savedFile(till, () => tap(till, 'import-errors'))
  expect(errors.name).toBe('老会员名单-待更正.xlsx')
  const corrected = await correct(readFileSync(errors.path))
  await tap(till, 'import-again')
  await load(till, '老会员名单-待更正.xlsx', corrected)
  await till.page.getByText('没有发现问题').waitFor()
  await tap(till, 'import-commit')
  await seen(till, 'import-done')
  expect(await wordsOf(till, 'import-done')).toContain('导入完成:10位会员')

  // the first file again, as after a power cut: nobody comes in twice
  await tap(till, 'import-again')
  await till.kill9()
  await atWork(till, ZHOU_MINGYUAN)
  await importPage(till)
  await load(till, '老会员名单.xlsx', await sheetOf([...good, ...bad]))
  await till.page.getByText('已导入 30').waitFor()
  expect(await till.page.getByTestId('import-commit').isDisabled()).toBe(true)
  const found = await till.client.till.findMembers({ query: '13910000040' })
  expect(found.map(({ name }) => name)).toEqual([String(rowOf(40)[0])])
  expectNoErrors(till)
}, 240_000)

test('a column that is called otherwise is shown, a file that is none says so', async () => {
  const till = await openTillPage()
  await atWork(till, ZHOU_MINGYUAN)
  await importPage(till)
  await load(till, '照片.xlsx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]))
  await till.page.getByRole('alert').filter({ hasText: '旧版 .xls 或带密码' }).waitFor()
  await load(till, '名单.csv', Buffer.from('称呼,手机\n林静怡,13910000001\n'))
  await seen(till, 'import-missing')
  await till.picture('member-import-missing')
  await till.page.getByTestId('map-name').click()
  await till.page.locator('.ant-select-item-option').filter({ hasText: '称呼' }).click()
  await till.page.getByText('没有发现问题').waitFor()
  expectNoErrors(till)
}, 120_000)

async function importPage(till: TillPage): Promise<void> {
  await tap(till, 'menu')
  await tap(till, 'menu-back-office')
  await tap(till, 'tab-memberImport')
  await seen(till, 'member-import')
}

/** What the page says of each wrong row, in both cells and sentences that are out of sight too. */
async function problems(till: TillPage): Promise<string[]> {
  const importId = (await till.client.memberImport.view())?.importId ?? ''
  const { rows } = await till.client.memberImport.rows({ importId, show: 'wrong', from: 0, limit: 50 })
  return rows.map((row) => row.problems.map(({ refusal }) => refusalText(refusal, 'zh')).join(' '))
}

async function load(till: TillPage, name: string, buffer: Buffer): Promise<void> {
  await till.page.getByTestId('import-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

/** As somebody does it in a spreadsheet: only what the last column complains of. */
async function correct(bytes: Buffer): Promise<Buffer> {
  const table = await readTable({ bytes, maxRows: 100 })
  if (!table.ok) throw new Error(table.refusal.code)
  const [header, ...rows] = table.value.rows
  expect(rows.map(({ cells }) => cells[HEADER.length])).toEqual(BAD.map((_, place) => String(GOOD + 2 + place)))
  const fixed = rows.map(({ cells }, place) => {
    const right = rowOf(GOOD + 1 + place)
    return cells.map((cell, column) => (column in (BAD[place]?.wrong ?? {}) ? (right[column] ?? '') : cell))
  })
  return writeXlsx({ name: '会员', columns: [], fixedRows: 1, rows: [header?.cells ?? [], ...fixed] })
}
