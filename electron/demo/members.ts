/**
 * The 5,000 members of the demo shop: the story's characters first, then members drawn from the seed.
 *
 * Invariants: ids, phones, card numbers and coupon codes are unique; growth fits the tier; the last four digits of a
 * story member's phone belong to the story alone; card serials are given out in order, with those left out that would
 * read as a barcode.
 */

import { dateOf } from '../../shared/domain/day/calendar.ts'
import { fen } from '../../shared/domain/money.ts'
import type { Fen } from '../../shared/domain/money.ts'
import { memberCardNumber } from '../../shared/domain/member/card-number.ts'
import { couponCode } from './check-digits.ts'
import { STORED_VALUE_CAP_FEN } from './demo-member.ts'
import type { BonusLot, CardStatus, DemoCard, DemoMember, HeldCoupon, MemberTag, PointsLot } from './demo-member.ts'
import { demoUuid } from './demo-uuid.ts'
import { drawMemberName } from './member-names.ts'
import { makeSeededRandom } from './seeded-random.ts'
import type { SeededRandom } from './seeded-random.ts'
import { dayText, daysInMonth, monthDayText, startOfDayMs } from './shop-date.ts'
import { STORY_MEMBERS } from './story-members.ts'
import type { StoryMember } from './story-members.ts'
import type { TierId } from './tiers.ts'

const MEMBER_COUNT = 5000
const FIRST_DRAWN_CARD_SERIAL = 100_001
const FIRST_HELD_COUPON_SERIAL = 5001
const GROWTH_MONTHS = 12

/** Per tier: how many in a thousand members, in a thousand of them with stored value, growth in yuan. */
const TIER_MIX: readonly { tier: TierId; perMille: number; storedPerMille: number; yuan: readonly [number, number] }[] =
  [
    { tier: 'diamond', perMille: 30, storedPerMille: 800, yuan: [10_000, 29_999] },
    { tier: 'gold', perMille: 110, storedPerMille: 600, yuan: [3000, 9999] },
    { tier: 'silver', perMille: 240, storedPerMille: 440, yuan: [1000, 2999] },
    { tier: 'std', perMille: 620, storedPerMille: 250, yuan: [0, 999] },
  ]

const PHONE_PREFIXES: readonly string[] = [
  '134',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '151',
  '152',
  '157',
  '158',
  '159',
  '182',
  '183',
  '187',
  '188',
  '130',
  '131',
  '132',
  '155',
  '156',
  '166',
  '185',
  '186',
  '133',
  '153',
  '177',
  '180',
  '181',
  '189',
  '191',
  '198',
]

const TOP_UPS_FEN: readonly number[] = [10_000, 20_000, 20_000, 30_000, 50_000, 50_000, 100_000, 200_000]

const DRAWN_COUPON_TEMPLATES: readonly string[] = [
  'CT-120-20',
  'CT-50-5',
  'CT-50-5',
  'CT-FREE-COFFEE',
  'CT-ORDER-88',
  'CT-WELCOME-5',
  'CT-OLD-10',
]

const DRAWN_TAGS: readonly MemberTag[] = ['neighbour', 'neighbour', 'office', 'student', 'baking-class']

/** What has been given out so far: each number goes to one member only. */
type Issued = {
  readonly random: SeededRandom
  readonly today: number
  readonly phones: Set<string>
  readonly reservedLastFours: ReadonlySet<string>
  nextCardSerial: number
  nextCouponSerial: number
}

/** The members at the shop's day `today` (day number), the same for the same seed and day. */
export function demoMembers({ seed, today }: { seed: number; today: number }): DemoMember[] {
  const issued: Issued = {
    random: makeSeededRandom(seed, 'members'),
    today,
    phones: new Set(STORY_MEMBERS.map((member) => member.phone)),
    reservedLastFours: new Set(STORY_MEMBERS.map((member) => member.phone.slice(-4))),
    nextCardSerial: FIRST_DRAWN_CARD_SERIAL,
    nextCouponSerial: FIRST_HELD_COUPON_SERIAL,
  }
  const members = STORY_MEMBERS.map((story) => storyMember(issued, story))
  while (members.length < MEMBER_COUNT) members.push(drawMember(issued))
  return members
}

