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
  const bar = largestButFor(remainders, left - 1)
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

/** The value that would stand at `place` if the values were sorted in descending order. */
function largestButFor(values: readonly number[], place: number): number {
  const found = values.slice()
  let low = 0
  let high = found.length - 1
  // Quickselect: only the side that holds the place is parted further.
  while (low < high) {
    const pivot = found[(low + high) >> 1]!
    let left = low
    let right = high
    while (left <= right) {
      while (found[left]! > pivot) left += 1
      while (found[right]! < pivot) right -= 1
      if (left <= right) {
        const swapped = found[left]!
        found[left] = found[right]!
        found[right] = swapped
        left += 1
        right -= 1
      }
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else break
  }
  return found[place]!
}
