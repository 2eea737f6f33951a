/** Devices that do what the test says, when it says so. */
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Core } from '../../electron/core.ts'
import type { PrintJob, PrintOutcome, Printer, PrinterStatus } from '../../electron/devices/printer/printer.ts'
import { createSimulatedTerminal } from '../../electron/devices/terminal/simulated-terminal.ts'

/** Time that passes only when somebody lets it: every wait is held until it is let go, the oldest first. */
export interface HeldTime {
  wait(ms: number): Promise<void>
  /** how many wait now, and for how long each */
  readonly waiting: readonly { readonly ms: number }[]
  /** lets the oldest go and gives what follows its turn; throws where nobody waits */
  letGo(): Promise<void>
}

export function holdTime(): HeldTime {
  const waiting: { ms: number; go: () => void }[] = []
  return {
    waiting,
    wait: (ms) => new Promise((resolve) => waiting.push({ ms, go: resolve })),
    letGo: async () => {
      const first = waiting.shift()
      if (first === undefined) throw new Error('nobody waits')
      first.go()
      await nextTurn()
    },
  }
}

export interface StagedPrinter extends Printer {
  readonly printed: PrintJob[]
  status(): Promise<PrinterStatus>
  /** what becomes of the next jobs, in turn; afterwards all are printed */
  readonly outcomes: PrintOutcome[]
  state: PrinterStatus
  /** while true a job that was sent is neither printed nor refused */
  hangs: boolean
}

export function stagePrinter(): StagedPrinter {
  const printer: StagedPrinter = {
    kind: 'paper',
    printed: [],
    outcomes: [],
    state: { state: 'ready', answered: true, paperLow: false },
    hangs: false,
    status: async () => printer.state,
    print: async (job) => {
      if (printer.hangs) return new Promise<PrintOutcome>(() => undefined)
      const outcome = printer.outcomes.shift() ?? { outcome: 'printed' }
      if (outcome.outcome !== 'failed') printer.printed.push(job)
      return outcome
    },
    close: async () => undefined,
  }
  return printer
}

export interface StagedDevices {
  readonly current: Core['devices']
  readonly printer: StagedPrinter
  readonly time: HeldTime
  follow(): void
  close(): Promise<void>
}

/** The simulated terminal as it is, with its ledger in the till's folder and its time held. */
export function stageDevices(folder: string): StagedDevices {
  const time = holdTime()
  const printer = stagePrinter()
  const terminal = createSimulatedTerminal({
    ledgerPath: join(folder, 'simulated-terminal.json'),
    answerMs: 600,
    timeoutMs: 2500,
    wait: (ms) => time.wait(ms),
  })
  return {
    current: { printer, terminal, trouble: { printing: false, refusal: null } },
    printer,
    time,
    follow: () => undefined,
    close: async () => undefined,
  }
}
