/**
 * What pricing costs: beside other engines on rules that all of them can say, with twenty times as many promotions, at
 * the largest exact search, and with the demo shop's own offers.
 */
import { join } from 'node:path'
import type { BenchResult } from '../figures.ts'
import { benchBesideOthers } from './beside-others.ts'
import { benchDemoShop } from './demo-shop.ts'
import { benchTwelveCandidates } from './twelve-candidates.ts'

export async function benchPricing(folder: string): Promise<BenchResult> {
  const results = [
    await benchBesideOthers(join(folder, 'peers')),
    benchTwelveCandidates(),
    await benchDemoShop(join(folder, 'pricing')),
  ]
  return { lines: results.flatMap(({ lines }) => lines), goals: results.flatMap(({ goals }) => goals) }
}
