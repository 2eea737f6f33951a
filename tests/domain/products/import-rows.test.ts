import { describe, expect, test } from 'vitest'
import { MAX_IMPORT_ROWS, readImport, type ReadRow } from '../../../shared/domain/products/import-rows.ts'
import { splitPasted } from '../../../shared/domain/products/pasted-table.ts'
import { must, refusal } from '../../features/test-till.ts'

const rowOf = (text: string): ReadRow => {
  const [row] = must(readImport(text))
  if (row === undefined) throw new Error('no row')
  return row
}

describe('a pasted text becomes cells', () => {
  test.each([
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'full-width commas',
      'a\uff0cb\n1\uff0c2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs win over commas',
      'a\tb\n1,5\t2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'quotes',
      'a,b\n"1,234.50","say ""hi"""',
      [
        ['a', 'b'],
        ['1,234.50', 'say "hi"'],
      ],
    ],
    [
      'a line break in quotes',
      'a\tb\n"x\ny"\t2',
      [
        ['a', 'b'],
        ['x\ny', '2'],
      ],
    ],
    [
      'a stray quote',
      'a,b\n"6 inch,2\nx,3',
      [
        ['a', 'b'],
        ['"6 inch', '2'],
        ['x', '3'],
      ],
    ],
    [
      'quotes in the middle',
      'a,b\n6" disc,2',
      [
        ['a', 'b'],
        ['6" disc', '2'],
      ],
    ],
    [
      'Windows and old Mac line ends',
      'a,b\r\n1,2\r3,4',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'a byte order mark',
      '\uFEFFa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['one column', 'a\n1', [['a'], ['1']]],
    [
      'an empty last cell',
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['nothing', '', []],
    ['blank lines only', '\n \n\t\n', []],
  ])('%s', (_, text, cells) => {
    expect(splitPasted(text).map((row) => row.cells)).toEqual(cells)
  })

  test('blank rows are left out and counted', () => {
    expect(splitPasted('a,b\n\n1,2\n,\n3,4').map(({ row }) => row)).toEqual([1, 3, 5])
  })
})

describe('columns', () => {
  const expected = {
    row: 2,
    nameZh: '可颂',
    barcode: '6901234567892',
    priceFen: 1250,
    categoryText: '面包',
    unit: '个',
    taxRateBp: 1300,
    costFen: 600,
    memberPriceFen: 1100,
    problem: null,
  }
  test.each([
    [
      'Chinese, tabs',
      '名称\t条码\t价格\t分类\t单位\t税率\t成本\t会员价\n可颂\t6901234567892\t12.50\t面包\t个\t13%\t6\t11',
    ],
    [
      'English, commas',
      'Name,Barcode,Price,Category,Unit,Tax rate,Cost,Member price\n可颂,6901234567892,12.50,面包,个,13%,6,11',
    ],
    [
      'another order and other names',
      '会员价,进价,税率,单位,类别,零售价,商品条码,商品名称\n11,6,13,个,面包,¥12.5,6901234567892,可颂',
    ],
    [
      'units behind the names',
      '名称\t条码\t价格(元)\t分类\t单位\t税率(%)\t成本\uff08元\uff09\t会员价\n可颂\t６９０１２３４５６７８９２\t１２．５\t面包\t个\t13\t6\t11',
    ],
    [
      'columns that mean nothing here',
      '序号,名称,条码,产地,价格,分类,单位,税率,成本,会员价\n1,可颂,6901234567892,上海,12.5,面包,个,13,6,11',
    ],
  ])('%s', (_, text) => {
    expect(rowOf(text)).toMatchObject(expected)
  })

  test('what is missing or empty says nothing', () => {
    for (const text of ['名称,价格\n可颂,12.5', '名称,价格,条码,分类,单位,税率,成本,会员价\n可颂,12.5,,,,,,']) {
      expect(rowOf(text)).toMatchObject({
        barcode: null,
        categoryText: '',
        unit: undefined,
        taxRateBp: undefined,
        costFen: undefined,
        memberPriceFen: undefined,
        problem: null,
      })
    }
  })

  test.each([
    ['条码,价格\n1,2', { code: 'import-column-missing', params: { column: '名称' } }],
    ['名称,条码\n1,2', { code: 'import-column-missing', params: { column: '价格' } }],
    ['可颂\t12.50', { code: 'import-column-missing', params: { column: '名称' } }],
    ['', { code: 'import-empty', params: {} }],
  ])('%j is refused', (text, expectedRefusal) => {
    expect(refusal(readImport(text))).toEqual(expectedRefusal)
  })

  test('too many rows at once', () => {
    const text = (rows: number): string => `名称,价格\n${'可颂,12.5\n'.repeat(rows)}`
    expect(readImport(text(MAX_IMPORT_ROWS)).ok).toBe(true)
    expect(refusal(readImport(text(MAX_IMPORT_ROWS + 1)))).toEqual({
      code: 'import-too-many',
      params: { max: MAX_IMPORT_ROWS },
    })
  })
})

describe('problems of a row', () => {
  test.each([
    ['', '12.50', '', '', 'import-name-missing', {}],
    ['可'.repeat(61), '12.50', '', '', 'import-name-long', { max: 60 }],
    ['可颂', '12.505', '', '', 'import-price-wrong', { text: '12.505' }],
    ['可颂', '', '', '', 'import-price-wrong', { text: '' }],
    ['可颂', '0', '', '', 'import-price-wrong', { text: '0' }],
    ['可颂', '12.50', '6.9E+12', '', 'import-barcode-wrong', { text: '6.9E+12' }],
    ['可颂', '12.50', '1234', '', 'import-barcode-wrong', { text: '1234' }],
    ['可颂', '12.50', '', '很多', 'import-tax-wrong', { text: '很多' }],
  ])('%j %j %j %j: %s', (name, price, barcode, tax, code, params) => {
    expect(rowOf(`名称\t价格\t条码\t税率\n${name}\t${price}\t${barcode}\t${tax}`).problem).toEqual({ code, params })
  })

  test('a barcode that stood before, whichever way it is written', () => {
    const rows = must(
      readImport("名称,价格,条码\n甲,1,6901234567892\n乙,2,'6901234567892\n丙,3,６９０１２３４５６７８９２"),
    )
    expect(rows.map((row) => row.problem)).toEqual([
      null,
      { code: 'import-barcode-twice', params: { row: 2 } },
      { code: 'import-barcode-twice', params: { row: 2 } },
    ])
  })
})
