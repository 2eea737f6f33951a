/**
 * Kills a `serve` at random moments while a cashier sells at it, and looks for every sale whose completion was answered.
 * One prepared demo folder serves all lives; each continues where the one before it was cut off.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { START, type ChainMark } from '../simulation/audit-chain.ts'
import { Dice } from '../simulation/dice.ts'
import type { Finding } from '../simulation/report.ts'
import { bundleProgram } from './bundle-program.ts'
import { lookAt, type Life } from './look-at.ts'
import { askAt, Refused, sellAt, signInAt, type Address } from './serve-client.ts'

const PROJECT = join(import.meta.dirname, '..', '..')
const SERVE = join(PROJECT, 'electron', 'serve.ts')
const BARCODES_WANTED = 5
const AUDIT_EVERY = 100
/** every so often the sources themselves, started as `npm run serve` starts them */
const FROM_SOURCES_EVERY = 50
const OPENING_SHARE = 0.15
/** a kill amid the sales comes so long after a sale that was answered, the first to the fifth */
const SELLING_MS = 120
const MOST_SALES = 5

export interface ServeLoop {
  kill(): Promise<{ life: Life; findings: readonly Finding[] }>
  close(): void
}

export interface PreparedDemo {
  readonly folder: string
  /** goods that are sold by the piece at a price of their own */
  readonly barcodes: readonly string[]
}

export interface ServeLoopOptions {
  readonly program: 'serve-life' | 'early-serve-life'
  /** copied, never written */
  readonly demo: PreparedDemo
  readonly seed: number
}

export async function startServeLoop(options: ServeLoopOptions): Promise<ServeLoop> {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-serve-kills-'))
  cpSync(options.demo.folder, folder, { recursive: true })
  const code = await bundleProgram(options.program)
  const { barcodes } = options.demo
  const dice = new Dice(options.seed)
  const quick = [code, folder, PROJECT]
  const whole = options.program === 'serve-life' ? [SERVE, '--data', folder, '--port', '0'] : quick
  let lives = 0
  let mark: ChainMark = START
  let next = start(quick)

  async function kill(): ReturnType<ServeLoop['kill']> {
    lives += 1
    const fromSources = lives % FROM_SOURCES_EVERY === 0
    const running = fromSources ? start(whole) : next
    // the code of the next one is read while this one sells
    if (!fromSources) next = start(quick)
    const life = await live(running, barcodes, dice)
    const looked = lookAt(folder, life, mark, lives % AUDIT_EVERY === 0)
    mark = looked.mark
    return { life, findings: looked.findings }
  }
  const close = (): void => {
    next.process.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  return { kill, close }
}

interface Running {
  readonly process: ChildProcess
  readonly address: Promise<Address | null>
  /** resolves with the signal that ended it */
  readonly ended: Promise<NodeJS.Signals | null>
}

function start(args: readonly string[]): Running {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin.on('error', () => undefined)
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => resolve(signal)))
  const address = new Promise<Address | null>((resolve) => {
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.includes('\n')) resolve(JSON.parse(said) as Address)
    })
    void ended.then(() => resolve(null))
  })
  return { process: child, address, ended }
}

async function live(running: Running, barcodes: readonly string[], dice: Dice): Promise<Life> {
  const acknowledged: Life['acknowledged'][number][] = []
  const opening = dice.happens(OPENING_SHARE)
  const patience = dice.share()
  running.process.stdin?.write('go\n')
  // the moment of a kill while opening lies anywhere in the time that opening takes
  const killing = opening
    ? sleep(patience * openingMs)
    : killAmidSales(running, { acknowledged, sales: dice.whole(1, MOST_SALES), patience })
  const selling = sellWhereItListens(running, barcodes, acknowledged)
  await killing
  running.process.kill('SIGKILL')
  if ((await running.ended) !== 'SIGKILL') throw new Error('serve ended by itself')
  await selling
  return { acknowledged, whileOpening: opening && acknowledged.length === 0 }
}

/** how long the last start took, to begin with a guess */
let openingMs = 300

interface Moment {
  readonly acknowledged: readonly unknown[]
  readonly sales: number
  /** 0 to 1 */
  readonly patience: number
}

async function killAmidSales(running: Running, { acknowledged, sales, patience }: Moment): Promise<void> {
  const startedMs = performance.now()
  await running.address
  openingMs = performance.now() - startedMs
  while (acknowledged.length < sales && running.process.exitCode === null) await sleep(1)
  await sleep(patience * SELLING_MS)
}

async function sellWhereItListens(
  running: Running,
  barcodes: readonly string[],
  acknowledged: Life['acknowledged'][number][],
): Promise<void> {
  const address = await running.address
  if (address === null) return
  const ask = askAt(address)
  try {
    await signInAt(ask, '1001', '100188')
    await sellAt(ask, barcodes, acknowledged)
  } catch (error) {
    // a line that breaks is the kill
    if (error instanceof Refused || running.process.exitCode !== null) {
      running.process.kill('SIGKILL')
      throw error
    }
  }
}

/** The demo as `serve --demo` makes it, its day opened, its receipts sent to a printer that is not there. */
export async function prepareDemo(): Promise<PreparedDemo> {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-serve-demo-'))
  const running = start([SERVE, '--data', folder, '--port', '0', '--demo'])
  const address = await running.address
  if (address === null) throw new Error('serve --demo did not start')
  const ask = askAt(address)
  await signInAt(ask, '9001', '900188')
  const settings = await ask<object>('GET', '/settings')
  await ask('POST', '/settings', {
    commandId: v7(),
    settings: { ...settings, printer: { kind: 'network', host: '127.0.0.1', port: 9 } },
  })
  await ask('POST', '/shift/open', { commandId: v7(), shiftId: v7(), floatFen: 50_000 })
  const products = await ask<{ barcode: string | null; countable: boolean; openPrice: boolean; disabled: boolean }[]>(
    'GET',
    '/products',
  )
  running.process.kill('SIGTERM')
  await running.ended
  const sellable = products.filter((product) => product.countable && !product.openPrice && !product.disabled)
  return { folder, barcodes: sellable.flatMap(({ barcode }) => barcode ?? []).slice(0, BARCODES_WANTED) }
}
