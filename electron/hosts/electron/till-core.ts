/**
 * The heavy half of the window's program: the till itself and the handler that serves it over ports. A chunk of its own,
 * loaded when the page has painted and asks for the till.
 */
import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import { v7 } from 'uuid'
import { refusalText } from '../../../shared/text/refusals.ts'
import { openTill } from '../../till.ts'
import type { TillOptions } from '../../till-options.ts'
import { noteFailures } from '../call-failures.ts'
import { machineClock } from '../clock.ts'

export interface ServedTill {
  serve(port: MessagePortMain): void
  close(): Promise<void>
}

export type OpenedCore = { ok: true; served: ServedTill } | { ok: false; zh: string; en: string }

export async function openCore(options: Omit<TillOptions, 'clock' | 'newId' | 'host'>): Promise<OpenedCore> {
  const opened = await openTill({ ...options, host: 'electron', clock: machineClock, newId: v7 })
  if (!opened.ok) return { ok: false, zh: refusalText(opened.refusal, 'zh'), en: refusalText(opened.refusal, 'en') }
  const { till } = opened
  const handler = new RPCHandler(till.router, { clientInterceptors: [noteFailures] })
  const ports = new Set<MessagePortMain>()
  return {
    ok: true,
    served: {
      serve(port) {
        ports.add(port)
        port.on('close', () => ports.delete(port))
        handler.upgrade(
          guarded(port, () => ports.has(port)),
          { context: {} },
        )
        port.start()
      },
      close: () => {
        // What the page asks from here on would find a closed file.
        for (const port of ports) port.close()
        ports.clear()
        return till.close()
      },
    },
  }
}

/** The handler's listener rejects on what it cannot parse; a page that sends such things is not answered. */
function guarded(
  port: MessagePortMain,
  isOpen: () => boolean,
): Parameters<RPCHandler<Record<never, never>>['upgrade']>[0] {
  return {
    postMessage: (data: unknown) => {
      if (isOpen()) port.postMessage(data)
    },
    on: (event: string, listener: (event?: { data: unknown }) => unknown) => {
      if (event === 'close') port.on('close', () => void listener())
      else if (event === 'message') {
        port.on('message', (message) => {
          if (!isOpen()) return
          Promise.resolve(listener(message)).catch((error: unknown) => {
            console.error('unreadable message from the page:', error instanceof Error ? error.name : typeof error)
          })
        })
      }
    },
  }
}
