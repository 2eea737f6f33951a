/**
 * Plants mistakes in the pricing, one at a time, and sees whether its tests find them.
 *
 *   node tests/mutation/run.ts                    every file of shared/domain/pricing
 *   node tests/mutation/run.ts share points       these alone
 *   node tests/mutation/run.ts --report           only the figures of what was run before, and the survivors
 *
 * One file after the other on one core. What was found is kept in out/mutation/results, so that a run that was stopped
 * goes on where it was, and a run after a change tries what the change touches. The tool is installed at first use.
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

/** Types only, or nothing of it is left when it runs. */
const NOTHING_TO_MUTATE = new Set(['types'])
const FOUND = new Set(['Killed', 'Timeout'])
const MISSED = new Set(['Survived', 'NoCoverage'])

function plantIn(name: string): void {
  const stryker = join(home, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
  const options = [
    '--mutate',
    `shared/domain/pricing/${name}.ts`,
    '--incrementalFile',
    `out/mutation/results/${name}.json`,
  ]
  execFileSync(process.execPath, [stryker, 'run', 'tests/mutation/stryker.config.json', ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function report(name: string): { readonly found: number; readonly missed: number } {
  const path = join(results, `${name}.json`)
  if (!existsSync(path)) return { found: 0, missed: 0 }
  const { files } = Result.parse(JSON.parse(readFileSync(path, 'utf8')))
  const file = files[`shared/domain/pricing/${name}.ts`]
  const mutants = file?.mutants ?? []
  const found = mutants.filter(({ status }) => FOUND.has(status)).length
  const survivors = mutants.filter(({ status }) => MISSED.has(status))
  const all = found + survivors.length
  const share = all === 0 ? '' : `${((100 * found) / all).toFixed(1)} %`
  process.stdout.write(`${name.padEnd(16)} ${String(found).padStart(4)} of ${String(all).padStart(4)} ${share}\n`)
  for (const mutant of survivors) process.stdout.write(`    ${survivorText(file?.source ?? '', mutant)}\n`)
  return { found, missed: survivors.length }
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
const every = readdirSync(join(root, 'shared', 'domain', 'pricing')).map((file) => file.replace(/\.ts$/, ''))
const names = positionals.length > 0 ? positionals : every.filter((name) => !NOTHING_TO_MUTATE.has(name))
const unknown = names.filter((name) => !every.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`no file ${unknown.join(', ')} in shared/domain/pricing\n`)
  process.exit(2)
}
if (!values.report) installApart(import.meta.dirname, home)
mkdirSync(results, { recursive: true })
const sum = { found: 0, missed: 0 }
for (const name of names) {
  if (!values.report) plantIn(name)
  const { found, missed } = report(name)
  sum.found += found
  sum.missed += missed
}
const all = sum.found + sum.missed
if (all > 0) process.stdout.write(`${sum.found} of ${all} found, ${((100 * sum.found) / all).toFixed(1)} %\n`)
