/**
 * Drains the print queue: one job after the other, from committed rows, whatever happened before.
 *
 * A job that failed (nothing came out) is tried again by itself; one that may have come out waits for a person.
 */
import type { Refusal } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import type { PrinterStatus, PrintOutcome } from '../../devices/printer/printer.ts'
import { bytesOfJob } from './job-bytes.ts'

const RETRY_MS = 3_000

export interface QueueDrainer {
  /** print what waits; safe to call at any time */
  wake(): void
  /** waits for the job at work; prints nothing more */
  stop(): Promise<void>
}

/** `failed` is told of what throws: a bug; the till sells on. */
export function createQueueDrainer(core: Core, failed: (error: unknown) => void): QueueDrainer {
  let working: Promise<void> | null = null
  let again = false
  let stopped = false
  let retry: NodeJS.Timeout | null = null

  async function drain(): Promise<void> {
    do {
      again = false
      for (let job = core.stores.printJobs.next(); job !== undefined && !stopped; job = core.stores.printJobs.next()) {
        const { printer } = core.devices
        const trouble = troubleBefore(await printer.status())
        if (trouble !== null) {
          core.setPrinterTrouble({ printing: false, refusal: trouble })
          return scheduleRetry()
        }
        // what is not noted as printing is not sent: after a crash nobody would know that it may have come out
        if (!core.stores.printJobs.noteState(job.jobId, 'printing')) {
          core.setPrinterTrouble({ printing: false, refusal: { code: 'disk-full', params: {} } })
          return scheduleRetry()
        }
        core.setPrinterTrouble({ printing: true, refusal: core.devices.trouble.refusal })
        const outcome = await printer.print({ jobId: job.jobId, bytes: bytesOfJob(core, job) })
        core.stores.printJobs.noteState(job.jobId, stateAfter(outcome))
        core.setPrinterTrouble({ printing: false, refusal: troubleOf(outcome) })
        if (outcome.outcome === 'failed') return scheduleRetry()
      }
    } while (again && !stopped)
  }

  function scheduleRetry(): void {
    if (stopped) return
    retry = setTimeout(() => wake(), RETRY_MS)
    retry.unref()
  }

  function wake(): void {
    if (stopped) return
    if (working !== null) {
      again = true
      return
    }
    if (retry !== null) clearTimeout(retry)
    working = drain()
      .catch(failed)
      .finally(() => {
        working = null
      })
  }

  return {
    wake,
    stop: async () => {
      stopped = true
      if (retry !== null) clearTimeout(retry)
      await working
    },
  }
}

/** What keeps a printer from printing, asked before a job is sent: paper that ends midway makes a job unsure. */
function troubleBefore(status: PrinterStatus): Refusal | null {
  if (status.state === 'ready') return null
  const codes = {
    'paper-out': 'printer-paper-out',
    'cover-open': 'printer-cover-open',
    offline: 'printer-unreachable',
    unreachable: 'printer-unreachable',
  } as const
  return { code: codes[status.state], params: {} }
}

function stateAfter(outcome: PrintOutcome): 'printed' | 'failed' | 'unsure' {
  if (outcome.outcome === 'printed') return 'printed'
  return outcome.outcome === 'failed' ? 'failed' : 'unsure'
}

function troubleOf(outcome: PrintOutcome): Refusal | null {
  if (outcome.outcome === 'printed') return null
  return { code: outcome.outcome === 'failed' ? 'printer-unreachable' : 'printer-unsure', params: {} }
}
