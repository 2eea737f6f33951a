/**
 * Kills a selling till at random moments, opens its store again and looks for every sale that it had acknowledged.
 *
 * A process is warmed up (its code loaded) while the one before it sells. The moment of the kill is drawn anew each time:
 * while it opens the store, or while it sells.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { START, type ChainMark } from '../simulation/audit-chain.ts'
import { Dice } from '../simulation/dice.ts'
import type { Finding } from '../simulation/report.ts'
import { bundleProgram } from './bundle-program.ts'
import { lookAt, type Life } from './look-at.ts'

export interface KillLoopOptions {
  readonly seller: 'seller' | 'early-seller'
  /** a folder with a shop; copied, never written */
  readonly shop: string
  /** where the till under test works */
  readonly folder: string
  readonly seed: number
}

export interface KillLoop {
  /** one life and the look at what it left; findings are losses and everything that the auditor says */
  kill(): Promise<{ life: Life; findings: readonly Finding[] }>
  stop(): void
}

/** A fresh copy of the shop after so many lives, so that the whole audit stays quick. */
const LIVES_A_FOLDER = 50
const AUDIT_EVERY = 10
/** when the kill falls: while the store is opened, before the first sale has ended, or amid the sales */
const OPENING_SHARE = 0.15
const FIRST_SALE_SHARE = 0.25
const OPENING_MS = 100
const SELLING_MS = 100
const MOST_SALES = 5
const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations')

interface Seller {
  readonly process: ChildProcessByStdio<Writable, Readable, null>
  readonly said: { text: string }
}

export async function startKillLoop(options: KillLoopOptions): Promise<KillLoop> {
  const code = await bundleProgram(options.seller)
  const dice = new Dice(options.seed)
  let lives = 0
  let mark: ChainMark = START
  let next = warmUp(code, options.folder)

  async function kill(): ReturnType<KillLoop['kill']> {
    if (lives % LIVES_A_FOLDER === 0) {
      rmSync(options.folder, { recursive: true, force: true })
      mkdirSync(options.folder, { recursive: true })
      cpSync(options.shop, options.folder, { recursive: true })
      mark = START
    }
    lives += 1
    const seller = next
    next = warmUp(code, options.folder)
    const life = await liveAndDie(seller, dice)
    const looked = lookAt(options.folder, life, mark, lives % AUDIT_EVERY === 0)
    mark = looked.mark
    return { life, findings: looked.findings }
  }

  return { kill, stop: () => void next.process.kill('SIGKILL') }
}

function warmUp(code: string, folder: string): Seller {
  const child = spawn(process.execPath, [code, folder, MIGRATIONS], { stdio: ['pipe', 'pipe', 'inherit'] })
  const said = { text: '' }
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    said.text += text
  })
  return { process: child, said }
}

async function liveAndDie({ process: seller, said }: Seller, dice: Dice): Promise<Life> {
  await until(() => said.text.includes('warm\n') || seller.exitCode !== null)
  const ended = new Promise<string | null>((resolve) => seller.once('close', (_code, signal) => resolve(signal)))
  seller.stdin.on('error', () => undefined)
  seller.stdin.write('go\n')
  const when = dice.share()
  const waitsFor = when < OPENING_SHARE ? 'warm\n' : when < FIRST_SALE_SHARE ? 'open\n' : '\nack '
  const times = waitsFor === '\nack ' ? dice.whole(1, MOST_SALES) : 1
  await until(() => said.text.split(waitsFor).length > times || seller.exitCode !== null)
  await sleep(dice.share() * (when < OPENING_SHARE ? OPENING_MS : SELLING_MS))
  seller.kill('SIGKILL')
  if ((await ended) !== 'SIGKILL') throw new Error(`the seller ended by itself, after: ${said.text.slice(-200)}`)
  const acknowledged = [...said.text.matchAll(/^ack (\S+) (\d+)$/gm)].map((match) => ({
    saleId: match[1] ?? '',
    payableFen: Number(match[2]),
  }))
  return { acknowledged, whileOpening: !said.text.includes('open\n') }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(1)
}
