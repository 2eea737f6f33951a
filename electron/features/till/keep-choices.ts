/**
 * Choices that a change of the order has made impossible are let go: a pinned offer that has lost its ground, and a
 * whole-order discount that would now sell further below cost than whoever gave it has seen.
 */
import { adHocId } from '../../../shared/domain/basket/ad-hoc.ts'
import { lossFen } from '../../../shared/domain/basket/cost-guard.ts'
import type { Order } from '../../../shared/domain/basket/order.ts'
import type { Refusal } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import { namesOf } from './offer-labels.ts'
import { priceOrder, type PricedOrder } from './price-order.ts'

export interface KeptChoices {
  readonly order: Order
  /** what was let go, or null */
  readonly notice: Refusal | null
}

/** The order without what is no longer possible. An order without choices is not even priced. */
export function keepChoices(core: Core, order: Order): KeptChoices {
  if (!hasChoices(order)) return { order, notice: null }
  const { letGo } = priceOrder(core, order)
  if (letGo.length > 0) {
    const kept = keepChoices(core, without(order, letGo))
    return { order: kept.order, notice: kept.notice ?? { code: 'choice-let-go', params: naming(core, letGo) } }
  }
  const allowedFen = Math.max(0, ...order.adHoc.map((discount) => discount.lossFen))
  if (order.adHoc.length === 0 || orderLossFen(core, order, priceOrder(core, order)) <= allowedFen)
    return { order, notice: null }
  const given = order.adHoc.map(adHocId)
  return { order: { ...order, adHoc: [] }, notice: { code: 'discount-let-go', params: naming(core, given) } }
}

/** Fen by which the order as priced is sold below cost. */
export function orderLossFen(core: Core, order: Order, { quote }: PricedOrder): number {
  return lossFen(
    quote.lines.map((line, index) => {
      const { sku } = order.lines[index] ?? line
      const points = line.adjustments.find((adjustment) => adjustment.source === 'points')?.amount ?? 0
      return { qty: line.qty, costFen: core.catalog.product(sku)?.costFen ?? null, netFen: line.net - points }
    }),
  )
}

function hasChoices(order: Order): boolean {
  if (order.adHoc.length > 0) return true
  for (const id in order.promotionChoices) if (order.promotionChoices[id]?.choice === 'pinned') return true
  for (const id in order.couponChoices) if (order.couponChoices[id] === 'pinned') return true
  return false
}

function without(order: Order, ids: readonly string[]): Order {
  const stays = ([id]: readonly [string, unknown]): boolean => !ids.includes(id)
  return {
    ...order,
    adHoc: order.adHoc.filter((discount) => !ids.includes(adHocId(discount))),
    promotionChoices: Object.fromEntries(Object.entries(order.promotionChoices).filter(stays)),
    couponChoices: Object.fromEntries(Object.entries(order.couponChoices).filter(stays)),
  }
}

function naming(core: Core, ids: readonly string[]): { namesZh: string; namesEn: string } {
  const { zh, en } = namesOf(core, ids)
  return { namesZh: zh, namesEn: en }
}
