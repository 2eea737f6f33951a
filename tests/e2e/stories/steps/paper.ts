/** What came out of the paper printer: its bytes decoded, and its picture looked at. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import jsqr from 'jsqr'
import { vi } from 'vitest'
import { decodeEscPos } from '../../../../electron/devices/printer/escpos-decoder.ts'
import type { PaperItem } from '../../../../electron/devices/printer/paper-items.ts'
import type { TillPage } from '../../till-page.ts'

export interface Paper {
  readonly jobId: string
  readonly items: readonly PaperItem[]
  /** each printed line, its runs joined by spaces */
  readonly lines: readonly string[]
  readonly pngPath: string
  /** dots across the picture */
  readonly widthDots: number
  /** what a scanner reads from the QR code of the picture; null where it finds none */
  readonly scanned: string | null
}

const WAIT_MS = 60_000

/** Waits until `wanted` finds its paper among all that came out so far. */
export function paperOf(till: TillPage, wanted: (paper: Paper) => boolean): Promise<Paper> {
  return vi.waitFor(
    () => {
      const found = papers(till).find(wanted)
      if (found === undefined) throw new Error('it has not come out yet')
      return found
    },
    { timeout: WAIT_MS, interval: 100 },
  )
}

/** Waits for the paper of a sale, without a mark or as the copy of this number. */
export function receiptOf(till: TillPage, saleId: string, copy = 0): Promise<Paper> {
  return paperOf(till, (paper) => qrData(paper.items) === saleId && copyOf(paper) === copy)
}

/** All that came out so far. The bytes appear last, so where they stand the picture does too. */
export function papers(till: TillPage): Paper[] {
  const folder = join(till.dataDir, 'paper')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^[^.].*\.bin$/.test(name))
    .map((name) => readPaper(folder, name.slice(0, -'.bin'.length)))
}

function readPaper(folder: string, jobId: string): Paper {
  const { items } = decodeEscPos(readFileSync(join(folder, `${jobId}.bin`)))
  const pngPath = join(folder, `${jobId}.png`)
  const pixels = pixelsOf(readFileSync(pngPath))
  const lines = items.flatMap((item) => (item.kind === 'line' ? [item.runs.map(({ text }) => text).join(' ')] : []))
  return {
    jobId,
    items,
    lines: lines.map((line) => line.replaceAll(/\s+/g, ' ').trim()),
    pngPath,
    widthDots: pixels.width,
    scanned: jsqr(pixels.data, pixels.width, pixels.height)?.data ?? null,
  }
}

const qrData = (items: readonly PaperItem[]): string | null =>
  items.flatMap((item) => (item.kind === 'qr' ? [item.data] : []))[0] ?? null

function copyOf(paper: Paper): number {
  const mark = paper.lines.map((line) => /补打 第(\d+)次/.exec(line)?.[1]).find((ordinal) => ordinal !== undefined)
  return Number(mark ?? 0)
}

/** Pixels of a PNG, read by drawing it. */
function pixelsOf(png: Buffer): { width: number; height: number; data: Uint8ClampedArray } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const href = `data:image/png;base64,${png.toString('base64')}`
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<image href="${href}" width="${width}" height="${height}"/></svg>`
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return { width: image.width, height: image.height, data: Uint8ClampedArray.from(image.pixels) }
}
