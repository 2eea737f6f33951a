/** Baskets a second: whole passes over a list, for at least as long as asked. */

export function perSecond(baskets: number, atLeastMs: number, price: (place: number) => unknown): number {
  const startedMs = performance.now()
  let priced = 0
  let tookMs = 0
  while (tookMs < atLeastMs) {
    for (let place = 0; place < baskets; place += 1) price(place)
    priced += baskets
    tookMs = performance.now() - startedMs
  }
  return (priced * 1000) / tookMs
}

/** The same for an engine that has to be waited for. */
export async function perSecondAsync(
  baskets: number,
  atLeastMs: number,
  price: (place: number) => Promise<unknown>,
): Promise<number> {
  const startedMs = performance.now()
  let priced = 0
  let tookMs = 0
  while (tookMs < atLeastMs) {
    for (let place = 0; place < baskets; place += 1) await price(place)
    priced += baskets
    tookMs = performance.now() - startedMs
  }
  return (priced * 1000) / tookMs
}

/** '2,431 baskets/s, 411.4 µs each' */
export function rateText(rate: number): string {
  return `${Math.round(rate).toLocaleString('en-US')} baskets/s, ${(1e6 / rate).toFixed(rate > 10_000 ? 2 : 0)} µs each`
}
