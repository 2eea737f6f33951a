/**
 * Random scenarios and their quotes as text, for whoever compares two machines: nothing here knows on which one it is.
 *
 * Line i is rolled from seed + i: the quote (or refusal) as the `quote` command answers it, beyond 12 candidates too.
 */
import { quote } from '../../../shared/contract/pricing/quote.ts'
import { Dice, randomScenario } from './random-scenario.ts'

export function quotedLines(seed: number, count: number): string[] {
  return Array.from({ length: count }, (_, place) => {
    const scenario = randomScenario(new Dice(seed + place), { offers: place % 10 === 0 ? 20 : 8 })
    return JSON.stringify(quote(scenario))
  })
}
