/**
 * Random sequences of a cashier's commands with repeats, restarts and a terminal that answers late, each judged by the
 * auditor. SIM_RUNS is how many, SIM_SEED where they begin; SIM_ONLY runs one seed alone and prints what was sent.
 */
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runCommands } from './run-commands.ts'

// the order of writes is tested here, not the disk: files in memory where there are any
if (existsSync('/dev/shm')) process.env['TMPDIR'] = '/dev/shm'

const only = process.env['SIM_ONLY']
const firstSeed = only === undefined ? Number(process.env['SIM_SEED'] ?? 20_261_123) : Number(only)
const runs = only === undefined ? Number(process.env['SIM_RUNS'] ?? 120) : 1
const STEPS = 60

test(`${runs} sequences of ${STEPS} commands from seed ${firstSeed}`, { timeout: 1_800_000 }, async () => {
  const sums = { sales: 0, repeats: 0, restarts: 0 }
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    const { findings, log, sales, repeats, restarts } = await runCommands({ seed, steps: STEPS })
    if (only !== undefined || findings.length > 0) console.info(log.join('\n'))
    expect(findings, `SIM_ONLY=${seed} repeats it`).toEqual([])
    sums.sales += sales
    sums.repeats += repeats
    sums.restarts += restarts
  }
  console.info(`${runs} sequences from seed ${firstSeed}: ${JSON.stringify(sums)}, nothing found`)
  if (only === undefined) expect(sums.sales).toBeGreaterThan(runs / 2)
})
