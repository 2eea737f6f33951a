/** The thread that reads pasted goods: one text in, one answer out. */
import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { readImport } from '../../shared/domain/products/import-rows.ts'
import type { PastedRead, PastedText } from '../features/products/read-pasted.ts'

const { text } = workerData as PastedText
const answer: PastedRead = { digest: createHash('sha256').update(text).digest('hex'), read: readImport(text) }
parentPort?.postMessage(answer)
