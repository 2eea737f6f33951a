/**
 * A till that sells until it is killed: the real files, core, commit path and print queue, without a window. Each sale that
 * completeSale has answered is acknowledged by a line on stdout: `ack <sale id> <payable fen>`.
 *
 * Its one flaw is a choice of the caller: `too-early` acknowledges before completeSale is called, as a till would that
 * tells the customer first. Only early-seller.ts asks for it.
 */
import { writeSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { v7 } from 'uuid'
import type { Core } from '../../electron/core.ts'
import { createQueueDrainer } from '../../electron/features/receipts/drain-queue.ts'
import { completeSale } from '../../electron/features/till/complete-sale.ts'
import { beginPay, nextCustomer, payCash, payStoredValue } from '../../electron/features/till/pay.ts'
import { createCore } from '../../electron/till-core.ts'
import { openFiles } from '../../electron/till-files.ts'
import type { TillOptions } from '../../electron/till-options.ts'
import { onOrder, payable, showCard, take } from '../till/checkout.ts'
import { enter, must } from '../till/small-shop.ts'
import { cardOf, wealthy } from '../till/small-shop-members.ts'
import { stageDevices } from '../till/staged-devices.ts'

export type Acknowledgement = 'after-commit' | 'too-early'

const CHECKPOINT_EVERY = 7
const MEMBER_EVERY = 5
const GOODS = ['BUN', 'TEA', 'MILK'] as const

/** Says `warm`, opens the folder when a line comes on stdin, says `open`, and sells. */
export async function sellUntilKilled(
  [folder = '', migrationsDir = '']: readonly string[],
  when: Acknowledgement,
): Promise<void> {
  tell('warm')
  await firstLine()
  const core = openCore(folder, migrationsDir)
  enter(core, 'cashier')
  tell('open')
  for (let count = 1; ; count += 1) {
    sellOne(core, count, when)
    if (count % CHECKPOINT_EVERY === 0) core.committer.checkpointWhenIdle()
    // the print queue has its turn
    await nextTurn()
  }
}

function sellOne(core: Core, count: number, when: Acknowledgement): void {
  take(core, ...GOODS.slice(0, (count % GOODS.length) + 1))
  const asMember = count % MEMBER_EVERY === 0 && core.stores.value.lotsOf(`member:${wealthy.memberId}`).length > 0
  if (asMember) showCard(core, cardOf(wealthy))
  must(beginPay(core, onOrder(core)))
  const amountFen = payable(core)
  const byValue = asMember && payStoredValue(core, { ...onOrder(core), amountFen: Math.min(200, amountFen) }).ok
  must(payCash(core, { ...onOrder(core), amountFen: byValue ? amountFen - Math.min(200, amountFen) : amountFen }))
  const command = onOrder(core)
  const line = `ack ${command.orderId} ${amountFen}`
  if (when === 'too-early') tell(line)
  must(completeSale(core, command))
  if (when === 'after-commit') tell(line)
  must(nextCustomer(core, core.newId()))
}

function openCore(folder: string, migrationsDir: string): Core {
  const options: TillOptions = {
    dataDir: folder,
    migrationsDir,
    host: 'browser',
    version: '0',
    demo: false,
    clock: { wallAt: () => Date.now(), monotonicMs: () => performance.now() },
    newId: v7,
    workerFile: () => {
      throw new Error('no worker takes part')
    },
  }
  const core = createCore(must(openFiles(options)), stageDevices(folder), options, {
    changed: () => undefined,
    dayOpened: () => undefined,
    wakePrinter: () => drainer.wake(),
  })
  const drainer = createQueueDrainer(core, fail)
  core.stores.printJobs.unsureAfterRestart()
  drainer.wake()
  return core
}

function fail(error: unknown): never {
  console.error(error)
  process.exit(1)
}

/** Whole lines, at once: a pipe takes a short write in one piece. */
function tell(line: string): void {
  writeSync(1, `${line}\n`)
}

function firstLine(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once('data', () => resolve())
    process.stdin.once('end', () => process.exit(0))
  })
}
