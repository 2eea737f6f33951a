import { describe, expect, test } from 'vitest'
import { decideImport, type ImportPlan } from '../../../shared/domain/products/decide-import.ts'
import { newGoods, type Goods } from '../../../shared/domain/products/goods.ts'
import { readImport } from '../../../shared/domain/products/import-rows.ts'
import { must } from '../../features/test-till.ts'

const categories = [
  { categoryId: 'bread', nameZh: '面包', nameEn: 'Bread' },
  { categoryId: 'other', nameZh: '其他', nameEn: 'Other' },
]
const croissant: Goods = {
  ...newGoods('BR001'),
  nameZh: '可颂',
  barcode: '6901234567892',
  categoryId: 'bread',
  priceFen: 1200,
  memberPriceFen: 1100,
  favourite: 3,
}
const loose: Goods = {
  ...newGoods('WG001'),
  nameZh: '散称曲奇',
  plu: '10001',
  categoryId: 'bread',
  priceFen: 5000,
  unit: 'kg',
  countable: false,
}

const plan = (text: string): ImportPlan =>
  decideImport(must(readImport(text)), { goods: [croissant, loose], categories })
const actions = (text: string): string[] => plan(text).rows.map((row) => row.action)

describe('what a row does', () => {
  test.each([
    ['the same again', '名称,价格,条码\n可颂,12,6901234567892', ['unchanged']],
    ['another price', '名称,价格,条码\n可颂,13,6901234567892', ['update']],
    ['another name for a barcode', '名称,价格,条码\n大可颂,12,6901234567892', ['update']],
    ['a barcode that nobody has', '名称,价格,条码\n可颂,12,6901234567900', ['new']],
    ['a known name without a barcode', '名称,价格\n散称曲奇,52', ['update']],
    ['the name of goods that have a barcode', '名称,价格\n可颂,12', ['new']],
    ['the same new name twice', '名称,价格\n贝果,9\n贝果,9.5', ['new', 'update']],
    [
      'a category by name, by id, in English',
      '名称,价格,分类\n甲,1,面包\n乙,1,bread\n丙,1,Bread',
      ['new', 'new', 'new'],
    ],
    ['a category that is not there', '名称,价格,分类\n甲,1,酒水', ['error']],
    ['a row with a problem beside a good one', '名称,价格\n甲,一元\n乙,1', ['error', 'new']],
  ])('%s', (_, text, expected) => {
    expect(actions(text)).toEqual(expected)
  })

  test('what the row does not say stays', () => {
    expect(plan('名称,价格,条码\n可颂,13,6901234567892').goods).toEqual([{ ...croissant, priceFen: 1300 }])
    expect(plan('名称,价格\n散称曲奇,52').goods).toEqual([{ ...loose, priceFen: 5200 }])
  })

  test('new goods get numbers of their own, the barcode where there is one, and the category for the rest', () => {
    const { goods } = plan('名称,价格,条码,单位\n甲,1,,\n乙,2,690000001,盒\n丙,3,,公斤')
    expect(goods.map(({ sku, categoryId, unit, countable }) => [sku, categoryId, unit, countable])).toEqual([
      ['N00001', 'other', '件', true],
      ['690000001', 'other', '盒', true],
      ['N00002', 'other', 'kg', false],
    ])
  })

  test('each product is kept once, as the last of its rows leaves it', () => {
    const done = plan('名称,价格\n贝果,9\n贝果,9.5')
    expect(done.goods.map(({ sku, priceFen }) => [sku, priceFen])).toEqual([['N00001', 950]])
    expect(done).toMatchObject({ newCount: 1, updateCount: 1, unchangedCount: 0, errorCount: 0 })
  })

  test('a second import of the same text changes nothing', () => {
    const text = '名称,价格,条码,分类,单位,税率,成本,会员价\n贝果,9,690000001,面包,个,9%,4,8\n甲,1,,,,,,'
    const first = plan(text)
    const again = decideImport(must(readImport(text)), { goods: [croissant, loose, ...first.goods], categories })
    expect(again.rows.map((row) => row.action)).toEqual(['unchanged', 'unchanged'])
    expect(again.goods).toEqual([])
  })
})
