/**
 * Data folders as they should not be, made for real: file systems of their own that are full or read-only (the tests run
 * as root in CI, where permissions refuse nothing), files that are empty, gone, newer, damaged or in use.
 * The tests of disks need the right to mount.
 */
import { execFileSync, spawn } from 'node:child_process'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Refusal } from '../../shared/domain/result.ts'
import { refusalText } from '../../shared/text/refusals.ts'
import { auditStore } from '../../electron/store/balances-audit.ts'
import { openTill } from '../../electron/till.ts'
import type { TillOptions } from '../../electron/till-options.ts'
import { beginPay, payCash } from '../../electron/features/till/pay.ts'
import { completeSale } from '../../electron/features/till/complete-sale.ts'
import { auditTables } from '../simulation/auditor.ts'
import { onOrder, payable, sellForCash, take } from '../till/checkout.ts'
import { must, refusal } from '../till/small-shop.ts'
import { makeShopFolder, openTillAt, countedIds, MORNING, type SellingTill } from '../till/selling-till.ts'
import { freshFolder, removeFolder } from './plain-store.ts'

const newId = countedIds('d000')
const time = { wallAt: MORNING, monotonicMs: 1000 }
const CHINESE = /\p{Script=Han}{4}/u

function options(dataDir: string): TillOptions {
  return {
    dataDir,
    migrationsDir: join(import.meta.dirname, '..', '..', 'migrations'),
    host: 'browser',
    version: '0',
    demo: false,
    clock: { wallAt: () => time.wallAt, monotonicMs: () => time.monotonicMs },
    newId,
    workerFile: (name) => new URL(`../../electron/workers/${name}.ts`, import.meta.url),
  }
}

/** Opens the whole till and gives what it refuses with; a till that opens is closed again. */
async function refusalAt(dataDir: string): Promise<Refusal | null> {
  const opened = await openTill(options(dataDir))
  if (!opened.ok) return opened.refusal
  await opened.till.close()
  return null
}

/** The sentence in both languages, with every value in its place. */
function expectSentence(refused: Refusal | null, code: string, ...values: string[]): void {
  expect(refused?.code).toBe(code)
  const zh = refusalText(refused as Refusal, 'zh')
  expect(zh).toMatch(CHINESE)
  for (const text of [zh, refusalText(refused as Refusal, 'en')]) {
    expect(text).not.toMatch(/[{}]/)
    for (const value of values) expect(text).toContain(value)
  }
}

let cleanUp: (() => void)[] = []
afterEach(() => {
  const undoing = cleanUp.reverse()
  cleanUp = []
  for (const undo of undoing) undo()
})

function ownFolder(): string {
  const folder = freshFolder()
  cleanUp.push(() => removeFolder(folder))
  return folder
}

/** A file system of its own in memory. */
function mountMemory(size: string): string {
  const point = ownFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'zhanggui-test', point])
  cleanUp.push(() => execFileSync('umount', [point]))
  return point
}

function remountReadOnly(point: string): void {
  execFileSync('mount', ['-o', 'remount,ro', point])
}

/** Fills what is left of a file system; removing the file makes room again. */
function fill(point: string): string {
  const path = join(point, 'ballast')
  const handle = openSync(path, 'w')
  const block = Buffer.alloc(4096)
  try {
    for (;;) writeSync(handle, block)
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' })
  }
  closeSync(handle)
  return path
}

