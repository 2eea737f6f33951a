/**
 * The four tiers of the demo shop, lowest first.
 *
 * Invariants: `rate` is what is paid in basis points (9折 is 9000); a member stands in the highest tier whose growth
 * threshold is reached by the net spend of the last twelve full months and the running one.
 */

import { fen } from '../../shared/domain/money.ts'
import type { Fen } from '../../shared/domain/money.ts'

export type TierId = 'std' | 'silver' | 'gold' | 'diamond'

export type DemoTier = {
  readonly id: TierId
  readonly nameZh: string
  readonly nameEn: string
  readonly rate: number
  /** Basis points of the points that everyone earns. */
  readonly pointsRate: number
  readonly growthFromFen: Fen
}

const TIERS: readonly DemoTier[] = [
  { id: 'std', nameZh: '普卡', nameEn: 'Standard', rate: 10_000, pointsRate: 10_000, growthFromFen: fen(0) },
  { id: 'silver', nameZh: '银卡', nameEn: 'Silver', rate: 9500, pointsRate: 10_000, growthFromFen: fen(100_000) },
  { id: 'gold', nameZh: '金卡', nameEn: 'Gold', rate: 9000, pointsRate: 15_000, growthFromFen: fen(300_000) },
  { id: 'diamond', nameZh: '钻石卡', nameEn: 'Diamond', rate: 8800, pointsRate: 20_000, growthFromFen: fen(1_000_000) },
]

export function demoTiers(): readonly DemoTier[] {
  return TIERS
}
