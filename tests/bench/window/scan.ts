/**
 * From the scanner's last key to the painted line, in a real window: keys as a scanner types them, through Chromium's own
 * input; measured in the page from the terminator's event.timeStamp to the frame after the line is in the DOM.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { demoProducts } from '../../../electron/demo/products.ts'
import { launchInElectron } from '../../e2e/launchers/electron-till.ts'
import { makeDemoFolder } from '../../e2e/launchers/demo-folder.ts'
import type { RunningHost } from '../../e2e/launchers/running-host.ts'
import { percentile, type BenchResult } from '../figures.ts'
import { readyForWindows } from './ready-window.ts'

const SCANS = 200
const WARM_UP = 20
const SCANS_A_BASKET = 10
const BETWEEN_SCANS_MS = 150
const ANSWER_WAIT_MS = 3_000

interface ScanTime {
  /** from Enter to the line in the DOM */
  readonly inPageMs: number
  /** from Enter to the frame after that */
  readonly paintedMs: number
}

interface ScanTimes {
  readonly scans: readonly ScanTime[]
  /** two animation frames of the same window while nothing happens */
  readonly idleFramesMs: readonly number[]
  /** the machine was so busy that keys came further apart than a scanner's do; scanned again */
  readonly torn: number
}

export async function benchScan(): Promise<BenchResult> {
  const leave = await readyForWindows()
  const demo = await makeDemoFolder()
  const host = await launchInElectron({
    dataDir: demo.path,
    demo: true,
    historyDays: 0,
    size: { width: 1366, height: 768 },
  })
  try {
    await openDay(host)
    return report(await scanAll(host))
  } finally {
    await host.stop()
    demo.remove()
    leave()
  }
}

/** A supervisor, so that nothing needs a second person. */
async function openDay({ client, page }: RunningHost): Promise<void> {
  const supervisor = (await client.session.operators()).find((operator) => operator.role === 'supervisor')
  if (supervisor === undefined) throw new Error('the demo has a supervisor')
  await client.session.signIn({ commandId: v7(), operatorId: supervisor.operatorId, pin: `${supervisor.code}88` })
  await client.shift.open({ commandId: v7(), shiftId: v7(), floatFen: 50_000 })
  await page.context().addInitScript(watchLines)
  await page.reload()
  await page.getByTestId('sell-screen').waitFor()
}

async function scanAll({ client, page }: RunningHost): Promise<ScanTimes> {
  const products = demoProducts().filter(
    (product) => product.barcode !== null && product.countable && product.openPrice !== true,
  )
  const keys = await page.context().newCDPSession(page)
  const scans: ScanTime[] = []
  const idleFramesMs: number[] = []
  let torn = 0
  for (let scan = 0; scans.length < WARM_UP + SCANS; scan += 1) {
    if (scan % SCANS_A_BASKET === 0) await emptyBasket(client, page)
    const product = products[scan % products.length]
    const barcode = product?.barcode
    if (product === undefined || barcode === null || barcode === undefined)
      throw new Error('a product without a barcode')
    const painted = page.evaluate(awaitLine, { sku: product.sku, waitMs: ANSWER_WAIT_MS })
    await typeLikeScanner(keys, barcode)
    const took = await painted
    if (took === null) torn += 1
    else scans.push(took)
    if (torn > SCANS) throw new Error('most scans were torn apart: the machine is too busy to type like a scanner')
    await sleep(BETWEEN_SCANS_MS)
    idleFramesMs.push(await page.evaluate(twoFrames))
  }
  return { scans: scans.slice(WARM_UP), idleFramesMs, torn }
}

async function emptyBasket(client: RunningHost['client'], page: Page): Promise<void> {
  const { till } = await client.app.view()
  if (till === null || till.lines.length === 0) return
  await client.till.clear({ commandId: v7(), orderId: till.orderId })
  await page.getByTestId('line-1').waitFor({ state: 'detached' })
}

/** Digits and Enter, 3 to 5 ms apart, without waiting for the page. */
async function typeLikeScanner(keys: CDPSession, code: string): Promise<void> {
  const sent: Promise<unknown>[] = []
  for (const [index, key] of [...code, 'Enter'].entries()) {
    const isEnter = key === 'Enter'
    const text = isEnter ? '\r' : key
    const virtualKey = isEnter ? 13 : key.charCodeAt(0)
    const stroke = { key, code: isEnter ? 'Enter' : `Digit${key}`, windowsVirtualKeyCode: virtualKey }
    sent.push(keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...stroke }))
    sent.push(keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke }))
    if (!isEnter) await sleep(3 + (index % 3))
  }
  await Promise.all(sent)
}

declare global {
  interface Window {
    /** instants by performance.now(): of the last Enter, and of the frame after the line that is waited for */
    benchScan: { enterAt: number; onLine: (() => void) | null; sku: string }
  }
}

/** Runs in the page before its own scripts, so that its listener is asked first. */
function watchLines(): void {
  window.benchScan = { enterAt: 0, onLine: null, sku: '' }
  const held = window.benchScan
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.code === 'Enter') held.enterAt = event.timeStamp
    },
    true,
  )
  new MutationObserver(() => {
    if (held.onLine === null || document.querySelector(`[data-testid^="line-"][data-sku="${held.sku}"]`) === null)
      return
    held.onLine()
    held.onLine = null
  }).observe(document, { childList: true, subtree: true })
}

/** Runs in the page; null where no line came. */
function awaitLine({ sku, waitMs }: { sku: string; waitMs: number }): Promise<ScanTime | null> {
  return new Promise((resolve) => {
    const held = window.benchScan
    const givenUp = setTimeout(() => {
      held.onLine = null
      resolve(null)
    }, waitMs)
    held.sku = sku
    held.onLine = () => {
      clearTimeout(givenUp)
      const inPageMs = performance.now() - held.enterAt
      requestAnimationFrame(() =>
        requestAnimationFrame(() => resolve({ inPageMs, paintedMs: performance.now() - held.enterAt })),
      )
    }
  })
}

/** Runs in the page. */
function twoFrames(): Promise<number> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - startedAt)))
  })
}

function report({ scans, idleFramesMs, torn }: ScanTimes): BenchResult {
  const painted = scans.map((scan) => scan.paintedMs)
  return {
    lines: [
      `${scans.length} scans of EAN-13 in baskets of ${SCANS_A_BASKET}, keys 3 to 5 ms apart, in a window of 1366 x 768; ${torn} torn and scanned again`,
      'from the timeStamp of the Enter key to the frame after the one with the line (MutationObserver, then two animation frames)',
      `in the DOM: ${timesText(scans.map((scan) => scan.inPageMs))}`,
      `painted: ${timesText(painted)}`,
      `two frames of this window while nothing happens: ${timesText(idleFramesMs)}`,
    ],
    goals: [{ what: 'scan to painted line, p50', measured: percentile(painted, 0.5), limit: 50, unit: 'ms' }],
  }
}

function timesText(times: readonly number[]): string {
  const at = (share: number): string => percentile(times, share).toFixed(1)
  return `p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms`
}
