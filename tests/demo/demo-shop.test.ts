import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { DEMO_SEED, makeDemoShop } from '../../electron/demo/demo-shop.ts'
import { guessScan, hasEan13CheckDigit } from '../../shared/domain/basket/scan-code.ts'

const NOW = Date.parse('2026-11-21T10:42:00+08:00')
const PINNED_SHA_256 = '069e1215d65fdc3165ef5c2b03c5b9d9b39a95c752685356d688581846e24629'

const bytes = (seed: number, now: number): string => JSON.stringify(makeDemoShop({ seed, now }))
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const shop = makeDemoShop({ seed: DEMO_SEED, now: NOW })

describe('the demo shop', () => {
  test('is the same bytes for the same seed and time, on every machine', () => {
    expect(sha256(bytes(DEMO_SEED, NOW))).toBe(PINNED_SHA_256)
    expect(bytes(DEMO_SEED, NOW)).toBe(bytes(DEMO_SEED, NOW))
  })

  test('only the day of now matters; another day or seed is another shop', () => {
    expect(bytes(DEMO_SEED, NOW + 3_600_000)).toBe(bytes(DEMO_SEED, NOW))
    expect(bytes(DEMO_SEED, NOW + 86_400_000)).not.toBe(bytes(DEMO_SEED, NOW))
    expect(bytes(DEMO_SEED + 1, NOW)).not.toBe(bytes(DEMO_SEED, NOW))
  })

  test('the goods and the codes to type are the same whatever the seed and the day', () => {
    const other = makeDemoShop({ seed: 42, now: NOW + 400 * 86_400_000 })
    expect(other.products).toEqual(shop.products)
    expect(other.demoCodes).toEqual(shop.demoCodes)
  })

  test('has what a till needs', () => {
    expect(shop.store.name).toBe('麦田烘焙 · 徐汇店')
    expect([shop.categories.length, shop.products.length, shop.tiers.length, shop.members.length]).toEqual([
      10, 300, 4, 5000,
    ])
    expect(shop.growthMonths).toHaveLength(12)
    expect(shop.growthMonths.at(-1)).toBe('2026-10')
    const ids = [...shop.promotions.map((promotion) => promotion.id), ...shop.bearerCoupons.map((coupon) => coupon.id)]
    const held = shop.members.flatMap((member) => member.coupons.map((coupon) => coupon.id))
    expect(new Set([...ids, ...held]).size).toBe(ids.length + held.length)
    for (const tag of new Set(shop.members.flatMap((member) => member.tags)))
      expect(shop.tagLabels[tag].zh).toBeTruthy()
  })

  test('operators have codes and PINs of their own, and every role is there', () => {
    expect(new Set(shop.operators.map((operator) => operator.code)).size).toBe(shop.operators.length)
    expect(new Set(shop.operators.map((operator) => operator.role))).toEqual(
      new Set(['cashier', 'supervisor', 'manager']),
    )
    for (const operator of shop.operators) expect(operator.pin).toBe(`${operator.code}88`)
    expect(new Set(shop.operators.map((operator) => operator.id)).size).toBe(shop.operators.length)
  })

  test('every code to type reads as what it is said to be', () => {
    const kinds = shop.demoCodes.map(({ code, kind }) => [kind, kind === 'phone' ? 'phone' : guessScan(code).kind])
    const expected: Record<string, string> = {
      product: 'goods',
      'scale-label': 'scale',
      'member-card': 'card',
      phone: 'phone',
      coupon: 'coupon',
      payment: 'payment',
      unknown: 'goods',
    }
    for (const [kind, guessed] of kinds) expect(guessed).toBe(expected[kind ?? ''])
    expect(new Set(shop.demoCodes.map(({ kind }) => kind))).toEqual(new Set(Object.keys(expected)))
    expect(shop.demoCodes.length).toBeGreaterThanOrEqual(12)
    expect(new Set(shop.demoCodes.map(({ code }) => code)).size).toBe(shop.demoCodes.length)
  })

  test('the unknown barcode is a valid one that no product has', () => {
    const unknown = shop.demoCodes.find(({ kind }) => kind === 'unknown')?.code ?? ''
    expect(hasEan13CheckDigit(unknown)).toBe(true)
    expect(shop.products.some((product) => product.barcode === unknown)).toBe(false)
  })

  test('the payment codes are one of WeChat and one of Alipay', () => {
    const payments = shop.demoCodes.filter(({ kind }) => kind === 'payment').map(({ code }) => guessScan(code))
    expect(payments).toEqual([
      { kind: 'payment', wallet: 'wechat' },
      { kind: 'payment', wallet: 'alipay' },
    ])
  })
})
