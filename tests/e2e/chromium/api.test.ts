/** The browser host over HTTP with the real till behind it: who is let in, and that every call survives nonsense. */
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { startElsewhere } from '../launchers/elsewhere.ts'
import { type ServeProcess, startServe } from '../launchers/serve-process.ts'
import { openTillPage, type TillPage } from '../till-page.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
const Failure = z.object({ code: z.string(), status: z.int(), message: z.string() })

function serveOf(till: TillPage): ServeProcess {
  if (till.serve === undefined) throw new Error('no serve')
  return till.serve
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'zhanggui-e2e-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test('the first line comes within ten seconds on an empty folder, and SIGTERM ends it cleanly', async () => {
  const serve = await startServe({ dataDir: folder(), demo: true, historyDays: 90 })
  onTestFinished(() => serve.kill9())
  expect(serve.firstLineMs).toBeLessThan(10_000)
  expect(new URL(serve.url).hostname).toBe('127.0.0.1')
  expect(await serve.stop()).toBe(0)
})

test('a second start on the same folder, and a folder that cannot be made, are sentences', async () => {
  const dataDir = folder()
  const serve = await startServe({ dataDir, demo: true })
  onTestFinished(() => serve.kill9())
  await expect(startServe({ dataDir, demo: true })).rejects.toThrow(/ended with 2: .*掌柜已在使用这个数据文件夹/)
  writeFileSync(join(dataDir, 'file'), '')
  await expect(startServe({ dataDir: join(dataDir, 'file', 'till'), demo: true })).rejects.toThrow(
    /ended with 2: .*数据文件夹/,
  )
})

test('the token leaves the address bar, a reload works, and another tab without it gets nothing', async () => {
  const till = await openTillPage()
  await till.page.waitForFunction(() => document.body.innerText.length > 4)
  expect(till.page.url()).not.toContain('token')
  await till.page.reload()
  await till.page.waitForFunction(() => document.body.innerText.length > 4)
  expect(till.page.url()).toBe(`${new URL(serveOf(till).api).origin}/`)
  expect(till.errors).toEqual([])
})

test('a page from elsewhere cannot call, not even with the token', async () => {
  const till = await openTillPage()
  const { api, token } = serveOf(till)
  const elsewhere = await startElsewhere()
  onTestFinished(() => elsewhere.close())
  const stranger = await till.page.context().newPage()
  await stranger.goto(elsewhere.origin)
  const outcomes = await stranger.evaluate(
    async ([url, secret]) => {
      const call = (init: RequestInit): Promise<string> =>
        fetch(`${url}/app`, init).then(
          (answer) => `${answer.type} ${answer.status}`,
          () => 'refused',
        )
      const socket = new WebSocket(url.replace('http', 'ws').replace('/api', '/rpc'), [
        'zhanggui.v1',
        `token.${secret}`,
      ])
      const opened = await new Promise((resolve) => {
        socket.addEventListener('open', () => resolve('open'))
        socket.addEventListener('close', () => resolve('refused'))
      })
      return [
        await call({ headers: { authorization: `Bearer ${secret}` } }),
        await call({}),
        await call({ mode: 'no-cors' }),
        opened,
      ]
    },
    [api, token] as const,
  )
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused'])
})

test('every call answers nonsense with a typed error and without a word of the inside', async () => {
  const till = await openTillPage()
  const { api, token } = serveOf(till)
  const authorization = `Bearer ${token}`
  const document = Document.parse(await (await fetch(`${api}/openapi.json`, { headers: { authorization } })).json())
  const posts = Object.entries(document.paths).filter(([, methods]) => 'post' in methods)
  expect(posts.length).toBeGreaterThan(30)
  const bodies = [
    '',
    'x',
    '{',
    'null',
    '[]',
    '7',
    '{}',
    '{"commandId":7}',
    '{"commandId":"\u0000","__proto__":{"a":1}}',
  ]
  for (const [path] of posts) {
    for (const body of bodies) {
      const headers = { authorization, 'content-type': 'application/json' }
      const response = await fetch(`${api}${path}`, { method: 'POST', headers, body })
      const text = await response.text()
      const told = `${path} ${body}: ${response.status} ${text}`
      expect(response.status, told).toBeLessThan(500)
      expect(text, told).not.toMatch(/\bat \S+ \(|\.ts:\d|\.js:\d|node_modules|SQLITE/)
      expect(response.status < 400 || Failure.safeParse(JSON.parse(text)).success, told).toBe(true)
    }
    const stranger = await fetch(`${api}${path}`, { method: 'POST', body: '{}' })
    expect(stranger.status, path).toBe(401)
    await stranger.body?.cancel()
  }
  expect((await till.client.app.view()).phase).toBe('sign-in')
  expect(serveOf(till).stderr()).not.toMatch(/Error/)
})
