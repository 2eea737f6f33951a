/**
 * How long `serve --demo` takes on an empty folder to print its address: a demo shop with ninety days of sales is made,
 * stored and open by then.
 * The goal is the contract's ten seconds.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startServe } from '../e2e/launchers/serve-process.ts'
import { median, type BenchResult } from './figures.ts'

const STARTS = 5

export async function benchServeStart(folder: string): Promise<BenchResult> {
  const empty: number[] = []
  const again: number[] = []
  for (let start = 0; start < STARTS; start += 1) {
    const dataDir = mkdtempSync(join(folder, 'serve-'))
    empty.push(await firstLineMs(dataDir))
    again.push(await firstLineMs(dataDir))
    rmSync(dataDir, { recursive: true, force: true })
  }
  return {
    lines: [
      `${STARTS} starts of serve --demo on an empty folder, each followed by one on what it left; from spawn to the first line`,
      `empty folder: ${empty.map((ms) => ms.toFixed(0)).join(', ')} ms`,
      `again: ${again.map((ms) => ms.toFixed(0)).join(', ')} ms, median ${median(again).toFixed(0)} ms`,
    ],
    goals: [{ what: 'empty folder, slowest', measured: Math.max(...empty), limit: 10_000, unit: 'ms' }],
  }
}

async function firstLineMs(dataDir: string): Promise<number> {
  const serve = await startServe({ dataDir, demo: true, historyDays: 90 })
  await serve.stop()
  return serve.firstLineMs
}
