/** What is typed into the screens' forms, and what it means: no field is read approximately. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProductEdit, Settings } from '../../shared/contract/back-office.ts'
import { operatorProblems, pinProblems } from '../../renderer/back-office/operators/operator-draft.ts'
import { draftOf, newDraft, type ProductDraft, readDraft } from '../../renderer/back-office/products/product-draft.ts'
import { filterProducts, noFilter } from '../../renderer/back-office/products/product-filter.ts'
import * as settingsDraft from '../../renderer/back-office/settings/settings-draft.ts'
import { emptyShopDraft, headerLines, problemsOf } from '../../renderer/first-start/shop-draft.ts'
import { dayOf, dayText } from '../../renderer/kit/instant-text.ts'
import {
  countedFen,
  DENOMINATIONS_FEN,
  emptyCount,
  isUntouched,
  piecesText,
} from '../../renderer/shift/drawer-count.ts'
import { matchCode } from '../../renderer/sign-in/code-match.ts'
import { fixtureProducts, fixtureSettings } from './fixture-data.ts'

describe('a code at the sign-in', () => {
  const people = ['10', '1001', '1002', '0007'].map((code) => ({ code }))
  const kindOf = (typed: string, done = false): string => matchCode(people, typed, done).kind

  it.each([
    ['1', false, 'more'],
    ['10', false, 'more'],
    ['10', true, 'one'],
    ['1001', false, 'one'],
    ['0007', false, 'one'],
    ['7', false, 'none'],
    ['100', true, 'none'],
    ['10019', false, 'none'],
  ])('%s (Enter: %s) means %s', (typed, done, kind) => {
    expect(kindOf(typed, done)).toBe(kind)
  })
})

describe('a drawer', () => {
  it('is worth its pieces, and nothing when untouched', () => {
    expect(countedFen(emptyCount)).toBe(0)
    expect(isUntouched(emptyCount)).toBe(true)
    const count = { ...emptyCount, 10000: '9', 500: '3', 50: '1', 10: '7' }
    expect(countedFen(count)).toBe(900_00 + 15_00 + 50 + 70)
    expect(isUntouched({ ...emptyCount, 10: '0' })).toBe(false)
  })

  it('is the sum over its kinds, whatever the counts', () => {
    const pieces = fc.array(fc.nat(99_999), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(pieces, (counts) => {
        const entries = DENOMINATIONS_FEN.map((fen, index) => [fen, String(counts[index])] as const)
        const expected = DENOMINATIONS_FEN.reduce((sum, fen, index) => sum + fen * (counts[index] ?? 0), 0)
        expect(countedFen({ ...emptyCount, ...Object.fromEntries(entries) })).toBe(expected)
      }),
    )
  })

  it.each([
    ['12', '12'],
    ['007', '7'],
    ['0', '0'],
    ['-3', '3'],
    ['1.5', '15'],
    ['1234567', '12345'],
    ['张', ''],
  ])('takes %s as %s', (typed, text) => {
    expect(piecesText(typed)).toBe(text)
  })
})

describe('the form of a new shop', () => {
  const good = {
    ...emptyShopDraft,
    shopName: '麦田',
    managerName: '周明远',
    managerCode: '01',
    pin: '4826',
    pinAgain: '4826',
  }

  it('opens with what the contract takes', () => {
    expect(problemsOf(good)).toEqual({})
    expect(headerLines(' 天平路 18 号 \n\n电话 6431 8888\n\n')).toEqual(['天平路 18 号', '', '电话 6431 8888'])
    expect(headerLines('  \n ')).toEqual([])
  })

  it.each([
    [{ shopName: '  ' }, 'shopName'],
    [{ header: '1\n2\n3\n4\n5\n6' }, 'header'],
    [{ header: '好'.repeat(41) }, 'header'],
    [{ managerName: '' }, 'managerName'],
    [{ managerCode: '1' }, 'managerCode'],
    [{ managerCode: '1234567' }, 'managerCode'],
    [{ pin: '123' }, 'pin'],
    [{ pin: '123456789', pinAgain: '123456789' }, 'pin'],
    [{ pinAgain: '4827' }, 'pinAgain'],
  ])('names the field of %j', (part, field) => {
    expect(Object.keys(problemsOf({ ...good, ...part }))).toEqual([field])
  })
})

describe('a product in the drawer', () => {
  it('comes back as it was, for every product of the demo', () => {
    for (const product of fixtureProducts()) expect(readDraft(draftOf(product), []).product).toEqual(product)
  })

  it('keeps any amount and rate to the fen and basis point', () => {
    const base = fixtureProducts()[0]
    if (base === undefined) throw new Error('the demo has no products')
    const fen = fc.integer({ min: 1, max: 99_999_999 })
    fc.assert(
      fc.property(fen, fen, fc.integer({ min: 0, max: 10_000 }), (priceFen, memberPriceFen, taxRateBp) => {
        const product = { ...base, priceFen, memberPriceFen, taxRateBp }
        expect(readDraft(draftOf(product), []).product).toEqual(product)
      }),
    )
  })

  const known = fixtureProducts()
  const good: ProductDraft = { ...newDraft(known, 'bread'), nameZh: '开心果可颂', price: '18.5' }

  it('is taken by the contract when nothing is wrong', () => {
    const { product } = readDraft(good, known)
    expect(ProductEdit.parse(product)).toMatchObject({ sku: 'N00001', priceFen: 1850, taxRateBp: 1300, barcode: null })
    expect(newDraft([{ ...known[0], sku: 'N00041' } as ProductEdit], 'bread').sku).toBe('N00042')
  })

  it.each([
    [{ nameZh: ' ' }, 'nameZh'],
    [{ sku: 'BR001' }, 'sku'],
    [{ sku: 'A@1' }, 'sku'],
    [{ barcode: '12x' }, 'barcode'],
    [{ categoryId: '' }, 'categoryId'],
    [{ unit: '' }, 'unit'],
    [{ price: '' }, 'price'],
    [{ price: '12,5' }, 'price'],
    [{ price: '1.234' }, 'price'],
    [{ price: '1000000' }, 'price'],
    [{ price: '-1' }, 'price'],
    [{ memberPrice: '0' }, 'memberPrice'],
    [{ cost: '一' }, 'cost'],
    [{ taxPercent: '101' }, 'taxPercent'],
    [{ taxPercent: '' }, 'taxPercent'],
    [{ favourite: '100' }, 'favourite'],
    [{ favourite: '0' }, 'favourite'],
  ])('names the field of %j', (part, field) => {
    expect(Object.keys(readDraft({ ...good, ...part }, known).problems ?? {})).toEqual([field])
  })

  it('has no price of its own where the cashier sets it', () => {
    const { product } = readDraft({ ...good, openPrice: true, price: 'abc', memberPrice: '3' }, known)
    expect(product).toMatchObject({ openPrice: true, priceFen: 0, memberPriceFen: null })
  })
})

describe('the list of products', () => {
  const products = fixtureProducts()
  const skus = (words: string): string[] => filterProducts(products, { ...noFilter, words }).map(({ sku }) => sku)

  it('finds by name, code, barcode and English, all words at once', () => {
    expect(skus('海盐卷')).toContain('BR002')
    expect(skus('br002')).toEqual(['BR002'])
    expect(skus(products[0]?.barcode ?? '')).toEqual(['BR001'])
    expect(skus('butter CROISSANT')).toEqual(['BR001'])
    expect(skus('海盐 不存在')).toEqual([])
  })

  it('leaves out other categories and what is no longer on sale', () => {
    const bread = filterProducts(products, { ...noFilter, categoryId: 'bread' })
    expect(new Set(bread.map(({ categoryId }) => categoryId))).toEqual(new Set(['bread']))
    expect(filterProducts(products, { ...noFilter, withDisabled: false })).toHaveLength(products.length - 1)
  })
})

describe('operators and settings', () => {
  it('asks for what the contract asks for', () => {
    expect(operatorProblems({ name: '孙雨桐', code: '1003', pin: '4826', pinAgain: '4826' })).toEqual({})
    expect(Object.keys(operatorProblems({ name: '', code: 'a1', pin: '12', pinAgain: '' }))).toEqual([
      'name',
      'code',
      'pin',
    ])
    expect(pinProblems({ pin: '4826', pinAgain: '' })).toEqual({ pinAgain: 'pinDiffers' })
  })

  it('saves the settings as they were', () => {
    const network: Settings = { ...fixtureSettings(), printer: { kind: 'network', host: '192.168.1.100', port: 9100 } }
    for (const settings of [fixtureSettings(), network]) {
      expect(Settings.parse(settingsDraft.settingsOf(settingsDraft.draftOf(settings)))).toEqual(settings)
      expect(settingsDraft.problemsOf(settingsDraft.draftOf(settings))).toEqual({})
    }
  })

  it.each([
    [{ shopName: '' }, ['shopName']],
    [{ footer: '1\n2\n3\n4\n5\n6' }, ['footer']],
    [{ printerKind: 'network', host: '' }, ['host']],
    [{ printerKind: 'network', host: 'printer', port: '65536' }, ['port']],
    [{ printerKind: 'network', host: 'printer', port: '' }, ['port']],
    [{ printerKind: 'paper', port: 'x' }, []],
  ] as const)('names the fields of %j', (part, fields) => {
    const draft = { ...settingsDraft.draftOf(fixtureSettings()), ...part }
    expect(Object.keys(settingsDraft.problemsOf(draft))).toEqual([...fields])
  })
})

describe('days', () => {
  it('shows a business day as it is named, in any time zone', () => {
    expect(dayText('2026-11-21', 'zh')).toBe('11月21日 星期六')
    expect(dayText('2026-11-21', 'zh', true)).toBe('2026年11月21日 星期六')
    expect(dayText('nonsense', 'zh')).toBe('nonsense')
    expect(dayOf(new Date(2026, 0, 5, 0, 1).getTime())).toBe('2026-01-05')
  })
})
