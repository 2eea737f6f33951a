/**
 * `npm start` on a machine without a display, as someone does it who has just cloned the project:
 * `node tests/smoke/npm-start.ts CLONE`, where `npm ci` has been run. It must say in one line that it serves the till
 * to the browser, then print one JSON line {url, api, token}; the url must answer with the page, the api with its
 * document and with nothing to a stranger; and all of it must stop when told to.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const START_MS = 240_000
const STOP_MS = 15_000
const ANSWER_MS = 10_000
/** A fresh clone serves at once, and says 503 until its pages are built. */
const PAGES_MS = 120_000

const Host = z.object({ url: z.url(), api: z.url(), token: z.string().min(16) })
type Served = { before: string[]; host: z.infer<typeof Host> }
type Till = { lines: AsyncIterable<string>; exited: Promise<string>; signal: (name: NodeJS.Signals) => void }

function start(clone: string): Till {
  const env = { ...process.env }
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'ELECTRON_OVERRIDE_DIST_PATH']) delete env[name]
  const child = spawn('npm', ['start', '--', '--port', '0'], {
    cwd: clone,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, so that npm, its shell and the till get the same signal, as from a terminal.
    detached: true,
  })
  const exited = new Promise<string>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid !== undefined) process.kill(-child.pid, name)
  }
  return { lines: createInterface({ input: child.stdout }), exited, signal }
}

async function untilServed(till: Till): Promise<Served> {
  const before: string[] = []
  for await (const line of till.lines) {
    console.log(`npm start: ${line}`)
    if (line.startsWith('{')) return { before, host: Host.parse(JSON.parse(line)) }
    before.push(line)
  }
  throw new Error(`npm start ended without serving (${await till.exited})`)
}

async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing for ${ms / 1000} s`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

async function expectAnswer(url: string, token: string | undefined, status: number, body: RegExp): Promise<void> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(ANSWER_MS) })
  const text = await response.text()
  if (response.status === status && body.test(text)) return
  throw new Error(`${url} answers ${response.status}: ${text.slice(0, 200)}`)
}

async function expectPage(url: string): Promise<void> {
  const giveUpAt = Date.now() + PAGES_MS
  while ((await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) })).status === 503 && Date.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await expectAnswer(url, undefined, 200, /<!doctype html>/i)
}

async function check(till: Till): Promise<void> {
  const { before, host } = await within(untilServed(till), START_MS, 'npm start')
  const said = before.filter((line) => /浏览器|browser/i.test(line))
  if (said.length !== 1) throw new Error(`${said.length} lines instead of one say that the browser is served`)
  if (new URL(host.url).hostname !== '127.0.0.1') throw new Error(`bound to ${host.url}`)
  await expectPage(host.url)
  await expectAnswer(`${host.api}/openapi.json`, host.token, 200, /"openapi"\s*:/)
  await expectAnswer(`${host.api}/openapi.json`, undefined, 401, /^/)
  till.signal('SIGTERM')
  await within(till.exited, STOP_MS, 'after SIGTERM')
}

const [, , clone] = process.argv
if (clone === undefined) throw new TypeError('in which clone?')
const till = start(clone)
try {
  await check(till)
  console.log('npm start serves the till to the browser, and stops when told to')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  try {
    till.signal('SIGKILL')
  } catch {
    // the whole group has ended, as it should
  }
}
