/** Coupons that the shop hands out: to a member, or on paper to whoever shows them. */
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import type { CouponFacts } from '../../store/member-store.ts'

/** `documentId` names the batch: the same one again issues nothing twice. */
export function issueCoupons(core: Core, documentId: string, coupons: readonly CouponFacts[]): Result<null> {
  const at = core.clock.now()
  const done = core.committer.commit({
    commandId: documentId,
    content: { what: 'issue-coupons', count: coupons.length },
    kind: 'coupons-issued',
    version: 1,
    payload: { at, hqAt: null, documentId, coupons: coupons.map((coupon) => ({ ...coupon })) },
    audit: [
      {
        at,
        action: 'coupons-issued',
        operatorId: core.memory.operator?.operatorId ?? null,
        approverId: null,
        subject: documentId,
        detail: { count: coupons.length },
      },
    ],
    answer: null,
    write: (seq) => {
      for (const coupon of coupons) core.stores.members.issueCoupon(coupon, seq)
    },
  })
  return done.ok ? ok(null) : done
}
