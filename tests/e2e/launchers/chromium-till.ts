/** The till in Debian's Chromium, over a real `serve` process. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { createPage, type LaunchOptions, type RunningHost } from './running-host.ts'
import { type ServeProcess, socketClient, startServe } from './serve-process.ts'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchInChromium({ dataDir, demo, historyDays, size }: LaunchOptions): Promise<RunningHost> {
  const serve = await startServe({ dataDir, demo, historyDays })
  let browser: Browser | undefined
  try {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS, headless: true })
    const context = await browser.newContext({ ...(size === 'kept' ? {} : { viewport: size }), locale: 'zh-CN' })
    const page = await context.newPage()
    const watched = createPage(page)
    await page.goto(serve.url)
    return running(serve, browser, page, watched.errors)
  } catch (error) {
    await browser?.close()
    await serve.kill9()
    throw error
  }
}

function running(serve: ServeProcess, browser: Browser, page: Page, errors: string[]): RunningHost {
  const socket = socketClient(serve)
  const closeBrowser = async (): Promise<void> => {
    socket.close()
    await browser.close()
  }
  return {
    page,
    errors,
    client: socket.client,
    serve,
    electron: undefined,
    resize: (size) => page.setViewportSize(size),
    stop: async () => {
      await closeBrowser()
      const code = await serve.stop()
      if (code !== 0) throw new Error(`serve ended with ${code}: ${serve.stderr()}`)
    },
    kill9: async () => {
      await serve.kill9()
      await closeBrowser()
    },
  }
}
