import { expect, test } from 'vitest'
import { searchRank, searchText } from '../../../shared/domain/products/search-rank.ts'

const keys = {
  sku: 'br001',
  barcode: '6901234567892',
  names: ['法式黄油可颂', 'buttercroissant'],
  syllables: ['fa', 'shi', 'huang', 'you', 'ke', 'song'],
}

test.each([
  ['BR001', 0],
  ['6901234567892', 0],
  ['fshy', 1],
  ['FSHYKS', 1],
  ['法式', 2],
  ['butter', 2],
  ['fashi', 3],
  ['fashihu', 3],
  ['黄油', 4],
  ['croissant', 4],
  ['ks', 5],
  ['kesong', 6],
  ['huangy', 6],
  ['br0', 7],
  ['690123', 7],
  ['ashi', null],
  ['咖啡', null],
  ['', null],
])('%j ranks %s', (query, rank) => {
  expect(searchRank(searchText(query), keys)).toBe(rank)
})

test('a query is compared without blanks, case and width', () => {
  expect(searchText(' ＢＲ 001 ')).toBe('br001')
})
