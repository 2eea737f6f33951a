import { describe, expect, test } from 'vitest'
import {
  decideAddNow,
  decideSave,
  freeSku,
  newGoods,
  type Goods,
  type Shelf,
} from '../../../shared/domain/products/goods.ts'
import { must } from '../../features/test-till.ts'

const croissant: Goods = {
  ...newGoods('BR001'),
  nameZh: '可颂',
  barcode: '6901234567892',
  categoryId: 'bread',
}
const apples: Goods = {
  ...newGoods('WG001'),
  nameZh: '苹果',
  plu: '10001',
  countable: false,
  unit: 'kg',
  categoryId: 'bread',
}
const shelf: Shelf = {
  product: (sku) => [croissant, apples].find((goods) => goods.sku === sku),
  byPlu: (plu) => (plu === apples.plu ? apples : undefined),
  byBarcode: (barcode) => (barcode === croissant.barcode ? croissant : undefined),
  hasCategory: (categoryId) => categoryId === 'bread',
}

describe('what a manager may save', () => {
  const fresh = { ...newGoods('BR002'), nameZh: '贝果', categoryId: 'bread', priceFen: 900 }
  test.each([
    ['a new product', fresh, null],
    ['a product with its own barcode', { ...croissant, priceFen: 1300 }, null],
    ['a barcode of another one', { ...fresh, barcode: '6901234567892' }, 'barcode-taken'],
    ['weighed goods with their own scale number', { ...apples, priceFen: 1300 }, null],
    ['a scale number of another one', { ...fresh, countable: false, plu: '10001' }, 'plu-taken'],
    ['a category that is not there', { ...fresh, categoryId: 'cake' }, 'category-unknown'],
    ['a number that reads as an open price', { ...fresh, sku: 'BR@100' }, 'malformed'],
  ])('%s', (_, edit, code) => {
    const decided = decideSave(edit, shelf)
    expect(decided.ok ? null : decided.refusal.code).toBe(code)
  })

  test('only weighed goods have a number on the scale', () => {
    expect(must(decideSave({ ...apples, plu: '10002' }, shelf)).plu).toBe('10002')
    expect(must(decideSave({ ...fresh, plu: '10002' }, shelf)).plu).toBeNull()
  })
})

describe('an unknown barcode becomes a product', () => {
  const wanted = { barcode: '6900000000014', nameZh: '新货', priceFen: 500, categoryId: 'bread' }
  test('with what a cashier knows of it', () => {
    expect(must(decideAddNow(wanted, shelf))).toMatchObject({
      sku: wanted.barcode,
      ...wanted,
      taxRateBp: 1300,
      countable: true,
    })
  })
  test.each([
    [{ ...wanted, barcode: '6901234567892' }, 'barcode-taken'],
    [{ ...wanted, categoryId: 'cake' }, 'category-unknown'],
  ])('refused', (asked, code) => {
    const decided = decideAddNow(asked, shelf)
    expect(decided.ok ? null : decided.refusal.code).toBe(code)
  })
})

test('a number that is taken gets a tail', () => {
  const taken = new Set(['A', 'A-2'])
  expect(['A', 'B'].map((wish) => freeSku(wish, (sku) => taken.has(sku)))).toEqual(['A-3', 'B'])
})
