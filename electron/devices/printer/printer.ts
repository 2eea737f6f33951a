/**
 * What every receipt printer offers, whatever it hangs on.
 *
 * Invariants, held by one contract suite over all implementations: trouble with the device is an outcome, never a throw;
 * `failed` promises that nothing came out, so that the queue may send the job again by itself; `unknown` means that it
 * may have printed and a person decides; two jobs never mix on one device.
 */

export type PrintJob = {
  /** UUIDv7 of the job; also the name under which a paper printer keeps it. */
  readonly jobId: string
  readonly bytes: Uint8Array
}

export type PrintTrouble =
  /** The device or folder cannot be reached. */
  | 'unreachable'
  /** It was reached and did not answer in time. */
  | 'timeout'
  /** The connection broke while the job was on its way. */
  | 'interrupted'
  /** The printer took the job and says that it has no paper. */
  | 'paper-out'
  /** The picture of the paper could not be drawn. */
  | 'not-drawn'
  /** The printer was closed by this program. */
  | 'closed'

export type PrintOutcome =
  | { readonly outcome: 'printed' }
  /** Nothing came out: sending it again is safe. `detail` is for the log. */
  | { readonly outcome: 'failed'; readonly trouble: PrintTrouble; readonly detail: string }
  /** It may have come out, in whole or in part. `detail` is for the log. */
  | { readonly outcome: 'unknown'; readonly trouble: PrintTrouble; readonly detail: string }

export type PrinterStatus =
  /** `answered` is false where the device was reached and says nothing about itself. */
  | { readonly state: 'ready'; readonly answered: boolean; readonly paperLow: boolean }
  | { readonly state: 'paper-out' | 'cover-open' | 'offline' }
  | { readonly state: 'unreachable'; readonly detail: string }

export interface Printer {
  readonly kind: 'paper' | 'network'
  status(): Promise<PrinterStatus>
  print(job: PrintJob): Promise<PrintOutcome>
  /** Waits for the job at work and lets go of the device. Later jobs fail with `closed`. */
  close(): Promise<void>
}

/** Runs tasks one after the other in the order of their calls; a task that throws does not stop the next. */
export function oneAtATime(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task, task)
    last = result.catch(() => undefined)
    return result
  }
}