function storyMember(issued: Issued, story: StoryMember): DemoMember {
  const { random, today } = issued
  const joinedAt = startOfDayMs(today - random.between(500, 1800)) + drawTimeOfDayMs(random)
  const birthday = dateOf(today + story.birthdayInDays)
  const leapDay = birthday.month === 2 && birthday.day === 29
  return {
    id: demoUuid(random, joinedAt),
    name: story.name,
    phone: story.phone,
    sex: story.sex,
    birthday: monthDayText(birthday.month, birthday.day),
    birthYear: leapDay ? story.birthYear - (story.birthYear % 4) : story.birthYear,
    tier: story.tier,
    joinedAt,
    cards: story.cards.map(([serial, status]) => ({ number: storyCardNumber(serial), status })),
    pointsLots: pointsLotsOf(issued, story.points),
    principalFen: fen(story.principalFen),
    bonusLots: bonusLotsOf(issued, story.bonusFen),
    growthByMonthFen: spreadOverMonths(random, story.growthFen, GROWTH_MONTHS),
    coupons: story.couponTemplates.map((templateId) => issueCoupon(issued, templateId)),
    tags: story.tags,
  }
}

function storyCardNumber(serial: number): string {
  const number = memberCardNumber(serial)
  if (number === null) throw new RangeError(`card serial ${serial} would read as a barcode`)
  return number
}

function drawMember(issued: Issued): DemoMember {
  const { random, today } = issued
  const { tier, storedPerMille, yuan } = drawTier(random)
  const daysSinceJoining = tier === 'std' ? random.between(1, 1500) : random.between(400, 2100)
  const joinedAt = startOfDayMs(today - daysSinceJoining) + drawTimeOfDayMs(random)
  const months = Math.min(GROWTH_MONTHS, Math.max(0, Math.floor(daysSinceJoining / 31) - 1))
  const growthFen = months === 0 ? 0 : drawGrowthFen(random, yuan)
  const { name, sex } = drawMemberName(random)
  const birthYear = random.between(1948, 2008)
  const month = random.between(1, 12)
  const stored = random.chance(storedPerMille) ? drawStoredValue(random) : { principalFen: 0, bonusFen: 0 }
  return {
    id: demoUuid(random, joinedAt),
    name,
    phone: drawPhone(issued),
    sex,
    birthday: monthDayText(month, random.between(1, daysInMonth(birthYear, month))),
    birthYear,
    tier,
    joinedAt,
    cards: drawCards(issued),
    pointsLots: pointsLotsOf(issued, Math.floor((growthFen * random.between(0, 90)) / 10_000)),
    principalFen: fen(stored.principalFen),
    bonusLots: bonusLotsOf(issued, stored.bonusFen),
    growthByMonthFen: spreadOverMonths(random, growthFen, months),
    coupons: drawCoupons(issued),
    tags: drawTags(random, tier),
  }
}

function drawTier(random: SeededRandom): (typeof TIER_MIX)[number] {
  let draw = random.below(1000)
  for (const entry of TIER_MIX) {
    if (draw < entry.perMille) return entry
    draw -= entry.perMille
  }
  throw new RangeError('the shares of the tiers do not add up to 1000')
}

/** More of them low in their range than high: the lower of two draws. */
function drawGrowthFen(random: SeededRandom, [from, to]: readonly [number, number]): number {
  const yuan = Math.min(random.between(from, to), random.between(from, to))
  return yuan * 100 + random.below(10) * 10
}

function drawStoredValue(random: SeededRandom): { principalFen: number; bonusFen: number } {
  const toppedUpFen = random.pick(TOP_UPS_FEN)
  const principalFen = random.between(1, toppedUpFen / 10) * 10
  const bonusFen = random.chance(700) ? Math.floor((principalFen * random.between(5, 25)) / 1000) * 10 : 0
  return { principalFen, bonusFen: Math.min(bonusFen, STORED_VALUE_CAP_FEN - principalFen) }
}

function drawTimeOfDayMs(random: SeededRandom): number {
  const openingMs = 7 * 3_600_000
  return openingMs + random.below(14 * 3600) * 1000
}

