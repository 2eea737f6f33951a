/**
 * Ids of the demo's people: UUIDv7 text whose chance comes from the seed, so that every demo has the same ones.
 *
 * Invariants: the first 48 bits are the instant in ms, version 7, variant 10.
 */

import type { SeededRandom } from './seeded-random.ts'

const TWO_TO_16 = 0x10000
const TWO_TO_32 = 0x1_0000_0000

/** Two hexadecimal digits of every byte: looked up, because Number.toString(16) is slow beyond 31 bits. */
const HEX_OF_BYTE: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** `instantMs` is an epoch time in ms, not negative. */
export function demoUuid(random: SeededRandom, instantMs: number): string {
  const timeHigh = hex16(Math.floor(instantMs / TWO_TO_32))
  const timeMiddle = hex16(Math.floor(instantMs / TWO_TO_16) % TWO_TO_16)
  const timeLow = hex16(instantMs % TWO_TO_16)
  const version = hex16(0x7000 + random.below(0x1000))
  const variant = hex16(0x8000 + random.below(0x4000))
  const tail = hex16(random.below(TWO_TO_16)) + hex16(random.below(TWO_TO_16)) + hex16(random.below(TWO_TO_16))
  return `${timeHigh}${timeMiddle}-${timeLow}-${version}-${variant}-${tail}`
}

function hex16(value: number): string {
  return `${HEX_OF_BYTE[value >>> 8] ?? ''}${HEX_OF_BYTE[value & 0xff] ?? ''}`
}
