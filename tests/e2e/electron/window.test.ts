/** What only a window of our own has: its port, its walls, its place, its second start, its crash. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { electronPath } from '../launchers/electron-till.ts'
import { startElsewhere } from '../launchers/elsewhere.ts'
import { projectDir } from '../launchers/serve-process.ts'
import { openTillPage, type TillPage } from '../till-page.ts'

function appOf(till: TillPage): ElectronApplication {
  if (till.electron === undefined) throw new Error('no Electron')
  return till.electron
}

/** Runs in main: code of the page's own world, without Playwright's. */
const inWindow = (till: TillPage, code: string): Promise<unknown> =>
  appOf(till).evaluate(({ BrowserWindow }, script) => {
    const [window] = BrowserWindow.getAllWindows()
    return window?.webContents.executeJavaScript(script) as Promise<unknown>
  }, code)

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-e2e-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('windows, foreign addresses, frames and webviews do not open', async () => {
  const elsewhere = await startElsewhere()
  onTestFinished(() => elsewhere.close())
  const till = await openTillPage()
  const before = till.page.url()
  const opened = await till.page.evaluate((foreign) => {
    const targets = [foreign, location.href, 'about:blank', 'file:///etc/passwd', 'javascript:1', 'data:text/html,x']
    return targets.filter((target) => window.open(target) !== null)
  }, elsewhere.origin)
  expect(opened).toEqual([])
  for (const target of [elsewhere.origin, 'file:///etc/passwd', 'data:text/html,x', 'app://elsewhere/', 'app:x']) {
    await till.page.evaluate((to) => void (location.href = to), target).catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(till.page.url()).toBe(before)
  }
  await till.page.evaluate((foreign) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<webview src="${foreign}"></webview><a target="_blank" href="${foreign}">x</a>`,
    )
    document.querySelector<HTMLAnchorElement>('a[target]')?.click()
  }, elsewhere.origin)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const contents = await appOf(till).evaluate(({ webContents }) => webContents.getAllWebContents().length)
  expect(contents).toBe(1)
  expect(elsewhere.visits).toEqual([])
})

test('the window has the settings that keep it apart from Node', async () => {
  const till = await openTillPage()
  const settings = await appOf(till).evaluate(({ BrowserWindow, Menu }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    const { contextIsolation, sandbox, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
    return {
      contextIsolation,
      sandbox,
      nodeIntegration,
      webviewTag,
      menu: Menu.getApplicationMenu() !== null,
      min: window?.getMinimumSize(),
    }
  })
  expect(settings).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    menu: false,
    min: [1024, 700],
  })
  expect(settings.webviewTag).not.toBe(true)
})

test('a port that is sent nonsense keeps quiet and the till goes on', async () => {
  const till = await openTillPage()
  await inWindow(
    till,
    `new Promise((resolve) => {
      addEventListener('message', function take(event) {
        const [port] = event.ports
        if (event.data !== 'till:your-port:nonsense' || port === undefined) return
        removeEventListener('message', take)
        for (const message of ['nonsense', 7, null, {}, [], { i: 1 }, { p: { u: 'http://evil.example/' } }, '{"i":"1","p":{"u":7}}',
          '{"i":"2","p":{"u":"/app/nothing"}}', '{"i":"3","p":{"u":"/till/scan","b":{"json":{"commandId":7}}}}', '{"i":"4","t":3}', new ArrayBuffer(8)]) port.postMessage(message)
        setTimeout(() => { port.close(); resolve(1) }, 300)
      })
      for (const odd of ['till:want-port', 'till:want-port:', 'till:want-port:../../x', 7, null, {}]) postMessage(odd, location.origin)
      postMessage('till:want-port:nonsense', location.origin)
    })`,
  )
  expect((await till.client.app.about()).host).toBe('electron')
})

test('a frame within the page gets no port', async () => {
  const till = await openTillPage()
  const got = await inWindow(
    till,
    `new Promise((resolve) => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      frame.contentWindow.addEventListener('message', (event) => { if (event.ports.length > 0) resolve('port') })
      frame.contentWindow.postMessage('till:want-port:frame', '*')
      setTimeout(() => resolve('nothing'), 500)
    })`,
  )
  expect(got).toBe('nothing')
})

test('a page whose process crashes comes back by itself, with the same till behind it', async () => {
  const till = await openTillPage()
  await appOf(till).evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const back = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(undefined)))
    contents?.forcefullyCrashRenderer()
    await back
  })
  await vi.waitFor(async () => expect(await inWindow(till, 'document.body.innerText')).toMatch(/[\u4e00-\u9fff]{4}/), {
    timeout: 60_000,
    interval: 250,
  })
  expect(await inWindow(till, 'location.href')).toBe('app://till/')
})

test('a reload with an open stream harms nothing', async () => {
  const till = await openTillPage()
  for (let i = 0; i < 5; i += 1) {
    await till.page.waitForTimeout(200)
    await till.page.reload()
  }
  expect((await till.client.app.about()).host).toBe('electron')
})

test('a second start on the same folder brings the first to the front and says so', async () => {
  const till = await openTillPage()
  await appOf(till).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const second = spawn(electronPath(), ['.', '--data', till.dataDir, '--no-sandbox'], { cwd: projectDir })
  let said = ''
  second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve) => second.on('exit', resolve))
  expect(code).toBe(0)
  expect(said).toContain('掌柜已经打开')
  const minimised = await appOf(till).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())
  expect(minimised).toBe(false)
  expect((await till.client.app.about()).host).toBe('electron')
})

test('the window comes back where it stood, unless that place is gone', async () => {
  const till = await openTillPage()
  const bounds = { x: 40, y: 30, width: 1100, height: 720 }
  await appOf(till).evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds)
  const file = join(till.dataDir, 'window.json')
  await vi.waitFor(() => expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject(bounds), { timeout: 60_000 })
  await till.close()
  const boundsOf = async (dataDir: string): Promise<Record<string, number> | undefined> => {
    const app = await openTillPage({ dataDir, size: 'kept' })
    const found = await appOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
    await app.close()
    return found as Record<string, number> | undefined
  }
  expect(await boundsOf(till.dataDir)).toMatchObject(bounds)
  writeFileSync(file, JSON.stringify({ ...bounds, x: 30_000, maximised: false }))
  expect((await boundsOf(till.dataDir))?.['x']).toBeLessThan(2000)
  writeFileSync(file, '{"x": "nonsense"')
  expect((await boundsOf(till.dataDir))?.['width']).toBeGreaterThanOrEqual(1024)
})

test('a folder that cannot be made is a sentence in the window, and trying again works once it can', async () => {
  const folder = emptyFolder()
  const blocked = join(folder, 'blocked')
  writeFileSync(blocked, 'a file stands where the folder should')
  const till = await openTillPage({ dataDir: join(blocked, 'till') })
  await till.page.waitForURL('app://till/message')
  const text = await till.page.evaluate(() => document.body.innerText)
  expect(text).toContain('掌柜没有打开')
  expect(text).toContain(join(blocked, 'till'))
  await till.picture('refused')
  rmSync(blocked)
  await till.page.getByRole('link').click()
  await till.page.waitForURL('app://till/')
  await vi.waitFor(() => expect(existsSync(join(blocked, 'till', 'store.db'))).toBe(true), { timeout: 60_000 })
})
