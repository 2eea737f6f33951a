/** The devices that the settings name, replaced when the settings change. */
import { join } from 'node:path'
import type { Settings } from '../shared/contract/back-office.ts'
import type { Core } from './core.ts'
import { createNetworkPrinter } from './devices/printer/network-printer.ts'
import { createPaperPrinter } from './devices/printer/paper-printer.ts'
import type { Printer } from './devices/printer/printer.ts'
import { createSimulatedTerminal } from './devices/terminal/simulated-terminal.ts'
import type { Terminal } from './devices/terminal/terminal.ts'

export interface Devices {
  readonly current: Core['devices']
  /** brings the devices in line with the settings; cheap where nothing has changed */
  follow(settings: Settings | null): void
  close(): Promise<void>
}

export interface DevicesOptions {
  /** the till's data folder */
  readonly folder: string
  readonly paperWorker: string | URL
}

const SIMULATED_ANSWER_MS = 600
const SIMULATED_TIMEOUT_MS = 2_500

export function createDevices(options: DevicesOptions): Devices {
  const paper: Settings['printer'] = { kind: 'paper' }
  let printerKey = JSON.stringify(paper)
  let terminalKey: Settings['terminal'] = 'none'
  const current: Core['devices'] = {
    printer: createPrinter(options, paper),
    terminal: null,
    trouble: { printing: false, refusal: null },
  }
  return {
    current,
    follow: (settings) => {
      if (settings === null) return
      const key = JSON.stringify(settings.printer)
      if (key !== printerKey) {
        printerKey = key
        void current.printer.close()
        current.printer = createPrinter(options, settings.printer)
      }
      if (settings.terminal !== terminalKey) {
        terminalKey = settings.terminal
        current.terminal = createTerminal(options, settings.terminal)
      }
    },
    close: () => current.printer.close(),
  }
}

function createPrinter(options: DevicesOptions, wanted: Settings['printer']): Printer {
  if (wanted.kind === 'network') return createNetworkPrinter({ host: wanted.host, port: wanted.port })
  return createPaperPrinter({ folder: join(options.folder, 'paper'), workerUrl: options.paperWorker })
}

function createTerminal(options: DevicesOptions, wanted: Settings['terminal']): Terminal | null {
  if (wanted === 'none') return null
  return createSimulatedTerminal({
    ledgerPath: join(options.folder, 'simulated-terminal.json'),
    answerMs: SIMULATED_ANSWER_MS,
    timeoutMs: SIMULATED_TIMEOUT_MS,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
}
