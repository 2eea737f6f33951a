/**
 * Plants mistakes in the pricing, one at a time, and sees whether its tests find them.
 *
 *   node tests/mutation/run.ts                    every part of shared/domain/pricing
 *   node tests/mutation/run.ts rules sharing      these alone
 *   node tests/mutation/run.ts --report           only the figures of what was run before, and the survivors
 *
 * One part after the other on one core. What was found is kept in out/mutation/results, so that a run that was stopped
 * goes on with the part it was at, and a run after a change tries what the change touches. The tool is installed at
 * first use.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { installApart } from '../installed-apart.ts'

const root = join(import.meta.dirname, '..', '..')
const home = join(root, 'out', 'mutation')
const results = join(home, 'results')

const Result = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.string().optional(),
          status: z.string(),
          location: z.object({
            start: z.object({ line: z.int(), column: z.int() }),
            end: z.object({ line: z.int(), column: z.int() }),
          }),
        }),
      ),
    }),
  ),
})
type Mutant = z.infer<typeof Result>['files'][string]['mutants'][number]

/** By what they are about; what is in none of them is 'rest'. Types have nothing to plant a mistake in. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  rules: [
    'amount-off',
    'buy-get',
    'for-price',
    'groups',
    'nth',
    'order-rate',
    'percent',
    'product-coupon',
    'quantity-rate',
    'special',
    'steps',
    'tier-price',
  ],
  sharing: ['rounding', 'settle', 'share'],
  points: ['points'],
  returns: ['returns'],
  choice: ['candidate', 'combination', 'offer', 'search', 'skipped', 'together'],
  bounds: ['bounds', 'relations', 'walk'],
}
const FOUND = new Set(['Killed', 'Timeout'])
const MISSED = new Set(['Survived', 'NoCoverage'])

function plantIn(part: string, names: readonly string[]): void {
  const stryker = join(home, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
  const mutate = names.map((name) => `shared/domain/pricing/${name}.ts`).join(',')
  const options = ['--mutate', mutate, '--incrementalFile', `out/mutation/results/${part}.json`]
  execFileSync(process.execPath, [stryker, 'run', 'tests/mutation/stryker.config.json', ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

interface Figures {
  found: number
  missed: number
}

function report(part: string, names: readonly string[]): Figures {
  const sum: Figures = { found: 0, missed: 0 }
  const path = join(results, `${part}.json`)
  if (!existsSync(path)) return sum
  const { files } = Result.parse(JSON.parse(readFileSync(path, 'utf8')))
  for (const name of names) {
    const file = files[`shared/domain/pricing/${name}.ts`]
    const mutants = file?.mutants ?? []
    const found = mutants.filter(({ status }) => FOUND.has(status)).length
    const survivors = mutants.filter(({ status }) => MISSED.has(status))
    process.stdout.write(`  ${figuresText(name, { found, missed: survivors.length })}\n`)
    for (const mutant of survivors) process.stdout.write(`      ${survivorText(file?.source ?? '', mutant)}\n`)
    sum.found += found
    sum.missed += survivors.length
  }
  process.stdout.write(`${figuresText(part, sum)}\n`)
  return sum
}

function figuresText(name: string, { found, missed }: Figures): string {
  const all = found + missed
  const share = all === 0 ? '' : `${((100 * found) / all).toFixed(1)} %`
  return `${name.padEnd(16)} ${String(found).padStart(4)} of ${String(all).padStart(4)} ${share}`
}

/** '12:7 sum > ownSum → sum >= ownSum' */
function survivorText(source: string, { location: { start, end }, replacement, mutatorName, status }: Mutant): string {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const cut = (text: string, from: number, to: number): string => text.slice(from - 1, to - 1)
  const original =
    lines.length === 1
      ? cut(lines[0]!, start.column, end.column)
      : `${lines[0]!.slice(start.column - 1)} … ${lines
          .at(-1)!
          .slice(0, end.column - 1)
          .trim()}`
  const bare = status === 'NoCoverage' ? ' (not run by any test)' : ''
  return `${start.line}:${start.column} ${original} → ${replacement?.replaceAll(/\s+/g, ' ') ?? mutatorName}${bare}`
}

const { values, positionals } = parseArgs({
  options: { report: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const listed = new Set([...Object.values(PARTS).flat(), 'types'])
const others = readdirSync(join(root, 'shared', 'domain', 'pricing'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !listed.has(name))
const tried: Readonly<Record<string, readonly string[]>> = { ...PARTS, rest: others }
const unknown = positionals.filter((part) => !(part in tried))
if (unknown.length > 0) {
  process.stderr.write(`no part ${unknown.join(', ')}; there are ${Object.keys(tried).join(', ')}\n`)
  process.exit(2)
}
if (!values.report) installApart(join(import.meta.dirname, 'tool'), home)
mkdirSync(results, { recursive: true })
const all: Figures = { found: 0, missed: 0 }
for (const [part, names] of Object.entries(tried)) {
  if (positionals.length > 0 && !positionals.includes(part)) continue
  if (!values.report) plantIn(part, names)
  const { found, missed } = report(part, names)
  all.found += found
  all.missed += missed
}
process.stdout.write(`${figuresText('all', all)}\n`)
