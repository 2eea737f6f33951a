/**
 * What every kind of promotion and coupon is compiled to, and the state that they act on in turn.
 *
 * Invariants: `total` is Σ cost; a reduction is an amount ≥ 0 that the offer reports as its own; a unit promotion
 * measures it from its base, everything else from what the units cost just before.
 */
import type { CompiledEligibility, CompiledScope } from './eligibility.ts'
import type { Coupon, Promotion } from './types.ts'
import type { BasketUnits } from './units.ts'

export interface BasketState {
  /** What each unit costs by now. */
  readonly cost: number[]
  /** 1 where a unit promotion took the unit, full-price members of a group too. */
  readonly taken: number[]
  total: number
}

/** One unit promotion's view of the basket, with tier prices on or off. */
export interface UnitTurn {
  readonly basket: BasketUnits
  /** What each unit costs when nobody takes it. */
  readonly own: readonly number[]
  /** What the promotion starts from. */
  readonly base: readonly number[]
  /** Units in scope: in unit order, or dearest base first where the kind forms groups. */
  readonly members: readonly number[]
}

export interface UnitRule {
  /** Weighed units take no part. */
  readonly countsUnits: boolean
  readonly dearestFirst: boolean
  /** Pieces that it needs to act at all; 0 where it counts nothing. */
  readonly neededPieces: number
  /** Takes units that are still free; returns its own reduction. */
  take(turn: UnitTurn, state: BasketState): number
  /** An upper bound of what `take` can return, whatever is taken before. */
  most(turn: UnitTurn): number
  /** The lowest price that `take` can leave on a unit in scope. */
  lowest(turn: UnitTurn, unit: number): number
}

export interface OrderRule {
  /** Fen that it needs to act at all; 0 where it has no threshold. */
  readonly threshold: number
  /** What it takes off `eligible`; 0 … eligible. */
  reduction(eligible: number): number
  /** An upper bound of the reduction for every amount up to `eligible`. */
  most(eligible: number): number
}

interface OfferBase {
  readonly id: string
  readonly kind: 'promotion' | 'coupon'
  /** As published. */
  readonly source: Promotion | Coupon
  readonly priority: number
  readonly eligibility: CompiledEligibility
  readonly scope: CompiledScope
}

export interface UnitOffer extends OfferBase {
  readonly stage: 'unit'
  readonly kind: 'promotion'
  readonly startsFromTier: boolean
  readonly rule: UnitRule
}

export interface OrderOffer extends OfferBase {
  readonly stage: 'order'
  readonly kind: 'promotion'
  readonly group: string | null
  readonly excludePromoted: boolean
  readonly rule: OrderRule
}

export interface CouponOffer extends OfferBase {
  readonly stage: 'coupon'
  readonly kind: 'coupon'
  readonly template: string
  readonly withPromotions: boolean
  readonly withTier: boolean
  readonly stackable: boolean
  readonly excludePromoted: boolean
  /** 'dearest-unit' makes the dearest unit in scope free. */
  readonly rule: OrderRule | 'dearest-unit'
}

export type Offer = UnitOffer | OrderOffer | CouponOffer

const STAGE_ORDER = { unit: 0, order: 1, coupon: 2 } as const

/** The order in which offers act: stage, then priority, then id by UTF-16 code unit. */
export function compareActing(a: Offer, b: Offer): number {
  return STAGE_ORDER[a.stage] - STAGE_ORDER[b.stage] || a.priority - b.priority || compareIds(a.id, b.id)
}

/** By UTF-16 code unit: 'P10' before 'P2'. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether the two can never be chosen together. */
export function exclude(a: Offer, b: Offer): boolean {
  if (a.stage === 'coupon' && b.stage === 'coupon') return a.template === b.template && !(a.stackable && b.stackable)
  if (a.stage === 'coupon') return !a.withPromotions
  if (b.stage === 'coupon') return !b.withPromotions
  return a.stage === 'order' && b.stage === 'order' && a.group !== null && a.group === b.group
}

/** Marks the unit as taken at `price`. */
export function takeUnit(state: BasketState, unit: number, price: number): void {
  state.total += price - state.cost[unit]!
  state.cost[unit] = price
  state.taken[unit] = 1
}
