/**
 * When, where and for whom an offer holds, and which products it means.
 *
 * Invariant: `whyNot` names the first reason in the order of the specification: not-started, expired, wrong-time,
 * wrong-store, not-for-this-member.
 */
import { compareInstants, instantOfMs, parseInstant } from './instant.ts'
import type { Instant } from './instant.ts'
import type { StoreTime } from './store-time.ts'
import type { Eligibility, PricingMember, Product, Scope, SkipReason } from './types.ts'

/** What eligibility is judged against: one basket at one instant. */
export interface Occasion {
  readonly now: Instant
  readonly store: string
  readonly member: PricingMember | null
  /** Computed at the first question and remembered. */
  readonly storeTime: () => StoreTime
}

export interface CompiledEligibility {
  readonly from: Instant | null
  readonly to: Instant | null
  /** Bit n set: weekday n; null: every day. */
  readonly weekdayBits: number | null
  readonly minuteWindows: readonly (readonly [number, number])[] | null
  readonly stores: ReadonlySet<string> | null
  readonly tiers: ReadonlySet<string> | null
  readonly tags: readonly string[] | null
  readonly birthday: boolean
  readonly membersOnly: boolean
}

/** Compiles validated fields; throws where `from`, `to` or `hours` are malformed. */
export function compileEligibility(fields: Eligibility): CompiledEligibility {
  return {
    from: fields.from === undefined ? null : instantOf(fields.from),
    to: fields.to === undefined ? null : instantOf(fields.to),
    weekdayBits: fields.weekdays === undefined ? null : fields.weekdays.reduce((bits, day) => bits | (1 << day), 0),
    minuteWindows: fields.hours?.map(([start, end]) => [minuteOf(start), minuteOf(end)] as const) ?? null,
    stores: fields.stores === undefined ? null : new Set(fields.stores),
    tiers: fields.tiers === undefined ? null : new Set(fields.tiers),
    tags: fields.tags ?? null,
    birthday: fields.birthday ?? false,
    membersOnly: fields.membersOnly ?? false,
  }
}

/** Whether it holds at any time, everywhere and for everybody. */
export function isUnconditional(rule: CompiledEligibility): boolean {
  return Object.values(rule).every((condition) => condition === null || condition === false)
}

/** Why the offer does not hold, or null when it does. */
export function whyNot(rule: CompiledEligibility, occasion: Occasion): SkipReason | null {
  if (rule.from !== null && compareInstants(occasion.now, rule.from) < 0) return 'not-started'
  if (rule.to !== null && compareInstants(occasion.now, rule.to) >= 0) return 'expired'
  if (rule.weekdayBits !== null || rule.minuteWindows !== null) {
    const { weekday, minuteOfDay } = occasion.storeTime()
    if (rule.weekdayBits !== null && (rule.weekdayBits & (1 << weekday)) === 0) return 'wrong-time'
    if (rule.minuteWindows !== null && !isInWindow(rule.minuteWindows, minuteOfDay)) return 'wrong-time'
  }
  if (rule.stores !== null && !rule.stores.has(occasion.store)) return 'wrong-store'
  return isForMember(rule, occasion) ? null : 'not-for-this-member'
}

/** Whether today is the member's birthday in the store's time zone; one on 02-29 is only on 02-29. */
export function isBirthday(occasion: Occasion): boolean {
  const birthday = occasion.member?.birthday ?? null
  return birthday !== null && birthday === occasion.storeTime().monthDay
}

/** Minutes since midnight of 'HH:MM'; '24:00' is 1440. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

function isForMember(rule: CompiledEligibility, occasion: Occasion): boolean {
  const member = occasion.member
  if (member === null) return rule.tiers === null && rule.tags === null && !rule.birthday && !rule.membersOnly
  if (rule.tiers !== null && !rule.tiers.has(member.tier ?? '')) return false
  if (rule.tiers !== null && (member.tier ?? null) === null) return false
  if (rule.tags !== null && !rule.tags.some((tag) => member.tags?.includes(tag) ?? false)) return false
  return !rule.birthday || isBirthday(occasion)
}

function isInWindow(windows: readonly (readonly [number, number])[], minute: number): boolean {
  return windows.some(([start, end]) => start <= minute && minute < end)
}

function instantOf(value: string | number): Instant {
  if (typeof value === 'number') return instantOfMs(value)
  const instant = parseInstant(value)
  if (instant === null) throw new RangeError(`not an RFC 3339 instant: ${value}`)
  return instant
}

export interface CompiledScope {
  readonly skus: ReadonlySet<string> | null
  readonly categories: ReadonlySet<string> | null
  readonly except: ReadonlySet<string> | null
}

export function compileScope(scope: Scope | undefined): CompiledScope {
  return {
    skus: scope?.skus === undefined ? null : new Set(scope.skus),
    categories: scope?.categories === undefined ? null : new Set(scope.categories),
    except: scope?.except === undefined || scope.except.length === 0 ? null : new Set(scope.except),
  }
}

/** Whether the scope names the product; says nothing about `discountable`. */
export function isInScope(scope: CompiledScope, product: Product): boolean {
  if (scope.except !== null && scope.except.has(product.sku)) return false
  if (scope.skus === null && scope.categories === null) return true
  if (scope.skus !== null && scope.skus.has(product.sku)) return true
  return scope.categories !== null && product.category !== undefined && scope.categories.has(product.category)
}
