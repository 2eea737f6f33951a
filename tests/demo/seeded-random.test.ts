import { describe, expect, test } from 'vitest'
import { makeSeededRandom } from '../../electron/demo/seeded-random.ts'

const draws = (seed: number, stream: string): number[] => {
  const random = makeSeededRandom(seed, stream)
  return Array.from({ length: 8 }, () => random.uint32())
}

describe('seeded chance', () => {
  test('repeats for the same seed and stream, and differs for another of either', () => {
    expect(draws(1, 'a')).toEqual(draws(1, 'a'))
    expect(draws(1, 'a')).not.toEqual(draws(2, 'a'))
    expect(draws(1, 'a')).not.toEqual(draws(1, 'b'))
    expect(draws(1, 'a')).not.toEqual(draws(1 + 2 ** 32, 'a'))
  })

  test('stays within bounds and reaches both ends', () => {
    const random = makeSeededRandom(7, 'bounds')
    const seen = new Set<number>()
    for (let draw = 0; draw < 2000; draw += 1) seen.add(random.between(3, 9))
    expect([...seen].sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9])
  })

  test('is even enough: chance(250) holds in a quarter of the draws', () => {
    const random = makeSeededRandom(11, 'chance')
    let held = 0
    for (let draw = 0; draw < 40_000; draw += 1) held += random.chance(250) ? 1 : 0
    expect(held).toBeGreaterThan(9600)
    expect(held).toBeLessThan(10_400)
  })

  test('refuses a bound that it cannot scale exactly, and an empty list', () => {
    const random = makeSeededRandom(1, 'edge')
    expect(() => random.below(0)).toThrow(RangeError)
    expect(() => random.below(2 ** 21 + 1)).toThrow(RangeError)
    expect(() => random.pick([])).toThrow(RangeError)
  })
})
