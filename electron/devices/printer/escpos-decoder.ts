/**
 * Reads ESC/POS bytes the way a printer does: a state (style, position, area) that commands change and characters use.
 *
 * Invariants: no input throws; every byte is consumed once; a command that is not known, or cut short, becomes an
 * `unknown` item at its offset, so that a test can demand that there is none.
 */
import iconv from 'iconv-lite'
import type { Align, DecodedPaper, PaperItem, TextRun } from './paper-items.ts'
import { CHARACTER_DOTS, characterDots } from './paper-items.ts'

const DEFAULT_AREA_DOTS = 576
/** ESC 2: one sixth of an inch at 203 dots per inch. */
const DEFAULT_LINE_SPACING_DOTS = 34

type Style = { scaleX: number; scaleY: number; bold: boolean; inverse: boolean; underlineDots: number }

type PendingRun = Style & { text: string; xDots: number; widthDots: number }

const PLAIN: Style = { scaleX: 1, scaleY: 1, bold: false, inverse: false, underlineDots: 0 }
const ALIGNS: readonly Align[] = ['left', 'center', 'right']
const QR_LEVELS = ['l', 'm', 'q', 'h'] as const

/** A number of parameter bytes and what the command does with them. */
type Command = { readonly parameters: number; readonly run: (printer: PrinterState, p: readonly number[]) => void }

class PrinterState {
  readonly items: PaperItem[] = []
  style: Style = { ...PLAIN }
  runs: PendingRun[] = []
  xDots = 0
  align: Align = 'left'
  areaLeftDots = 0
  areaWidthDots = DEFAULT_AREA_DOTS
  lineSpacingDots = DEFAULT_LINE_SPACING_DOTS
  chinese = false
  widestDots = 0
  barcode = { moduleDots: 3, heightDots: 162 }
  qr = { data: '', cellDots: 3, level: 'l' as (typeof QR_LEVELS)[number] }

  reset(): void {
    this.style = { ...PLAIN }
    this.runs = []
    this.xDots = 0
    this.align = 'left'
    this.areaLeftDots = 0
    this.areaWidthDots = DEFAULT_AREA_DOTS
    this.lineSpacingDots = DEFAULT_LINE_SPACING_DOTS
    this.chinese = false
  }

  /** Puts a character at the print position; a full line goes out first, as a printer does. */
  print(character: string): void {
    const widthDots = characterDots(character) * this.style.scaleX
    if (this.xDots + widthDots > this.areaWidthDots && this.xDots > 0) this.lineFeed()
    const last = this.runs.at(-1)
    if (last !== undefined && last.xDots + last.widthDots === this.xDots && sameStyle(last, this.style)) {
      last.text += character
      last.widthDots += widthDots
    } else {
      this.runs.push({ ...this.style, text: character, xDots: this.xDots, widthDots })
    }
    this.xDots += widthDots
  }

  lineFeed(): void {
    const heightDots = this.runs.reduce((height, run) => Math.max(height, run.scaleY * CHARACTER_DOTS), 0)
    const offsetDots = this.areaLeftDots + this.alignedDots(this.xDots)
    const runs: TextRun[] = this.runs.map((run) => ({ ...run, xDots: run.xDots + offsetDots }))
    this.items.push({ kind: 'line', align: this.align, runs, feedDots: Math.max(heightDots, this.lineSpacingDots) })
    this.runs = []
    this.xDots = 0
  }

  /** Where something `widthDots` wide begins within the area, by the alignment in force. */
  alignedDots(widthDots: number): number {
    const freeDots = Math.max(0, this.areaWidthDots - widthDots)
    return this.align === 'left' ? 0 : this.align === 'center' ? freeDots >> 1 : freeDots
  }

  /** What stands in the line buffer goes out before something that is no text. */
  flush(): void {
    if (this.runs.length > 0) this.lineFeed()
  }

  areaChanged(): void {
    this.widestDots = Math.max(this.widestDots, this.areaLeftDots + this.areaWidthDots)
  }
}

function sameStyle(a: Style, b: Style): boolean {
  return (
    a.scaleX === b.scaleX &&
    a.scaleY === b.scaleY &&
    a.bold === b.bold &&
    a.inverse === b.inverse &&
    a.underlineDots === b.underlineDots
  )
}

function command(parameters: number, run: Command['run']): Command {
  return { parameters, run }
}

const ignored = (parameters: number): Command => command(parameters, () => undefined)
const word = (low: number | undefined, high: number | undefined): number => (low ?? 0) + (high ?? 0) * 256
const first = (p: readonly number[]): number => p[0] ?? 0
/** Switches take 1 or the digit '1'; only the lowest bit counts. */
const isOn = (p: readonly number[]): boolean => (first(p) & 1) === 1
const digit = (value: number): number => (value >= 48 ? value - 48 : value)

