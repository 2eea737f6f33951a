/**
 * Sharing an amount over units: floor parts first, then one fen each to the largest fractional parts.
 *
 * Invariants: the parts add up to min(total, Σ weights); no part exceeds its weight; ties go to the earlier place, so
 * callers pass weights in unit order.
 */

/** Remainders of the sharing at hand, and the copy that is parted; grown where a basket has more units. */
let remainders = new Float64Array(64)
let parted = new Float64Array(64)

/**
 * Parts of `total`, one for each weight, in the same order. Weights and total are integers ≥ 0 whose sums are safe.
 * Σ weights = 0 shares nothing.
 */
export function share(total: number, weights: readonly number[]): number[] {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i]!
  if (sum === 0 || total === 0) return new Array<number>(weights.length).fill(0)
  if (total >= sum) return weights.slice()
  if (weights.length > remainders.length) {
    remainders = new Float64Array(2 * weights.length)
    parted = new Float64Array(2 * weights.length)
  }
  // Below 2^53 the quotient of two integers is floored correctly by Math.floor.
  return total * sum < Number.MAX_SAFE_INTEGER ? shareFast(total, weights, sum) : shareExact(total, weights, sum)
}

function shareFast(total: number, weights: readonly number[], sum: number): number[] {
  const parts: number[] = []
  let left = total
  for (let i = 0; i < weights.length; i++) {
    const product = total * weights[i]!
    const part = Math.floor(product / sum)
    parts.push(part)
    remainders[i] = product - part * sum
    left -= part
  }
  if (left > 0) giveLeftOver(parts, left)
  return parts
}

function shareExact(total: number, weights: readonly number[], sum: number): number[] {
  const parts: number[] = []
  let left = total
  for (let i = 0; i < weights.length; i++) {
    const product = BigInt(total) * BigInt(weights[i]!)
    const part = Number(product / BigInt(sum))
    parts.push(part)
    remainders[i] = Number(product % BigInt(sum))
    left -= part
  }
  if (left > 0) giveLeftOver(parts, left)
  return parts
}

/** One fen each to the `left` largest remainders; `left` is below the number of remainders that are not 0. */
function giveLeftOver(parts: number[], left: number): void {
  const bar = largestBut(parts.length, left - 1)
  let atBar = left
  for (let i = 0; i < parts.length; i++) if (remainders[i]! > bar) atBar -= 1
  for (let i = 0; i < parts.length; i++) {
    const above = remainders[i]! - bar
    if (above < 0 || (above === 0 && atBar === 0)) continue
    parts[i]! += 1
    if (above === 0) atBar -= 1
  }
}

/** The remainder that would stand at `place` if the first `count` were sorted in descending order. */
function largestBut(count: number, place: number): number {
  for (let i = 0; i < count; i++) parted[i] = remainders[i]!
  let low = 0
  let high = count - 1
  // Quickselect: only the side that holds the place is parted further.
  while (low < high) {
    const pivot = parted[(low + high) >> 1]!
    let left = low
    let right = high
    while (left <= right) {
      while (parted[left]! > pivot) left += 1
      while (parted[right]! < pivot) right -= 1
      if (left <= right) {
        const swapped = parted[left]!
        parted[left] = parted[right]!
        parted[right] = swapped
        left += 1
        right -= 1
      }
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else break
  }
  return parted[place]!
}
