/**
 * Draws decoded paper as SVG, dot for dot: what the screen previews, what the paper printer saves, what tests look at.
 *
 * Invariants: one SVG unit is one dot; every character stands at its own cell, so no font can shift a column; the strip
 * is as wide as the roll, with the margins that a print head cannot reach.
 */
import receiptline from 'receiptline'
import { UNPRINTABLE } from '../../../shared/domain/receipt/paper-text.ts'
import type { DecodedPaper, PaperItem, TextRun } from './paper-items.ts'
import { CELL_DOTS, CHARACTER_DOTS, characterDots } from './paper-items.ts'
import { CHINESE_FONT_FAMILIES } from './system-fonts.ts'

const DOTS_PER_MM = 8
const TOP_DOTS = 40
const BOTTOM_DOTS = 32
/** From a cell's bottom to the baseline: the descent that ideographs of the usual fonts leave in a 24-dot cell. */
const DESCENT_DOTS = 3
const PAPER = '#fffefb'
const INK = '#1c1a18'

/** Outlines of characters at 24 dots, centred on x 0 with the baseline on y 0; path data by character. */
export type GlyphOutlines = ReadonlyMap<string, string>

type Place = {
  readonly yDots: number
  readonly marginDots: number
  readonly widthDots: number
  readonly outlines: GlyphOutlines | undefined
}

type Drawn = { readonly markup: string; readonly heightDots: number }

/**
 * The whole strip as a standalone SVG document, 464 dots wide for 58 mm rolls and 640 for 80 mm. With `outlines` the
 * characters are drawn as those paths and the document needs no font; without, as text.
 */
export function paperSvg(paper: DecodedPaper, outlines?: GlyphOutlines): string {
  const widthDots = (paper.printableDots <= 384 ? 58 : 80) * DOTS_PER_MM
  const marginDots = (widthDots - paper.printableDots) >> 1
  let yDots = TOP_DOTS
  let body = ''
  for (const item of paper.items) {
    const drawn = drawItem(item, { yDots, marginDots, widthDots, outlines })
    body += drawn.markup
    yDots += drawn.heightDots
  }
  const heightDots = yDots + BOTTOM_DOTS
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthDots}" height="${heightDots}" ` +
    `viewBox="0 0 ${widthDots} ${heightDots}">` +
    (outlines === undefined ? '' : glyphDefinitions(paper, outlines)) +
    `<rect width="${widthDots}" height="${heightDots}" fill="${PAPER}"/>` +
    `<g fill="${INK}" font-family="${fontFamilies()}" font-size="${CHARACTER_DOTS}" text-anchor="middle">` +
    `${body}</g></svg>`
  )
}

/** The font-family list of the strip, quoted for an attribute. */
export function fontFamilies(): string {
  return [...CHINESE_FONT_FAMILIES.map((family) => `'${family}'`), 'monospace'].join(',')
}

/** Every character that leaves ink, as `shownCharacter` shows it. */
export function visibleCharacters(paper: DecodedPaper): Set<string> {
  const characters = new Set<string>()
  for (const item of paper.items) {
    if (item.kind === 'line') for (const run of item.runs) for (const { shown } of cellsOf(run)) characters.add(shown)
    if (item.kind === 'barcode') for (const character of barcodeText(item.data)) characters.add(character)
  }
  return characters
}

function glyphDefinitions(paper: DecodedPaper, outlines: GlyphOutlines): string {
  let paths = ''
  for (const character of visibleCharacters(paper)) {
    paths += `<path id="${glyphId(character)}" d="${outlines.get(character) ?? ''}"/>`
  }
  return `<defs>${paths}</defs>`
}

function glyphId(character: string): string {
  return `u${character.codePointAt(0) ?? 0}`
}

function drawItem(item: PaperItem, place: Place): Drawn {
  switch (item.kind) {
    case 'line':
      return { markup: drawLine(item.runs, place), heightDots: item.feedDots }
    case 'feed':
      return { markup: '', heightDots: item.dots }
    case 'raster':
      return { markup: drawRaster(item, place), heightDots: item.heightDots }
    case 'qr':
      return drawQr(item, place)
    case 'barcode':
      return drawBarcode(item, place)
    case 'cut':
      return { markup: drawCut(place), heightDots: 0 }
    case 'drawer':
    case 'unknown':
      return { markup: '', heightDots: 0 }
  }
}

/** Runs of one line stand on one bottom line, however tall each is. */
function drawLine(runs: readonly TextRun[], place: Place): string {
  const heightDots = runs.reduce((height, run) => Math.max(height, run.scaleY * CHARACTER_DOTS), 0)
  const bottomDots = place.yDots + heightDots
  return runs.map((run) => drawRun(run, place.marginDots + run.xDots, bottomDots, place.outlines)).join('')
}

/** The characters of a run that leave ink, each with the middle of its cell before scaling. */
function cellsOf(run: TextRun): { shown: string; centreDots: number }[] {
  const cells: { shown: string; centreDots: number }[] = []
  let xDots = 0
  for (const character of run.text) {
    const cellDots = characterDots(character)
    // A character beyond the basic plane has no glyph in a receipt printer either.
    const shown = character.length > 1 ? UNPRINTABLE : character
    if (character !== ' ') cells.push({ shown, centreDots: xDots + cellDots / 2 })
    xDots += cellDots
  }
  return cells
}

