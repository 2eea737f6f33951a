/**
 * The till as a story sees it, the same in Chromium and in Electron. A story writes:
 *
 *   const till = await openTillPage()          // demo shop in a folder of its own, 1366 × 768
 *   await till.page.getByRole(…)               // Playwright's page
 *   await till.client.app.view()               // the contract, beside the page
 *   await till.kill9()                         // power cut and start again: till.page is a new page
 *   expect(till.errors).toEqual([])
 *
 * Tills that a test leaves open are closed and their folders removed after it.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import type { ElectronApplication, Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import type { Contract } from '../../shared/contract/contract.ts'
import { launchInChromium } from './launchers/chromium-till.ts'
import { launchInElectron } from './launchers/electron-till.ts'
import type { LaunchOptions, PageSize, RunningHost } from './launchers/running-host.ts'
import { projectDir, type ServeProcess } from './launchers/serve-process.ts'

export type Host = 'chromium' | 'electron'

declare module 'vitest' {
  interface ProvidedContext {
    host: Host
    demoFolder: string
  }
}

export interface TillPage {
  readonly host: Host
  readonly dataDir: string
  /** of the running till; another one after restart() and kill9() */
  readonly page: Page
  /** calls beside the page, over a line of their own; streams in Chromium only. Refusals throw an ORPCError. */
  readonly client: ContractRouterClient<Contract>
  /** exceptions, console errors and policy violations of the page since the last start */
  readonly errors: readonly string[]
  /** the process behind the page in Chromium */
  readonly serve: ServeProcess | undefined
  /** Playwright's handle of the app in Electron */
  readonly electron: ElectronApplication | undefined
  resize(size: PageSize): Promise<void>
  /** a picture in out/screenshots/<host>/<name>.png; answers its path */
  picture(name: string): Promise<string>
  /** closes as a user does and opens again on the same folder */
  restart(): Promise<void>
  /** SIGKILL of the till's process, then a start on the same folder */
  kill9(): Promise<void>
  /** closes as a user does; the folder stays until the test is over */
  close(): Promise<void>
}

export interface TillPageOptions {
  /** default true: the demo shop as its first start left it; false: an empty folder */
  readonly demo?: boolean
  /** default 0; the demo shop is made with so many days of sales before today, which takes a few seconds */
  readonly historyDays?: number
  /** default a new folder, removed after the test; a given one is opened as it is */
  readonly dataDir?: string
  /** default 1366 × 768 */
  readonly size?: PageSize | 'kept'
}

const launch = (host: Host, options: LaunchOptions): Promise<RunningHost> =>
  host === 'electron' ? launchInElectron(options) : launchInChromium(options)

export async function openTillPage(options: TillPageOptions = {}): Promise<TillPage> {
  const host = inject('host')
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'zhanggui-e2e-'))
  const { demo = true, historyDays = 0, size = { width: 1366, height: 768 } } = options
  if (demo && historyDays === 0 && options.dataDir === undefined)
    cpSync(inject('demoFolder'), dataDir, { recursive: true })
  const start = (): Promise<RunningHost> => launch(host, { dataDir, demo, historyDays, size })
  let running: RunningHost | undefined
  onTestFinished(async () => {
    await running?.kill9()
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  })
  running = await start()
  const current = (): RunningHost => {
    if (running === undefined) throw new Error('this till is closed')
    return running
  }
  const end = async (how: 'stop' | 'kill9'): Promise<void> => {
    const ending = current()
    running = undefined
    await ending[how]()
  }
  return {
    host,
    dataDir,
    get page() {
      return current().page
    },
    get client() {
      return current().client
    },
    get errors() {
      return current().errors
    },
    get serve() {
      return current().serve
    },
    get electron() {
      return current().electron
    },
    resize: (to) => current().resize(to),
    picture: async (name) => {
      const path = join(projectDir, 'out', 'screenshots', host, `${name}.png`)
      mkdirSync(dirname(path), { recursive: true })
      await current().page.screenshot({ path })
      return path
    },
    restart: async () => {
      await end('stop')
      running = await start()
    },
    kill9: async () => {
      await end('kill9')
      running = await start()
    },
    close: () => end('stop'),
  }
}
