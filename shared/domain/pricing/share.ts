/**
 * Sharing an amount over units: floor parts first, then one fen each to the largest fractional parts.
 *
 * Invariants: the parts add up to min(total, Σ weights); no part exceeds its weight; ties go to the earlier place, so
 * callers pass weights in unit order.
 */

/**
 * Parts of `total`, one for each weight, in the same order. Weights and total are integers ≥ 0 whose sums are safe.
 * Σ weights = 0 shares nothing.
 */
export function share(total: number, weights: readonly number[]): number[] {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i]!
  if (sum === 0 || total === 0) return new Array<number>(weights.length).fill(0)
  if (total >= sum) return weights.slice()
  return total * sum < Number.MAX_SAFE_INTEGER ? shareFast(total, weights, sum) : shareExact(total, weights, sum)
}

function shareFast(total: number, weights: readonly number[], sum: number): number[] {
  const parts: number[] = []
  const remainders: number[] = []
  let left = total
  for (let i = 0; i < weights.length; i++) {
    const product = total * weights[i]!
    const part = Math.floor(product / sum)
    parts.push(part)
    remainders.push(product - part * sum)
    left -= part
  }
  if (left > 0) giveLeftOver(parts, remainders, left)
  return parts
}

function shareExact(total: number, weights: readonly number[], sum: number): number[] {
  const parts: number[] = []
  const remainders: number[] = []
  let left = total
  for (const weight of weights) {
    const product = BigInt(total) * BigInt(weight)
    const part = Number(product / BigInt(sum))
    parts.push(part)
    remainders.push(Number(product % BigInt(sum)))
    left -= part
  }
  if (left > 0) giveLeftOver(parts, remainders, left)
  return parts
}

/** One fen each to the `left` largest remainders; `left` is below the number of remainders that are not 0. */
function giveLeftOver(parts: number[], remainders: readonly number[], left: number): void {
  if (left === 1) {
    let largest = 0
    for (let i = 1; i < remainders.length; i++) if (remainders[i]! > remainders[largest]!) largest = i
    parts[largest]! += 1
    return
  }
  // The numeric sort of a typed array is native and needs no comparator: the left-th largest remainder is the bar.
  const ordered = Float64Array.from(remainders).sort()
  const bar = ordered[ordered.length - left]!
  let atBar = left
  for (let i = 0; i < remainders.length; i++) if (remainders[i]! > bar) atBar -= 1
  for (let i = 0; i < remainders.length; i++) {
    if (remainders[i]! > bar) parts[i]! += 1
    else if (remainders[i]! === bar && atBar > 0) {
      parts[i]! += 1
      atBar -= 1
    }
  }
}
