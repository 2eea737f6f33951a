/**
 * 100,000 members from an .xlsx, as the back office takes them over, in a process of its own, so that its peak of memory is
 * its own, as one file of code like the till's main; beside it the same columns by raw better-sqlite3 in one transaction, which checks nothing.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { z } from 'zod'
import type { BenchResult } from '../figures.ts'

const IMPORTED_ROWS = 100_000
const PEAK_LIMIT_MB = 512

const Run = z.object({
  fileMb: z.number(),
  checkMs: z.number(),
  writeMs: z.number(),
  rawMs: z.number(),
  taken: z.int(),
  peakMb: z.number(),
  p99BlockMs: z.number(),
  longestBlockMs: z.number(),
})

export async function benchImport(folder: string): Promise<BenchResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [await bundleRun(folder), folder])
  const run = Run.parse(JSON.parse(stdout.trim().split('\n').pop() ?? ''))
  if (run.taken !== IMPORTED_ROWS) throw new Error(`${run.taken} rows were taken over`)
  const perSecond = (ms: number): string => Math.round((IMPORTED_ROWS / ms) * 1000).toLocaleString('en')
  return {
    lines: [
      `import of ${IMPORTED_ROWS} rows from an .xlsx of ${run.fileMb.toFixed(1)} MB with 11 columns and three balances each`,
      `read and checked: ${perSecond(run.checkMs)} rows/s (${Math.round(run.checkMs)} ms)`,
      `taken over in durable batches: ${perSecond(run.writeMs)} rows/s (${Math.round(run.writeMs)} ms); raw inserts of the same tables in one transaction ${perSecond(run.rawMs)} rows/s`,
      `the till's own thread while they were written: p99 ${run.p99BlockMs.toFixed(1)} ms, longest ${run.longestBlockMs.toFixed(1)} ms`,
    ],
    goals: [{ what: 'peak memory', measured: run.peakMb, limit: PEAK_LIMIT_MB, unit: 'MB' }],
  }
}

/** Straight into `folder`, out/bench: two folders below the project, as the helpers of the tests are that it is made of. */
async function bundleRun(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2', '@resvg/resvg-js'] },
    build: {
      ssr: join(import.meta.dirname, 'import-run.ts'),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'import-run.mjs', codeSplitting: false } },
    },
  })
  return join(folder, 'import-run.mjs')
}
