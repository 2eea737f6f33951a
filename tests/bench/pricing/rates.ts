/**
 * Baskets a second of the processor's time: whole passes over a list, for at least as long as asked. Not of the wall's,
 * so that what else runs on the machine slows no side's figure more than another's.
 */

export function perSecond(baskets: number, atLeastMs: number, price: (place: number) => unknown): number {
  const clock = processorClock()
  let priced = 0
  while (clock() < atLeastMs) {
    for (let place = 0; place < baskets; place += 1) price(place)
    priced += baskets
  }
  return (priced * 1000) / clock()
}

/** The same for an engine that has to be waited for. */
export async function perSecondAsync(
  baskets: number,
  atLeastMs: number,
  price: (place: number) => Promise<unknown>,
): Promise<number> {
  const clock = processorClock()
  let priced = 0
  while (clock() < atLeastMs) {
    for (let place = 0; place < baskets; place += 1) await price(place)
    priced += baskets
  }
  return (priced * 1000) / clock()
}

/** Milliseconds of the processor that this process has used since. */
function processorClock(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
}

/** '2,431 baskets/s, 411 µs each' */
export function rateText(rate: number): string {
  return `${Math.round(rate).toLocaleString('en-US')} baskets/s, ${(1e6 / rate).toFixed(rate > 10_000 ? 2 : 0)} µs each`
}
