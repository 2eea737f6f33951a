/**
 * Draws icon.png (Linux, windows of the running till) and icon.ico (Windows) from the SVG files beside it:
 * `node build/icons/render.ts`. Both results are committed, since electron-builder and the window read them as files.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'

const at = (name: string): URL => new URL(name, import.meta.url)
const svg = readFileSync(at('icon.svg'), 'utf8')
const smallSvg = readFileSync(at('icon-small.svg'), 'utf8')

/** Below this many pixels the twelve strokes of the whole sign run together. */
const LARGEST_SMALL_PX = 32
const ICO_SIZES_PX = [16, 24, 32, 48, 64, 128, 256]

function png(sizePx: number): Buffer {
  const source = sizePx <= LARGEST_SMALL_PX ? smallSvg : svg
  return new Resvg(source, { fitTo: { mode: 'width', value: sizePx }, font: { loadSystemFonts: false } })
    .render()
    .asPng()
}

/** An .ico that holds PNGs, as Windows has read since Vista: a header, one 16-byte entry an image, the images. */
function ico(sizesPx: readonly number[]): Buffer {
  const images = sizesPx.map((sizePx) => ({ sizePx, data: png(sizePx) }))
  const header = Buffer.alloc(6 + 16 * images.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = header.length
  for (const [index, { sizePx, data }] of images.entries()) {
    const entry = 6 + 16 * index
    // One byte each for width and height, in which 0 stands for 256.
    header.writeUInt8(sizePx % 256, entry)
    header.writeUInt8(sizePx % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(data.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += data.length
  }
  return Buffer.concat([header, ...images.map(({ data }) => data)])
}

writeFileSync(at('icon.png'), png(512))
writeFileSync(at('icon.ico'), ico(ICO_SIZES_PX))
