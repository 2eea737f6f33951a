/**
 * A till that sells, over a real store in a folder of its own: files, core and queue are wired as electron/till.ts does it,
 * with a clock, ids and devices of the test's. `restart` is the end of a process and the start of the next one.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Core } from '../../electron/core.ts'
import { createQueueDrainer } from '../../electron/features/receipts/drain-queue.ts'
import { resumePayments } from '../../electron/features/till/pay-mobile.ts'
import { createCore } from '../../electron/till-core.ts'
import { openFiles, type TillFiles } from '../../electron/till-files.ts'
import type { TillOptions } from '../../electron/till-options.ts'
import type { Role } from '../../shared/domain/staff/permission.ts'
import { enter, fillShop, must } from './small-shop.ts'
import { stageDevices, type StagedDevices } from './staged-devices.ts'

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations')
const WORKERS = new URL('../../electron/workers/', import.meta.url)
/** 2026-11-23 10:00 in Shanghai, a Monday */
export const MORNING = Date.UTC(2026, 10, 23, 2, 0)

interface Surroundings {
  readonly folder: string
  readonly time: { wallAt: number; monotonicMs: number }
  readonly newId: () => string
}

export interface SellingTill {
  readonly core: Core
  readonly folder: string
  readonly time: { wallAt: number; monotonicMs: number }
  readonly devices: StagedDevices
  /** how often something that a screen shows has changed */
  readonly changes: () => number
  /** both clocks go on */
  pass(milliseconds: number): void
  signIn(role: Role): void
  /** prints what waits, and waits until the queue rests */
  print(): Promise<void>
  /** the process ends here, whatever it was doing, and the next one begins; nobody is signed in then */
  restart(): SellingTill
  /** closes the files and keeps the folder */
  stop(): void
  /** closes the files and removes the folder */
  close(): void
}

/** A shop that is open for the day in a folder of its own; each call copies one that was filled once. */
export async function openSellingTill(role: Role | null = 'cashier'): Promise<SellingTill> {
  const till = openTillAt({ folder: await makeShopFolder(), time: morning(), newId: countedIds('8000') })
  if (role !== null) till.signIn(role)
  return till
}

/** A folder with the small shop, its files closed; the caller's to remove. */
export async function makeShopFolder(): Promise<string> {
  template ??= fillTemplate()
  const folder = freshFolder()
  for (const [name, bytes] of await template) writeFileSync(join(folder, name), bytes)
  return folder
}

/** The files of the shop, in memory: there is nothing to tidy up when the process ends. */
let template: Promise<ReadonlyMap<string, Buffer>> | undefined

async function fillTemplate(): Promise<ReadonlyMap<string, Buffer>> {
  const folder = freshFolder()
  const till = openTillAt({ folder, time: morning(), newId: countedIds('8888') })
  await fillShop(till.core)
  till.stop()
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
  rmSync(folder, { recursive: true, force: true })
  return files
}

const morning = (): SellingTill['time'] => ({ wallAt: MORNING, monotonicMs: 1000 })

function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'zhanggui-selling-'))
}

/** Opens the till in a folder; the first start of an empty one has no shop yet. */
export function openTillAt(place: Surroundings): SellingTill {
  const { folder, time, newId } = place
  const options: TillOptions = {
    dataDir: folder,
    migrationsDir: MIGRATIONS,
    host: 'browser',
    version: '0',
    demo: false,
    clock: { wallAt: () => time.wallAt, monotonicMs: () => time.monotonicMs },
    newId,
    workerFile: (name) => new URL(`${name}.ts`, WORKERS),
  }
  const files = must(openFiles(options))
  const devices = stageDevices(folder)
  let changes = 0
  const core = createCore(files, devices, options, {
    changed: () => {
      changes += 1
    },
    dayOpened: () => undefined,
    wakePrinter: () => undefined,
  })
  core.stores.printJobs.unsureAfterRestart()
  resumePayments(core)
  return {
    core,
    folder,
    time,
    devices,
    changes: () => changes,
    pass: (milliseconds) => {
      time.wallAt += milliseconds
      time.monotonicMs += milliseconds
    },
    signIn: (role) => enter(core, role),
    print: () => printQueue(core),
    ...endings(place, files),
  }
}

function endings(place: Surroundings, files: TillFiles): Pick<SellingTill, 'restart' | 'stop' | 'close'> {
  return {
    restart: () => {
      files.close()
      return openTillAt(place)
    },
    stop: () => files.close(),
    close: () => {
      files.close()
      rmSync(place.folder, { recursive: true, force: true })
    },
  }
}

async function printQueue(core: Core): Promise<void> {
  const failures: unknown[] = []
  const drainer = createQueueDrainer(core, (error) => failures.push(error))
  drainer.wake()
  // a queue that hangs at its printer is left behind, as a killed process leaves it
  for (let turn = 0; turn < 20; turn += 1) await nextTurn()
  if (failures.length > 0) throw new AggregateError(failures, 'the print queue threw')
}

/** UUIDv7 text that counts up, so that a run can be repeated. */
export function countedIds(group: string): () => string {
  let count = 0
  return () => {
    count += 1
    return `019a0000-0000-7000-${group}-${String(count).padStart(12, '0')}`
  }
}
