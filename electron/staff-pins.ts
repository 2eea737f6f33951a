/**
 * PINs as argon2id hashes. The native module is loaded with the first PIN, not at start, and works in its own threads.
 *
 * A hash carries its own parameters, so that they can be raised later; these cost a slow till's PC some 20 to 40 ms.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** PHC text with a fresh salt. */
export async function hashPin(pin: string): Promise<string> {
  const { hash } = await import('@node-rs/argon2')
  return hash(pin, COST)
}

export async function pinMatches(pinHash: string, pin: string): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2')
  return verify(pinHash, pin)
}
