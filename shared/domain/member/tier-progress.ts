/** Tiers by growth: which one a member's spending has earned, and what is missing to the next. */
import { fen, mulDiv, type Fen } from '../money.ts'

export interface TierStep {
  readonly tierId: string
  readonly growthFromFen: number
}

export interface TierProgress {
  readonly tierId: string
  readonly missingFen: Fen
  /** 0 … 100, floor */
  readonly percent: number
}

/** The next tier above the one held. Tiers ascend by growth. Null at the top. */
export function nextTier(
  tiers: readonly TierStep[],
  heldTierId: string | null,
  growthFen: number,
): TierProgress | null {
  const held = tiers.findIndex((tier) => tier.tierId === heldTierId)
  const next = tiers[held + 1]
  if (next === undefined) return null
  const percent =
    next.growthFromFen === 0 ? 100 : Math.min(100, mulDiv(Math.max(0, growthFen), 100, next.growthFromFen, 'floor'))
  return { tierId: next.tierId, missingFen: fen(Math.max(0, next.growthFromFen - growthFen)), percent }
}

/** The tier that this growth earns, where it is higher than the one held; a till lifts and never lowers. */
export function liftedTier(tiers: readonly TierStep[], heldTierId: string | null, growthFen: number): string | null {
  const held = tiers.findIndex((tier) => tier.tierId === heldTierId)
  for (let index = tiers.length - 1; index > held; index--) {
    const tier = tiers[index]
    if (tier !== undefined && growthFen >= tier.growthFromFen) return tier.tierId
  }
  return null
}

/** The first month of the window that counts: the twelve full months before the running one. 'YYYY-MM'. */
export function firstGrowthMonth(businessDay: string): string {
  return `${String(Number(businessDay.slice(0, 4)) - 1).padStart(4, '0')}${businessDay.slice(4, 7)}`
}

/** The next review of tiers: the first of the month after a business day, 'YYYY-MM-01'. */
export function nextReview(businessDay: string): string {
  const year = Number(businessDay.slice(0, 4))
  const month = Number(businessDay.slice(5, 7))
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${String(nextYear).padStart(4, '0')}-${String(nextMonth).padStart(2, '0')}-01`
}

/**
 * What is still to be spent until the review so that the tier held is earned again; `growthFen` is what of the spending so
 * far will count then. Null for the lowest tier and for none, which nobody can lose.
 */
export function missingToKeep(tiers: readonly TierStep[], heldTierId: string | null, growthFen: number): Fen | null {
  const held = tiers.findIndex((tier) => tier.tierId === heldTierId)
  const tier = tiers[held]
  return tier === undefined || held === 0 ? null : fen(Math.max(0, tier.growthFromFen - growthFen))
}
