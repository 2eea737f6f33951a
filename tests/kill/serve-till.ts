/**
 * The browser host as `serve` runs it, without its pages, which nobody looks at here: the same till, the same server, the
 * same first line. `early` puts a flaw in front of it: a completed sale is answered before the till has been asked.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { v7 } from 'uuid'
import { startBrowserServer } from '../../electron/hosts/browser/http-server.ts'
import { freshToken } from '../../electron/hosts/browser/token.ts'
import { machineClock } from '../../electron/hosts/clock.ts'
import { openTill } from '../../electron/till.ts'

/** The data folder, and the folder of the project. Its code loaded, it opens the till when something comes on stdin. */
export async function serveTill([dataDir = '', projectDir = '']: readonly string[], early: boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdin.once('data', () => resolve())
    process.stdin.once('end', () => process.exit(0))
  })
  const opened = await openTill({
    dataDir,
    migrationsDir: join(projectDir, 'migrations'),
    host: 'browser',
    version: '0',
    demo: false,
    clock: machineClock,
    newId: v7,
    workerFile: (name) => pathToFileURL(join(projectDir, 'electron', 'workers', `${name}.ts`)),
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  const pages = new Promise<never>(() => undefined)
  const server = await startBrowserServer({
    router: opened.till.router,
    version: '0',
    token: freshToken(),
    port: 0,
    pages,
  })
  const api = early ? await answerEarly(server.api) : server.api
  process.stdout.write(`${JSON.stringify({ url: server.url, api, token: server.token })}\n`)
}

async function answerEarly(api: string): Promise<string> {
  const front = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request)
      const ask = () =>
        fetch(`${api}${request.url ?? ''}`, {
          method: request.method ?? 'GET',
          headers: headersOf(request),
          ...(body === '' ? {} : { body }),
        })
      if (request.url === '/till/complete') {
        response.end('{}')
        // the customer has been told; the till has not
        await ask()
        return
      }
      const answer = await ask()
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
    })()
  })
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(front.address() as AddressInfo).port}`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' }
}
