/** A member's tier: what growth has earned it, what is missing to the next, what keeps it at the review, and its history. */
import type { MemberFile } from '../../../shared/contract/members.ts'
import type { Label } from '../../../shared/contract/primitives.ts'
import { isoDayOf } from '../../../shared/domain/day/calendar.ts'
import { firstGrowthMonth, missingToKeep, nextReview, nextTier } from '../../../shared/domain/member/tier-progress.ts'
import type { Core } from '../../core.ts'
import type { MemberFacts } from '../../store/member-store.ts'

export function tierView(
  core: Core,
  { memberId, tierId }: MemberFacts,
  everybody: readonly string[],
): MemberFile['tier'] {
  const day = core.memory.shift?.businessDay ?? isoDayOf(core.clock.now(), core.offsetMinutes)
  const tiers = core.catalog.tiers()
  const growth = (from: string): number => core.stores.members.growth(memberId, from)
  const growthFen = growth(firstGrowthMonth(day))
  const next = nextTier(tiers, tierId, growthFen)
  const reviewOn = nextReview(day)
  return {
    id: tierId,
    label: labelOf(core, tierId),
    growthFen,
    next:
      next === null
        ? null
        : {
            label: labelOf(core, next.tierId) ?? { zh: next.tierId, en: next.tierId },
            missingFen: next.missingFen,
            percent: next.percent,
          },
    keepFen: missingToKeep(tiers, tierId, growth(firstGrowthMonth(reviewOn))),
    reviewOn,
    lifts: core.stores.memberHistory
      .tierLifts(everybody)
      .map((lift) => ({ at: lift.at, label: labelOf(core, lift.tierId) ?? { zh: lift.tierId, en: lift.tierId } })),
  }
}

function labelOf(core: Core, tierId: string | null): Label | null {
  const tier = tierId === null ? undefined : core.catalog.tier(tierId)
  return tier === undefined ? null : { zh: tier.nameZh, en: tier.nameEn }
}
