/** The demo shop's members as members to be taken over, and its coupons that belong to whoever shows them. */
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import type { DemoMember } from '../../demo/demo-member.ts'
import type { DemoShop } from '../../demo/demo-shop.ts'
import { importMembers, type OpeningLot, type OpeningMember } from './import-members.ts'

export async function importDemoMembers(core: Core, demo: DemoShop, stepId: () => string): Promise<Result<null>> {
  const members = demo.members.map((member) => openingMember(member, demo.growthMonths))
  const taken = await importMembers(core, members, stepId)
  return taken.ok ? issueBearerCoupons(core, demo, stepId()) : taken
}

function openingMember(member: DemoMember, months: readonly string[]): OpeningMember {
  return {
    memberId: member.id,
    tierId: member.tier,
    tags: member.tags,
    person: { birthday: member.birthday, name: member.name, phone: member.phone, sex: member.sex },
    cards: member.cards,
    lots: openingLots(member),
    growth: months.map((month, index) => ({ month, amountFen: member.growthByMonthFen[index] ?? 0 })),
    coupons: member.coupons.map((coupon) => ({ couponId: coupon.id, templateId: coupon.templateId })),
  }
}

function openingLots(member: DemoMember): OpeningLot[] {
  const principal: OpeningLot[] =
    member.principalFen === 0 ? [] : [{ asset: 'PRINCIPAL', amount: member.principalFen, expiresOn: null }]
  return [
    ...principal,
    ...member.bonusLots.map((lot): OpeningLot => ({ asset: 'BONUS', amount: lot.amountFen, expiresOn: lot.expiresOn })),
    ...member.pointsLots.map((lot): OpeningLot => ({ asset: 'POINTS', amount: lot.points, expiresOn: lot.expiresOn })),
  ]
}

function issueBearerCoupons(core: Core, demo: DemoShop, documentId: string): Result<null> {
  const at = core.clock.now()
  const coupons = demo.bearerCoupons.map((coupon) => ({ couponId: coupon.id, templateId: coupon.templateId }))
  const done = core.committer.commit({
    commandId: documentId,
    content: { what: 'issue-coupons', count: coupons.length },
    kind: 'coupons-issued',
    version: 1,
    payload: { at, hqAt: null, documentId, coupons },
    audit: [
      {
        at,
        action: 'coupons-issued',
        operatorId: null,
        approverId: null,
        subject: documentId,
        detail: { count: coupons.length },
      },
    ],
    answer: null,
    write: (seq) => {
      for (const coupon of coupons) core.stores.members.issueCoupon({ ...coupon, memberId: null, expiresOn: null }, seq)
    },
  })
  return done.ok ? ok(null) : done
}
