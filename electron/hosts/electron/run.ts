/**
 * The window's program from start to end: folders, one instance a folder, the window first, the till when the page asks
 * for it, and a clean close of the till before the process ends.
 */
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, Menu, session } from 'electron'
import { type HostFlags, NO_FLAGS, ownArguments, parseHostFlags } from '../host-flags.ts'
import { type Pages, readPages } from '../pages.ts'
import { plainPage, type PlainMessage } from '../plain-page.ts'
import { claimAppScheme, MESSAGE_PAGE, serveAppScheme, TILL_PAGE } from './app-protocol.ts'
import { lockEveryContents, lockSession } from './lockdown.ts'
import { offerPorts } from './ports.ts'
import type { ServedTill } from './till-core.ts'
import { openWindow } from './window.ts'

const CLOSE_TIMEOUT_MS = 10_000

const UNEXPECTED: PlainMessage = {
  zh: '掌柜启动时出错。请关闭后重新打开；若再次出现，请联系服务商，数据文件夹里的文件请不要删除。',
  en: 'Zhanggui failed while starting. Close it and open it again; if this comes back call support, and delete nothing in the data folder.',
}
const HOPELESS: PlainMessage = {
  zh: '画面连续出错，已停止重试。已完成的销售都在，当前这一单也还在。请点「再试一次」；不行就重启电脑。',
  en: 'The screen failed again and again. Completed sales are safe and the current basket is kept. Try again, or restart the computer.',
}

export function runElectronHost(): void {
  const parsed = parseHostFlags(ownArguments(process.argv))
  const flags = parsed.ok ? parsed.flags : NO_FLAGS
  const dataDir = chooseFolders(flags)
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write('掌柜已经打开，已切换到它的窗口 / Zhanggui is open already; its window is in front now\n')
    app.exit(0)
    return
  }
  claimAppScheme()
  // Chromium refuses to run as root with its sandbox on; the window's own preference holds either way.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  lockEveryContents()
  Menu.setApplicationMenu(null)
  void app.whenReady().then(() => openApp(dataDir, flags))
}

/** The data folder; Chromium's own files stand in a folder within it. Answers the absolute path. */
function chooseFolders({ dataDir }: HostFlags): string {
  const folder = dataDir ?? app.getPath('userData')
  const home = isWritable(folder) ? folder : mkdtempSync(join(tmpdir(), 'zhanggui-'))
  app.setPath('userData', home)
  app.setPath('sessionData', join(home, 'window'))
  // Node 22 keeps compiled scripts from one start to the next; older ones compile again.
  if (typeof enableCompileCache === 'function') enableCompileCache(join(home, 'window', 'compiled'))
  return folder
}

/** The till refuses a folder that cannot be written, in a window, and Chromium needs some folder to show one. */
function isWritable(folder: string): boolean {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function openApp(dataDir: string, flags: HostFlags): void {
  const appDir = app.getAppPath()
  const outDir = join(appDir, 'out')
  let message = UNEXPECTED
  let pages: Pages | undefined
  serveAppScheme(session.defaultSession, {
    pages: () => (pages ??= readPages(join(outDir, 'renderer'))),
    message: () => plainPage({ ...message, retryUrl: TILL_PAGE }),
  })
  lockSession(session.defaultSession)
  const show = (shown: PlainMessage): void => {
    message = shown
    void window.loadURL(MESSAGE_PAGE)
  }
  const till = tillOnDemand({ appDir, outDir, dataDir, flags, refuse: show })
  const window = openWindow({ dataDir, outDir, devTools: !app.isPackaged, onHopeless: () => show(HOPELESS) })
  offerPorts(window, till.open)
  app.on('second-instance', () => bringToFront(window))
  app.on('window-all-closed', () => app.quit())
  closeBeforeQuit(till.close)
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

interface OnDemandOptions {
  readonly appDir: string
  readonly outDir: string
  readonly dataDir: string
  readonly flags: HostFlags
  readonly refuse: (message: PlainMessage) => void
}

/** Opens the till once, at the first request; after a refusal the next request tries again. */
function tillOnDemand({ appDir, outDir, dataDir, flags, refuse }: OnDemandOptions): {
  open: () => Promise<ServedTill | undefined>
  close: () => Promise<void>
} {
  let opening: Promise<ServedTill | undefined> | undefined
  const attempt = async (): Promise<ServedTill | undefined> => {
    try {
      const { openCore } = await import('./till-core.ts')
      const opened = await openCore({
        dataDir,
        demo: flags.demo,
        demoHistoryDays: flags.historyDays,
        migrationsDir: join(appDir, 'migrations'),
        version: app.getVersion(),
        workerFile: (name) => join(outDir, 'main', `${name}-worker.cjs`),
      })
      if (opened.ok) return opened.served
      process.stderr.write(`${opened.zh}\n${opened.en}\n`)
      refuse(opened)
    } catch (error) {
      console.error('the till did not open:', error instanceof Error ? (error.stack ?? error.message) : String(error))
      refuse(UNEXPECTED)
    }
    opening = undefined
    return undefined
  }
  return {
    open: () => (opening ??= attempt()),
    close: async () => (await opening)?.close(),
  }
}

function closeBeforeQuit(close: () => Promise<void>): void {
  let closing = false
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    const timeout = setTimeout(() => app.exit(1), CLOSE_TIMEOUT_MS)
    close()
      .catch((error: unknown) => console.error('closing failed:', error))
      .finally(() => {
        clearTimeout(timeout)
        app.exit(0)
      })
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}
