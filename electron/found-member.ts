/** A member as a list shows one: the phone is masked, the card says whether it may be used. */
import type { FoundMember } from '../shared/contract/till.ts'
import { cardTail, maskPhone } from '../shared/domain/member/masking.ts'
import type { Core } from './core.ts'
import type { MemberRow } from './store/members/find-members.ts'

/** What a list of found members shows at most. */
export const MAX_FOUND = 20

export function foundMember(core: Core, row: MemberRow): FoundMember {
  const tier = row.tierId === null ? undefined : core.catalog.tier(row.tierId)
  return {
    memberId: row.memberId,
    name: row.name,
    maskedPhone: maskPhone(row.phone),
    tier: tier === undefined ? null : { zh: tier.nameZh, en: tier.nameEn },
    cardTail: row.cardNumber === null ? null : cardTail(row.cardNumber),
    cardStatus: row.cardStatus ?? 'none',
  }
}
