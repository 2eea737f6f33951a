/**
 * The simulated terminal: for trying the till out and for training. The last digit of the payment code chooses what
 * happens: 0–5 approved, 6 declined, 7 times out and turns out approved, 8 times out and turns out declined, 9 times out
 * and stays unknown for three questions before it turns out approved. It is never chosen by itself: Settings names it.
 *
 * Its provider keeps a ledger in a file of its own, as a real one would: it remembers charges through a restart of the
 * till. Payment codes are not kept.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ChargeAnswer, Terminal } from './terminal.ts'

interface Charge {
  readonly amountFen: number
  readonly outcome: 'approved' | 'declined' | 'voided'
  /** how many questions are answered with unknown before the outcome is told */
  readonly silentFor: number
}

type Ledger = Record<string, Charge>

export interface SimulatedTerminalOptions {
  /** where the provider's ledger is kept */
  readonly ledgerPath: string
  /** how long an answer takes, and how long the till waits for one that does not come */
  readonly answerMs: number
  readonly timeoutMs: number
  readonly wait: (ms: number) => Promise<void>
}

const DECLINED = { outcome: 'declined', reasonZh: '余额不足', reasonEn: 'insufficient funds' } as const
const NEVER_ARRIVED = {
  outcome: 'declined',
  reasonZh: '未收到这笔付款',
  reasonEn: 'the payment never arrived',
} as const

export function createSimulatedTerminal(options: SimulatedTerminalOptions): Terminal {
  const ledger = readLedger(options.ledgerPath)

  function keep(attemptId: string, charge: Charge): void {
    ledger[attemptId] = charge
    mkdirSync(dirname(options.ledgerPath), { recursive: true })
    writeFileSync(`${options.ledgerPath}.new`, JSON.stringify(ledger))
    renameSync(`${options.ledgerPath}.new`, options.ledgerPath)
  }

  function answer(attemptId: string): ChargeAnswer {
    const charge = ledger[attemptId]
    if (charge === undefined || charge.outcome === 'voided') return NEVER_ARRIVED
    return charge.outcome === 'approved' ? { outcome: 'approved', providerRef: providerRef(attemptId) } : DECLINED
  }

  return {
    kind: 'simulated',
    charge: async ({ attemptId, amountFen, paymentCode }) => {
      if (ledger[attemptId] === undefined) keep(attemptId, decide(amountFen, Number(paymentCode.at(-1))))
      if ((ledger[attemptId]?.silentFor ?? 0) > 0) {
        await options.wait(options.timeoutMs)
        return { outcome: 'unknown' }
      }
      await options.wait(options.answerMs)
      return answer(attemptId)
    },
    ask: async (attemptId) => {
      await options.wait(options.answerMs)
      const charge = ledger[attemptId]
      if (charge !== undefined && charge.silentFor > 1) {
        keep(attemptId, { ...charge, silentFor: charge.silentFor - 1 })
        return { outcome: 'unknown' }
      }
      if (charge !== undefined && charge.silentFor === 1) keep(attemptId, { ...charge, silentFor: 0 })
      return answer(attemptId)
    },
    takeBack: async (attemptId) => {
      await options.wait(options.answerMs)
      const charge = ledger[attemptId]
      if (charge === undefined || charge.outcome === 'declined') return { outcome: 'not-voided' }
      keep(attemptId, { ...charge, outcome: 'voided' })
      return { outcome: 'voided' }
    },
  }
}

function decide(amountFen: number, digit: number): Charge {
  if (digit === 6) return { amountFen, outcome: 'declined', silentFor: 0 }
  if (digit === 7) return { amountFen, outcome: 'approved', silentFor: 1 }
  if (digit === 8) return { amountFen, outcome: 'declined', silentFor: 1 }
  if (digit === 9) return { amountFen, outcome: 'approved', silentFor: 4 }
  return { amountFen, outcome: 'approved', silentFor: 0 }
}

function providerRef(attemptId: string): string {
  return `SIM${attemptId.replaceAll('-', '').slice(-12).toUpperCase()}`
}

function readLedger(path: string): Ledger {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Ledger) : {}
}
