/**
 * `npm run check`: everything that is held against this code, one step after the other. Every step runs whatever the
 * ones before it said, each tells its time, and what a step printed is shown only when it failed.
 *
 *   npm run check                          all steps
 *   npm run check -- --only format,lint    these alone
 *   npm run check -- --skip tests          all but these
 *   npm run check -- --fix                 format the files first
 */
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

type Step = { name: string; command: readonly [string, ...string[]] }
type Outcome = { ok: boolean; seconds: number; output: string }

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const steps: readonly Step[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'layers', command: ['node', 'build/layers.ts'] },
  { name: 'types', command: ['tsc', '-p', '.', '--noEmit'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'tests', command: ['vitest', 'run'] },
]

/** Runs a command of node_modules/.bin, without input. Never rejects: a command that can't start has failed. */
function run([command, ...args]: Step['command']): Promise<Outcome> {
  const startedAt = Date.now()
  const PATH = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const end = (ok: boolean, last = ''): void => {
      const output = Buffer.concat(chunks).toString('utf8') + last
      resolve({ ok, seconds: (Date.now() - startedAt) / 1000, output })
    }
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => end(false, `${command}: ${error.message}\n`))
    child.on('close', (code, signal) => end(code === 0, signal === null ? '' : `ended by ${signal}\n`))
  })
}

function chosenSteps(only: string | undefined, skip: string | undefined): readonly Step[] {
  const namesIn = (list: string): string[] => list.split(',').map((name) => name.trim())
  const unknown = [...namesIn(only ?? ''), ...namesIn(skip ?? '')].filter(
    (name) => name !== '' && !steps.some((step) => step.name === name),
  )
  if (unknown.length > 0) {
    throw new RangeError(`no step ${unknown.join(', ')}; there are: ${steps.map(({ name }) => name).join(', ')}`)
  }
  const wanted = only === undefined ? steps : steps.filter(({ name }) => namesIn(only).includes(name))
  return wanted.filter(({ name }) => !namesIn(skip ?? '').includes(name))
}

const line = (name: string, { ok, seconds }: Outcome): string =>
  `${ok ? 'passed' : 'FAILED'}  ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, skip: { type: 'string' }, fix: { type: 'boolean', default: false } },
  })
  const chosen = chosenSteps(values.only, values.skip)
  if (values.fix) console.log(line('fix', await run(['oxfmt', '.'])))
  let failed = 0
  for (const { name, command } of chosen) {
    const outcome = await run(command)
    console.log(line(name, outcome))
    if (outcome.ok) continue
    failed += 1
    console.log(`${outcome.output.trimEnd().replaceAll(/^/gm, '  │ ')}\n`)
  }
  console.log(`${chosen.length - failed} of ${chosen.length} checks passed`)
  if (failed > 0 || chosen.length === 0) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
