/** What a host (the Electron window or the browser host) hands to the till when it opens it. */

/** Where the time comes from: the wall clock, and a clock that only goes forward. */
export interface Clock {
  /** epoch milliseconds by the machine's clock */
  wallAt(): number
  /** milliseconds since some start, never backwards */
  monotonicMs(): number
}

export interface TillOptions {
  /** the user's data folder: store.db, members.db, anchor, receipts on paper */
  readonly dataDir: string
  /** the folder that holds migrations/till and migrations/members */
  readonly migrationsDir: string
  readonly host: 'electron' | 'browser'
  readonly version: string
  /** fill an empty folder with the demo shop */
  readonly demo: boolean
  /** days before today on which the demo shop has sold; none where it is absent */
  readonly demoHistoryDays?: number
  readonly clock: Clock
  /** a fresh UUIDv7 */
  readonly newId: () => string
  /** the file that a worker thread runs, e.g. 'paper' → out/main/paper-worker.cjs or electron/workers/paper.ts */
  readonly workerFile: (name: WorkerName) => string | URL
}

export type WorkerName = 'paper' | 'products-import' | 'balances-check' | 'replay' | 'member-import'
