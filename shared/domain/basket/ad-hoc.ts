/**
 * Whole-order discounts 整单折扣, 整单减, 抹零 that somebody gives to one order: promotions of that order alone, always
 * pinned, each with its reason and with who said yes.
 *
 * Invariants: an order has at most one of each kind; they act after every published promotion, the rate before the
 * amount, and rounding last; the id of one says what it is, so that its name needs nothing else.
 */
import type { Promotion } from '../pricing/types.ts'
import { ok, refuse, type Result } from '../result.ts'

export type AdHocKind = 'rate' | 'off' | 'round'

export interface AdHocDiscount {
  readonly kind: AdHocKind
  /** rate: basis points that are paid; off: fen; round: the unit in fen that is rounded down to */
  readonly value: number
  readonly reason: string
  readonly approvedBy: string
  /** how far below cost the order was when it was given; 0 where it was not */
  readonly lossFen: number
}

/** Fen that 抹零 rounds down to: a jiao, a yuan, ten yuan. */
const ROUND_UNITS_FEN: readonly number[] = [10, 100, 1000]
export const MAX_OFF_FEN = 9_999_999
const MAX_RATE = 9999
/** Far behind whatever a shop publishes. */
const PRIORITIES = { rate: 1_000_000, off: 1_000_001, round: 1_000_002 } as const
const KINDS: readonly AdHocKind[] = ['rate', 'off', 'round']

/** Whether such a discount can be given at all. */
export function checkAdHoc(kind: AdHocKind, value: number): Result<null, 'discount-out-of-range'> {
  const good =
    kind === 'rate'
      ? Number.isInteger(value) && value >= 0 && value <= MAX_RATE
      : kind === 'off'
        ? Number.isInteger(value) && value >= 1 && value <= MAX_OFF_FEN
        : ROUND_UNITS_FEN.includes(value)
  return good ? ok(null) : refuse('discount-out-of-range', { maxFen: MAX_OFF_FEN })
}

/** With this one in place of another of its kind, in the order in which they act. */
export function withAdHoc(given: readonly AdHocDiscount[], discount: AdHocDiscount): readonly AdHocDiscount[] {
  return [...withoutAdHoc(given, discount.kind), discount].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
}

export function withoutAdHoc(given: readonly AdHocDiscount[], kind: AdHocKind): readonly AdHocDiscount[] {
  return given.filter((discount) => discount.kind !== kind)
}

export function adHocId({ kind, value }: Pick<AdHocDiscount, 'kind' | 'value'>): string {
  return `adhoc-${kind}-${value}`
}

/** What an id of `adHocId` stands for; null for every other id. */
export function parseAdHocId(id: string): Pick<AdHocDiscount, 'kind' | 'value'> | null {
  const match = /^adhoc-(rate|off|round)-(\d{1,7})$/.exec(id)
  return match === null ? null : { kind: match[1] as AdHocKind, value: Number(match[2]) }
}

/**
 * The promotion that the price is asked with; properties in canonical order. `offFen` is what rounding takes off here:
 * it depends on what there is to pay, see fit-rounding.ts.
 */
export function adHocPromotion(discount: Pick<AdHocDiscount, 'kind' | 'value'>, offFen = 0): Promotion {
  const { kind, value } = discount
  const id = adHocId(discount)
  if (kind === 'rate') return { id, kind: 'orderRate', priority: PRIORITIES.rate, rate: value }
  const off = kind === 'off' ? value : offFen
  return { id, kind: 'amountOff', priority: PRIORITIES[kind], steps: [{ at: 1, off }] }
}
