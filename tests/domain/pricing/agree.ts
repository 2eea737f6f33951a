/**
 * The engine beside the reference evaluator on as many random scenarios as one likes:
 *
 *   node tests/domain/pricing/agree.ts --scenarios 100000 [--seed 1] [--offers 6] [--mix all|units|orders]
 *
 * Prints what was compared and how fast; a scenario that differs is printed whole, and the exit code is 1.
 */
import { parseArgs } from 'node:util'
import { compareQuotes } from './compare-quotes.ts'
import type { OfferMix } from './random-scenario.ts'

const PART = 5000
const MIXES: Readonly<Record<string, OfferMix>> = { all: 'all', units: 'units', orders: 'orders' }

const { values } = parseArgs({
  options: {
    scenarios: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    offers: { type: 'string', default: '6' },
    mix: { type: 'string', default: 'all' },
  },
})
const [scenarios, seed, offers] = [Number(values.scenarios), Number(values.seed), Number(values.offers)]
const mix = MIXES[values.mix]
if (![scenarios, seed, offers].every(Number.isSafeInteger) || mix === undefined) {
  process.stderr.write('scenarios, seed and offers are whole numbers; mix is all, units or orders\n')
  process.exit(2)
}
const sum = { compared: 0, refused: 0, withChoice: 0, applied: 0, withRefunds: 0 }
const startedMs = performance.now()
while (sum.compared < scenarios && process.exitCode === undefined) {
  const part = Math.min(PART, scenarios - sum.compared)
  const { counts, differing } = compareQuotes({ seed: seed + sum.compared, scenarios: part, offers, mix })
  for (const name of ['compared', 'refused', 'withChoice', 'applied', 'withRefunds'] as const) sum[name] += counts[name]
  for (const one of differing) process.stdout.write(`${JSON.stringify(one)}\n`)
  if (differing.length > 0) process.exitCode = 1
}
const seconds = (performance.now() - startedMs) / 1000
process.stdout.write(
  `seed ${seed}, at most ${offers} offers, ${mix}: ${sum.compared} scenarios in ${seconds.toFixed(0)} s ` +
    `(${(sum.compared / seconds).toFixed(0)}/s), ${JSON.stringify(sum)}: ` +
    `${process.exitCode === 1 ? 'DIFFERENT, see above' : 'no difference'}\n`,
)
