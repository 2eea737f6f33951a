/**
 * What every printer must hold, told as tests over a device that can be broken on purpose.
 *
 * A job counts as received only where it came out whole.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PrintJob, PrintOutcome, Printer } from '../../../electron/devices/printer/printer.ts'

export type Device = {
  readonly printer: Printer
  /** Jobs that came out whole, in order. */
  received(): Promise<Uint8Array[]>
  /** Makes the device unreachable, before a job starts. */
  takeAway(): Promise<void>
  /** Makes it reachable again. */
  bringBack(): Promise<void>
  /** Makes the job with this id break after it began; jobs after it come through. */
  breakMidway(jobId: string): Promise<void>
  dispose(): Promise<void>
}

function job(number: number, bytes: Uint8Array): PrintJob {
  return { jobId: `01946f3c-0000-7000-8000-${String(number).padStart(12, '0')}`, bytes }
}

function outcomes(results: readonly PrintOutcome[]): string[] {
  return results.map((result) => result.outcome)
}

/** `jobs`: three different jobs' bytes. */
export function describePrinterContract(
  name: string,
  { connect, jobs }: { connect: () => Promise<Device>; jobs: readonly [Uint8Array, Uint8Array, Uint8Array] },
): void {
  describe(`${name} as a printer`, () => {
    let device: Device

    beforeEach(async () => {
      device = await connect()
    })

    afterEach(async () => {
      await device.dispose()
    })

    const receivedBytes = async (): Promise<string[]> =>
      (await device.received()).map((bytes) => Buffer.from(bytes).toString('hex'))
    const sentBytes = (...numbers: number[]): string[] =>
      numbers.map((number) => Buffer.from(jobs[number] ?? []).toString('hex'))

    test('is ready', async () => {
      expect(await device.printer.status()).toMatchObject({ state: 'ready' })
    })

    test('prints a job byte for byte', async () => {
      expect(await device.printer.print(job(0, jobs[0]))).toEqual({ outcome: 'printed' })
      expect(await receivedBytes()).toEqual(sentBytes(0))
    })

    test('prints jobs asked for at once one after the other, in order', async () => {
      const results = await Promise.all(jobs.map((bytes, number) => device.printer.print(job(number, bytes))))
      expect(outcomes(results)).toEqual(['printed', 'printed', 'printed'])
      expect(await receivedBytes()).toEqual(sentBytes(0, 1, 2))
    })

    test('fails without a trace where the device is away, and prints the same job when it is back', async () => {
      await device.takeAway()
      expect(await device.printer.status()).toMatchObject({ state: 'unreachable' })
      expect(await device.printer.print(job(0, jobs[0]))).toMatchObject({ outcome: 'failed' })
      await device.bringBack()
      expect(await receivedBytes()).toEqual([])
      expect(await device.printer.print(job(0, jobs[0]))).toEqual({ outcome: 'printed' })
      expect(await receivedBytes()).toEqual(sentBytes(0))
    })

    test('never calls a job printed that broke midway, and goes on with the next', async () => {
      const broken = job(0, jobs[0])
      await device.breakMidway(broken.jobId)
      expect(await device.printer.print(broken)).not.toMatchObject({ outcome: 'printed' })
      expect(await receivedBytes()).toEqual([])
      expect(await device.printer.print(job(1, jobs[1]))).toEqual({ outcome: 'printed' })
      expect(await receivedBytes()).toEqual(sentBytes(1))
    })

    test('lets go when it is closed: the job at work ends, later ones fail', async () => {
      const atWork = device.printer.print(job(0, jobs[0]))
      await device.printer.close()
      expect(await atWork).toEqual({ outcome: 'printed' })
      expect(await device.printer.print(job(1, jobs[1]))).toMatchObject({ outcome: 'failed', trouble: 'closed' })
      expect(await receivedBytes()).toEqual(sentBytes(0))
    })
  })
}
