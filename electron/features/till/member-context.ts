/** What the till knows of the member of an order: replica for showing, store.db for tier, lots and coupons. */
import type { Order } from '../../../shared/domain/basket/order.ts'
import { civilOf, isoDayOf } from '../../../shared/domain/day/calendar.ts'
import { solarBirthday } from '../../../shared/domain/member/lunar-birthday.ts'
import { firstGrowthMonth } from '../../../shared/domain/member/tier-progress.ts'
import { memberAccount } from '../../../shared/domain/value/accounts.ts'
import { spendable, type Lot } from '../../../shared/domain/value/wallet.ts'
import type { Core } from '../../core.ts'
import type { CardFacts, CouponRow } from '../../store/member-store.ts'
import type { MemberRow } from '../../store/members/find-members.ts'

export interface MemberContext {
  readonly row: MemberRow
  readonly tierId: string | null
  readonly tags: readonly string[]
  readonly lots: readonly Lot[]
  readonly points: number
  readonly principalFen: number
  readonly bonusFen: number
  readonly coupons: readonly CouponRow[]
  readonly growthFen: number
}

const known = new WeakMap<Core, { key: string; context: MemberContext | null }>()

/** The business day that value is judged by: the open shift's, else today's. */
export function businessDayOf(core: Core): string {
  return core.memory.shift?.businessDay ?? isoDayOf(core.clock.now(), core.offsetMinutes)
}

/** Read once for each state of the store: a commit makes it be read again. */
export function memberContext(core: Core, memberId: string | null): MemberContext | null {
  if (memberId === null) return null
  const key = `${memberId} ${core.store.head.seq}`
  const last = known.get(core)
  if (last?.key === key) return last.context
  const context = readMember(core, memberId)
  known.set(core, { key, context })
  return context
}

/** The card that an order stands or falls with: the one that was shown, else the best of whoever was found without one. */
export function cardOfOrder(core: Core, { cardNumber, memberId }: Order): CardFacts | undefined {
  if (memberId === null) return undefined
  const { members } = core.stores
  return cardNumber === null ? members.bestCardOf(memberId) : members.card(cardNumber)
}

function readMember(core: Core, asked: string): MemberContext | null {
  const memberId = core.stores.memberFiles.standingFor(asked)
  const row = core.members.byId(memberId)
  const facts = core.stores.members.facts(memberId)
  if (row === undefined || facts === undefined) return null
  const day = businessDayOf(core)
  const lots = core.stores.value.lotsOf(memberAccount(memberId))
  const birthday =
    row.birthday === null ? null : solarBirthday(row.birthday, civilOf(core.clock.now(), core.offsetMinutes))
  return {
    row: { ...row, birthday },
    tierId: facts.tierId,
    tags: facts.tags,
    lots,
    points: spendable(lots, 'POINTS', day),
    principalFen: spendable(lots, 'PRINCIPAL', day),
    bonusFen: spendable(lots, 'BONUS', day),
    coupons: core.stores.members
      .couponsHeldBy(memberId)
      .filter((coupon) => coupon.expiresOn === null || coupon.expiresOn >= day),
    growthFen: core.stores.members.growth(memberId, firstGrowthMonth(day)),
  }
}

/** Whether today is the member's birthday: the only thing about a birthday that leaves the erasable record. */
export function isBirthday(core: Core, birthday: string | null, at: number): boolean {
  if (birthday === null) return false
  const today = civilOf(at, core.offsetMinutes)
  return birthday === `${String(today.month).padStart(2, '0')}-${String(today.day).padStart(2, '0')}`
}
