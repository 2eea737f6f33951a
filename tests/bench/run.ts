/**
 * `npm run bench [-- name…]`: measures what the till promises, each figure against a floor measured in the same run.
 * Exit code 1 where a goal was missed.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { goalText, met, type BenchResult } from './figures.ts'
import { machineFacts } from './machine.ts'

type Bench = (folder: string) => BenchResult | Promise<BenchResult>

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  checkout: async () => (await import('./checkout/checkout.ts')).benchCheckout,
  members: async () => {
    const [{ benchMembers }, { benchImport }] = await Promise.all([
      import('./members/members.ts'),
      import('./members/import-members.ts'),
    ])
    return async (home) => together(benchMembers(home), await benchImport(home))
  },
  scan: async () => (await import('./window/scan.ts')).benchScan,
  'first-paint': async () => (await import('./window/first-paint.ts')).benchFirstPaint,
  'serve-start': async () => (await import('./serve-start.ts')).benchServeStart,
  pricing: async () => (await import('./pricing/pricing.ts')).benchPricing,
}

function together(...results: readonly BenchResult[]): BenchResult {
  return { lines: results.flatMap(({ lines }) => lines), goals: results.flatMap(({ goals }) => goals) }
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}\n`)
  process.exit(2)
}
const folder = join(import.meta.dirname, '..', '..', 'out', 'bench')
mkdirSync(folder, { recursive: true })
for (const fact of machineFacts(folder)) process.stdout.write(`${fact}\n`)
for (const [name, load] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  process.stdout.write(`\n${name}\n`)
  const bench = await load()
  const { lines, goals } = await bench(folder)
  for (const line of lines) process.stdout.write(`  ${line}\n`)
  for (const goal of goals) process.stdout.write(`  ${goalText(goal)}\n`)
  if (!goals.every(met)) process.exitCode = 1
}
