/**
 * Opens a till: the file, its memory, its devices and its timers, wired together once. Both hosts open the same one.
 */
import { join } from 'node:path'
import { emptyOrder } from '../shared/domain/basket/order.ts'
import { ok, type Refusal } from '../shared/domain/result.ts'
import type { Core, PrinterTrouble, TillMemory } from './core.ts'
import { createDevices, type Devices } from './devices.ts'
import { createQueueDrainer } from './features/receipts/drain-queue.ts'
import { tryDemo } from './features/setup/try-demo.ts'
import { auditDay } from './features/shift/audit-day.ts'
import { askOpenPayments, resumePayments } from './features/till/pay-mobile.ts'
import { createRouter, type TillRouter } from './ipc/router.ts'
import { createWatchers } from './ipc/watch.ts'
import { createCatalog } from './store/catalog.ts'
import { beginIncarnation, createCommitter } from './store/commit.ts'
import { lastRowAt } from './store/last-row.ts'
import { openMembersDb } from './store/members/members-db.ts'
import { openStore } from './store/open-store.ts'
import { createStores, type Stores } from './store/stores.ts'
import { createTillClock } from './till-clock.ts'
import type { TillOptions } from './till-options.ts'

export interface RunningTill {
  readonly router: TillRouter
  close(): Promise<void>
}

export type OpenedTill = { readonly ok: true; readonly till: RunningTill } | { readonly ok: false; readonly refusal: Refusal }

const ASK_PAYMENTS_MS = 3_000
const IDLE_MS = 1_000
/** China has one zone and no daylight saving */
const OFFSET_MINUTES = 480

export async function openTill(options: TillOptions): Promise<OpenedTill> {
  const opened = openStore({ folder: options.dataDir, migrations: join(options.migrationsDir, 'till'), newId: options.newId })
  if (!opened.ok) return opened
  const store = opened.value
  const members = openMembersDb({ folder: options.dataDir, migrations: join(options.migrationsDir, 'members') })
  if (!members.ok) {
    store.close()
    return members
  }
  const committer = createCommitter(store)
  const clock = createTillClock(options.clock, lastRowAt(store))
  const begun = beginIncarnation(store, committer, { incarnation: options.newId(), commandId: options.newId(), at: clock.now() })
  if (!begun.ok) {
    members.value.close()
    store.close()
    return begun
  }
  members.value.catchUp(store)
  const stores = createStores(store)
  const watchers = createWatchers()
  const devices = createDevices({ folder: options.dataDir, paperWorker: options.workerFile('paper') })
  const memory = readMemory(stores, options)
  // wired below: the queue and the audit need the core that they serve
  const late = { wakePrinter: (): void => undefined, dayOpened: (): void => undefined }
  const core: Core = {
    store,
    committer,
    stores,
    members: members.value,
    catalog: createCatalog(stores.catalog, stores.settings),
    clock,
    newId: options.newId,
    demoShop: () => stores.settings.read('shop')?.demo === true,
    workerFile: options.workerFile,
    memory,
    devices: devices.current,
    setPrinterTrouble: (trouble: PrinterTrouble) => {
      devices.current.trouble = trouble
      watchers.changed()
    },
    salesOfDay: countSales(stores),
    offsetMinutes: OFFSET_MINUTES,
    changed: watchers.changed,
    dayOpened: () => late.dayOpened(),
    wakePrinter: () => late.wakePrinter(),
  }
  devices.follow(memory.settings)
  let auditing: Promise<unknown> = Promise.resolve()
  const drainer = createQueueDrainer(core)
  late.wakePrinter = () => {
    devices.follow(core.memory.settings)
    drainer.wake()
  }
  late.dayOpened = () => {
    auditing = auditDay(core).catch(noteFailure)
  }
  stores.printJobs.unsureAfterRestart()
  resumePayments(core)
  const demo = options.demo && memory.settings === null ? await tryDemo(core, { commandId: options.newId() }) : ok(null)
  const timers = startTimers(core, devices)
  const close = async (): Promise<void> => {
    for (const timer of timers) clearInterval(timer)
    watchers.close()
    await auditing
    await drainer.stop()
    await devices.close()
    stores.staff.keepLocks(clock.monotonicMs())
    members.value.close()
    store.close()
  }
  if (!demo.ok) {
    await close()
    return demo
  }
  drainer.wake()
  const router = createRouter({ core, watchers, host: options.host, version: options.version })
  return { ok: true, till: { router, close } }
}

/** What the till remembers of itself from the file. */
function readMemory(stores: Stores, options: TillOptions): TillMemory {
  const shift = stores.shifts.open()
  return {
    settings: stores.settings.read('settings'),
    operator: null,
    shift:
      shift === undefined
        ? null
        : {
            shiftId: shift.shiftId,
            businessDay: shift.businessDay,
            dayOrdinal: shift.dayOrdinal,
            openedAt: shift.openedAt,
            openedBy: shift.openedBy,
            floatFen: shift.floatFen,
          },
    order: emptyOrder(options.newId()),
    done: null,
    notice: null,
    answered: new Set(),
  }
}

/** Receipt numbers of a day, counted once and then kept in step with the commits. */
function countSales(stores: Stores): Core['salesOfDay'] {
  let day = ''
  let count = 0
  return {
    next: (businessDay) => {
      if (day !== businessDay) {
        day = businessDay
        count = stores.sales.countOfDay(businessDay)
      }
      return count + 1
    },
    taken: (businessDay) => {
      if (day === businessDay) count += 1
    },
  }
}

function startTimers(core: Core, devices: Devices): NodeJS.Timeout[] {
  const timers = [
    setInterval(() => void askOpenPayments(core), ASK_PAYMENTS_MS),
    setInterval(() => {
      core.committer.checkpointWhenIdle()
      core.stores.staff.keepLocks(core.clock.monotonicMs())
      devices.follow(core.memory.settings)
    }, IDLE_MS),
  ]
  for (const timer of timers) timer.unref()
  return timers
}

/** What a background job throws is a bug: it is told, and the till sells on. */
function noteFailure(error: unknown): void {
  console.error(error instanceof Error ? error.stack : String(error))
}
