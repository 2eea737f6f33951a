/**
 * The members who come again and again: each with a rhythm, a time of day and things that they like.
 *
 * Invariants: pure; nobody of the story is among them, so that what is documented of those people stays true; each has a
 * card that is in use.
 */
import type { DemoMember } from '../demo-member.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { STORY_MEMBERS } from '../story-members.ts'
import { drawMinute } from './day-rhythm.ts'
import { drawProduct, lineOf, type Goods, type PlannedLine } from './tastes.ts'
import type { DemoProduct } from '../demo-product.ts'

export interface Regular {
  readonly memberId: string
  readonly cardNumber: string
  /** shows the card, else says the phone number */
  readonly showsCard: boolean
  readonly paysByStoredValue: boolean
  readonly savesPoints: boolean
  readonly everyDays: number
  /** minutes of the day */
  readonly comesAt: number
  readonly favourites: readonly DemoProduct[]
  /** day number of the next visit */
  nextDay: number
}

const REGULARS = 90
/** Whoever has topped up comes more often: the others are taken less often. */
const MUCH_FEN = 20_000
const WITHOUT_MUCH_PER_MILLE = 80
/** Days between two visits: some come for breakfast, some once a month. */
const RHYTHMS: readonly number[] = [3, 4, 5, 7, 7, 7, 10, 10, 14, 14, 21, 30]

/** `firstDay` is the day number on which the shop opened. */
export function drawRegulars(
  random: SeededRandom,
  { members, goods, firstDay }: { members: readonly DemoMember[]; goods: Goods; firstDay: number },
): Regular[] {
  const ofStory = new Set(STORY_MEMBERS.map((member) => member.phone))
  const chosen = new Set<DemoMember>()
  while (chosen.size < REGULARS) {
    const member = random.pick(members)
    if (ofStory.has(member.phone) || activeCard(member) === undefined) continue
    if (member.principalFen >= MUCH_FEN || random.chance(WITHOUT_MUCH_PER_MILLE)) chosen.add(member)
  }
  return [...chosen].map((member) => {
    const everyDays = random.pick(RHYTHMS)
    const comesAt = drawMinute(random, firstDay)
    return {
      memberId: member.id,
      cardNumber: activeCard(member) ?? '',
      showsCard: random.chance(600),
      paysByStoredValue: member.principalFen > 0 && random.chance(850),
      savesPoints: random.chance(700),
      everyDays,
      comesAt,
      favourites: drawFavourites(random, goods, comesAt),
      nextDay: firstDay + random.below(everyDays),
    }
  })
}

/** Those who come on a day; each is given the day of the next visit, a day or two off the rhythm. */
export function comingOn(random: SeededRandom, regulars: readonly Regular[], day: number): Regular[] {
  const coming = regulars.filter((regular) => regular.nextDay <= day)
  for (const regular of coming) {
    const late = random.between(-1, 2)
    regular.nextDay = day + Math.max(1, regular.everyDays + late)
  }
  return coming
}

/** Mostly what they like, now and then something new. */
export function basketOf(random: SeededRandom, goods: Goods, regular: Regular): PlannedLine[] {
  const lines = new Map<string, PlannedLine>()
  for (const product of regular.favourites) if (random.chance(520)) lines.set(product.sku, lineOf(random, product))
  if (lines.size === 0 || random.chance(300)) {
    const product = drawProduct(random, goods, regular.comesAt)
    lines.set(product.sku, lineOf(random, product))
  }
  return [...lines.values()]
}

function drawFavourites(random: SeededRandom, goods: Goods, minute: number): DemoProduct[] {
  const favourites = new Set<DemoProduct>()
  for (let more = random.between(3, 6); more > 0; more -= 1) favourites.add(drawProduct(random, goods, minute))
  return [...favourites]
}

function activeCard(member: DemoMember): string | undefined {
  return member.cards.find((card) => card.status === 'active')?.number
}
