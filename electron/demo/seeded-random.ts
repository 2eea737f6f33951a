/**
 * The demo shop's own source of chance: sfc32, seeded by a number and the name of a stream.
 *
 * Invariants: the same (seed, stream) gives the same numbers on every machine; every draw is an integer, and scaling
 * stays below 2^53, so no floating-point rounding can change an answer. Each generator has a stream of its own, so that
 * one more product does not change the members. Not for secrets.
 */

export type SeededRandom = {
  /** The next integer of 0 … 2^32 − 1. */
  readonly uint32: () => number
  /** An integer of 0 … bound − 1; bound is 1 … 2^21. */
  readonly below: (bound: number) => number
  /** An integer of min … max, both inclusive; the span is at most 2^21. */
  readonly between: (min: number, max: number) => number
  /** True in `perMille` of 1000 draws. */
  readonly chance: (perMille: number) => boolean
  /** One element of a list; throws on an empty one. */
  readonly pick: <T>(list: readonly T[]) => T
}

const TWO_TO_32 = 4_294_967_296
const LARGEST_BOUND = 2_097_152

export function makeSeededRandom(seed: number, stream: string): SeededRandom {
  const uint32 = makeSfc32(seed, stream)
  const below = (bound: number): number => {
    if (bound < 1 || bound > LARGEST_BOUND) throw new RangeError(`bound out of range: ${bound}`)
    return Math.floor((uint32() * bound) / TWO_TO_32)
  }
  return {
    uint32,
    below,
    between: (min, max) => min + below(max - min + 1),
    chance: (perMille) => below(1000) < perMille,
    pick: <T>(list: readonly T[]): T => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
  }
}

/** Chris Doty-Humphrey's sfc32; the first rounds are thrown away so that near seeds part. */
function makeSfc32(seed: number, stream: string): () => number {
  let a = seed | 0
  let b = fnv1a(stream)
  let c = Math.floor(seed / TWO_TO_32) | 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 15; round += 1) next()
  return next
}

/** 32-bit FNV-1a over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash | 0
}
