/**
 * The past days of the demo shop as they are to be lived through: who opens, who comes when with what and how they pay,
 * what is counted in the evening.
 *
 * Invariants: a pure function of the shop, its seed and the days; visits of a day ascend in time. What things cost is not
 * said here: the till works that out.
 */
import { couponCode } from '../check-digits.ts'
import type { DemoShop } from '../demo-shop.ts'
import { makeSeededRandom, type SeededRandom } from '../seeded-random.ts'
import { startOfDayMs } from '../shop-date.ts'
import { customersOf, drawMinute, queueUp, weekdayOf } from './day-rhythm.ts'
import { basketOf, comingOn, drawRegulars, type Regular } from './regulars.ts'
import { drawBasket, drawCount, goodsOf, type Goods, type PlannedLine } from './tastes.ts'

export type PlannedTender = 'mobile' | 'cash' | 'bankCard' | 'storedValue'

export interface PlannedVisit {
  /** epoch ms */
  readonly at: number
  readonly customer: Pick<Regular, 'memberId' | 'cardNumber' | 'showsCard'> | null
  readonly lines: readonly PlannedLine[]
  readonly tender: PlannedTender
  /** the rest, where the first tender does not cover it */
  readonly paymentCode: string
  readonly slipNo: string
  /** the note that is handed over is the next one of this size; 0: the exact amount */
  readonly roundsUpToFen: number
  readonly redeem: 0 | 'max'
}

export interface PlannedCoupon {
  readonly couponId: string
  readonly templateId: string
  readonly memberId: string
}

export interface PlannedDay {
  /** days since 1970-01-01 */
  readonly day: number
  readonly opensAt: number
  readonly closesAt: number
  /** instant from which on the second cashier sells */
  readonly handoverAt: number
  /** operator codes */
  readonly cashiers: readonly [string, string]
  readonly coupons: readonly PlannedCoupon[]
  readonly visits: readonly PlannedVisit[]
  /** what the drawer holds more than it should; negative: less */
  readonly countedOffFen: number
}

const MINUTE_MS = 60_000
const OPENS_AT_MINUTE = 7 * 60 + 15
const HANDOVER_MINUTE = 14 * 60 + 30
const CLOSES_AT_MINUTE = 21 * 60 + 45
/** Below the serials of held coupons and above those of the slips on paper there is room for a few hundred. */
const FIRST_COUPON_SERIAL = 900_001
/** Every fifteen days coupons go out to some of those who come often. */
const DAYS_BETWEEN_COUPONS = 15
const COUPONS_EACH_TIME = 40
const SENT_TEMPLATES: readonly string[] = ['CT-50-5', 'CT-50-5', 'CT-FREE-COFFEE', 'CT-120-20', 'CT-ORDER-88']

/** The `days` days before `today` (day number), oldest first. */
export function planHistory(shop: DemoShop, plan: { seed: number; today: number; days: number }): PlannedDay[] {
  const random = makeSeededRandom(plan.seed, 'history')
  const goods = goodsOf(shop.products)
  const firstDay = plan.today - plan.days
  const regulars = drawRegulars(random, { members: shop.members, goods, firstDay })
  let serial = FIRST_COUPON_SERIAL
  const sendCoupons = (): PlannedCoupon[] =>
    Array.from({ length: COUPONS_EACH_TIME }, () => {
      const couponId = couponCode(serial)
      serial += 1
      return { couponId, templateId: random.pick(SENT_TEMPLATES), memberId: random.pick(regulars).memberId }
    })
  return Array.from({ length: plan.days }, (_, index): PlannedDay => {
    const day = firstDay + index
    const midnightAt = startOfDayMs(day)
    return {
      day,
      opensAt: midnightAt + OPENS_AT_MINUTE * MINUTE_MS + random.below(600) * 1000,
      handoverAt: midnightAt + HANDOVER_MINUTE * MINUTE_MS,
      closesAt: midnightAt + CLOSES_AT_MINUTE * MINUTE_MS + random.below(600) * 1000,
      cashiers: cashiersOf(day),
      coupons: index % DAYS_BETWEEN_COUPONS === 3 ? sendCoupons() : [],
      visits: visitsOf(random, { goods, regulars, day, midnightAt }),
      countedOffFen: drawCountedOff(random),
    }
  })
}

interface DayFacts {
  readonly goods: Goods
  readonly regulars: readonly Regular[]
  readonly day: number
  readonly midnightAt: number
}

function visitsOf(random: SeededRandom, { goods, regulars, day, midnightAt }: DayFacts): PlannedVisit[] {
  const coming = comingOn(random, regulars, day)
  const strangers = Math.max(0, customersOf(random, day) - coming.length)
  const known = coming.map((regular) => ({ regular, minute: Math.max(0, regular.comesAt + random.between(-25, 25)) }))
  const unknown = Array.from({ length: strangers }, () => ({ regular: null, minute: drawMinute(random, day) }))
  return queueUp([...known, ...unknown]).map(({ regular, minute }) => ({
    at: midnightAt + minute * MINUTE_MS + random.below(60) * 1000,
    customer: regular,
    lines: regular === null ? drawBasket(random, goods, minute, drawCount(random)) : basketOf(random, goods, regular),
    ...waysToPay(random, regular),
  }))
}

function waysToPay(
  random: SeededRandom,
  regular: Regular | null,
): Pick<PlannedVisit, 'tender' | 'paymentCode' | 'slipNo' | 'roundsUpToFen' | 'redeem'> {
  const digits = (count: number): string => Array.from({ length: count }, () => random.below(10)).join('')
  const draw = random.below(100)
  const byHabit = regular?.paysByStoredValue === true && draw < 88
  return {
    tender: byHabit ? 'storedValue' : draw < 62 ? 'mobile' : draw < 90 ? 'cash' : 'bankCard',
    paymentCode: random.chance(600) ? `13${digits(16)}` : `28${digits(16)}`,
    slipNo: digits(6),
    roundsUpToFen: random.pick([0, 0, 500, 1000, 5000, 10_000]),
    redeem: regular !== null && !regular.savesPoints && random.chance(220) ? 'max' : 0,
  }
}

/** Two cashiers share the days, mornings and evenings in turn; on Mondays the supervisor sells. */
function cashiersOf(day: number): readonly [string, string] {
  const even = day % 2 === 0
  if (weekdayOf(day) === 1) return even ? ['2001', '1001'] : ['1002', '2001']
  return even ? ['1001', '1002'] : ['1002', '1001']
}

/** Mostly right to the fen, sometimes a coin off, rarely a note. */
function drawCountedOff(random: SeededRandom): number {
  const draw = random.below(100)
  if (draw < 80) return 0
  const offFen = draw < 92 ? random.pick([10, 50, 50, 100]) : draw < 98 ? random.pick([100, 200, 500]) : 2000
  return random.chance(550) ? -offFen : offFen
}
