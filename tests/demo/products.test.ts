import { describe, expect, test } from 'vitest'
import { demoCategories } from '../../electron/demo/categories.ts'
import { demoProducts } from '../../electron/demo/products.ts'
import { guessScan, hasEan13CheckDigit } from '../../shared/domain/basket/scan-code.ts'

const products = demoProducts()
const sorted = (numbers: number[]): number[] => numbers.sort((a, b) => a - b)

describe('the demo products', () => {
  test('are 300, in ten categories, each of which has some', () => {
    expect(products).toHaveLength(300)
    expect(demoCategories().map((category) => category.nameZh)).toEqual([
      '面包',
      '蛋糕',
      '咖啡',
      '茶饮',
      '饮料',
      '乳品',
      '零食',
      '粮油',
      '称重',
      '日用',
    ])
    for (const { id } of demoCategories()) {
      expect(products.filter((product) => product.categoryId === id).length).toBeGreaterThanOrEqual(18)
    }
  })

  test('have skus, names, barcodes and PLUs of their own', () => {
    expect(new Set(products.map((product) => product.sku)).size).toBe(300)
    expect(new Set(products.map((product) => product.name)).size).toBe(300)
    expect(new Set(products.map((product) => product.barcode ?? product.plu)).size).toBe(300)
  })

  test('counted ones have a Chinese EAN-13 that scans as goods and no PLU', () => {
    const counted = products.filter((product) => product.countable)
    expect(counted).toHaveLength(276)
    for (const product of counted) {
      expect(product.plu).toBeNull()
      expect(product.barcode).toMatch(/^69\d{11}$/)
      expect(hasEan13CheckDigit(product.barcode ?? '')).toBe(true)
      expect(guessScan(product.barcode ?? '').kind).toBe('goods')
      expect(product.unit).not.toBe('kg')
    }
  })

  test('weighed ones have a PLU of five digits, no barcode, and a price by the kilogram', () => {
    const weighed = products.filter((product) => !product.countable)
    expect(weighed).toHaveLength(24)
    for (const product of weighed) {
      expect(product).toMatchObject({ barcode: null, unit: 'kg', categoryId: 'weighed' })
      expect(product.plu).toMatch(/^1\d{4}$/)
    }
  })

  test('cost less than they bring, members never pay more, and one alone has an open price', () => {
    for (const product of products) {
      if (product.openPrice === true) continue
      expect(product.priceFen).toBeGreaterThan(0)
      expect(product.costFen).toBeGreaterThan(0)
      expect(product.costFen).toBeLessThan(product.memberPriceFen ?? product.priceFen)
      expect(product.memberPriceFen ?? product.priceFen).toBeLessThanOrEqual(product.priceFen)
    }
    const open = products.filter((product) => product.openPrice === true)
    expect(open.map((product) => [product.name, product.priceFen])).toEqual([['生日蛋糕定制', 0]])
    expect(products.filter((product) => product.memberPriceFen !== undefined).length).toBeGreaterThan(15)
  })

  test('carry one of the two tax rates, the lower one for milk, eggs, grain and fresh produce', () => {
    expect(new Set(products.map((product) => product.taxRateBp))).toEqual(new Set([900, 1300]))
    const rateOf = (name: string): number | undefined => products.find((product) => product.name === name)?.taxRateBp
    expect(['晨牧 鲜牛奶 250ml', '鲜鸡蛋 10 枚', '黑土香 五常大米 5kg', '进口香蕉'].map(rateOf)).toEqual([
      900, 900, 900, 900,
    ])
    expect(['法式黄油可颂', '晨牧 老酸奶 139g', '绵白糖 500g', '散称桃酥'].map(rateOf)).toEqual([
      1300, 1300, 1300, 1300,
    ])
  })

  test('fill the page 常用 in an order without gaps, each with an English name', () => {
    const favourites = products.filter((product) => product.favouriteRank !== undefined)
    expect(sorted(favourites.map((product) => product.favouriteRank ?? 0))).toEqual(
      Array.from({ length: 22 }, (_, index) => index + 1),
    )
    for (const product of favourites) expect(product.nameEn).toBeTruthy()
  })

  test('some take no reduction', () => {
    expect(products.filter((product) => !product.discountable).map((product) => product.name)).toContain('购物袋 中号')
    expect(products.filter((product) => !product.pointsEligible)).toHaveLength(2)
  })
})
