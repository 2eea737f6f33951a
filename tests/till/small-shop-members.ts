/** The small shop's members, each for what the till must do with them. */
import type { CardStatus } from '../../electron/store/member-store.ts'
import type { OpeningMember } from '../../electron/store/opening-members.ts'

/** Found nowhere but in erasable records: a canary. */
export const CANARY = { name: '甄独一', phone: '13900007531' } as const

interface Card {
  readonly number: string
  readonly status: CardStatus
}

function member(
  ordinal: number,
  rest: Partial<OpeningMember> & { name: string; phone: string; card?: Card },
): OpeningMember {
  const { name, phone, card, ...facts } = rest
  return {
    memberId: `019a0000-0000-7000-a000-${String(ordinal).padStart(12, '0')}`,
    tierId: 'std',
    tags: [],
    person: { name, phone, birthday: null, sex: null },
    cards: card === undefined ? [] : [card],
    lots: [],
    growth: [],
    coupons: [],
    ...facts,
  }
}

/** gold, with a wallet of 3000.00 + 1000.00 in three lots and points in two */
export const wealthy = member(1, {
  ...CANARY,
  tierId: 'gold',
  card: { number: '8800000000019', status: 'active' },
  lots: [
    { asset: 'PRINCIPAL', amount: 300_000, expiresOn: null },
    { asset: 'BONUS', amount: 40_000, expiresOn: '2027-06-30' },
    { asset: 'BONUS', amount: 60_000, expiresOn: '2026-12-31' },
    { asset: 'POINTS', amount: 1000, expiresOn: '2027-12-31' },
    { asset: 'POINTS', amount: 300, expiresOn: '2026-12-31' },
    { asset: 'POINTS', amount: 7000, expiresOn: '2026-11-22' },
  ],
  coupons: [
    { couponId: 'CP00000000109', templateId: 'CT-20-3' },
    { couponId: 'CP00000000117', templateId: 'CT-50-5' },
  ],
})

/** 10.00 short of silver */
export const nearSilver = member(2, {
  name: '何欣然',
  phone: '13800138002',
  card: { number: '8800000000027', status: 'active' },
  growth: [
    { month: '2025-10', amountFen: 900_000 },
    { month: '2025-11', amountFen: 50_000 },
    { month: '2026-11', amountFen: 49_000 },
  ],
})

export const withLostCard = member(3, {
  name: '周慧敏',
  phone: '13800138003',
  tierId: 'gold',
  card: { number: '8800000000035', status: 'lost' },
  lots: [{ asset: 'PRINCIPAL', amount: 5000, expiresOn: null }],
})

export const withFrozenCard = member(4, {
  name: '吴建国',
  phone: '13800138004',
  card: { number: '8800000000043', status: 'frozen' },
})

export const withClosedCard = member(5, {
  name: '郑海洋',
  phone: '13800138005',
  card: { number: '8800000000050', status: 'closed' },
})

export const withoutCard = member(6, {
  name: '孙立荷',
  phone: '13800138006',
  lots: [{ asset: 'BONUS', amount: 2000, expiresOn: '2026-11-23' }],
})

export const members: readonly OpeningMember[] = [
  wealthy,
  nearSilver,
  withLostCard,
  withFrozenCard,
  withClosedCard,
  withoutCard,
]

export function cardOf(of: OpeningMember): string {
  const card = of.cards[0]
  if (card === undefined) throw new Error('a member without a card')
  return card.number
}
