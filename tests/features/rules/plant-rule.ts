/** Rows as a newer HQ, or HQ at all, would have brought them. */
import type { Core } from '../../../electron/core.ts'
import type { WrittenOffer } from '../../../electron/store/rule-store.ts'
import type { Json } from '../../../electron/store/canonical.ts'
import { must } from '../../till/small-shop.ts'

/** Commits the version and lets memory follow, without asking whether the till could have made it. */
export function plantRule(core: Core, rule: WrittenOffer): void {
  const at = core.clock.now()
  must(
    core.committer.commit({
      commandId: core.newId(),
      content: { op: 'plant-rule', offerId: rule.offerId, version: rule.version },
      kind: 'rule-published',
      version: 1,
      payload: { at, hqAt: null, by: null, rule: rule as unknown as Json },
      audit: [],
      answer: null,
      write: (seq) => core.stores.rules.put(rule, { seq, at, by: null }),
    }),
  )
  core.catalog.reload()
}

const head = { nameZh: '周年抽奖', nameEn: 'Anniversary lottery', version: 1, owner: 'hq', state: 'live' } as const

/** A kind that does not exist yet. */
export const lottery: WrittenOffer = {
  ...head,
  offerId: 'HQ-LOTTERY',
  offer: { kind: 'promotion', body: { id: 'HQ-LOTTERY', kind: 'lottery', odds: 100, prizes: [{ sku: 'BUN' }] } },
}

/** A kind that is known, with a condition that is not: without it the offer would be open to everybody. */
export const weatherOffer: WrittenOffer = {
  ...head,
  offerId: 'HQ-RAIN',
  nameZh: '雨天九折',
  nameEn: 'Rainy day',
  offer: { kind: 'promotion', body: { id: 'HQ-RAIN', kind: 'percent', rate: 9000, weather: ['rain'] } },
}

export const unknownTemplate: WrittenOffer = {
  ...head,
  offerId: 'HQ-SCRATCH',
  nameZh: '刮刮卡',
  nameEn: '',
  offer: { kind: 'coupon-template', body: { kind: 'scratch', layers: 3 } },
}

/** One that the till understands and must not change. */
export const hqPercent: WrittenOffer = {
  ...head,
  offerId: 'HQ-TEA',
  nameZh: '总部茶饮九折',
  nameEn: 'Tea 10% off',
  offer: { kind: 'promotion', body: { id: 'HQ-TEA', kind: 'percent', rate: 9000, scope: { skus: ['TEA'] } } },
}