const underline = command(1, (printer, p) => {
  printer.style.underlineDots = Math.min(digit(first(p)), 2)
})

const ESC_COMMANDS: Readonly<Record<string, Command>> = {
  '@': command(0, (printer) => printer.reset()),
  '!': command(1, (printer, p) => {
    const bits = first(p)
    printer.style.bold = (bits & 8) !== 0
    printer.style.scaleY = (bits & 16) !== 0 ? 2 : 1
    printer.style.scaleX = (bits & 32) !== 0 ? 2 : 1
    printer.style.underlineDots = (bits & 128) !== 0 ? 1 : 0
  }),
  '-': underline,
  E: command(1, (printer, p) => {
    printer.style.bold = isOn(p)
  }),
  G: command(1, (printer, p) => {
    printer.style.bold = isOn(p)
  }),
  a: command(1, (printer, p) => {
    printer.align = ALIGNS[digit(first(p))] ?? 'left'
  }),
  d: command(1, (printer, p) => {
    printer.flush()
    printer.items.push({ kind: 'feed', dots: first(p) * printer.lineSpacingDots })
  }),
  J: command(1, (printer, p) => {
    printer.flush()
    printer.items.push({ kind: 'feed', dots: first(p) })
  }),
  '2': command(0, (printer) => {
    printer.lineSpacingDots = DEFAULT_LINE_SPACING_DOTS
  }),
  '3': command(1, (printer, p) => {
    printer.lineSpacingDots = first(p)
  }),
  $: command(2, (printer, p) => {
    printer.xDots = word(p[0], p[1])
  }),
  '\\': command(2, (printer, p) => {
    const dots = word(p[0], p[1])
    printer.xDots = Math.max(0, printer.xDots + (dots > 32_767 ? dots - 65_536 : dots))
  }),
  p: command(3, (printer, p) => {
    const pin = (first(p) & 1) === 0 ? 2 : 5
    printer.items.push({ kind: 'drawer', pin, onMs: (p[1] ?? 0) * 2, offMs: (p[2] ?? 0) * 2 })
  }),
  ' ': ignored(1),
  M: ignored(1),
  t: ignored(1),
  R: ignored(1),
  '{': ignored(1),
}

const FS_COMMANDS: Readonly<Record<string, Command>> = {
  '&': command(0, (printer) => {
    printer.chinese = true
  }),
  '.': command(0, (printer) => {
    printer.chinese = false
  }),
  '-': underline,
  S: ignored(2),
}

const GS_COMMANDS: Readonly<Record<string, Command>> = {
  '!': command(1, (printer, p) => {
    printer.style.scaleX = ((first(p) >> 4) & 7) + 1
    printer.style.scaleY = (first(p) & 7) + 1
  }),
  B: command(1, (printer, p) => {
    printer.style.inverse = isOn(p)
  }),
  L: command(2, (printer, p) => {
    printer.areaLeftDots = word(p[0], p[1])
  }),
  W: command(2, (printer, p) => {
    printer.areaWidthDots = word(p[0], p[1])
    printer.areaChanged()
  }),
  h: command(1, (printer, p) => {
    printer.barcode.heightDots = first(p)
  }),
  w: command(1, (printer, p) => {
    printer.barcode.moduleDots = first(p)
  }),
  H: ignored(1),
  f: ignored(1),
  a: ignored(1),
  r: ignored(1),
}

const FAMILIES = new Map([
  [0x1b, ESC_COMMANDS],
  [0x1c, FS_COMMANDS],
  [0x1d, GS_COMMANDS],
])

/** Decodes `bytes` into what they would put on paper. Never throws. */
export function decodeEscPos(bytes: Uint8Array): DecodedPaper {
  const printer = new PrinterState()
  let offset = 0
  while (offset < bytes.length) offset = step(printer, bytes, offset)
  printer.flush()
  return { items: printer.items, printableDots: printer.widestDots > 0 ? printer.widestDots : DEFAULT_AREA_DOTS }
}

/** Consumes what begins at `offset`; returns the offset after it. */
function step(printer: PrinterState, bytes: Uint8Array, offset: number): number {
  const byte = bytes[offset] ?? 0
  if (FAMILIES.has(byte)) return commandAt(printer, bytes, offset)
  if (byte === 0x0a) {
    printer.lineFeed()
    return offset + 1
  }
  if (byte === 0x10 && bytes[offset + 1] === 0x04) return offset + 3
  if (byte < 0x20 || byte === 0x7f) return byte === 0x0d ? offset + 1 : unknown(printer, bytes, offset, 1)
  return characterAt(printer, bytes, offset)
}

