/**
 * What the screens show: the latest AppView and TillView. Nothing here is computed from money.
 * Invariants: a snapshot with a smaller revision than one already seen on this connection never replaces it; the
 * basket comes both from commands' answers and from the watched stream, whichever is newer; a new connection starts
 * counting again, because the core may have been restarted. Parts that did not change keep their identity.
 */
import { create } from 'zustand'
import type { AppView, Permission } from '../../shared/contract/app.ts'
import type { TillView } from '../../shared/contract/till.ts'
import type { Client } from './client.ts'
import { keepIdentity } from './keep-identity.ts'

export type Connection = 'connecting' | 'open' | 'lost' | 'refused'

export interface AppState {
  readonly connection: Connection
  readonly app: AppView | null
  readonly till: TillView | null
  /** till time minus this machine's time, in ms, so that the clock ticks between two snapshots */
  readonly clockOffsetMs: number
}

export const useApp = create<AppState>()(() => ({ connection: 'connecting', app: null, till: null, clockOffsetMs: 0 }))

let client: Client | null = null
let waiting: ((client: Client) => void)[] = []
let fresh = true

/** The client of the open connection; waits while there is none. */
export function openClient(): Promise<Client> {
  return client === null ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(client)
}

/** A connection is open: its first snapshots are taken whatever their revision. */
export function connectionOpened(opened: Client): void {
  client = opened
  fresh = true
  useApp.setState({ connection: 'open' })
  const resolvers = waiting
  waiting = []
  for (const resolve of resolvers) resolve(opened)
}

export function connectionLost(): void {
  client = null
  useApp.setState({ connection: 'lost' })
}

/** Takes a whole snapshot, from the watched stream or a command's answer. */
export function applyApp(view: AppView): void {
  useApp.setState((state) => {
    const first = fresh || state.app === null
    if (!first && state.app !== null && view.revision < state.app.revision) return state
    fresh = false
    const till = view.till === null ? null : first ? view.till : newer(state.till, view.till)
    return {
      app: keepIdentity(state.app, view),
      till: keepIdentity(state.till, till),
      clockOffsetMs: view.status.nowAt - Date.now(),
    }
  })
}

/** Takes the basket that a command answered with. */
export function applyTill(view: TillView): void {
  useApp.setState((state) => (newer(state.till, view) === view ? { till: keepIdentity(state.till, view) } : state))
}

function newer(known: TillView | null, arrived: TillView): TillView {
  return known !== null && known.revision > arrived.revision ? known : arrived
}

export function tillNow(): TillView | null {
  return useApp.getState().till
}

export function useMay(permission: Permission): boolean {
  return useApp((state) => state.app?.permissions.includes(permission) === true)
}

const RETRY_FIRST_MS = 150
const RETRY_LAST_MS = 3000

/**
 * Connects, watches, and connects again when the connection breaks; ends when `signal` is aborted.
 * `connect` gives a client whose watch stream ends or throws when the connection breaks.
 */
export async function keepConnected(connect: () => Promise<Client>, signal?: AbortSignal): Promise<void> {
  let pauseMs = RETRY_FIRST_MS
  while (signal?.aborted !== true) {
    try {
      const opened = await connect()
      const stream = await opened.app.watch(undefined, signal === undefined ? {} : { signal })
      const view = await opened.app.view()
      connectionOpened(opened)
      applyApp(view)
      pauseMs = RETRY_FIRST_MS
      for await (const next of stream) applyApp(next)
    } catch (error) {
      // The till was started anew and does not know this page: only its new address helps.
      if (error instanceof Error && error.name === 'TokenRefused') {
        useApp.setState({ connection: 'refused' })
        return
      }
      // Whatever else broke is shown as a lost connection, and tried again.
    }
    connectionLost()
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    pauseMs = Math.min(pauseMs * 2, RETRY_LAST_MS)
  }
}
