/**
 * The engine agrees with the reference evaluator, byte for byte, on random scenarios. PRICING_SEED and
 * PRICING_SCENARIOS choose others; a scenario that differs is printed whole.
 */
import { expect, test } from 'vitest'
import { compareQuotes } from './compare-quotes.ts'

const seed = Number(process.env['PRICING_SEED'] ?? 20_261_121)
const scenarios = Number(process.env['PRICING_SCENARIOS'] ?? 5_000)

test(`engine and reference agree on ${scenarios} scenarios from seed ${seed}`, { timeout: 300_000 }, () => {
  const report = compareQuotes({ seed, scenarios, offers: 6 })
  console.info(`seed ${seed}: ${JSON.stringify(report.counts)}`)
  expect(report.differing).toEqual([])
  expect(report.counts.withChoice).toBeGreaterThan(scenarios / 4)
})

// Where the search cuts paths by bounds: many promotions on the same units, many offers on what is left.
test.each(['units', 'orders'] as const)('and on scenarios that are full of %s', { timeout: 300_000 }, (mix) => {
  const report = compareQuotes({ seed, scenarios: Math.ceil(scenarios / 10), offers: 7, mix })
  expect(report.differing).toEqual([])
})
