/** The demo shop's members as members to be taken over, and its coupons that belong to whoever shows them. */
import type { Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import type { DemoMember } from '../../demo/demo-member.ts'
import type { DemoShop } from '../../demo/demo-shop.ts'
import type { OpeningLot, OpeningMember } from '../../store/opening-members.ts'
import { importMembers } from './import-members.ts'
import { issueCoupons } from './issue-coupons.ts'

export async function importDemoMembers(core: Core, demo: DemoShop, stepId: () => string): Promise<Result<null>> {
  const members = demo.members.map((member) => openingMember(member, demo.growthMonths))
  const taken = await importMembers(core, members, stepId)
  if (!taken.ok) return taken
  const onPaper = demo.bearerCoupons.map(({ id, templateId }) => {
    return { couponId: id, templateId, memberId: null, expiresOn: null }
  })
  return issueCoupons(core, stepId(), onPaper)
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
