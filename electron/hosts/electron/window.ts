/**
 * The till's one window. It shows our pages only, without Node, in a sandbox. A renderer that dies is loaded again; the
 * basket lives in main and is there when it is back.
 */
import { join } from 'node:path'
import { BrowserWindow, screen, type WebContents } from 'electron'
import { TILL_PAGE } from './app-protocol.ts'
import {
  type Area,
  fitToDisplays,
  MIN_SIZE,
  readWindowState,
  type WindowState,
  writeWindowState,
} from './window-state.ts'

const PAPER = '#f4f1ea'
const FIRST_SIZE = { width: 1366, height: 768 }
const SAVE_DELAY_MS = 500

/** A page that dies so often within this time will die again: it is told instead of tried. */
const MAX_CRASHES = 3
const CRASH_WINDOW_MS = 60_000

export interface WindowOptions {
  readonly dataDir: string
  readonly outDir: string
  readonly devTools: boolean
  /** the page keeps dying */
  readonly onHopeless: () => void
}

export function openWindow({ dataDir, outDir, devTools, onHopeless }: WindowOptions): BrowserWindow {
  const kept = readWindowState(dataDir)
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const place = kept === undefined ? undefined : fitToDisplays(kept, areas)
  const window = new BrowserWindow({
    ...(place === undefined ? firstSize() : { x: place.x, y: place.y, width: place.width, height: place.height }),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    backgroundColor: PAPER,
    title: '掌柜',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(outDir, 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools,
      // A till in the background still shows the right time and takes its scans.
      backgroundThrottling: false,
    },
  })
  window.removeMenu()
  if (kept?.maximised === true) window.maximize()
  keepState(window, dataDir)
  lockZoom(window.webContents)
  reloadAfterCrash(window, onHopeless)
  void window.loadURL(TILL_PAGE)
  return window
}

function firstSize(): { width: number; height: number } {
  const { width, height } = screen.getPrimaryDisplay().workArea
  return { width: Math.min(FIRST_SIZE.width, width), height: Math.min(FIRST_SIZE.height, height) }
}

function keepState(window: BrowserWindow, dataDir: string): void {
  let timer: NodeJS.Timeout | undefined
  const state = (): WindowState => {
    const { x, y, width, height }: Area = window.getNormalBounds()
    return { x, y, width, height, maximised: window.isMaximized() }
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => writeWindowState(dataDir, state()), SAVE_DELAY_MS)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('maximize', later)
  window.on('unmaximize', later)
  window.on('close', () => {
    clearTimeout(timer)
    writeWindowState(dataDir, state())
  })
}

const ZOOM_KEYS = new Set(['+', '-', '=', '_', '0'])

function lockZoom(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if ((input.control || input.meta) && ZOOM_KEYS.has(input.key)) event.preventDefault()
  })
  contents.on('dom-ready', () => {
    contents.setZoomFactor(1)
    void contents.setVisualZoomLevelLimits(1, 1)
  })
}

function reloadAfterCrash(window: BrowserWindow, onHopeless: () => void): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    console.error(`the page's process is gone (${details.reason}, ${details.exitCode})`)
    const nowAt = performance.now()
    crashes = [...crashes.filter((at) => nowAt - at < CRASH_WINDOW_MS), nowAt]
    if (crashes.length > MAX_CRASHES) onHopeless()
    else window.webContents.reload()
  })
}
