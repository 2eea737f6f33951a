/**
 * The paper printer's side of its worker: starts it at the first picture, starts a new one after it died.
 *
 * Invariant: every picture asked for is answered once, by the worker's reply, its death or the time limit.
 */
import { Worker } from 'node:worker_threads'
import type { PaperReply, PaperRequest } from './paper-messages.ts'

/** The first picture of a process reads its glyphs from a large font, which takes seconds on a slow disk. */
const REPLY_LIMIT_MS = 60_000

type Waiting = { readonly resolve: (png: Uint8Array) => void; readonly reject: (error: Error) => void }

export class PaperWorker {
  readonly #url: URL | string
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #lastRequestId = 0

  /** `url`: the file of electron/workers/paper.ts, as source or bundled. */
  constructor(url: URL | string) {
    this.#url = url
  }

  /** PNG of the paper that `bytes` would print. Rejects where it cannot be drawn. */
  draw(bytes: Uint8Array): Promise<Uint8Array> {
    this.#lastRequestId += 1
    const requestId = this.#lastRequestId
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => this.#drop(new Error('the paper worker did not answer in time')), REPLY_LIMIT_MS)
      const settled = (): void => {
        clearTimeout(limit)
        this.#waiting.delete(requestId)
        if (this.#waiting.size === 0) this.#worker?.unref()
      }
      this.#waiting.set(requestId, {
        resolve: (png) => {
          settled()
          resolve(png)
        },
        reject: (error) => {
          settled()
          reject(error)
        },
      })
      const worker = this.#started()
      worker.ref()
      worker.postMessage({ requestId, bytes } satisfies PaperRequest, [])
    })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#drop(new Error('the paper worker was closed'))
    await worker?.terminate()
  }

  #started(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const worker = new Worker(this.#url)
    worker.on('message', (reply: PaperReply) => {
      const waiting = this.#waiting.get(reply.requestId)
      if ('png' in reply) waiting?.resolve(reply.png)
      else waiting?.reject(new Error(reply.error))
    })
    worker.on('error', (error) => this.#died(worker, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', (code) => this.#died(worker, new Error(`the paper worker ended with code ${code}`)))
    this.#worker = worker
    return worker
  }

  #died(worker: Worker, error: Error): void {
    if (this.#worker === worker) this.#drop(error)
  }

  /** Gives up the worker and everything that waits for it; the next picture starts another one. */
  #drop(error: Error): void {
    const worker = this.#worker
    this.#worker = undefined
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    void worker?.terminate()
  }
}
