/**
 * `node build/make.ts [client main workers preload]` builds those parts (all, if none is named) whose output is stale.
 * One at a time: whoever comes second waits for the first and then finds nothing left to do. Output goes to stderr,
 * because the first line of `serve` and `start` on stdout is their address.
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'vite'
import { BUILD_PARTS, type BuildPart, markBuilt, sourcesDigest, staleParts } from './freshness.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Builds what is stale among these parts. Throws with Vite's own message if that fails. */
export async function makeStale(parts: readonly BuildPart[]): Promise<void> {
  if (staleParts(root, parts).length === 0) return
  const unlock = await lockBuild()
  try {
    const stale = staleParts(root, parts)
    if (stale.length === 0) return
    // Loaded only now: most starts find nothing stale.
    const { createBuilder, createLogger } = await import('vite')
    const builder = await createBuilder({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      customLogger: toStderr(createLogger('warn')),
    })
    for (const part of stale) {
      const environment = builder.environments[part]
      if (environment === undefined) markBuilt(root, part, sourcesDigest(root, part))
      else await builder.build(environment)
    }
  } finally {
    unlock()
  }
}

function toStderr(logger: Logger): Logger {
  const write = (message: string): void => void process.stderr.write(`${message}\n`)
  return { ...logger, info: () => {}, warn: write, warnOnce: write, error: write }
}

/** A file that says which process is building; one whose process is gone is taken over. */
async function lockBuild(): Promise<() => void> {
  const folder = join(root, 'out')
  const file = join(folder, 'building')
  mkdirSync(folder, { recursive: true })
  for (;;) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error
      if (!builderLives(file)) rmSync(file, { force: true })
      else await sleep(200)
    }
  }
}

function builderLives(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    // Empty for an instant between its making and its first write.
    if (pid === 0) return true
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

if (import.meta.main) {
  const named = process.argv.slice(2)
  const parts = BUILD_PARTS.filter((part) => named.length === 0 || named.includes(part))
  await makeStale(parts)
}