function drawRun(run: TextRun, leftDots: number, bottomDots: number, outlines: GlyphOutlines | undefined): string {
  const cells = cellsOf(run)
  const heightDots = run.scaleY * CHARACTER_DOTS
  const block = run.inverse ? rect(leftDots, bottomDots - heightDots, run.widthDots, heightDots) : ''
  const line =
    run.underlineDots > 0 ? rect(leftDots, bottomDots - run.underlineDots, run.widthDots, run.underlineDots) : ''
  if (cells.length === 0) return block + line
  const colour = run.inverse ? PAPER : INK
  // Emphasised print strikes every dot twice, half a dot apart; a stroke does the same in any font.
  const bold = run.bold ? ` stroke="${colour}" stroke-width="0.9"` : ''
  const scale = run.scaleX === 1 && run.scaleY === 1 ? '' : ` scale(${run.scaleX} ${run.scaleY})`
  const style =
    `transform="translate(${leftDots} ${bottomDots - DESCENT_DOTS * run.scaleY})${scale}"` +
    `${run.inverse ? ` fill="${colour}"` : ''}${bold}`
  return block + drawCells(cells, style, outlines) + line
}

function drawCells(
  cells: readonly { shown: string; centreDots: number }[],
  style: string,
  outlines: GlyphOutlines | undefined,
): string {
  if (outlines === undefined) {
    const text = escapeXml(cells.map((cell) => cell.shown).join(''))
    return `<text ${style} x="${cells.map((cell) => cell.centreDots).join(' ')}">${text}</text>`
  }
  const glyphs = cells.map((cell) => `<use href="#${glyphId(cell.shown)}" x="${cell.centreDots}"/>`)
  return `<g ${style}>${glyphs.join('')}</g>`
}

function rect(xDots: number, yDots: number, widthDots: number, heightDots: number): string {
  return `<rect x="${xDots}" y="${yDots}" width="${widthDots}" height="${heightDots}"/>`
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** One path of horizontal strokes, as the print head burns them. */
function drawRaster(item: Extract<PaperItem, { kind: 'raster' }>, place: Place): string {
  const bytesAcross = item.widthDots >> 3
  const isBlack = (x: number, y: number): boolean =>
    ((item.bits[y * bytesAcross + (x >> 3)] ?? 0) & (128 >> (x & 7))) !== 0
  const path = strokes(item.widthDots, item.heightDots, isBlack)
  return `<path transform="translate(${place.marginDots + item.xDots} ${place.yDots})" d="${path}"/>`
}

/** Path data that covers the black cells of a grid of `across` × `down` with one rectangle for each horizontal run. */
function strokes(across: number, down: number, isBlack: (x: number, y: number) => boolean): string {
  let path = ''
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      if (!isBlack(x, y)) continue
      const from = x
      while (x < across && isBlack(x, y)) x += 1
      path += `M${from} ${y}h${x - from}v1h${from - x}z`
    }
  }
  return path
}

function drawQr(item: Extract<PaperItem, { kind: 'qr' }>, place: Place): Drawn {
  const { data, level, cellDots } = item
  if (data === '') return { markup: '', heightDots: 0 }
  const modules = receiptline.qrcode.generate({ data, level, type: 'qrcode', cell: cellDots, quietZone: false })
  const sideDots = modules.length * cellDots
  const freeDots = Math.max(0, item.areaWidthDots - sideDots)
  const alignedDots = item.align === 'left' ? 0 : item.align === 'center' ? freeDots >> 1 : freeDots
  const xDots = place.marginDots + item.areaLeftDots + alignedDots
  const path = strokes(modules.length, modules.length, (x, y) => modules[y]?.[x] === 1)
  const markup =
    `<path transform="translate(${xDots} ${place.yDots}) scale(${cellDots})" ` +
    `shape-rendering="crispEdges" d="${path}"/>`
  return { markup, heightDots: sideDots }
}

const BARCODE_EAN = 67
const BARCODE_CODE128 = 73

/** The data of a barcode as people read it, without the marks that choose a code set. */
function barcodeText(data: string): string {
  return data.replace(/\{[ABC]/g, '').replace(/[^ -~]/g, '')
}

/** Bars of the two symbologies that tills print; of any other the data stands there as text. */
function drawBarcode(item: Extract<PaperItem, { kind: 'barcode' }>, place: Place): Drawn {
  const data = barcodeText(item.data)
  if (item.system !== BARCODE_EAN && item.system !== BARCODE_CODE128) {
    const widthDots = data.length * CELL_DOTS
    const plain = { scaleX: 1, scaleY: 1, bold: false, inverse: false, underlineDots: 0 }
    const xDots = Math.max(0, place.widthDots - 2 * place.marginDots - widthDots) >> 1
    const markup = drawLine([{ ...plain, text: data, xDots, widthDots }], place)
    return { markup, heightDots: CHARACTER_DOTS }
  }
  const type = item.system === BARCODE_EAN ? 'ean' : 'code128'
  const form = receiptline.barcode.generate({
    data,
    type,
    width: item.moduleDots,
    height: item.heightDots,
    hri: false,
    quietZone: false,
  })
  const sideDots = form.length
  const freeDots = place.widthDots - 2 * place.marginDots - sideDots
  const alignedDots = item.align === 'left' ? 0 : item.align === 'center' ? freeDots >> 1 : freeDots
  let xDots = place.marginDots + Math.max(0, alignedDots)
  let markup = ''
  form.widths.forEach((barDots, index) => {
    if (index % 2 === 1) markup += rect(xDots, place.yDots, barDots, item.heightDots)
    xDots += barDots
  })
  return { markup, heightDots: item.heightDots }
}

/** Where the knife went. */
function drawCut(place: Place): string {
  const yDots = place.yDots + (BOTTOM_DOTS >> 1)
  return (
    `<path d="M0 ${yDots}H${place.widthDots}" fill="none" stroke="#b9b4a8" stroke-width="2" ` +
    `stroke-dasharray="10 8"/>`
  )
}
