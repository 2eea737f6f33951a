/** Rounding and sharing up to the largest amounts, held against whole numbers of any size. */
import { describe, expect, test } from 'vitest'
import { earned, redeem } from '../../../shared/domain/pricing/points.ts'
import { halfAtRate, halfOfWeight } from '../../../shared/domain/pricing/rounding.ts'
import { share } from '../../../shared/domain/pricing/share.ts'
import { Dice } from './random-scenario.ts'

const SEED = 20_261_125
const LARGEST = Number.MAX_SAFE_INTEGER

/** Small, middling or near the largest, up to `most`. */
function amount(dice: Dice, most: number): number {
  const size = dice.pick([100, 1e6, 1e12, most])
  return Math.min(most, Math.floor(dice.next() * size) + dice.whole(0, 3))
}

/** half(numerator / denominator). */
const half = (numerator: bigint, denominator: bigint): bigint => (2n * numerator + denominator) / (2n * denominator)

test(`half of an amount at a rate is exact, from seed ${SEED}`, () => {
  const dice = new Dice(SEED)
  for (let round = 0; round < 2000; round++) {
    const [of, rate] = [amount(dice, LARGEST), dice.whole(0, 10_000)]
    expect(BigInt(halfAtRate(of, rate)), `${of} at ${rate}`).toBe(half(BigInt(of) * BigInt(rate), 10_000n))
  }
  expect(halfAtRate(LARGEST, 10_000)).toBe(LARGEST)
})

test(`half of a weight's price is exact, from seed ${SEED}`, () => {
  const dice = new Dice(SEED)
  for (let round = 0; round < 2000; round++) {
    const [price, grams] = [amount(dice, LARGEST), dice.whole(1, 3000)]
    const exact = half(BigInt(price) * BigInt(grams), 1000n)
    const expected = exact > BigInt(LARGEST) ? Infinity : Number(exact)
    expect(halfOfWeight(price, grams), `${price} × ${grams}`).toBe(expected)
  }
  expect(halfOfWeight(LARGEST, 1000)).toBe(LARGEST)
  expect(halfOfWeight(LARGEST, 1001)).toBe(Infinity)
  expect(halfOfWeight(LARGEST - 1, 500)).toBe((LARGEST - 1) / 2)
})

/** The specification's own words: floor parts, then one each to the largest fractions, ties to the earlier. */
function sharedBySorting(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) return weights.map(() => 0)
  const products = weights.map((weight) => BigInt(Math.min(total, Number(sum))) * BigInt(weight))
  const parts = products.map((product) => product / sum)
  const left = Math.min(total, Number(sum)) - Number(parts.reduce((all, part) => all + part, 0n))
  const places = weights.map((_, place) => place)
  places.sort((a, b) => Number((products[b]! % sum) - (products[a]! % sum)) || a - b)
  for (const place of places.slice(0, left)) parts[place]! += 1n
  return parts.map(Number)
}

describe('share', () => {
  test(`is what sorting the fractions gives, from seed ${SEED}`, () => {
    const dice = new Dice(SEED)
    for (let round = 0; round < 1500; round++) {
      const most = dice.pick([3, 100, 100_000, 2 ** 45])
      const count = dice.pick([1, 2, 3, 5, 9, 30, 63, 64, 65, 150])
      const weights = Array.from({ length: count }, () => amount(dice, most))
      const sum = weights.reduce((all, weight) => all + weight, 0)
      const total = dice.pick([0, 1, sum - 1, sum, sum + 1, amount(dice, Math.max(sum, 1))])
      if (total < 0) continue
      expect(share(total, weights), `${total} over ${weights.join(' ')}`).toEqual(sharedBySorting(total, weights))
    }
  })
  test('parts more units than any basket before had', () => {
    const weights = Array.from({ length: 3000 }, () => 1)
    const parts = share(1000, weights)
    expect(parts).toEqual(weights.map((_, place) => (place < 1000 ? 1 : 0)))
  })
  test('leaves the weights to whoever brought them', () => {
    const weights = [3, 4]
    expect(share(7, weights)).not.toBe(weights)
  })
})

describe('points', () => {
  test('may be as many as can be counted, and no more', () => {
    expect(earned(LARGEST, { fenPerPoint: 2 }, 20_000, false)).toBe(LARGEST)
    expect(earned(LARGEST, { fenPerPoint: 1 }, 10_001, false)).toBe(Infinity)
  })
  test('cover no more than the share rounded down', () => {
    const rules = { pointsPerYuan: 100, step: 1, maxShare: 5000 }
    expect(redeem('max', 1000, 199, rules)).toEqual({ points: 99, value: 99 })
    expect(redeem(99, 1000, 199, rules)).toEqual({ points: 99, value: 99 })
  })
})
