/**
 * The replay of a till, in memory: one at a time. Starting another ends the one that runs; the last one stays to be looked
 * at. Nothing of it is a fact, and nothing is written.
 */
import { Worker } from 'node:worker_threads'
import type { ReplayProgress } from '../../../shared/contract/replay.ts'
import type { Refusal } from '../../../shared/domain/result.ts'
import type { Core } from '../../core.ts'
import type { ReplayMessage, ReplayRequest } from './run-replay.ts'

export interface RunningReplay {
  readonly view: () => ReplayProgress
  /** it counts as stopped at once; resolves when its thread is gone */
  readonly cancel: () => Promise<void>
}

const last = new WeakMap<Core, RunningReplay>()

export function lastReplay(core: Core): RunningReplay | undefined {
  return last.get(core)
}

/** Ends what runs; for closing the till. */
export async function endReplay(core: Core): Promise<void> {
  await last.get(core)?.cancel()
}

export function beginReplay(core: Core, replayId: string, request: ReplayRequest): void {
  void last.get(core)?.cancel()
  const beganMs = core.clock.monotonicMs()
  let view: ReplayProgress = { replayId, state: 'running', done: 0, total: 0, result: null, refusal: null }
  const worker = new Worker(core.workerFile('replay'), { workerData: request })
  const end = (change: Pick<ReplayProgress, 'state'> & Partial<ReplayProgress>): void => {
    if (view.state === 'running') view = { ...view, ...change }
  }
  const fail = (detail: string): void => {
    const refusal: Refusal = { code: 'replay-failed', params: { detail } }
    end({ state: 'failed', refusal: { ...refusal, params: { ...refusal.params } } })
  }
  worker.on('message', (message: ReplayMessage) => {
    if (view.state !== 'running') return
    if (message.kind === 'progress') view = { ...view, done: message.done, total: message.total }
    else {
      const tookMs = Math.round(core.clock.monotonicMs() - beganMs)
      end({ state: 'done', done: message.result.receipts, result: { ...message.result, tookMs } })
    }
  })
  const gone = new Promise<void>((resolve) => {
    worker.once('error', (error: unknown) => fail(error instanceof Error ? error.message : String(error)))
    worker.once('exit', () => {
      fail('the thread ended without an answer')
      resolve()
    })
  })
  last.set(core, {
    view: () => view,
    cancel: async () => {
      end({ state: 'cancelled' })
      await worker.terminate()
      await gone
    },
  })
}
