/**
 * Receiptline source → the bytes that a receipt printer takes (ESC/POS, GB18030).
 *
 * Invariants: only commands that cheap printers know; nothing in a source can open the drawer, cut the paper or send an
 * image: the one command word that acts is a small gap, and the drawer's pulse and the cut are added by us; every character
 * is one byte of ASCII or a two-byte code, a □ where GB18030 has only four bytes for it.
 */
import iconv from 'iconv-lite'
import receiptline from 'receiptline'
import { UNPRINTABLE, columnsOfPaper } from '../../../shared/domain/receipt/paper-text.ts'
import { SMALL_GAP } from '../../../shared/domain/receipt/receiptline-source.ts'
import type { PaperWidthMm } from '../../../shared/domain/receipt/receipt-document.ts'

const ESC = 0x1b
const FS = 0x1c
const GS = 0x1d

/** Dots from one line's top to the next: 24 of the character and 6 of air. */
const LINE_SPACING_DOTS = 30

/** 1 mm of air where a whole blank line would be too much. */
const SMALL_GAP_DOTS = 8

const QR_LEVEL: Readonly<Record<'l' | 'm' | 'q' | 'h', number>> = { l: 48, m: 49, q: 50, h: 51 }

/** receiptline joins commands as strings of one character a byte. */
function raw(...bytes: number[]): string {
  return String.fromCharCode(...bytes)
}

function gb18030(text: string): string {
  let bytes = ''
  for (const character of text) {
    const encoded = iconv.encode(character, 'gb18030')
    bytes += (encoded.length > 2 ? iconv.encode(UNPRINTABLE, 'gb18030') : encoded).toString('latin1')
  }
  return bytes
}

/** GS ( k: 0x31 selects QR codes, `fn` one of their functions. */
function qrFunction(fn: number, parameters: string): string {
  const length = parameters.length + 2
  return raw(GS, 0x28, 0x6b, length & 255, length >> 8, 0x31, fn) + parameters
}

const command = {
  ...receiptline.commands.generic,
  open: () =>
    raw(ESC, 0x40) + raw(ESC, 0x4d, 0) + raw(ESC, 0x20, 0) + raw(FS, 0x53, 0, 0) + raw(ESC, 0x33, LINE_SPACING_DOTS),
  close: () => '',
  command: (word: string) => (word === SMALL_GAP ? raw(ESC, 0x4a, SMALL_GAP_DOTS) : ''),
  cut: () => '',
  image: () => '',
  barcode: () => '',
  text: (text: string) => raw(FS, 0x26) + gb18030(text),
  qrcode: (symbol: receiptline.QRCode) => {
    const model = qrFunction(0x41, raw(0x32, 0))
    const module = qrFunction(0x43, raw(symbol.cell))
    const level = qrFunction(0x45, raw(QR_LEVEL[symbol.level]))
    const store = qrFunction(0x50, raw(0x30) + Buffer.from(symbol.data, 'utf8').toString('latin1'))
    return model + module + level + store + qrFunction(0x51, raw(0x30))
  },
}

/** The pulse that opens a drawer on the printer's socket: 50 ms on, 500 ms off. */
export function drawerKickBytes(): Buffer {
  return Buffer.from([ESC, 0x70, 0, 25, 250])
}

/**
 * `source` (from a layout of shared/domain/receipt) as bytes for a roll of `paper` millimetres, ending in a partial
 * cut. With `openDrawer` the drawer's pulse comes first, so that it opens while the paper is still printing.
 */
export function receiptBytes(
  source: string,
  { paper, openDrawer }: { readonly paper: PaperWidthMm; readonly openDrawer: boolean },
): Buffer {
  const printed = receiptline.transform(source, {
    cpl: columnsOfPaper(paper),
    encoding: 'gb18030',
    cutting: false,
    command,
  })
  const body = Buffer.from(printed, 'latin1')
  const cut = Buffer.from([ESC, 0x64, 1, GS, 0x56, 0x42, 0])
  return Buffer.concat(openDrawer ? [drawerKickBytes(), body, cut] : [body, cut])
}
