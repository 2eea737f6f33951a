/**
 * The two roundings that prices are made with, and rounding of what is to pay (抹零).
 *
 * Invariant: exact on integers. A quotient of two integers whose numerator is below 2^53 is floored correctly by
 * Math.floor on doubles; what could be larger goes through mulDiv or BigInt.
 */
import { mulDiv } from '../money.ts'

/** Basis points of a rate that changes nothing. */
export const WHOLE_RATE = 10_000
const LARGEST_FAST_PRODUCT = 2 ** 51

/** half(amount × rate / 10000), for a rate of 0 … 10000. */
export function halfAtRate(amount: number, rate: number): number {
  const product = amount * rate
  if (product < LARGEST_FAST_PRODUCT) return Math.floor((2 * product + WHOLE_RATE) / (2 * WHOLE_RATE))
  return mulDiv(amount, rate, WHOLE_RATE, 'half-up')
}

/** half(price per kilogram × grams / 1000); Infinity where that is no safe integer, which no basket may contain. */
export function halfOfWeight(pricePerKilogram: number, grams: number): number {
  const product = pricePerKilogram * grams
  if (product < LARGEST_FAST_PRODUCT) return Math.floor((2 * product + 1000) / 2000)
  const exact = (2n * BigInt(pricePerKilogram) * BigInt(grams) + 1000n) / 2000n
  return exact > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(exact)
}

/** What 抹零 takes off, rounding `toPay` down to a multiple of `unit`. */
export function roundingOff(toPay: number, unit: number): number {
  return toPay % unit
}
