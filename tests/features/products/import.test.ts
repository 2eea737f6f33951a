import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commitImport } from '../../../electron/features/products/commit-import.ts'
import { previewImport } from '../../../electron/features/products/preview-import.ts'
import { ImportPreview } from '../../../shared/contract/back-office.ts'
import { enter, makeTestShop } from '../test-shop.ts'
import { must, refusal, rowKinds, type TestTill } from '../test-till.ts'

let till: TestTill
beforeEach(async () => {
  till = await makeTestShop()
  await enter(till, 'manager')
})
afterEach(() => till.close())

const TEXT = ['名称\t条码\t价格\t分类', '可颂\t6901234567892\t¥12.50\t食品', '贝果\t\t9\t', '甜甜圈\t\t一元\t'].join(
  '\n',
)

test('preview, then take the good rows in one commit', async () => {
  const { core } = till
  const rows = core.store.head.seq
  const preview = must(await previewImport(core, { text: TEXT }))
  expect(ImportPreview.parse(preview)).toEqual(preview)
  expect(preview).toMatchObject({ newCount: 2, updateCount: 0, unchangedCount: 0, errorCount: 1 })
  expect(preview.rows.map(({ row, action }) => [row, action])).toEqual([
    [2, 'new'],
    [3, 'new'],
    [4, 'error'],
  ])
  expect(core.store.head.seq).toBe(rows)
  const command = { commandId: core.newId(), text: TEXT, digest: preview.digest }
  expect(must(await commitImport(core, command))).toEqual({ newCount: 2, updateCount: 0 })
  expect(core.store.head.seq).toBe(rows + 1)
  expect(core.catalog.products().map(({ sku, priceFen, categoryId }) => [sku, priceFen, categoryId])).toEqual([
    ['6901234567892', 1250, 'food'],
    ['N00001', 900, 'other'],
  ])
  // the same again is the first answer; another id finds nothing to do
  expect(must(await commitImport(core, command))).toEqual({ newCount: 2, updateCount: 0 })
  expect(refusal(await commitImport(core, { ...command, commandId: core.newId() })).code).toBe('import-empty')
  expect(core.store.head.seq).toBe(rows + 1)
  till = till.reopen()
  expect(till.core.catalog.products()).toHaveLength(2)
})

test('a text that changed after the preview is refused', async () => {
  const { core } = till
  const { digest } = must(await previewImport(core, { text: TEXT }))
  const command = { commandId: core.newId(), text: TEXT.replace('9\t', '8\t'), digest }
  expect(refusal(await commitImport(core, command)).code).toBe('import-changed')
  expect(core.catalog.products()).toEqual([])
  must(await commitImport(core, { ...command, text: TEXT }))
  const other = must(await previewImport(core, { text: `${TEXT}\n麻花\t\t3\t` }))
  expect(refusal(await commitImport(core, { ...command, digest: other.digest })).code).toBe('command-reused')
})

test('a double click imports once', async () => {
  const { core } = till
  const { digest } = must(await previewImport(core, { text: TEXT }))
  const command = { commandId: core.newId(), text: TEXT, digest }
  const answers = await Promise.all([commitImport(core, command), commitImport(core, command)])
  expect(answers.map(must)).toEqual([
    { newCount: 2, updateCount: 0 },
    { newCount: 2, updateCount: 0 },
  ])
  expect(rowKinds(core).filter((kind) => kind === 'products-saved')).toHaveLength(1)
})

test.each([
  ['条码,价格\n1,2', 'import-column-missing'],
  ['', 'import-empty'],
])('a text that is no list of goods', async (text, code) => {
  expect(refusal(await previewImport(till.core, { text })).code).toBe(code)
})

describe('twenty thousand rows', () => {
  const text = `名称,条码,价格,分类,单位,税率\n${Array.from({ length: 20_000 }, (_, index) => `商品${index},69${String(index).padStart(11, '0')},${index % 900}.5,食品,个,13%`).join('\n')}`

  test('are read while the till goes on, and written in one commit', async () => {
    const { core } = till
    let turns = 0
    const watch = setInterval(() => {
      turns += 1
    }, 5)
    const preview = must(await previewImport(core, { text }))
    clearInterval(watch)
    expect(preview.newCount).toBe(20_000)
    // the till had its turns meanwhile: the reading happened elsewhere
    expect(turns).toBeGreaterThan(5)
    const rows = core.store.head.seq
    expect(must(await commitImport(core, { commandId: core.newId(), text, digest: preview.digest }))).toEqual({
      newCount: 20_000,
      updateCount: 0,
    })
    expect(core.store.head.seq).toBe(rows + 1)
    expect((await core.catalog.search('shangpin19999', 3)).map(({ nameZh }) => nameZh)).toEqual(['商品19999'])
  })
})
