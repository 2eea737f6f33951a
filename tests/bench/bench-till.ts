/**
 * The till's own core over files of the benchmark's, without host, devices and timers: whatever is measured is called as
 * the router calls it. Time and ids are counted, so that the same commands write the same bytes each time.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Core, TillMemory } from '../../electron/core.ts'
import { openShift } from '../../electron/features/shift/open-shift.ts'
import { tryDemo } from '../../electron/features/setup/try-demo.ts'
import { createCatalog } from '../../electron/store/catalog.ts'
import { createCommitter } from '../../electron/store/commit.ts'
import { openMembersDb } from '../../electron/store/members/members-db.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { createStores } from '../../electron/store/stores.ts'
import { createTillClock } from '../../electron/till-clock.ts'
import { emptyOrder } from '../../shared/domain/basket/order.ts'
import type { Result } from '../../shared/domain/result.ts'

const projectDir = join(import.meta.dirname, '..', '..')
/** 2026-11-23 10:00 in Shanghai, a Monday */
const MORNING = Date.UTC(2026, 10, 23, 2, 0)
const OFFSET_MINUTES = 480

export interface BenchTill {
  readonly core: Core
  readonly folder: string
  /** time passes on both clocks */
  pass(milliseconds: number): void
  close(): void
}

/** The value of what must have gone well. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** A demo shop in `folder`, a cashier signed in and the day open; closed again, ready to be copied. */
export async function makeDemoFolder(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const till = openBenchTill(folder, countedIds('8000'))
  must(await tryDemo(till.core, { commandId: till.core.newId() }))
  signIn(till.core)
  must(openShift(till.core, { commandId: till.core.newId(), shiftId: till.core.newId(), floatFen: 50_000 }))
  till.close()
}

/** Opens a copy of a folder that makeDemoFolder made. */
export function openCopy(original: string, folder: string): BenchTill {
  rmSync(folder, { recursive: true, force: true })
  cpSync(original, folder, { recursive: true })
  const till = openBenchTill(folder, countedIds('8001'))
  signIn(till.core)
  return till
}

function signIn(core: Core): void {
  const cashier = core.stores.staff.operators().find((operator) => operator.role === 'cashier')
  if (cashier === undefined) throw new Error('the demo has a cashier')
  const { operatorId, name, code, role } = cashier
  core.memory.operator = { operatorId, name, code, role }
}

function openBenchTill(folder: string, newId: () => string): BenchTill {
  const time = { passedMs: 0 }
  const store = must(openStore({ folder, migrations: join(projectDir, 'migrations', 'till'), newId }))
  const members = must(openMembersDb({ folder, migrations: join(projectDir, 'migrations', 'members') }))
  members.catchUp(store)
  const stores = createStores(store)
  const clock = createTillClock({ wallAt: () => MORNING + time.passedMs, monotonicMs: () => time.passedMs }, 0)
  const core: Core = {
    store,
    committer: createCommitter(store),
    stores,
    members,
    catalog: createCatalog(stores),
    clock,
    newId,
    workerFile: () => {
      throw new Error('no worker thread takes part')
    },
    memory: memoryOf(stores.shifts.open(), stores.settings.read('settings'), newId()),
    get devices(): Core['devices'] {
      throw new Error('no device takes part')
    },
    setPrinterTrouble: () => undefined,
    salesOfDay: countedSales(),
    offsetMinutes: OFFSET_MINUTES,
    changed: () => undefined,
    dayOpened: () => undefined,
    wakePrinter: () => undefined,
  }
  return {
    core,
    folder,
    pass: (milliseconds) => {
      time.passedMs += milliseconds
    },
    close: () => {
      members.close()
      store.close()
    },
  }
}

function memoryOf(
  shift: TillMemory['shift'] | undefined,
  settings: TillMemory['settings'],
  orderId: string,
): TillMemory {
  return {
    settings,
    operator: null,
    shift: shift ?? null,
    order: emptyOrder(orderId),
    done: null,
    notice: null,
    answered: new Set(),
  }
}

function countedSales(): Core['salesOfDay'] {
  let count = 0
  return {
    next: () => count + 1,
    taken: () => {
      count += 1
    },
  }
}

/** UUIDv7 text that counts up. */
function countedIds(variant: string): () => string {
  let count = 0
  return () => {
    count += 1
    return `019a0000-0000-7000-${variant}-${String(count).padStart(12, '0')}`
  }
}
