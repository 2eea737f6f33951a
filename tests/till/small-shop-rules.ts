/** Rules that can be chosen between, published into the small shop for the tests of choices. */
import type { Core } from '../../electron/core.ts'
import type { OfferRecord } from '../../electron/store/rule-store.ts'
import type { Promotion } from '../../shared/domain/pricing/types.ts'
import { must } from './small-shop.ts'

function rule(nameZh: string, nameEn: string, body: Promotion): OfferRecord {
  const head = { offerId: body.id, nameZh, nameEn, version: 1, owner: 'store', state: 'live' } as const
  return { ...head, offer: { kind: 'promotion', body } }
}

const group = 'full-reduction'

export const RULES: readonly OfferRecord[] = [
  rule('第二件半价', 'Second at half price', {
    id: 'PR-BUN-2ND',
    kind: 'nth',
    n: 2,
    rate: 5000,
    scope: { skus: ['BUN'] },
  }),
  rule('面包 8 折', 'Buns 20% off', { id: 'PR-BUN-80', kind: 'percent', rate: 8000, scope: { skus: ['BUN'] } }),
  rule('满 20 减 2', '¥2 off ¥20', { id: 'PR-20-2', kind: 'amountOff', steps: [{ at: 2000, off: 200 }], group }),
  rule('满 30 减 5', '¥5 off ¥30', { id: 'PR-30-5', kind: 'amountOff', steps: [{ at: 3000, off: 500 }], group }),
  rule('奶每 3 件 9 折', 'Milk: 3 −10%', {
    id: 'PR-MILK-3',
    kind: 'quantityRate',
    steps: [{ at: 3, rate: 9000 }],
    scope: { skus: ['MILK'] },
  }),
  rule('开业 85 折', 'Opening weeks', { id: 'PR-OVER', kind: 'percent', rate: 8500, to: '2026-10-01T00:00:00+08:00' }),
  rule('晚市 7 折', 'Evening 30% off', {
    id: 'PR-NIGHT',
    kind: 'percent',
    rate: 7000,
    hours: [['20:00', '22:00']],
    weekdays: [1, 2],
  }),
  rule('钻石卡 5 折', 'Diamond half', { id: 'PR-DIAMOND', kind: 'percent', rate: 5000, tiers: ['diamond'] }),
]

/** The same rule, ended. */
export function endRule(core: Core, offerId: string): void {
  const live = RULES.find((one) => one.offerId === offerId)
  if (live === undefined) throw new Error(`no rule ${offerId}`)
  publishRules(core, [{ ...live, version: 2, state: 'ended' }])
}

/** Publishes rules as a shop's own. */
export function publishRules(core: Core, rules: readonly OfferRecord[] = RULES): void {
  const at = core.clock.now()
  must(
    core.committer.commit({
      commandId: core.newId(),
      content: { op: 'publish-rules' },
      kind: 'catalog-published',
      version: 1,
      payload: { at, hqAt: null, rules: rules.length },
      audit: [{ at, action: 'catalog-published', operatorId: null, approverId: null, subject: null, detail: {} }],
      answer: null,
      write: (seq) => {
        for (const offer of rules) core.stores.rules.put(offer, { seq, at, by: null })
      },
    }),
  )
  core.catalog.reload()
}
