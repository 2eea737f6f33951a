/**
 * The demo's printer: a folder that fills with <jobId>.bin, the bytes as sent, and <jobId>.png, the paper as it looks.
 *
 * Invariants: a file is there whole or not at all; the .bin appears last, so where it stands the job is done; a job that
 * is sent again replaces itself, so nothing here is ever `unknown`.
 */
import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PaperWorker } from './paper-worker.ts'
import type { PrintJob, PrintOutcome, Printer, PrinterStatus } from './printer.ts'
import { oneAtATime } from './printer.ts'

const JOB_ID = /^[0-9A-Za-z-]{1,64}$/

export type PaperPrinterOptions = {
  /** Made when the first job comes, with its parents. */
  readonly folder: string
  /** The file of electron/workers/paper.ts: its source under Node, paper-worker.cjs beside a bundled main. */
  readonly workerUrl: URL | string
}

/** Throws (a bug) when a job's id cannot be a file name. */
export function createPaperPrinter({ folder, workerUrl }: PaperPrinterOptions): Printer {
  const worker = new PaperWorker(workerUrl)
  const inOrder = oneAtATime()
  let closed = false

  async function print({ jobId, bytes }: PrintJob): Promise<PrintOutcome> {
    if (!JOB_ID.test(jobId)) throw new RangeError('a job id must be letters, digits and hyphens')
    if (closed) return { outcome: 'failed', trouble: 'closed', detail: 'the paper printer was closed' }
    let png: Uint8Array
    try {
      png = await worker.draw(bytes)
    } catch (error) {
      return { outcome: 'failed', trouble: 'not-drawn', detail: messageOf(error) }
    }
    try {
      await mkdir(folder, { recursive: true })
      await writeWhole(folder, `${jobId}.png`, png)
      await writeWhole(folder, `${jobId}.bin`, bytes)
      return { outcome: 'printed' }
    } catch (error) {
      return { outcome: 'failed', trouble: 'unreachable', detail: messageOf(error) }
    }
  }

  return {
    kind: 'paper',
    status: () => folderStatus(folder),
    print: (job) => inOrder(() => print(job)),
    async close() {
      await inOrder(() => {
        closed = true
        return worker.close()
      })
    },
  }
}

/** A folder that is not there yet is ready: the first job makes it. */
async function folderStatus(folder: string): Promise<PrinterStatus> {
  try {
    if (!(await stat(folder)).isDirectory()) return { state: 'unreachable', detail: `${folder} is not a folder` }
    await access(folder, constants.W_OK)
  } catch (error) {
    if (!isMissing(error)) return { state: 'unreachable', detail: messageOf(error) }
  }
  return { state: 'ready', answered: true, paperLow: false }
}

/** Writes beside the name and renames, so that nobody ever reads half a file. */
async function writeWhole(folder: string, name: string, content: Uint8Array): Promise<void> {
  const unfinished = join(folder, `.${name}.${randomUUID()}`)
  try {
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, join(folder, name))
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
