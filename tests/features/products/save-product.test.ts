import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addNow } from '../../../electron/features/products/add-now.ts'
import { listCategories, listProducts, listTiles } from '../../../electron/features/products/list-products.ts'
import { saveProduct } from '../../../electron/features/products/save-product.ts'
import { searchProducts } from '../../../electron/features/products/search-products.ts'
import { CategoryView, ProductEdit, ProductView } from '../../../shared/contract/back-office.ts'
import { enter, makeTestShop, people } from '../test-shop.ts'
import { must, refusal, rowKinds, type TestTill } from '../test-till.ts'
import { croissant } from './croissant.ts'

let till: TestTill
beforeEach(async () => {
  till = await makeTestShop()
})
afterEach(() => till.close())

describe('saving a product', () => {
  beforeEach(() => enter(till, 'manager'))

  test('puts it on sale at once, and after a restart', async () => {
    const { core } = till
    expect(must(await saveProduct(core, { commandId: core.newId(), product: croissant }))).toEqual(croissant)
    expect(core.catalog.byBarcode('6901234567892')?.sku).toBe('BR001')
    expect(ProductEdit.array().parse(must(listProducts(core)))).toEqual([croissant])
    const tiles = listTiles(core)
    expect(ProductView.array().parse(tiles)).toEqual(tiles)
    expect(tiles[0]).toMatchObject({
      sku: 'BR001',
      name: { zh: '法式黄油可颂', en: 'Butter croissant' },
      color: '#c99a4b',
      offer: null,
    })
    till = till.reopen()
    expect(till.core.catalog.product('BR001')?.priceFen).toBe(1200)
  })

  test('changes the price that the till works with', async () => {
    const { core } = till
    must(await saveProduct(core, { commandId: core.newId(), product: croissant }))
    expect(core.catalog.priceBook().products.get('BR001')?.price).toBe(1200)
    must(await saveProduct(core, { commandId: core.newId(), product: { ...croissant, priceFen: 1300 } }))
    expect(core.catalog.priceBook().products.get('BR001')?.price).toBe(1300)
    expect(rowKinds(core).slice(-2)).toEqual(['products-saved', 'products-saved'])
  })

  test('once a command; with other content the id is refused', async () => {
    const { core } = till
    const command = { commandId: core.newId(), product: croissant }
    must(await saveProduct(core, command))
    must(await saveProduct(core, { commandId: core.newId(), product: { ...croissant, priceFen: 1300 } }))
    must(await saveProduct(core, command))
    expect(core.catalog.product('BR001')?.priceFen).toBe(1300)
    const other = await saveProduct(core, { ...command, product: { ...croissant, priceFen: 1 } })
    expect(refusal(other).code).toBe('command-reused')
  })

  test('what is refused writes nothing', async () => {
    const { core } = till
    must(await saveProduct(core, { commandId: core.newId(), product: croissant }))
    const rows = core.store.head.seq
    const twin = await saveProduct(core, { commandId: core.newId(), product: { ...croissant, sku: 'BR002' } })
    expect(refusal(twin)).toEqual({
      code: 'barcode-taken',
      params: { barcode: '6901234567892', nameZh: '法式黄油可颂', nameEn: 'Butter croissant' },
    })
    const lost = await saveProduct(core, { commandId: core.newId(), product: { ...croissant, categoryId: 'cake' } })
    expect(refusal(lost)).toEqual({ code: 'category-unknown', params: { category: 'cake' } })
    expect(core.store.head.seq).toBe(rows)
  })

  test('a product that is no longer sold is no tile and not found, but known', async () => {
    const { core } = till
    must(await saveProduct(core, { commandId: core.newId(), product: { ...croissant, disabled: true } }))
    expect(listTiles(core)).toEqual([])
    expect(await searchProducts(core, { query: 'BR001', limit: 5 })).toEqual([])
    expect(core.catalog.byBarcode('6901234567892')?.disabled).toBe(true)
    expect(must(listProducts(core))).toHaveLength(1)
  })

  test('an open price is a product of its own at that price', async () => {
    const { core } = till
    const cake = { ...croissant, sku: 'CK004', barcode: null, openPrice: true, priceFen: 0, memberPriceFen: null }
    must(await saveProduct(core, { commandId: core.newId(), product: cake }))
    must(await saveProduct(core, { commandId: core.newId(), product: croissant }))
    const { products } = core.catalog.priceBook()
    // the number stays the product's own, so that offers still mean it
    expect(products.get('CK004@38800')).toMatchObject({ sku: 'CK004', price: 38_800, category: 'food' })
    expect(products.get('CK004@38800')).toBe(products.get('CK004@38800'))
    expect(products.get('BR001@100')).toBeUndefined()
    expect(products.get('XX@100')).toBeUndefined()
    expect(products.get('CK004@-1')).toBeUndefined()
  })
})

test('categories as the contract says', () => {
  const views = listCategories(till.core)
  expect(CategoryView.array().parse(views)).toEqual(views)
  expect(views.map(({ categoryId }) => categoryId)).toEqual(['food', 'drinks', 'fresh', 'household', 'other'])
})

describe('an unknown barcode', () => {
  const wanted = { barcode: '6900000000014', nameZh: '新货', priceFen: 500, categoryId: 'food' }
  const { operatorId, pin } = people.supervisor

  test('becomes a product with the consent of a second person', async () => {
    const { core } = till
    await enter(till, 'cashier')
    const command = { commandId: core.newId(), ...wanted, approval: { operatorId, pin } }
    expect(must(await addNow(core, command))).toEqual({ sku: '6900000000014' })
    expect(core.catalog.byBarcode('6900000000014')).toMatchObject({ nameZh: '新货', priceFen: 500, unit: '件' })
    const audit = core.store.sqlite
      .prepare('SELECT action, operator_id, approver_id FROM audit ORDER BY seq DESC LIMIT 1')
      .get()
    expect(audit).toEqual({
      action: 'product-added-now',
      operator_id: people.cashier.operatorId,
      approver_id: operatorId,
    })
    // again, after a lost answer: neither a second product nor a second look at the PIN
    expect(must(await addNow(core, { ...command, approval: { operatorId, pin: '000001' } }))).toEqual({
      sku: '6900000000014',
    })
    expect(refusal(await addNow(core, { ...command, priceFen: 501 })).code).toBe('command-reused')
    expect(refusal(await addNow(core, { ...command, commandId: core.newId() })).code).toBe('barcode-taken')
  })

  test('a wrong consent adds nothing, and the command can be tried again', async () => {
    const { core } = till
    await enter(till, 'cashier')
    const command = { commandId: core.newId(), ...wanted }
    expect(refusal(await addNow(core, { ...command, approval: { operatorId, pin: '000001' } })).code).toBe(
      'approval-wrong',
    )
    expect(core.catalog.byBarcode(wanted.barcode)).toBeUndefined()
    must(await addNow(core, { ...command, approval: { operatorId, pin } }))
  })

  test('a double click adds one', async () => {
    const { core } = till
    await enter(till, 'cashier')
    const command = { commandId: core.newId(), ...wanted, approval: { operatorId, pin } }
    const answers = await Promise.all([addNow(core, command), addNow(core, command)])
    expect(answers.map(must)).toEqual([{ sku: wanted.barcode }, { sku: wanted.barcode }])
    expect(rowKinds(core).filter((kind) => kind === 'products-saved')).toHaveLength(1)
  })
})
