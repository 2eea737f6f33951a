/**
 * The browser host's server, on 127.0.0.1 only. Pages and their files need no token (they hold no data); everything
 * under /api and the socket does. Pages that are still being built keep their asker waiting.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AnyRouter } from '@orpc/server'
import { securityHeaders } from '../content-security-policy.ts'
import { htmlAnswer, type PageAnswer, type Pages } from '../pages.ts'
import { plainPage } from '../plain-page.ts'
import { isOwnHost, isOwnOrigin, pathOf } from './addresses.ts'
import { type Api, createApi } from './api.ts'
import { sendError } from './json-errors.ts'
import { createRpcSocket } from './rpc-socket.ts'
import { bearerOf, isToken } from './token.ts'

export interface BrowserServerOptions {
  readonly router: AnyRouter
  readonly version: string
  readonly token: string
  /** 0 is any free port */
  readonly port: number
  /** resolves once the pages are built */
  readonly pages: Promise<Pages>
}

export interface BrowserServer {
  /** opens the till in a browser; the token is in the fragment, which no server and no log ever sees */
  readonly url: string
  readonly api: string
  readonly token: string
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'

/** Rejects with the system's error (EADDRINUSE, EACCES) where the port cannot be had. */
export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
  const { router, version, token, pages } = options
  let port = options.port
  let api: Api | undefined
  const server = createServer((request, response) => {
    answer(request, response, { port, token, pages, api }).catch((error: unknown) => {
      console.error('request failed:', error instanceof Error ? (error.stack ?? error.message) : String(error))
      sendError(response, 'INTERNAL_SERVER_ERROR')
    })
  })
  const socket = createRpcSocket({ router, token, port: () => port })
  server.on('upgrade', (request, duplex, head) => socket.upgrade(request, duplex, head))
  server.on('clientError', (_error, duplex) => {
    if (duplex.writable) duplex.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  port = await listen(server, port)
  const origin = `http://${LOOPBACK}:${port}`
  api = createApi({ router, version, apiUrl: `${origin}/api` })
  return {
    url: `${origin}/#token=${token}`,
    api: `${origin}/api`,
    token,
    close: () =>
      new Promise((resolve) => {
        socket.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface AnswerContext {
  readonly port: number
  readonly token: string
  readonly pages: Promise<Pages>
  readonly api: Api | undefined
}

async function answer(request: IncomingMessage, response: ServerResponse, context: AnswerContext): Promise<void> {
  const { port, token, api } = context
  if (!isOwnHost(request, port) || !isOwnOrigin(request, port)) return sendError(response, 'FORBIDDEN')
  const pathname = pathOf(request)
  if (pathname === undefined) return sendError(response, 'BAD_REQUEST')
  if (pathname === '/api' || pathname.startsWith('/api/')) {
    if (!isToken(bearerOf(request.headers.authorization), token)) return sendError(response, 'UNAUTHORIZED')
    return api === undefined ? sendError(response, 'NOT_FOUND') : api(request, response)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendError(response, 'METHOD_NOT_SUPPORTED')
  const page = await pageAnswer(context.pages, pathname, `ws://${request.headers.host}`)
  response.writeHead(page.status, { ...securityHeaders, ...page.headers })
  response.end(request.method === 'HEAD' ? undefined : page.body)
}

async function pageAnswer(pages: Promise<Pages>, pathname: string, socket: string): Promise<PageAnswer> {
  try {
    return (await pages).answer(pathname, socket)
  } catch {
    const html = plainPage({
      zh: '页面没有建好，请看启动窗口里的说明；数据没有受影响。',
      en: 'The pages could not be built; see what was printed at the start. No data is touched.',
      retryUrl: '/',
    })
    return htmlAnswer(html, 503)
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
