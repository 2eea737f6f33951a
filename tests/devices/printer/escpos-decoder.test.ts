/** The decoder on commands that our own receipts do not use, and on bytes that are no commands at all. */
import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { drawerKickBytes } from '../../../electron/devices/printer/escpos-bytes.ts'
import { decodeEscPos } from '../../../electron/devices/printer/escpos-decoder.ts'
import type { PaperItem } from '../../../electron/devices/printer/paper-items.ts'

const ESC = '\u001b'
const FS = '\u001c'
const GS = '\u001d'

/** Command text is Latin-1; {…} is GB18030. */
function decode(...parts: (string | Buffer | number[])[]): readonly PaperItem[] {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))
  return decodeEscPos(Buffer.concat(bytes)).items
}

const chinese = (text: string): Buffer => iconv.encode(text, 'gb18030')

describe('text', () => {
  test('two-byte codes stand for characters only after FS &', () => {
    expect(decode(`${FS}&`, chinese('中文ABC'), '\n')).toMatchObject([
      { kind: 'line', runs: [{ text: '中文ABC', xDots: 0, widthDots: 84 }] },
    ])
    expect(decode(`${FS}.`, chinese('中'), '\n')).toMatchObject([{ kind: 'line', runs: [{ text: '╓╨' }] }])
  })

  test('four-byte codes are one character', () => {
    expect(decode(`${FS}&`, chinese('𠮷'), '\n')).toMatchObject([
      { kind: 'line', runs: [{ text: '𠮷', widthDots: 24 }] },
    ])
  })

  test('sizes, weight, underline and inverse split a line into runs', () => {
    const [line] = decode(
      'a',
      `${GS}!\x11`,
      'b',
      `${GS}!\x00${ESC}E\x01`,
      'c',
      `${ESC}E\x00${ESC}-\x02`,
      'd',
      `${GS}B\x01`,
      'e\n',
    )
    expect(line).toMatchObject({
      runs: [
        { text: 'a', xDots: 0, scaleX: 1 },
        { text: 'b', xDots: 12, widthDots: 24, scaleX: 2, scaleY: 2 },
        { text: 'c', xDots: 36, bold: true },
        { text: 'd', xDots: 48, bold: false, underlineDots: 2 },
        { text: 'e', xDots: 60, inverse: true },
      ],
      feedDots: 48,
    })
  })

  test('alignment places what is printed within the area', () => {
    const area = `${GS}L\x0c\x00${GS}W\x78\x00`
    expect(decode(area, `${ESC}a\x01`, 'ab\n', `${ESC}a\x02`, 'ab\n')).toMatchObject([
      { align: 'center', runs: [{ xDots: 12 + 48 }] },
      { align: 'right', runs: [{ xDots: 12 + 96 }] },
    ])
  })

  test('absolute and relative positions move the head', () => {
    expect(decode(`${ESC}$\x30\x00`, 'a', `${ESC}\\\x0c\x00`, 'b\n')).toMatchObject([
      {
        runs: [
          { text: 'a', xDots: 48 },
          { text: 'b', xDots: 72 },
        ],
      },
    ])
  })

  test('a line that is full goes on below', () => {
    expect(decode(`${GS}W\x24\x00`, 'abcde\n')).toMatchObject([{ runs: [{ text: 'abc' }] }, { runs: [{ text: 'de' }] }])
  })

  test('ESC @ forgets styles and what was not printed yet', () => {
    expect(decode(`${ESC}E\x01`, 'lost', `${ESC}@`, 'x\n')).toMatchObject([{ runs: [{ text: 'x', bold: false }] }])
  })
})

describe('everything else', () => {
  test('feeds, cuts and the drawer', () => {
    expect(decode(`${ESC}J\x10${ESC}3\x14${ESC}d\x02${GS}V\x00${GS}V\x01${GS}VB\x00`, drawerKickBytes())).toEqual([
      { kind: 'feed', dots: 16 },
      { kind: 'feed', dots: 40 },
      { kind: 'cut', partial: false },
      { kind: 'cut', partial: true },
      { kind: 'cut', partial: true },
      { kind: 'drawer', pin: 2, onMs: 50, offMs: 500 },
    ])
  })

  test('a raster image', () => {
    const [image] = decode(`${ESC}a\x02${GS}W\x80\x01`, `${GS}v0\x00\x02\x00\x03\x00`, [1, 2, 3, 4, 5, 6])
    expect(image).toEqual({
      kind: 'raster',
      xDots: 384 - 16,
      widthDots: 16,
      heightDots: 3,
      bits: Uint8Array.from([1, 2, 3, 4, 5, 6]),
    })
  })

  test('a barcode with its height and module', () => {
    expect(decode(`${GS}h\x50${GS}w\x02${GS}k\x49\x05{B123`)).toEqual([
      { kind: 'barcode', system: 73, data: '{B123', moduleDots: 2, heightDots: 80, align: 'left' },
    ])
  })

  test('an unknown command is reported where it stands', () => {
    expect(decode('a', `${ESC}Z`, 'b\n')).toMatchObject([
      { kind: 'unknown', offset: 1, bytes: [0x1b, 0x5a] },
      { kind: 'line', runs: [{ text: 'ab' }] },
    ])
  })

  test.each([ESC, `${GS}!`, `${GS}V`, `${GS}v0\x00\xff`, `${GS}k\x49\x20abc`, `${GS}(k\xff\x00`, `${ESC}p\x00`])(
    'a command cut short (%j) is reported',
    (bytes) => {
      expect(decode(bytes).at(-1)).toMatchObject({ kind: 'unknown', offset: 0 })
    },
  )

  test('never throws, whatever the bytes', () => {
    const lead = fc.constantFrom(0x1b, 0x1c, 0x1d, 0x10, 0x0a)
    const bytes = fc.array(fc.oneof(lead, fc.integer({ min: 0, max: 255 })), { maxLength: 200 })
    fc.assert(
      fc.property(bytes, (values) => {
        expect(() => decodeEscPos(Uint8Array.from(values))).not.toThrow()
      }),
      { numRuns: 2000 },
    )
  })
})
