/**
 * Points: what may be redeemed, and what a basket earns.
 *
 * Invariants: redeemed points are a multiple of the step, at most the balance and the request, and their value is at
 * most the share of what is to pay that the rules allow; all arithmetic is exact.
 */
import { WHOLE_RATE } from './rounding.ts'
import { mulDiv } from '../money.ts'
import type { EarnRules, RedeemRules } from './types.ts'

export interface Redemption {
  readonly points: number
  /** Fen. */
  readonly value: number
}

/** What is redeemed of `request` ('max': all of the balance) against `toPay` fen. */
export function redeem(request: number | 'max', balance: number, toPay: number, rules: RedeemRules): Redemption {
  const wanted = request === 'max' ? balance : Math.min(request, balance)
  if (wanted < rules.step) return { points: 0, value: 0 }
  const cap = mulDiv(toPay, rules.maxShare, WHOLE_RATE, 'floor')
  const withinCap = (BigInt(cap) * BigInt(rules.pointsPerYuan)) / 100n
  const limited = withinCap < BigInt(wanted) ? Number(withinCap) : wanted
  const points = limited - (limited % rules.step)
  return { points, value: Number((BigInt(points) * 100n) / BigInt(rules.pointsPerYuan)) }
}

/** Whether every multiple of the step is worth whole fen. */
export function isWholeFenPerStep(rules: RedeemRules): boolean {
  return (BigInt(rules.step) * 100n) % BigInt(rules.pointsPerYuan) === 0n
}

/** Points earned on `eligible` fen; Infinity where that is no safe integer. */
export function earned(eligible: number, rules: EarnRules, pointsRate: number, isBirthday: boolean): number {
  const birthdayRate = isBirthday ? (rules.birthdayRate ?? WHOLE_RATE) : WHOLE_RATE
  if (pointsRate === WHOLE_RATE && birthdayRate === WHOLE_RATE) return Math.floor(eligible / rules.fenPerPoint)
  const exact =
    (BigInt(eligible) * BigInt(pointsRate) * BigInt(birthdayRate)) /
    (BigInt(WHOLE_RATE) ** 2n * BigInt(rules.fenPerPoint))
  return exact > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(exact)
}
