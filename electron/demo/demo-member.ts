/**
 * The shape of a demo member.
 *
 * Invariants: principal + bonus ≤ ¥5,000.00, the cap of a registered account; lots stand in order of expiry and hold
 * something; the twelve months of growth add up to the range of the tier; no more than three coupons.
 */

import type { Fen } from '../../shared/domain/money.ts'
import type { Sex } from './member-names.ts'
import type { TierId } from './tiers.ts'

export type CardStatus = 'active' | 'lost' | 'frozen' | 'closed'

export type DemoCard = {
  /** 13 digits: 88, a serial of ten, Luhn; never a valid EAN-13. */
  readonly number: string
  readonly status: CardStatus
}

export type PointsLot = { readonly points: number; readonly expiresOn: string }
export type BonusLot = { readonly amountFen: Fen; readonly expiresOn: string }

/** A coupon instance: `id` is the code on it, `templateId` names one of the coupon templates. */
export type HeldCoupon = { readonly id: string; readonly templateId: string }

export type MemberTag = 'vip' | 'neighbour' | 'student' | 'baking-class' | 'office'

export type DemoMember = {
  /** UUIDv7 text. */
  readonly id: string
  readonly name: string
  /** Eleven digits, unique. */
  readonly phone: string
  readonly sex: Sex
  /** 'MM-DD', solar. */
  readonly birthday: string
  readonly birthYear: number
  readonly tier: TierId
  /** Epoch ms, before the demo's now. */
  readonly joinedAt: number
  readonly cards: readonly DemoCard[]
  readonly pointsLots: readonly PointsLot[]
  readonly principalFen: Fen
  readonly bonusLots: readonly BonusLot[]
  /** Net spend in fen of the twelve full months before the running one, oldest first. */
  readonly growthByMonthFen: readonly Fen[]
  readonly coupons: readonly HeldCoupon[]
  readonly tags: readonly MemberTag[]
}

/** Cap of a registered account's stored value, principal and bonus together. */
export const STORED_VALUE_CAP_FEN = 500_000
