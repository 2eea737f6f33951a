/**
 * `node tests/renderer-screens/look.ts OUT [scene …]` draws scenes of the screens over the fixture till, at 1366×768 and
 * 1920×1080, as PNGs in the folder OUT. For looking: it asserts nothing but that no page error was thrown.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build, type Plugin } from 'vite'
import { startBrowserServer } from '../../electron/hosts/browser/http-server.ts'
import { freshToken } from '../../electron/hosts/browser/token.ts'
import { readPages } from '../../electron/hosts/pages.ts'
import { fixtureTill } from './fixture-till.ts'
import { scenes, type Scene } from './scenes.ts'

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** The sell screen has its own pictures; here it is an empty one, so that these do not wait for it. */
const withoutSellScreen: Plugin = {
  name: 'without-sell-screen',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/SellScreen.tsx') ? '\0sell-screen' : null),
  load: (id) => (id === '\0sell-screen' ? 'export const SellScreen = () => null' : null),
}

async function buildPages(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'screens-'))
  await build({
    configFile: false,
    plugins: [withoutSellScreen],
    logLevel: 'error',
    root: join(root, 'renderer'),
    html: { cspNonce: '__STYLE_NONCE__' },
    build: { outDir, emptyOutDir: true, target: 'chrome114', minify: false, reportCompressedSize: false },
  })
  return outDir
}

async function draw(browser: Browser, pagesDir: string, scene: Scene, outDir: string): Promise<string[]> {
  const till = fixtureTill(scene.story)
  const pages = Promise.resolve(readPages(pagesDir))
  const server = await startBrowserServer({ router: till.router, version: '0', token: freshToken(), port: 0, pages })
  const errors: string[] = []
  try {
    for (const size of scene.small === true ? SIZES.slice(0, 1) : SIZES) {
      Object.assign(till.stage, fixtureTill(scene.story).stage)
      const page = await browser.newPage({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      page.on('pageerror', (error) => errors.push(`${scene.name}: ${error.stack ?? error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${scene.name}: ${message.text()}`)
      })
      await page.goto(server.url)
      await play(page, scene)
      await page.screenshot({ path: join(outDir, `${scene.name}-${size.width}.png`) })
      await page.close()
    }
  } finally {
    await server.close()
  }
  return errors
}

async function play(page: Page, scene: Scene): Promise<void> {
  try {
    await page.waitForSelector('main')
    await scene.play(page)
    await page.waitForTimeout(250)
  } catch (error) {
    console.error(`${scene.name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const [outDir = 'out/screens', ...named] = process.argv.slice(2)
mkdirSync(outDir, { recursive: true })
const pagesDir = await buildPages()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
  for (const scene of scenes.filter(({ name }) => named.length === 0 || named.some((part) => name.startsWith(part)))) {
    for (const error of await draw(browser, pagesDir, scene, outDir)) {
      console.error(error)
      process.exitCode = 1
    }
  }
} finally {
  await browser.close()
  rmSync(pagesDir, { recursive: true, force: true })
}
