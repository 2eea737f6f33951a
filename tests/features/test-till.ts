/**
 * A till over real files in a folder of its own, with clocks and ids that the test turns, and without devices.
 *
 * `reopen` is a restart: the files are closed, all memory is gone, and both clocks may have moved.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Core } from '../../electron/core.ts'
import type { Devices } from '../../electron/devices.ts'
import type { Printer } from '../../electron/devices/printer/printer.ts'
import { createCore } from '../../electron/till-core.ts'
import { openFiles } from '../../electron/till-files.ts'
import type { TillOptions } from '../../electron/till-options.ts'
import type { Refusal, Result } from '../../shared/domain/result.ts'

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations')
const WORKERS = new URL('../../electron/workers/', import.meta.url)
/** 2026-11-23 10:00 in Shanghai, a Monday */
export const MORNING = Date.UTC(2026, 10, 23, 2, 0)

export interface TestTill {
  readonly core: Core
  readonly folder: string
  /** what the test may turn */
  readonly time: { wallAt: number; monotonicMs: number }
  /** how often something that a screen shows has changed */
  readonly changes: () => number
  /** time passes, on both clocks */
  pass(milliseconds: number): void
  reopen(): TestTill
  close(): void
}

interface TillFolder {
  readonly folder: string
  /** days before today on which a demo shop that is made here has sold */
  readonly historyDays: number
  readonly time: { wallAt: number; monotonicMs: number }
  readonly newId: () => string
}

export function makeTestTill({ historyDays = 0 }: { readonly historyDays?: number } = {}): TestTill {
  return openTestTill({
    folder: mkdtempSync(join(tmpdir(), 'zhanggui-till-')),
    historyDays,
    time: { wallAt: MORNING, monotonicMs: 1000 },
    newId: countedIds(),
  })
}

function openTestTill(place: TillFolder): TestTill {
  const { folder, historyDays, time, newId } = place
  const options: TillOptions = {
    dataDir: folder,
    migrationsDir: MIGRATIONS,
    host: 'browser',
    version: '0.0.0',
    demo: false,
    demoHistoryDays: historyDays,
    clock: { wallAt: () => time.wallAt, monotonicMs: () => time.monotonicMs },
    newId,
    workerFile: (name) => new URL(`${name}.ts`, WORKERS),
  }
  const files = must(openFiles(options))
  let changes = 0
  const core = createCore(files, noDevices(), options, {
    changed: () => {
      changes += 1
    },
    dayOpened: () => undefined,
    wakePrinter: () => undefined,
  })
  return {
    core,
    folder,
    time,
    changes: () => changes,
    pass: (milliseconds) => {
      time.wallAt += milliseconds
      time.monotonicMs += milliseconds
    },
    reopen: () => {
      files.close()
      return openTestTill(place)
    },
    close: () => {
      files.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A printer that is never there and no terminal: a job stays in the queue. */
function noDevices(): Devices {
  const printer: Printer = {
    kind: 'paper',
    status: () => Promise.resolve({ state: 'unreachable', detail: 'no device in this test' }),
    print: () => Promise.resolve({ outcome: 'failed', trouble: 'unreachable', detail: 'no device in this test' }),
    close: () => Promise.resolve(),
  }
  return {
    current: { printer, terminal: null, trouble: { printing: false, refusal: null } },
    follow: () => undefined,
    close: () => Promise.resolve(),
  }
}

/** UUIDv7 text that counts up, so that a run can be repeated. */
function countedIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return `019a0000-0000-7000-8000-${String(count).padStart(12, '0')}`
  }
}

/** The value of what must have gone well. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** The refusal of what must not have gone well. */
export function refusal(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error('it was not refused')
  return result.refusal
}

/** The kinds of the chain's rows, oldest first. */
export function rowKinds(core: Core): string[] {
  return core.store.sqlite
    .prepare<[], { kind: string }>('SELECT kind FROM chain ORDER BY seq')
    .all()
    .map((row) => row.kind)
}

/** Everything that is kept for good: chain, audit and the answers to commands. */
export function keptText(core: Core): string {
  const { sqlite } = core.store
  const rows = [
    ...sqlite.prepare('SELECT kind, payload FROM chain').all(),
    ...sqlite.prepare('SELECT action, subject, detail FROM audit').all(),
    ...sqlite.prepare('SELECT command_id, content_digest, answer FROM commands').all(),
  ]
  return JSON.stringify(rows)
}
