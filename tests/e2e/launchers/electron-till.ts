/** The till in a real Electron, as `npm start` opens it. */
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createORPCClient, ORPCError } from '@orpc/client'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { PORT_OFFER, PORT_REQUEST } from '../../../electron/hosts/electron/port-messages.ts'
import { createPage, type LaunchOptions, type RunningHost } from './running-host.ts'
import { projectDir } from './serve-process.ts'

/** The electron package knows where its program is, ELECTRON_OVERRIDE_DIST_PATH included; from Node it exports that path. */
export function electronPath(): string {
  return String(createRequire(import.meta.url)('electron'))
}

const rootSwitch = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

export async function launchInElectron({ dataDir, demo, historyDays, size }: LaunchOptions): Promise<RunningHost> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: ['.', '--data', dataDir, '--history-days', String(historyDays), ...(demo ? ['--demo'] : []), ...rootSwitch],
    cwd: projectDir,
  })
  const page = await app.firstWindow()
  const { errors } = createPage(page)
  const host = running(app, page, errors)
  if (size !== 'kept') await host.resize(size)
  return host
}

function running(app: ElectronApplication, page: Page, errors: string[]): RunningHost {
  const child = app.process()
  const exited = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
  return {
    page,
    errors,
    client: createORPCClient({ call: (path, input) => callFromPage(page, path, input) }),
    serve: undefined,
    electron: app,
    resize: async ({ width, height }) => {
      await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
        width,
        height,
      ] as const)
      await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height] as const)
    },
    stop: async () => {
      await app.close()
      await exited
    },
    kill9: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

interface RpcAnswer {
  readonly s?: number
  readonly b?: { readonly json?: unknown }
}

/** One call over a port of its own, opened by the page and closed after the answer. No streams. */
async function callFromPage(page: Page, path: readonly string[], input: unknown): Promise<unknown> {
  const message = JSON.stringify({ i: '1', p: { u: `/${path.join('/')}`, b: { json: input } } })
  const answer = await page.evaluate(askOverPort, {
    request: PORT_REQUEST,
    offer: PORT_OFFER,
    message,
    withinMs: ANSWER_MS,
  })
  const { s: status = 200, b: body } = (JSON.parse(answer) as { p: RpcAnswer }).p
  if (status < 400) return body?.json
  const error = body?.json as ConstructorParameters<typeof ORPCError>[1] & { code: string }
  throw new ORPCError(error.code, error)
}

/** A call that is not answered for so long is a failure with a name, not a test that runs out of time. */
const ANSWER_MS = 30_000

/** Runs in the page. */
function askOverPort({
  request,
  offer,
  message,
  withinMs,
}: {
  request: string
  offer: string
  message: string
  withinMs: number
}): Promise<string> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer to ${message.slice(0, 60)}`)), withinMs)
    const mark = crypto.randomUUID()
    const take = (event: MessageEvent): void => {
      const [port] = event.ports
      if (event.data !== `${offer}${mark}` || port === undefined) return
      window.removeEventListener('message', take)
      port.addEventListener('message', (answer) => {
        port.close()
        resolve(String(answer.data))
      })
      port.start()
      port.postMessage(message)
    }
    window.addEventListener('message', take)
    window.postMessage(`${request}${mark}`, location.origin)
  })
}
