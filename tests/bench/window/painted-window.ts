/**
 * One launch of a window's program, looked at from outside: Chromium's own record of its first contentful paint, read
 * over its debugging port, against the instant before the process was made. Nothing holds the program up.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { electronPath } from '../../e2e/launchers/electron-till.ts'
import { projectDir } from '../../e2e/launchers/serve-process.ts'

const TARGET_WAIT_MS = 20
const END_WAIT_MS = 10_000

export interface PaintedWindow {
  /** from before the process was made to the first contentful paint */
  readonly firstPaintMs: number
  /** to the frame that shows what was waited for */
  readonly shownMs: number
}

/** `shows` is an expression of the page's that becomes true; the window is closed afterwards. */
export async function launchAndPaint(program: readonly string[], shows: string): Promise<PaintedWindow> {
  const rootSwitch = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const startedAt = Date.now()
  const child = spawn(electronPath(), ['--remote-debugging-port=0', ...rootSwitch, ...program], {
    cwd: projectDir,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = once(child, 'exit')
  try {
    const origin = await debuggingOrigin(child.stderr)
    const page = await pageTarget(origin)
    const { firstPaintAt, shownAt } = await watchPaint(page, shows)
    return { firstPaintMs: firstPaintAt - startedAt, shownMs: shownAt - startedAt }
  } finally {
    child.kill('SIGTERM')
    const hung = setTimeout(() => child.kill('SIGKILL'), END_WAIT_MS)
    await exited
    clearTimeout(hung)
  }
}

/** Chromium says it on stderr: 'DevTools listening on ws://127.0.0.1:PORT/…'. */
async function debuggingOrigin(stderr: NodeJS.ReadableStream): Promise<string> {
  const lines: string[] = []
  for await (const line of createInterface({ input: stderr })) {
    const port = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1]
    if (port !== undefined) {
      stderr.resume()
      return `http://127.0.0.1:${port}`
    }
    lines.push(line)
  }
  throw new Error(`the window's program ended: ${lines.join('\n')}`)
}

const Targets = z.array(z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string().optional() }))

async function pageTarget(origin: string): Promise<string> {
  for (;;) {
    const targets = Targets.parse(await (await fetch(`${origin}/json`)).json())
    const page = targets.find((target) => target.type === 'page' && /^(app|file):/.test(target.url))
    if (page?.webSocketDebuggerUrl !== undefined) return page.webSocketDebuggerUrl
    await new Promise((resolve) => setTimeout(resolve, TARGET_WAIT_MS))
  }
}

const Times = z.object({ firstPaintAt: z.number(), shownAt: z.number() })
const Answer = z.object({ result: z.object({ result: z.object({ value: Times }) }).optional() })

/** Asks again where the page has only just begun: what is there before its document is gone with it. */
async function watchPaint(page: string, shows: string): Promise<z.infer<typeof Times>> {
  const socket = new WebSocket(page)
  await once(socket, 'open')
  const params = { expression: `(${paintTimes.toString()})(() => ${shows})`, awaitPromise: true, returnByValue: true }
  for (let id = 1; ; id += 1) {
    socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }))
    const [data] = (await once(socket, 'message')) as [Buffer]
    const { result } = Answer.parse(JSON.parse(data.toString()))
    if (result === undefined) continue
    socket.close()
    return result.result.value
  }
}

/** Runs in the page; epoch ms. */
async function paintTimes(shows: () => boolean): Promise<z.infer<typeof Times>> {
  const firstPaint = new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') resolve(entry.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
  const shown = new Promise<number>((resolve) => {
    const look = (): void => {
      if (shows()) requestAnimationFrame(() => resolve(performance.now()))
      else requestAnimationFrame(look)
    }
    look()
  })
  return { firstPaintAt: performance.timeOrigin + (await firstPaint), shownAt: performance.timeOrigin + (await shown) }
}
