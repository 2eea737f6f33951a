/**
 * Money and exact integer arithmetic.
 *
 * Invariants: a Fen is a safe integer; every division names its rounding; no floating-point number ever holds money.
 */

/** An amount in 分 (1/100 CNY), a safe integer; may be negative where a difference is meant. */
export type Fen = number & { readonly __fen: 'Fen' }

export type Rounding = 'floor' | 'half-up'

/** Brands `value` as an amount in fen. Throws (a bug, not a refusal) when it is no safe integer. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer amount: ${value}`)
  return value as Fen
}

/** Exact sum in fen. */
export function sumFen(amounts: Iterable<number>): Fen {
  let total = 0
  for (const amount of amounts) total += amount
  return fen(total)
}

/**
 * a × b / divisor on integers, exact, rounded as named; half-up rounds .5 towards plus infinity.
 * BigInt is used only where the product could pass 2^53. Throws when an operand is no safe integer or divisor < 1.
 */
export function mulDiv(a: number, b: number, divisor: number, rounding: Rounding): number {
  if (divisor < 1) throw new RangeError(`divisor must be at least 1: ${divisor}`)
  const product = a * b
  if (Number.isSafeInteger(product) && Number.isSafeInteger(2 * product + divisor)) {
    return rounding === 'floor' ? floorDiv(product, divisor) : floorDiv(2 * product + divisor, 2 * divisor)
  }
  const exact = BigInt(a) * BigInt(b)
  const bigDivisor = BigInt(divisor)
  const quotient =
    rounding === 'floor' ? floorBig(exact, bigDivisor) : floorBig(2n * exact + bigDivisor, 2n * bigDivisor)
  const result = Number(quotient)
  if (!Number.isSafeInteger(result)) throw new RangeError('result of mulDiv is no safe integer')
  return result
}

/** Integer floor division that does not go through a rounded floating-point quotient. */
function floorDiv(dividend: number, divisor: number): number {
  const remainder = dividend % divisor
  const exact = (dividend - remainder) / divisor
  return remainder < 0 ? exact - 1 : exact
}

function floorBig(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend % divisor < 0n ? quotient - 1n : quotient
}