function drawPhone(issued: Issued): string {
  for (;;) {
    const phone = `${issued.random.pick(PHONE_PREFIXES)}${paddedTo4(issued.random)}${paddedTo4(issued.random)}`
    if (issued.phones.has(phone) || issued.reservedLastFours.has(phone.slice(-4))) continue
    issued.phones.add(phone)
    return phone
  }
}

function paddedTo4(random: SeededRandom): string {
  return String(random.below(10_000)).padStart(4, '0')
}

/** One card, mostly in use; some were lost, frozen or closed, some replaced by a second. */
function drawCards(issued: Issued): DemoCard[] {
  const draw = issued.random.below(1000)
  if (draw < 15) return [nextCard(issued, 'closed'), nextCard(issued, 'active')]
  return [nextCard(issued, draw < 27 ? 'lost' : draw < 33 ? 'frozen' : draw < 41 ? 'closed' : 'active')]
}

function nextCard(issued: Issued, status: CardStatus): DemoCard {
  for (;;) {
    const number = memberCardNumber(issued.nextCardSerial)
    issued.nextCardSerial += 1
    if (number !== null) return { number, status }
  }
}

/** Points earned in a year lapse at the end of the next one: two lots, the older one first. */
function pointsLotsOf({ random, today }: Issued, points: number): PointsLot[] {
  if (points === 0) return []
  const { year } = dateOf(today)
  const lastYears = points < 100 ? 0 : Math.floor((points * random.between(0, 60)) / 100)
  const thisYearsLot = { points: points - lastYears, expiresOn: `${year + 1}-12-31` }
  return lastYears === 0 ? [thisYearsLot] : [{ points: lastYears, expiresOn: `${year}-12-31` }, thisYearsLot]
}

/** Bonus comes with a top-up and lapses within a year: one lot, or two in order of expiry. */
function bonusLotsOf({ random, today }: Issued, bonusFen: number): BonusLot[] {
  if (bonusFen === 0) return []
  const olderFen = bonusFen >= 1000 && random.chance(300) ? Math.floor(bonusFen / 30) * 10 : 0
  const olderExpiry = today + random.between(10, 150)
  const newerLot = {
    amountFen: fen(bonusFen - olderFen),
    expiresOn: dayText(olderExpiry + random.between(30, 210)),
  }
  return olderFen === 0 ? [newerLot] : [{ amountFen: fen(olderFen), expiresOn: dayText(olderExpiry) }, newerLot]
}

/** Spreads an amount over the last `months` of twelve, chance deciding; the last month takes what is left. */
function spreadOverMonths(random: SeededRandom, totalFen: number, months: number): Fen[] {
  const shares: Fen[] = []
  let leftFen = totalFen
  for (let monthsToGo = GROWTH_MONTHS; monthsToGo >= 1; monthsToGo -= 1) {
    const shareFen = monthsToGo > months ? 0 : monthShareFen(random, leftFen, monthsToGo)
    leftFen -= shareFen
    shares.push(fen(shareFen))
  }
  return shares
}

/** Between half and one and a half times the even share of what is left. */
function monthShareFen(random: SeededRandom, leftFen: number, monthsToGo: number): number {
  return monthsToGo === 1 ? leftFen : Math.floor((leftFen * random.between(50, 150)) / (100 * monthsToGo))
}

function drawCoupons(issued: Issued): HeldCoupon[] {
  const { random } = issued
  const coupons: HeldCoupon[] = []
  for (let left = random.chance(250) ? random.between(1, 3) : 0; left > 0; left -= 1) {
    coupons.push(issueCoupon(issued, random.pick(DRAWN_COUPON_TEMPLATES)))
  }
  return coupons
}

function issueCoupon(issued: Issued, templateId: string): HeldCoupon {
  const id = couponCode(issued.nextCouponSerial)
  issued.nextCouponSerial += 1
  return { id, templateId }
}

function drawTags(random: SeededRandom, tier: TierId): MemberTag[] {
  const tags: MemberTag[] = (tier === 'diamond' || tier === 'gold') && random.chance(200) ? ['vip'] : []
  return random.chance(180) ? [...tags, random.pick(DRAWN_TAGS)] : tags
}
