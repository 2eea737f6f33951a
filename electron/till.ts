/**
 * Opens a till: its files, its memory, its devices and its timers, wired together once. Both hosts open the same one.
 */
import { ok, type Refusal } from '../shared/domain/result.ts'
import type { Core } from './core.ts'
import { createDevices, type Devices } from './devices.ts'
import { leaveImport } from './features/member-import/running.ts'
import { createQueueDrainer } from './features/receipts/drain-queue.ts'
import { endReplay } from './features/replay/running.ts'
import { tryDemo } from './features/setup/try-demo.ts'
import { auditDay } from './features/shift/audit-day.ts'
import { askOpenPayments, resumePayments } from './features/till/pay-mobile.ts'
import { createRouter, type TillRouter } from './ipc/router.ts'
import { createWatchers } from './ipc/watch.ts'
import { diskRefusal } from './store/sqlite-errors.ts'
import { createCore } from './till-core.ts'
import { openFiles, type TillFiles } from './till-files.ts'
import type { TillOptions } from './till-options.ts'

export interface RunningTill {
  readonly router: TillRouter
  close(): Promise<void>
}

export type OpenedTill =
  | { readonly ok: true; readonly till: RunningTill }
  | { readonly ok: false; readonly refusal: Refusal }

const ASK_PAYMENTS_MS = 3_000
const IDLE_MS = 1_000
const WARM_AFTER_MS = 4_000

export async function openTill(options: TillOptions): Promise<OpenedTill> {
  const opened = openFiles(options)
  if (!opened.ok) return opened
  try {
    return await startTill(opened.value, options)
  } catch (error) {
    // a page that nothing had read until now may be damaged
    opened.value.close()
    const refusal = diskRefusal(error, options.dataDir)
    if (refusal === null) throw error
    return { ok: false, refusal }
  }
}

async function startTill(files: TillFiles, options: TillOptions): Promise<OpenedTill> {
  const watchers = createWatchers()
  const devices = createDevices({ folder: options.dataDir, paperWorker: options.workerFile('paper') })
  const background = new Set<Promise<unknown>>()
  const core = createCore(files, devices, options, {
    changed: watchers.changed,
    dayOpened: () => inBackground(background, auditDay(core)),
    wakePrinter: () => {
      devices.follow(core.memory.settings)
      drainer.wake()
    },
  })
  const drainer = createQueueDrainer(core, noteFailure)
  devices.follow(core.memory.settings)
  core.stores.printJobs.unsureAfterRestart()
  resumePayments(core)
  const timers = startTimers(core, devices)
  const close = async (): Promise<void> => {
    for (const timer of timers) clearInterval(timer)
    watchers.close()
    await Promise.all([...background, endReplay(core), leaveImport(core)])
    await drainer.stop()
    await devices.close()
    noteFailures(() => core.stores.staff.keepLocks(files.clock.monotonicMs()))
    files.close()
  }
  const demo =
    options.demo && core.memory.settings === null ? await tryDemo(core, { commandId: options.newId() }) : ok(null)
  if (!demo.ok) {
    await close()
    return demo
  }
  drainer.wake()
  warmWhenIdle(core)
  const router = createRouter({ core, watchers, host: options.host, version: options.version })
  return { ok: true, till: { router, close } }
}

function startTimers(core: Core, devices: Devices): NodeJS.Timeout[] {
  const timers = [
    setInterval(() => void askOpenPayments(core).catch(noteFailure), ASK_PAYMENTS_MS),
    setInterval(() => {
      noteFailures(() => {
        core.committer.checkpointWhenIdle()
        core.stores.staff.keepLocks(core.clock.monotonicMs())
        devices.follow(core.memory.settings)
      })
    }, IDLE_MS),
  ]
  for (const timer of timers) timer.unref()
  return timers
}

/** The search's dictionary is read while nobody waits: not before the first screen has been shown. */
function warmWhenIdle(core: Core): void {
  const timer = setTimeout(() => void core.catalog.warmSearch().catch(noteFailure), WARM_AFTER_MS)
  timer.unref()
}

/** Keeps a background job in sight until it has ended, so that closing waits for it. */
function inBackground(running: Set<Promise<unknown>>, job: Promise<unknown>): void {
  const watched = job.catch(noteFailure).finally(() => running.delete(watched))
  running.add(watched)
}

/** A page that is damaged, say, ends no timer and no closing. */
function noteFailures(job: () => void): void {
  try {
    job()
  } catch (error) {
    noteFailure(error)
  }
}

/** What a background job throws is a bug: it is told, and the till sells on. */
function noteFailure(error: unknown): void {
  console.error(error instanceof Error ? error.stack : String(error))
}
