import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEMO_SEED, makeDemoShop } from '../../../electron/demo/demo-shop.ts'
import { listTiles } from '../../../electron/features/products/list-products.ts'
import { openShop } from '../../../electron/features/setup/open-shop.ts'
import { tryDemo } from '../../../electron/features/setup/try-demo.ts'
import { signIn } from '../../../electron/features/staff/sign-in.ts'
import type { Committer } from '../../../electron/store/commit.ts'
import { Settings } from '../../../shared/contract/back-office.ts'
import { priceBasket } from '../../../shared/domain/pricing/quote.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { SHOP } from '../test-shop.ts'
import { keptText, makeTestTill, MORNING, must, refusal, rowKinds, type TestTill } from '../test-till.ts'

let till: TestTill
beforeEach(() => {
  till = makeTestTill()
})
afterEach(() => till.close())

const mine = () => ({ commandId: till.core.newId(), ...SHOP, receiptHeader: [...SHOP.receiptHeader] })

describe('a shop of one’s own', () => {
  test('opens in one commit, and its manager signs in', async () => {
    must(await openShop(till.core, mine()))
    expect(rowKinds(till.core)).toEqual(['shop-opened'])
    expect(till.core.memory.operator).toBeNull()
    expect(till.changes()).toBe(1)
    till = till.reopen()
    const { core } = till
    expect(core.memory.settings?.shopName).toBe('麦田')
    expect(core.stores.settings.read('shop')).toEqual({
      storeCode: 'S001',
      name: '麦田',
      demo: false,
      foundedAt: MORNING,
      timeZone: 'Asia/Shanghai',
    })
    must(await signIn(core, { commandId: core.newId(), operatorId: SHOP.managerId, pin: SHOP.managerPin }))
    expect(core.memory.operator?.role).toBe('manager')
    for (const secret of [SHOP.managerPin, SHOP.managerName, 'argon2']) expect(keptText(core)).not.toContain(secret)
  })

  test('once: again is the first answer, another one is refused', async () => {
    const command = mine()
    const both = await Promise.all([openShop(till.core, command), openShop(till.core, command)])
    expect(both.map((answer) => answer.ok)).toEqual([true, true])
    must(await openShop(till.core, command))
    expect(rowKinds(till.core)).toEqual(['shop-opened'])
    expect(refusal(await openShop(till.core, { ...command, shopName: '别的' })).code).toBe('command-reused')
    expect(refusal(await openShop(till.core, mine())).code).toBe('shop-exists')
    expect(refusal(await tryDemo(till.core, { commandId: till.core.newId() })).code).toBe('shop-exists')
  })

  test('not with a PIN that everybody tries', async () => {
    expect(refusal(await openShop(till.core, { ...mine(), managerPin: '1234' })).code).toBe('pin-too-simple')
    expect(till.core.store.head.seq).toBe(0)
  })
})

describe('the demo shop', () => {
  test('fills the till, and can be sold from', async () => {
    const command = { commandId: till.core.newId() }
    must(await tryDemo(till.core, command))
    const { core } = till
    const kinds = rowKinds(core)
    expect([...kinds.slice(0, 2), kinds.at(-1)]).toEqual(['catalog-published', 'operators-saved', 'shop-opened'])
    expect(core.memory.settings && Settings.parse(core.memory.settings)).toEqual(core.memory.settings)
    expect(core.stores.settings.read('shop')?.demo).toBe(true)
    expect(listTiles(core)).toHaveLength(300)
    expect(core.catalog.tiers().map(({ tierId }) => tierId)).toEqual(['std', 'silver', 'gold', 'diamond'])
    expect(core.catalog.label('PR-COFFEE-2ND')).toEqual({ zh: '第二件半价', en: 'Second at half price' })
    expect(core.catalog.couponTemplate('CT-120-20')).toMatchObject({ kind: 'amountOff', membersOnly: true })
    expect(core.catalog.couponTemplate('PR-COFFEE-2ND')).toBeUndefined()
    expect(core.catalog.rules()).toEqual(makeDemoShop({ seed: DEMO_SEED, now: MORNING }).rules)
    const priced = priceBasket(core.catalog.priceBook(), {
      now: core.clock.now(),
      member: null,
      basket: [
        { line: '1', sku: 'CF001', qty: 2000 },
        { line: '2', sku: 'CK004@20000', qty: 1000 },
      ],
      coupons: [],
      redeemPoints: 0,
      pinned: [],
      forbidden: [],
    })
    // two iced Americanos, the second at half price; the cake to order is in no promotion
    expect(priced).toMatchObject({ gross: 23_600, payable: 22_700 })
    must(await tryDemo(core, command))
    expect(rowKinds(core)).toEqual(kinds)
    expect(refusal(await tryDemo(core, { commandId: core.newId() })).code).toBe('shop-exists')
    const [cashier] = core.stores.staff.operators()
    must(await signIn(core, { commandId: core.newId(), operatorId: cashier?.operatorId ?? '', pin: '100188' }))
    expect(keptText(core)).not.toContain('argon2')
    expect(keptText(core)).not.toContain('李晓梅')
  })

  test('that was cut short is no shop, is taken up again, and leaves nobody in a shop of one’s own', async () => {
    const stopped = makeTestTill()
    const { core } = stopped
    const whole = { ...core.committer }
    const fullAtMembers: Committer['commit'] = (request) =>
      request.kind === 'members-imported' ? refuse('disk-full') : whole.commit(request)
    Object.assign(core.committer, { commit: fullAtMembers })
    expect(refusal(await tryDemo(core, { commandId: core.newId() })).code).toBe('disk-full')
    Object.assign(core.committer, whole)
    expect(core.memory.settings).toBeNull()
    expect(refusal(await openShop(core, { ...mine(), commandId: core.newId() })).code).toBe('demo-unfinished')
    must(await tryDemo(core, { commandId: core.newId() }))
    expect(core.memory.settings).not.toBeNull()
    stopped.close()
  })

  test('says of a product what takes it now', async () => {
    must(await tryDemo(till.core, { commandId: till.core.newId() }))
    const offerOf = (sku: string): string | undefined =>
      listTiles(till.core).find((tile) => tile.sku === sku)?.offer?.zh
    expect(offerOf('CF001')).toBe('第二件半价')
    // for members, whoever they are
    expect(offerOf('PA001')).toBe('会员鸡蛋 ¥14.80')
    // not for birthdays only, nor before 20:00
    expect(offerOf('CK001')).toBeUndefined()
    expect(offerOf('BR001')).toBeUndefined()
    till.pass(10.5 * 3_600_000)
    expect(offerOf('BR001')).toBe('晚市面包 7 折')
  })

  test('is found by name, initials, pinyin, number and barcode', async () => {
    must(await tryDemo(till.core, { commandId: till.core.newId() }))
    const { catalog } = till.core
    const first = async (query: string): Promise<string | undefined> => (await catalog.search(query, 5))[0]?.sku
    const croissant = catalog.product('BR001')
    for (const query of ['法式黄油', 'fshy', 'FSHYKS', 'fashihuang', 'br001', croissant?.barcode ?? '']) {
      expect([query, await first(query)]).toEqual([query, 'BR001'])
    }
    expect(await catalog.search('没有这种东西', 5)).toEqual([])
    expect(await catalog.search('a', 7)).toHaveLength(7)
    // 常用 stand first among equals
    expect((await catalog.search('n', 1))[0]?.favourite).toBe(13)
  })
})
