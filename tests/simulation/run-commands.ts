/**
 * One run: a small shop, a random sequence of commands from a seed with repeats and restarts between them, and the judges:
 * nothing throws, a command sent again writes nothing, what was acknowledged is there, and the auditor finds nothing.
 */
import { openSellingTill, type SellingTill } from '../till/selling-till.ts'
import { auditTables } from './auditor.ts'
import { drawCommand } from './commands.ts'
import { Dice } from './dice.ts'
import type { Finding } from './report.ts'
import type { SimulatedCommand } from './simulated-command.ts'

export interface RunOptions {
  readonly seed: number
  readonly steps: number
  /** makes the till worse, at the start and after each restart: to see that the judges see it */
  readonly plant?: ((till: SellingTill) => void) | undefined
}

export interface RunReport {
  readonly findings: readonly Finding[]
  /** what was sent, for whoever looks for the cause */
  readonly log: readonly string[]
  readonly sales: number
  readonly repeats: number
  readonly restarts: number
}

const REPEAT_SHARE = 0.12
const RESTART_SHARE = 0.04

interface Sent {
  readonly command: SimulatedCommand
  readonly ok: boolean
  /** rows that it wrote when it was sent first */
  readonly rows: number
}

export async function runCommands({ seed, steps, plant }: RunOptions): Promise<RunReport> {
  const dice = new Dice(seed)
  const log: string[] = []
  const findings: Finding[] = []
  const sent: Sent[] = []
  const acknowledged = new Set<string>()
  let till = await openSellingTill('manager')
  plant?.(till)
  let [repeats, restarts] = [0, 0]
  try {
    for (let step = 0; step < steps && findings.length === 0; step += 1) {
      if (dice.happens(RESTART_SHARE)) {
        log.push('restart')
        restarts += 1
        till = till.restart()
        plant?.(till)
        till.signIn(dice.pick(['cashier', 'manager']))
      } else if (sent.length > 0 && dice.happens(REPEAT_SHARE)) {
        repeats += 1
        findings.push(...(await sendAgain(till, dice.pick(sent), log)))
      } else {
        sent.push(await sendFirst(till, drawCommand(till, dice), log))
      }
      if (till.core.memory.done !== null) acknowledged.add(till.core.memory.done.saleId)
    }
    for (const saleId of acknowledged) {
      if (!till.core.stores.sales.exists(saleId))
        findings.push({ rule: 'lost', detail: `acknowledged sale ${saleId} is not in the store` })
    }
    findings.push(...auditTables(till.core.store.sqlite))
  } catch (error) {
    findings.push({ rule: 'throws', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  } finally {
    till.close()
  }
  return { findings, log, sales: acknowledged.size, repeats, restarts }
}

async function sendFirst(till: SellingTill, command: SimulatedCommand, log: string[]): Promise<Sent> {
  const before = till.core.store.head.seq
  const answer = await command.run(till)
  log.push(`${command.name} ${JSON.stringify(command.facts)} → ${answer.ok ? 'ok' : answer.refusal.code}`)
  return { command, ok: answer.ok, rows: till.core.store.head.seq - before }
}

/** Commands that a person sends; the rest is the world going on, which may happen twice. */
const OF_THE_WORLD = new Set([
  'terminal-answers',
  'ask-open-payments',
  'ask-again',
  'print',
  'printer',
  'time',
  'wall-clock',
  'sign-in',
])

async function sendAgain(till: SellingTill, { command, ok, rows }: Sent, log: string[]): Promise<Finding[]> {
  const before = till.core.store.head.seq
  const answer = await command.run(till)
  log.push(`again ${command.name} ${JSON.stringify(command.facts)} → ${answer.ok ? 'ok' : answer.refusal.code}`)
  if (!ok || rows === 0 || OF_THE_WORLD.has(command.name)) return []
  const written = till.core.store.head.seq - before
  return written === 0 ? [] : [{ rule: 'repeat', detail: `${command.name} sent again wrote ${written} rows` }]
}
