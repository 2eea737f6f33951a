/** What the main thread and the thread of an import say to each other: one answer to each question. */
import { Worker } from 'node:worker_threads'
import type { Core } from '../../core.ts'
import { loadedSqliteBinding } from '../../store/native-binding.ts'
import type { KnownMembersFile } from '../../store/members/known-members.ts'
import type { ImportWork } from './import-work.ts'

/** `args` are those of the work's own function `ask`. */
export type ImportQuestion = {
  [Ask in keyof ImportWork]: { readonly id: number; readonly ask: Ask; readonly args: Parameters<ImportWork[Ask]> }
}[keyof ImportWork]

type ImportWord =
  | { readonly kind: 'progress'; readonly rows: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly detail: string }

/** In the thread. What throws is a bug: it is told to whoever asked. */
export async function answerImport(work: ImportWork, question: ImportQuestion): Promise<ImportWord> {
  const { id } = question
  try {
    return { kind: 'answer', id, answer: await answerOf(work, question) }
  } catch (error) {
    return { kind: 'failed', id, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function answerOf(work: ImportWork, question: ImportQuestion): unknown {
  switch (question.ask) {
    case 'read':
      return work.read(...question.args)
    case 'check':
      return work.check(...question.args)
    case 'rows':
      return work.rows(...question.args)
    case 'batch':
      return work.batch(...question.args)
    case 'settle':
      return work.settle(...question.args)
    case 'errorsFile':
      return work.errorsFile()
  }
}

/** What 100,000 rows need, twice: without a limit the thread would tidy up too late to fit beside a till. */
const MOST_HEAP_MB = 256

type Answer<Ask extends keyof ImportWork> = Awaited<ReturnType<ImportWork[Ask]>>

export interface ImportThread {
  ask<Ask extends keyof ImportWork>(ask: Ask, ...args: Parameters<ImportWork[Ask]>): Promise<Answer<Ask>>
  end(): Promise<void>
}

/** In the main thread. After `end` nothing is answered any more: what was asked is never settled. */
export function startImportThread(core: Core, onProgress: (rows: number) => void): ImportThread {
  const workerData: KnownMembersFile = { folder: core.store.folder, nativeBinding: loadedSqliteBinding() }
  const resourceLimits = { maxOldGenerationSizeMb: MOST_HEAP_MB }
  const worker = new Worker(core.workerFile('member-import'), { workerData, resourceLimits })
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>()
  let asked = 0
  const rejectAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (word: ImportWord) => {
    if (word.kind === 'progress') return onProgress(word.rows)
    const asker = waiting.get(word.id)
    waiting.delete(word.id)
    if (word.kind === 'answer') asker?.resolve(word.answer)
    else asker?.reject(new Error(word.detail))
  })
  worker.on('error', (error) => rejectAll(error instanceof Error ? error : new Error(String(error))))
  return {
    ask: (ask, ...args) => {
      asked += 1
      const id = asked
      worker.postMessage({ id, ask, args })
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject })
      })
    },
    end: async () => {
      waiting.clear()
      await worker.terminate()
    },
  }
}
