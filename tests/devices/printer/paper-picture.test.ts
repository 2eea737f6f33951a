/** The picture of the paper: cells at their places, a QR code that scans, nothing that a name could smuggle in. */
import { Resvg } from '@resvg/resvg-js'
import jsqr from 'jsqr'
import { describe, expect, test } from 'vitest'
import { drawerKickBytes, receiptBytes } from '../../../electron/devices/printer/escpos-bytes.ts'
import { decodeEscPos } from '../../../electron/devices/printer/escpos-decoder.ts'
import { PaperRenderer } from '../../../electron/devices/printer/paper-png.ts'
import { paperSvg } from '../../../electron/devices/printer/paper-svg.ts'
import { layoutReceipt } from '../../../shared/domain/receipt/layout-receipt.ts'
import type { PaperWidthMm } from '../../../shared/domain/receipt/receipt-document.ts'
import { RECEIPT_TEXTS } from '../../../shared/text/receipt.ts'
import { memberSale, plainSale, saleLine } from './receipt-samples.ts'

const renderer = new PaperRenderer()

function paperOf(document: typeof memberSale, paper: PaperWidthMm): ReturnType<typeof decodeEscPos> {
  return decodeEscPos(receiptBytes(layoutReceipt(document, RECEIPT_TEXTS.zh, paper), { paper, openDrawer: false }))
}

type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

/** Pixels of a PNG, read by drawing it. */
function pixelsOf(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const href = `data:image/png;base64,${bytes.toString('base64')}`
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<image href="${href}" width="${width}" height="${height}"/></svg>`
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return { width: image.width, height: image.height, data: Uint8ClampedArray.from(image.pixels) }
}

/** Whether any ink lies in a rectangle. */
function hasInk({ width, data }: Pixels, from: { x: number; y: number }, to: { x: number; y: number }): boolean {
  for (let y = from.y; y < to.y; y += 1) {
    for (let x = from.x; x < to.x; x += 1) if ((data[(y * width + x) * 4] ?? 255) < 128) return true
  }
  return false
}

describe.each([58, 80] as const)('%i mm paper', (paper) => {
  test('the picture is as wide as the roll and its QR code scans to the sale id', async () => {
    const png = await renderer.png(paperOf(memberSale, paper))
    const pixels = pixelsOf(png)
    expect(pixels.width).toBe(paper * 8)
    expect(jsqr(pixels.data, pixels.width, pixels.height)?.data).toBe(memberSale.saleId)
  })

  test('both margins stay white', async () => {
    const pixels = pixelsOf(await renderer.png(paperOf(memberSale, paper)))
    const margin = paper === 58 ? 40 : 32
    // The line that shows the cut is the only thing that runs across, and it is no ink.
    expect(hasInk(pixels, { x: 0, y: 0 }, { x: margin - 1, y: pixels.height })).toBe(false)
    expect(hasInk(pixels, { x: pixels.width - margin + 1, y: 0 }, { x: pixels.width, y: pixels.height })).toBe(false)
  })
})

test('every character is given its own cell, ideographs 24 dots apart and ASCII 12', () => {
  const svg = paperSvg(decodeEscPos(Buffer.from('1c26d6d041d6d00a', 'hex')))
  expect(svg).toContain('x="12 30 48">中A中</text>')
})

test('text and outlines put ink in the same cells', async () => {
  const decoded = decodeEscPos(Buffer.from('1c26d6d0204120d6d00a', 'hex'))
  const pixels = pixelsOf(await renderer.png(decoded))
  const left = 32
  const cells = Array.from({ length: 8 }, (_, cell) =>
    hasInk(pixels, { x: left + cell * 12, y: 40 }, { x: left + (cell + 1) * 12, y: 70 }),
  )
  expect(cells).toEqual([true, true, false, true, false, true, true, false])
})

test('a name that is markup is text in the picture', async () => {
  const name = '<script>&"\'</script>'
  const svg = paperSvg(paperOf({ ...plainSale, lines: [saleLine(name, '1', { unitPrice: 1, gross: 1 })] }, 80))
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;&amp;')
  await expect(renderer.png(decodeEscPos(Buffer.from('<&>\n')))).resolves.toBeInstanceOf(Uint8Array)
})

test('styles, images and barcodes are drawn', async () => {
  const bytes = Buffer.concat([
    Buffer.from('\u001dB\u0001inverse\u001dB\u0000 \u001b-\u0002under\u001b-\u0000\n', 'latin1'),
    Buffer.from('\u001dv0\u0000\u0001\u0000\u0002\u0000\u00f0\u000f', 'latin1'),
    Buffer.from('\u001dh\u0020\u001dw\u0002\u001dk\u0049\u0006{B1234\u001dk\u0043\u000c690123456789', 'latin1'),
    Buffer.from('\u001dk\u0045\u0003ABC', 'latin1'),
  ])
  const decoded = decodeEscPos(bytes)
  const svg = paperSvg(decoded)
  expect(svg).toContain('M0 0h4v1h-4zM4 1h4v1h-4z')
  expect(svg.match(/<rect /g)?.length).toBeGreaterThan(40)
  expect(svg).toContain('>ABC</text>')
  const pixels = pixelsOf(await renderer.png(decoded))
  expect(hasInk(pixels, { x: 32, y: 40 }, { x: 34, y: 42 })).toBe(true)
})

test('a job that only opens the drawer is an empty strip', async () => {
  const pixels = pixelsOf(await renderer.png(decodeEscPos(drawerKickBytes())))
  expect(hasInk(pixels, { x: 0, y: 0 }, { x: pixels.width, y: pixels.height })).toBe(false)
})
