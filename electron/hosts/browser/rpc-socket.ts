/**
 * The page's line to the till: oRPC over one WebSocket. The token comes as a subprotocol, because a page can set no
 * header on a socket and a query string ends up in histories and logs; the answer names only the protocol itself.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { AnyRouter, Context } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { noteFailures } from '../call-failures.ts'
import { isOwnHost, isOwnOrigin, pathOf } from './addresses.ts'
import { MAX_BODY_BYTES } from './api.ts'
import { isToken } from './token.ts'

/** renderer/connection/socket.ts offers these two: the protocol, and the token behind its prefix. */
export const SOCKET_PROTOCOL = 'zhanggui.v1'
export const TOKEN_PREFIX = 'token.'
export const SOCKET_PATH = '/rpc'

/** WebSocket close codes: what was sent is no message of ours; the till is going away. */
const UNREADABLE = 1007
const GOING_AWAY = 1001
const FAREWELL_MS = 500

export interface RpcSocket {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

export function createRpcSocket({
  router,
  token,
  port,
}: {
  router: AnyRouter
  token: string
  port: () => number
}): RpcSocket {
  const handler = new RPCHandler<Context>(router, { clientInterceptors: [noteFailures] })
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_BODY_BYTES,
    handleProtocols: (offered) => (offered.has(SOCKET_PROTOCOL) ? SOCKET_PROTOCOL : false),
  })
  return {
    upgrade(request, socket, head) {
      const refusal = refusalOf(request, token, port())
      if (refusal === undefined) {
        server.handleUpgrade(request, socket, head, (client) => serveClient(handler, client))
        return
      }
      socket.on('error', () => socket.destroy())
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    },
    close() {
      for (const client of server.clients) client.close(GOING_AWAY)
      server.close()
      // A page that does not answer the farewell is not waited for.
      setTimeout(() => {
        for (const client of server.clients) client.terminate()
      }, FAREWELL_MS).unref()
    },
  }
}

function refusalOf(request: IncomingMessage, token: string, port: number): string | undefined {
  if (!isOwnHost(request, port) || request.headers.origin === undefined || !isOwnOrigin(request, port))
    return '403 Forbidden'
  if (pathOf(request) !== SOCKET_PATH) return '404 Not Found'
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
  const given = offered.find((protocol) => protocol.startsWith(TOKEN_PREFIX))?.slice(TOKEN_PREFIX.length)
  return offered.includes(SOCKET_PROTOCOL) && isToken(given, token) ? undefined : '401 Unauthorized'
}

function serveClient(handler: RPCHandler<Context>, client: WebSocket): void {
  client.on('error', () => client.terminate())
  // The handler logs what it cannot parse, words of the input included: unreadable messages never get that far.
  const readable: Pick<WebSocket, 'addEventListener' | 'send'> = {
    send: (data: Parameters<WebSocket['send']>[0]) => {
      if (client.readyState === client.OPEN) client.send(data)
    },
    addEventListener: ((type: 'message' | 'close', listener: (event: { data?: string }) => void) => {
      if (type === 'close') client.on('close', () => listener({}))
      else
        client.on('message', (data: RawData, isBinary: boolean) => {
          const text = isBinary || !Buffer.isBuffer(data) ? undefined : data.toString()
          if (client.readyState !== client.OPEN) return
          if (text !== undefined && isCall(text)) listener({ data: text })
          else client.close(UNREADABLE)
        })
    }) as WebSocket['addEventListener'],
  }
  void handler.upgrade(readable, { context: {} })
}

/** A JSON object with an id and, unless it belongs to a running call, where it is meant for. */
function isCall(text: string): boolean {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null || !('i' in message)) return false
    if ('t' in message && message.t !== 1) return true
    return (
      'p' in message && typeof message.p === 'object' && message.p !== null && 'u' in message.p && isPath(message.p.u)
    )
  } catch {
    return false
  }
}

const isPath = (value: unknown): boolean => typeof value === 'string' && value.startsWith('/')
