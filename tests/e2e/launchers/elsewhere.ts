/** Another server of this machine, which no page of ours may reach: it writes down who came. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Elsewhere {
  readonly origin: string
  /** method and path of each request so far */
  readonly visits: readonly string[]
  close(): Promise<void>
}

export async function startElsewhere(page = '<p>elsewhere</p>'): Promise<Elsewhere> {
  const visits: string[] = []
  const note = (request: IncomingMessage): void => void visits.push(`${request.method} ${request.url}`)
  const server = createServer((request, response) => {
    note(request)
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' }).end(page)
  })
  server.on('upgrade', (request, socket) => {
    note(request)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    visits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