describe('a folder', () => {
  test('that cannot be made: a file stands in its way', async () => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'file'), '')
    const path = join(folder, 'file', 'data')
    expectSentence(await refusalAt(path), 'folder-missing', path)
  })

  test('that is missing is made, with its parents', async () => {
    const path = join(ownFolder(), 'a', 'b')
    expect(await refusalAt(path)).toBeNull()
    expect(existsSync(join(path, 'store.db'))).toBe(true)
  })

  test('on a read-only file system, empty or with a shop in it', async () => {
    const point = mountMemory('16m')
    const shop = join(point, 'shop')
    cpSync(await ownShop(), shop, { recursive: true })
    mkdirSync(join(point, 'empty'))
    remountReadOnly(point)
    for (const name of ['shop', 'empty']) {
      const path = join(point, name)
      expectSentence(await refusalAt(path), 'folder-read-only', path)
    }
    expectSentence(await refusalAt(join(point, 'missing')), 'folder-missing', join(point, 'missing'))
  })

  test('on a file system that has become read-only since: nothing lost, and on again when it is not', async () => {
    const point = mountMemory('16m')
    const till = await shopOn(point)
    const saleId = sellForCash(till.core, 'BUN')
    till.stop()
    remountReadOnly(point)
    expectSentence(await refusalAt(join(point, 'shop')), 'folder-read-only')
    execFileSync('mount', ['-o', 'remount,rw', point])
    const again = reopened(point)
    expect(again.core.stores.sales.exists(saleId)).toBe(true)
    sellForCash(again.core, 'TEA')
    expect(auditTables(again.core.store.sqlite)).toEqual([])
    again.stop()
  })

  test('in use by a till that runs: the second start is refused, the first goes on', { timeout: 90_000 }, async () => {
    const folder = await ownShop()
    const first = openTillAt({ folder, time, newId })
    first.signIn('cashier')
    expectSentence(await refusalAt(folder), 'store-in-use', folder)
    expectSentence(await refusalOfProcess(folder), 'store-in-use', folder)
    sellForCash(first.core, 'BUN')
    first.stop()
    expect(await refusalAt(folder)).toBeNull()
  })
})

async function shopOn(point: string): Promise<SellingTill> {
  const shop = await makeShopFolder()
  cpSync(shop, join(point, 'shop'), { recursive: true })
  removeFolder(shop)
  return reopened(point)
}

function reopened(point: string): SellingTill {
  const till = openTillAt({ folder: join(point, 'shop'), time, newId })
  till.signIn('cashier')
  return till
}

async function ownShop(): Promise<string> {
  const folder = await makeShopFolder()
  cleanUp.push(() => removeFolder(folder))
  return folder
}

