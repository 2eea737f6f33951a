/** Prices random scenarios with the engine and with the reference, and keeps what differs. */
import { quote } from '../../../shared/contract/pricing/quote.ts'
import { Dice, randomScenario } from './random-scenario.ts'
import type { OfferMix } from './random-scenario.ts'
import { referenceQuote } from './reference.ts'

export interface Agreement {
  readonly counts: { compared: number; refused: number; withChoice: number; applied: number; withRefunds: number }
  /** The first few scenarios that differ, with both answers. */
  readonly differing: { seed: number; scenario: unknown; engine: unknown; reference: unknown }[]
}

/** Scenario i is rolled from seed + i, so that one of them can be repeated alone. */
export function compareQuotes(options: { seed: number; scenarios: number; offers: number; mix?: OfferMix }): Agreement {
  const counts = { compared: 0, refused: 0, withChoice: 0, applied: 0, withRefunds: 0 }
  const differing: Agreement['differing'] = []
  for (let place = 0; place < options.scenarios && differing.length < 3; place++) {
    const seed = options.seed + place
    const scenario = randomScenario(new Dice(seed), { offers: options.offers, mix: options.mix ?? 'all' })
    const engine = quote(scenario)
    const reference = referenceQuote(scenario)
    counts.compared += 1
    if ('error' in engine) {
      counts.refused += 1
      if (JSON.stringify(reference) === JSON.stringify({ error: { path: engine.error.path } })) continue
    } else {
      counts.applied += engine.applied.length
      if (engine.applied.length > 0) counts.withChoice += 1
      if (engine.refunds !== undefined) counts.withRefunds += 1
      if (JSON.stringify(reference) === JSON.stringify(engine)) continue
    }
    differing.push({ seed, scenario, engine, reference })
  }
  return { counts, differing }
}
