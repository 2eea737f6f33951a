/**
 * A small shop of one's own: eight products, four tiers, members of every kind that the till must tell apart. Written by
 * the same commits as a real shop's; quick enough to be made once a test file.
 */
import type { Core } from '../../electron/core.ts'
import { coupons as bearerCoupons, offers, products, tiers } from './small-shop-goods.ts'
import { members } from './small-shop-members.ts'
import { importMembers } from '../../electron/features/setup/import-members.ts'
import { openShop } from '../../electron/features/setup/open-shop.ts'
import { openShift } from '../../electron/features/shift/open-shift.ts'
import { addOperator } from '../../electron/features/staff/add-operator.ts'
import type { PricingRules } from '../../electron/store/settings-store.ts'
import type { Refusal, Result } from '../../shared/domain/result.ts'
import type { Role } from '../../shared/domain/staff/permission.ts'

export interface Person {
  readonly operatorId: string
  readonly name: string
  readonly code: string
  readonly pin: string
}

export const people = {
  manager: { operatorId: '019a0000-0000-7000-9000-000000000001', name: '周明远', code: '9001', pin: '900188' },
  supervisor: { operatorId: '019a0000-0000-7000-9000-000000000002', name: '陈静怡', code: '2001', pin: '200188' },
  cashier: { operatorId: '019a0000-0000-7000-9000-000000000003', name: '李晓梅', code: '1001', pin: '100188' },
} as const satisfies Record<Role, Person>

export const SHIFT_ID = '019a0000-0000-7000-9000-00000000aaaa'
export const FLOAT_FEN = 50_000

const PRICING: PricingRules = {
  maxCoupons: 2,
  redeem: { pointsPerYuan: 100, step: 100, maxShare: 5000 },
  earn: { fenPerPoint: 100 },
}

/** Opens the shop, fills it, and opens the first shift. Nobody is signed in afterwards. */
export async function fillShop(core: Core): Promise<void> {
  const { manager } = people
  must(
    await openShop(core, {
      commandId: core.newId(),
      shopName: '麦田',
      receiptHeader: ['徐汇区天平路 18 号'],
      paperMm: 80,
      managerId: manager.operatorId,
      managerName: manager.name,
      managerCode: manager.code,
      managerPin: manager.pin,
    }),
  )
  enter(core, 'manager')
  for (const role of ['supervisor', 'cashier'] as const) {
    must(await addOperator(core, { commandId: core.newId(), ...people[role], role }))
  }
  publishGoods(core)
  must(await importMembers(core, members, core.newId))
  issueBearerCoupons(core)
  must(openShift(core, { commandId: core.newId(), shiftId: SHIFT_ID, floatFen: FLOAT_FEN }))
  core.memory.operator = null
}

/** Signs the person of this role in without asking for the PIN; signing in has tests of its own. */
export function enter(core: Core, role: Role): void {
  const { operatorId, name, code } = people[role]
  core.memory.operator = { operatorId, name, code, role }
}

function publishGoods(core: Core): void {
  const at = core.clock.now()
  must(
    core.committer.commit({
      commandId: core.newId(),
      content: { op: 'publish-goods' },
      kind: 'catalog-published',
      version: 1,
      payload: { at, hqAt: null, products: products.length },
      audit: [{ at, action: 'catalog-published', operatorId: null, approverId: null, subject: null, detail: {} }],
      answer: null,
      write: (seq) => {
        for (const product of products) core.stores.catalog.putProduct(product, seq)
        for (const tier of tiers) core.stores.catalog.putTier(tier, seq)
        for (const offer of offers) core.stores.rules.put(offer, { seq, at, by: null })
        core.stores.settings.put('pricing', PRICING, seq)
      },
    }),
  )
  core.catalog.reload()
}

function issueBearerCoupons(core: Core): void {
  const at = core.clock.now()
  must(
    core.committer.commit({
      commandId: core.newId(),
      content: { op: 'issue-coupons' },
      kind: 'coupons-issued',
      version: 1,
      payload: { at, hqAt: null, coupons: bearerCoupons },
      audit: [],
      answer: null,
      write: (seq) => {
        for (const coupon of bearerCoupons) core.stores.members.issueCoupon({ ...coupon, memberId: null }, seq)
      },
    }),
  )
}

/** The value of what must have gone well. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** The refusal of what must not have gone well. */
export function refusal(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error('it was not refused')
  return result.refusal
}
