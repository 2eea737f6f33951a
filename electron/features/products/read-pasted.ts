/** Reads pasted goods in a thread of its own, so that twenty thousand rows don't keep a customer waiting. */
import { Worker } from 'node:worker_threads'
import type { ReadRow } from '../../../shared/domain/products/import-rows.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'

/** What the thread is given, and what it answers once. */
export interface PastedText {
  readonly text: string
}

export interface PastedRead {
  /** SHA-256 of the text, hex */
  readonly digest: string
  readonly read: Result<ReadRow[]>
}

export function readPasted(core: Core, text: string): Promise<PastedRead> {
  const workerData: PastedText = { text }
  const worker = new Worker(core.workerFile('products-import'), { workerData })
  return new Promise<PastedRead>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that reads pasted goods ended without an answer')))
  })
}
