/**
 * The till's window against a window that says hello, launched in turn: from before the process is made to Chromium's
 * first contentful paint. The till stands on a demo shop that was made before, so that the sign-in screen is what comes.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeDemoFolder } from '../../e2e/launchers/demo-folder.ts'
import { median, type BenchResult } from '../figures.ts'
import { launchAndPaint, type PaintedWindow } from './painted-window.ts'
import { readyForWindows } from './ready-window.ts'

const LAUNCHES = 15
/** once the names of who may sign in are there */
const SIGN_IN = `document.body?.innerText.includes('李晓梅') === true`
const HELLO = `document.body?.innerText.includes('Hello world') === true`

export async function benchFirstPaint(folder: string): Promise<BenchResult> {
  const leave = await readyForWindows()
  const demo = await makeDemoFolder()
  const helloData = join(folder, 'hello')
  mkdirSync(helloData, { recursive: true })
  const hello = (): Promise<PaintedWindow> =>
    launchAndPaint([join(import.meta.dirname, 'hello', 'main.cjs'), '--data', helloData], HELLO)
  const till = (): Promise<PaintedWindow> => launchAndPaint(['.', '--data', demo.path], SIGN_IN)
  try {
    // the first launch of each fills its caches and is not counted
    await hello()
    await till()
    const hellos: PaintedWindow[] = []
    const tills: PaintedWindow[] = []
    for (let launch = 0; launch < LAUNCHES; launch += 1) {
      hellos.push(await hello())
      tills.push(await till())
    }
    return report(hellos, tills)
  } finally {
    demo.remove()
    rmSync(helloData, { recursive: true, force: true })
    leave()
  }
}

function report(hellos: readonly PaintedWindow[], tills: readonly PaintedWindow[]): BenchResult {
  const helloMs = median(hellos.map((window) => window.firstPaintMs))
  const tillMs = median(tills.map((window) => window.firstPaintMs))
  const signInMs = median(tills.map((window) => window.shownMs))
  return {
    lines: [
      `${LAUNCHES} launches of each in turn; medians from before the process is made, as Chromium recorded the paint`,
      'till: the built program on a demo shop; its first contentful paint is the name of the shop’s program, which the page carries;',
      '      the sign-in screen replaces it when the till is open',
      `hello window ${helloMs.toFixed(0)} ms; till ${tillMs.toFixed(0)} ms`,
      `sign-in screen with its names ${signInMs.toFixed(0)} ms, ${(signInMs / helloMs).toFixed(2)}x (for information)`,
    ],
    goals: [{ what: 'first paint ratio', measured: tillMs / helloMs, limit: 1.2, unit: 'x' }],
  }
}
