/**
 * The hand-written members: the README's and the tests' characters, one for each case that a cashier meets.
 *
 * Invariants: they come first in the list of members, with fixed phones and card serials whatever the seed is; the last
 * four digits of their phones belong to nobody else, 8866 apart, which two sisters share.
 */

import type { CardStatus, MemberTag } from './demo-member.ts'
import type { Sex } from './member-names.ts'
import type { TierId } from './tiers.ts'

export type StoryMember = {
  readonly name: string
  readonly phone: string
  readonly sex: Sex
  readonly birthYear: number
  /** Where the next birthday lies, in days after the demo's now. */
  readonly birthdayInDays: number
  readonly tier: TierId
  readonly growthFen: number
  /** Card serials and their states. */
  readonly cards: readonly (readonly [number, CardStatus])[]
  readonly points: number
  readonly principalFen: number
  readonly bonusFen: number
  readonly couponTemplates: readonly string[]
  readonly tags: readonly MemberTag[]
}

const NOTHING = { points: 0, principalFen: 0, bonusFen: 0, couponTemplates: [], tags: [] } as const

export const STORY_MEMBERS: readonly StoryMember[] = [
  // The customer of the pictures: gold, close to diamond, birthday next week, three coupons.
  {
    name: '王雅婷',
    phone: '13817235621',
    sex: 'female',
    birthYear: 1992,
    birthdayInDays: 6,
    tier: 'gold',
    growthFen: 962_000,
    cards: [[1001, 'active']],
    points: 1286,
    principalFen: 23_650,
    bonusFen: 4000,
    couponTemplates: ['CT-120-20', 'CT-50-5', 'CT-FREE-COFFEE'],
    tags: ['vip', 'neighbour'],
  },
  // Diamond, with the largest balance.
  {
    name: '沈国栋',
    phone: '13901680088',
    sex: 'male',
    birthYear: 1968,
    birthdayInDays: 120,
    tier: 'diamond',
    growthFen: 2_486_000,
    cards: [[1002, 'active']],
    points: 18_650,
    principalFen: 380_000,
    bonusFen: 60_000,
    couponTemplates: ['CT-CAKE-30'],
    tags: ['vip', 'office'],
  },
  // Silver, birthday today: points count twice.
  {
    name: '陈思远',
    phone: '15021877316',
    sex: 'male',
    birthYear: 1995,
    birthdayInDays: 0,
    tier: 'silver',
    growthFen: 168_000,
    cards: [[1016, 'active']],
    points: 430,
    principalFen: 8000,
    bonusFen: 800,
    couponTemplates: ['CT-BIRTHDAY'],
    tags: [],
  },
  // A new member who has nothing yet.
  {
    ...NOTHING,
    name: '李明',
    phone: '18616540217',
    sex: 'male',
    birthYear: 2001,
    birthdayInDays: 200,
    tier: 'std',
    growthFen: 0,
    cards: [[1004, 'active']],
  },
  // A lost card: pays nothing and gives no member price.
  {
    name: '周慧敏',
    phone: '13611942073',
    sex: 'female',
    birthYear: 1979,
    birthdayInDays: 45,
    tier: 'gold',
    growthFen: 415_000,
    cards: [[1005, 'lost']],
    points: 2210,
    principalFen: 52_000,
    bonusFen: 8000,
    couponTemplates: [],
    tags: ['neighbour'],
  },
  // A frozen card.
  {
    name: '吴建国',
    phone: '13524680931',
    sex: 'male',
    birthYear: 1958,
    birthdayInDays: 300,
    tier: 'silver',
    growthFen: 143_000,
    cards: [[1006, 'frozen']],
    points: 905,
    principalFen: 30_000,
    bonusFen: 0,
    couponTemplates: [],
    tags: [],
  },
  // Stored value too small for anything: 0.51, of it 0.01 bonus.
  {
    name: '郑小燕',
    phone: '17721304459',
    sex: 'female',
    birthYear: 1988,
    birthdayInDays: 77,
    tier: 'std',
    growthFen: 46_000,
    cards: [[1007, 'active']],
    points: 60,
    principalFen: 50,
    bonusFen: 1,
    couponTemplates: [],
    tags: [],
  },
  // Two sisters: the same last four digits and the same pinyin initials.
  {
    name: '孙丽华',
    phone: '13761028866',
    sex: 'female',
    birthYear: 1985,
    birthdayInDays: 150,
    tier: 'silver',
    growthFen: 187_000,
    cards: [[1008, 'active']],
    points: 512,
    principalFen: 12_000,
    bonusFen: 1500,
    couponTemplates: ['CT-50-5'],
    tags: [],
  },
  {
    name: '孙立荷',
    phone: '15800768866',
    sex: 'female',
    birthYear: 1990,
    birthdayInDays: 260,
    tier: 'std',
    growthFen: 32_000,
    cards: [[1009, 'active']],
    points: 88,
    principalFen: 0,
    bonusFen: 0,
    couponTemplates: [],
    tags: [],
  },
  // A compound surname.
  {
    name: '欧阳静怡',
    phone: '13482071594',
    sex: 'female',
    birthYear: 1997,
    birthdayInDays: 18,
    tier: 'gold',
    growthFen: 533_000,
    cards: [[1010, 'active']],
    points: 3120,
    principalFen: 66_000,
    bonusFen: 12_000,
    couponTemplates: ['CT-FREE-COFFEE'],
    tags: ['baking-class'],
  },
  // Twenty characters.
  {
    name: '阿卜杜热依木江·麦麦提吐尔逊·艾合麦提江',
    phone: '18017649302',
    sex: 'male',
    birthYear: 1993,
    birthdayInDays: 99,
    tier: 'silver',
    growthFen: 121_000,
    cards: [[1011, 'active']],
    points: 240,
    principalFen: 5000,
    bonusFen: 500,
    couponTemplates: [],
    tags: ['office'],
  },
  // Latin letters, and no stored value.
  {
    name: 'Christopher Anderson',
    phone: '13166028743',
    sex: 'male',
    birthYear: 1983,
    birthdayInDays: 33,
    tier: 'silver',
    growthFen: 226_000,
    cards: [[1012, 'active']],
    points: 775,
    principalFen: 0,
    bonusFen: 0,
    couponTemplates: ['CT-ORDER-88'],
    tags: ['office'],
  },
  // A replaced card: the old one closed, the new one in use; the surname is read Shàn.
  {
    name: '单于晓峰',
    phone: '13370219685',
    sex: 'male',
    birthYear: 1976,
    birthdayInDays: 210,
    tier: 'gold',
    growthFen: 358_000,
    cards: [
      [1017, 'closed'],
      [1014, 'active'],
    ],
    points: 1640,
    principalFen: 41_000,
    bonusFen: 6000,
    couponTemplates: [],
    tags: [],
  },
  // ¥5.00 short of gold: the next sale lifts the tier.
  {
    name: '黄志强',
    phone: '18930157728',
    sex: 'male',
    birthYear: 1987,
    birthdayInDays: 170,
    tier: 'silver',
    growthFen: 299_500,
    cards: [[1015, 'active']],
    points: 1490,
    principalFen: 20_000,
    bonusFen: 2000,
    couponTemplates: ['CT-120-20'],
    tags: [],
  },
]