function unknown(printer: PrinterState, bytes: Uint8Array, offset: number, length: number): number {
  printer.items.push({ kind: 'unknown', offset, bytes: Array.from(bytes.subarray(offset, offset + length)) })
  return offset + length
}

function characterAt(printer: PrinterState, bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0
  const second = bytes[offset + 1] ?? 0
  const length = lead < 0x80 || !printer.chinese ? 1 : second >= 0x30 && second <= 0x39 ? 4 : 2
  const encoded = Buffer.from(bytes.subarray(offset, offset + length))
  for (const character of iconv.decode(encoded, length === 1 ? 'cp437' : 'gb18030')) printer.print(character)
  return offset + length
}

function commandAt(printer: PrinterState, bytes: Uint8Array, offset: number): number {
  const family = bytes[offset] ?? 0
  const name = String.fromCharCode(bytes[offset + 1] ?? 0)
  if (family === 0x1d && LONG_COMMANDS[name] !== undefined) {
    const end = LONG_COMMANDS[name](printer, bytes, offset)
    return end > bytes.length ? unknown(printer, bytes, offset, bytes.length - offset) : end
  }
  const known = FAMILIES.get(family)?.[name]
  if (known === undefined) return unknown(printer, bytes, offset, 2)
  const end = offset + 2 + known.parameters
  if (end > bytes.length) return unknown(printer, bytes, offset, bytes.length - offset)
  known.run(printer, Array.from(bytes.subarray(offset + 2, end)))
  return end
}

/** Commands whose length stands in their own bytes. Each returns the offset after it, acting only if all of it is there. */
const LONG_COMMANDS: Readonly<Record<string, (printer: PrinterState, bytes: Uint8Array, offset: number) => number>> = {
  V: (printer, bytes, offset) => {
    const mode = bytes[offset + 2] ?? 0
    const end = offset + (mode === 65 || mode === 66 ? 4 : 3)
    if (end > bytes.length) return end
    printer.flush()
    printer.items.push({ kind: 'cut', partial: (digit(mode) & 1) === 1 || mode === 66 })
    return end
  },
  v: (printer, bytes, offset) => {
    const bytesAcross = word(bytes[offset + 4], bytes[offset + 5])
    const heightDots = word(bytes[offset + 6], bytes[offset + 7])
    const end = offset + 8 + bytesAcross * heightDots
    if (end > bytes.length) return end
    printer.flush()
    const widthDots = bytesAcross * 8
    const xDots = printer.areaLeftDots + printer.alignedDots(widthDots)
    printer.items.push({
      kind: 'raster',
      xDots,
      widthDots,
      heightDots,
      bits: Uint8Array.from(bytes.subarray(offset + 8, end)),
    })
    return end
  },
  k: (printer, bytes, offset) => {
    const end = offset + 4 + (bytes[offset + 3] ?? 0)
    if (end > bytes.length) return end
    printer.flush()
    const data = Buffer.from(bytes.subarray(offset + 4, end)).toString('latin1')
    printer.items.push({
      kind: 'barcode',
      system: bytes[offset + 2] ?? 0,
      data,
      align: printer.align,
      ...printer.barcode,
    })
    return end
  },
  '(': (printer, bytes, offset) => {
    const end = offset + 5 + word(bytes[offset + 3], bytes[offset + 4])
    if (end > bytes.length) return end
    if (bytes[offset + 2] === 0x6b && bytes[offset + 5] === 0x31) {
      qrFunction(printer, bytes[offset + 6] ?? 0, bytes.subarray(offset + 7, end))
    } else {
      unknown(printer, bytes, offset, end - offset)
    }
    return end
  },
}

/** GS ( k for QR codes: model, module size, error correction, store the data, print what is stored. */
function qrFunction(printer: PrinterState, fn: number, parameters: Uint8Array): void {
  const { qr } = printer
  if (fn === 0x43) qr.cellDots = parameters[0] ?? 3
  if (fn === 0x45) qr.level = QR_LEVELS[(parameters[0] ?? 48) - 48] ?? 'l'
  if (fn === 0x50) qr.data = Buffer.from(parameters.subarray(1)).toString('utf8')
  if (fn !== 0x51) return
  printer.flush()
  printer.items.push({
    kind: 'qr',
    ...qr,
    align: printer.align,
    areaLeftDots: printer.areaLeftDots,
    areaWidthDots: printer.areaWidthDots,
  })
}