/** What another process is told that opens the same folder: the sentence on stderr and an exit code of its own. */
async function refusalOfProcess(folder: string): Promise<Refusal> {
  const serve = join(import.meta.dirname, '..', '..', 'electron', 'serve.ts')
  const child = spawn(process.execPath, [serve, '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString()
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(code).toBe(2)
  expect(said).toContain(refusalText({ code: 'store-in-use', params: { folder } }, 'zh'))
  expect(said).not.toMatch(/ at .*\.ts/)
  return { code: 'store-in-use', params: { folder } }
}

describe('a disk that is full', () => {
  test('when the shop is first made: refused with a sentence, and made when there is room', async () => {
    const point = mountMemory('256k')
    const ballast = fill(point)
    const path = join(point, 'shop')
    expectSentence(await refusalAt(path), 'disk-full')
    rmSync(ballast)
    execFileSync('mount', ['-o', 'remount,size=16m', point])
    expect(await refusalAt(path)).toBeNull()
  })

  test.each([0, 4, 8, 16, 40])(
    'when the shop is first made with %i KB to spare: made whole or not at all',
    async (spareKb) => {
      const point = mountMemory('2m')
      const spare = join(point, 'spare')
      writeFileSync(spare, Buffer.alloc(spareKb * 1024))
      const ballast = fill(point)
      rmSync(spare)
      const path = join(point, 'shop')
      const refused = await refusalAt(path)
      if (refused !== null) expectSentence(refused, 'disk-full')
      rmSync(ballast)
      execFileSync('mount', ['-o', 'remount,size=16m', point])
      expect(await refusalAt(path)).toBeNull()
    },
  )

  test('while selling: the step is refused with a sentence, nothing is lost or done twice, and it goes on when there is room', async () => {
    const point = mountMemory('8m')
    const till = await shopOn(point)
    const { core } = till
    const sold = [sellForCash(core, 'BUN')]
    const ballast = fill(point)
    const refused = sellUntilRefused(core, sold)
    expectSentence(refused, 'disk-full')
    const { head } = core.store
    const command = onOrder(core)
    // asked again and again it says the same, and neither checkpoint nor queue throws
    for (let again = 0; again < 3; again += 1) expect(refusal(completeSale(core, command)).code).toBe('disk-full')
    core.committer.checkpointWhenIdle()
    await till.print()
    expect(core.store.head).toEqual(head)
    expect(core.memory.order.screen).toBe('pay')
    expect(auditTables(core.store.sqlite)).toEqual([])
    rmSync(ballast)
    must(completeSale(core, command))
    sold.push(command.orderId)
    must(completeSale(core, command))
    sold.push(sellForCash(core, 'TEA'))
    expect(core.stores.shifts.figures(1, core.store.head.seq).salesCount).toBe(sold.length)
    expect(auditTables(core.store.sqlite)).toEqual([])
    till.stop()
    const again = reopened(point)
    for (const saleId of sold) expect(again.core.stores.sales.exists(saleId)).toBe(true)
    expect(auditTables(again.core.store.sqlite)).toEqual([])
    again.stop()
  })

  test('when the till is closed and opened again: it opens, or says so; every sale is there when there is room', async () => {
    const point = mountMemory('8m')
    const till = await shopOn(point)
    const sold = [sellForCash(till.core, 'BUN')]
    const ballast = fill(point)
    sellUntilRefused(till.core, sold)
    till.stop()
    const refused = await refusalAt(join(point, 'shop'))
    if (refused !== null) expectSentence(refused, 'disk-full')
    rmSync(ballast)
    const again = reopened(point)
    for (const saleId of sold) expect(again.core.stores.sales.exists(saleId)).toBe(true)
    sellForCash(again.core, 'TEA')
    expect(auditTables(again.core.store.sqlite)).toEqual([])
    again.stop()
  })
})

/** Sells until the disk refuses; the order that was refused stays as it is. */
function sellUntilRefused(core: SellingTill['core'], sold: string[]): Refusal {
  for (let count = 0; count < 2000; count += 1) {
    take(core, 'BUN', 'TEA', 'MILK')
    must(beginPay(core, onOrder(core)))
    must(payCash(core, { ...onOrder(core), amountFen: payable(core) }))
    const command = onOrder(core)
    const done = completeSale(core, command)
    if (!done.ok) return done.refusal
    sold.push(command.orderId)
    core.memory.order = { ...core.memory.order, screen: 'done' }
  }
  throw new Error('the disk never was full')
}

describe('a store.db', () => {
  let folder: string
  const path = (name = 'store.db'): string => join(folder, name)
  beforeEach(async () => {
    folder = await ownShop()
  })

  /** Refused with this code, and every file is as it was. */
  async function expectRefusedAndKept(code: string): Promise<Refusal | null> {
    const kept = (): string[] =>
      readdirSync(folder)
        .filter((name) => name.startsWith('store.db') && !name.endsWith('-shm') && statSync(path(name)).size > 0)
        .map((name) => `${name} ${readFileSync(path(name)).toString('base64')}`)
    const before = kept()
    const refused = await refusalAt(folder)
    expectSentence(refused, code)
    expect(kept()).toEqual(before)
    // and the folder was let go of
    expectSentence(await refusalAt(folder), code)
    return refused
  }

  test('of 0 bytes is not taken for a new shop', async () => {
    truncateSync(path(), 0)
    await expectRefusedAndKept('store-empty')
  })

  test('of 0 bytes without an anchor is refused too', async () => {
    truncateSync(path(), 0)
    rmSync(path('anchor'))
    await expectRefusedAndKept('store-empty')
  })

  test('that is gone beside an anchor is not made anew', async () => {
    rmSync(path())
    await expectRefusedAndKept('store-missing')
    expect(existsSync(path())).toBe(false)
  })

  test('that is gone beside its log is not made anew', async () => {
    rmSync(path())
    rmSync(path('anchor'))
    writeFileSync(path('store.db-wal'), 'frames')
    await expectRefusedAndKept('store-missing')
    expect(readFileSync(path('store.db-wal'), 'utf8')).toBe('frames')
  })

  test('that was half made at the first start is made anew', async () => {
    for (const name of ['store.db', 'anchor']) rmSync(path(name))
    writeFileSync(path('store.db.new'), 'half')
    expect(await refusalAt(folder)).toBeNull()
    expect(existsSync(path('store.db.new'))).toBe(false)
  })

  test('by a newer app', async () => {
    const sqlite = new Database(path())
    sqlite.pragma('user_version = 12')
    sqlite.close()
    const refused = await expectRefusedAndKept('store-newer')
    expectSentence(refused, 'store-newer', '12', '1')
  })

  test.each([
    ['its first 16 bytes', 0, 16],
    ['its whole first page', 0, 4096],
  ])('with a damaged header: %s', async (_what, from, length) => {
    damage(path(), from, length)
    await expectRefusedAndKept('store-damaged')
  })

  test('that is something else', async () => {
    writeFileSync(path(), 'not a database, but long enough to be looked at '.repeat(200))
    await expectRefusedAndKept('store-damaged')
  })

  test('that ends in the middle', async () => {
    truncateSync(path(), Math.floor(statSync(path()).size / 2))
    await expectRefusedAndKept('store-damaged')
  })

  test('whose last row of the chain was changed', async () => {
    const sqlite = new Database(path())
    sqlite.exec(
      "DROP TRIGGER chain_keep; UPDATE chain SET payload = replace(payload, ':', ': ') WHERE seq = (SELECT max(seq) FROM chain)",
    )
    sqlite.close()
    await expectRefusedAndKept('store-damaged')
  })

  test('with any one page damaged is refused, or opens and is found wanting by the audit; nothing throws', async () => {
    const sqlite = new Database(path())
    const tillId = sqlite.prepare<[], { id: string }>('SELECT till_id AS id FROM till').get()?.id ?? ''
    sqlite.close()
    const pages = statSync(path()).size / 4096
    const original = readFileSync(path())
    const outcomes = { refused: 0, opened: 0 }
    // what meets a damaged page in the background is told there
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    for (let page = 1; page < pages; page += 1) {
      writeFileSync(path(), original)
      damage(path(), page * 4096, 4096)
      const refused = await refusalAt(folder)
      if (refused === null) {
        outcomes.opened += 1
        const answer = auditStore({ path: path(), tillId })
        expect([answer.damage, answer.brokenAtSeq, answer.differences], `page ${page}`).not.toEqual([null, null, []])
      } else {
        expectSentence(refused, 'store-damaged')
        outcomes.refused += 1
      }
    }
    expect(outcomes.refused).toBeGreaterThan(0)
    console.info(`damaged pages: ${JSON.stringify(outcomes)}`)
  })

  test.each(['members.db', 'lock.db'])('is opened beside a %s that is damaged: it is no fact', async (name) => {
    writeFileSync(path(name), 'rubbish '.repeat(2000))
    for (const suffix of ['-wal', '-shm', '-journal']) rmSync(path(`${name}${suffix}`), { force: true })
    expect(await refusalAt(folder)).toBeNull()
    const till = openTillAt({ folder, time, newId })
    till.signIn('cashier')
    expect(till.core.members.find('13900007531', 5)).toHaveLength(1)
    till.stop()
  })
})

/** Overwrites bytes with what no page of SQLite begins with. */
function damage(path: string, from: number, length: number): void {
  const handle = openSync(path, 'r+')
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, from)
  closeSync(handle)
}
