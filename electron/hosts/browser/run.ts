/**
 * One run of the browser host: opens the till, prints its address as the first line of stdout, and ends cleanly on
 * SIGTERM or SIGINT. Refusals are sentences on stderr and an exit code of their own.
 */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v7 } from 'uuid'
import { refusalText } from '../../../shared/text/refusals.ts'
import { openTill, type RunningTill } from '../../till.ts'
import { machineClock } from '../clock.ts'
import { userDataFolder } from '../data-folder.ts'
import type { HostFlags } from '../host-flags.ts'
import type { Pages } from '../pages.ts'
import { builtPages } from './built-pages.ts'
import { type BrowserServer, startBrowserServer } from './http-server.ts'
import { freshToken } from './token.ts'

/** The till said why it does not open (2), the port cannot be had (3), closing took too long (4). */
const EXIT_REFUSED = 2
const EXIT_NO_PORT = 3
const EXIT_CLOSE_HUNG = 4
const CLOSE_TIMEOUT_MS = 10_000

const projectDir = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

export async function runBrowserHost(flags: HostFlags): Promise<void> {
  const dataDir = flags.dataDir ?? userDataFolder('Zhanggui', { ...process, homeDir: homedir() })
  const version = readVersion()
  const opened = await openTill({
    dataDir,
    migrationsDir: join(projectDir, 'migrations'),
    host: 'browser',
    version,
    demo: flags.demo,
    demoHistoryDays: flags.historyDays,
    clock: machineClock,
    newId: v7,
    workerFile: (name) => new URL(`../../workers/${name}.ts`, import.meta.url),
  })
  if (!opened.ok) return refuse(EXIT_REFUSED, refusalText(opened.refusal, 'zh'), refusalText(opened.refusal, 'en'))
  let firstLineIsOut = (): void => {}
  // The first line is waited for more than the page is: the build begins after it.
  const pages = new Promise<void>((resolve) => (firstLineIsOut = resolve)).then(() => builtPages(projectDir))
  // Whoever asks for the page is told; without an asker it must not end the till.
  pages.catch((error: unknown) => console.error(error instanceof Error ? error.message : String(error)))
  const server = await startServer(opened.till, { port: flags.port, version, pages })
  if (server === undefined) return
  closeOnSignal(server, opened.till)
  process.stdout.write(`${JSON.stringify({ url: server.url, api: server.api, token: server.token })}\n`)
  firstLineIsOut()
  process.stderr.write(
    '掌柜已打开：请在本机浏览器里打开上面的 url；按 Ctrl+C 关闭 / Open the url above in a browser; Ctrl+C ends\n',
  )
}

async function startServer(
  till: RunningTill,
  { port, version, pages }: { port: number; version: string; pages: Promise<Pages> },
): Promise<BrowserServer | undefined> {
  try {
    return await startBrowserServer({ router: till.router, version, token: freshToken(), port, pages })
  } catch (error) {
    await till.close()
    const reason = error instanceof Error ? error.message : String(error)
    refuse(
      EXIT_NO_PORT,
      `端口 ${port} 用不了（${reason}），请换一个端口`,
      `Port ${port} cannot be used (${reason}); choose another`,
    )
    return undefined
  }
}

function closeOnSignal(server: BrowserServer, till: RunningTill): void {
  let closing = false
  const close = async (): Promise<void> => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(EXIT_CLOSE_HUNG), CLOSE_TIMEOUT_MS).unref()
    await server.close()
    await till.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void close())
  // Whoever reads the address may go away; the till does not.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
}

/** The build of the pages may still run: the process ends without waiting for it. */
function refuse(code: number, zh: string, en: string): void {
  process.stderr.write(`${zh}\n${en}\n`, () => process.exit(code))
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : ''
}
