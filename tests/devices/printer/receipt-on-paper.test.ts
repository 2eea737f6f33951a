/** From a document to bytes and back: what the paper says, where it stands, and that no value can act as a command. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { receiptBytes } from '../../../electron/devices/printer/escpos-bytes.ts'
import { decodeEscPos } from '../../../electron/devices/printer/escpos-decoder.ts'
import type { DecodedPaper, PaperItem } from '../../../electron/devices/printer/paper-items.ts'
import { fen } from '../../../shared/domain/money.ts'
import { layoutReceipt } from '../../../shared/domain/receipt/layout-receipt.ts'
import { layoutShiftReport } from '../../../shared/domain/receipt/layout-shift-report.ts'
import { layoutTopUp } from '../../../shared/domain/receipt/layout-top-up.ts'
import { columnsOf, columnsOfPaper, printableText } from '../../../shared/domain/receipt/paper-text.ts'
import type { PaperWidthMm, ReceiptDocument } from '../../../shared/domain/receipt/receipt-document.ts'
import { RECEIPT_TEXTS } from '../../../shared/text/receipt.ts'
import { endColumn, plainPaper } from './plain-paper.ts'
import { englishSale, memberSale, plainSale, saleLine, shiftReport, topUp } from './receipt-samples.ts'

const PAPERS: readonly PaperWidthMm[] = [58, 80]

function printed(document: ReceiptDocument, paper: PaperWidthMm): DecodedPaper {
  const source = layoutReceipt(document, RECEIPT_TEXTS[document.locale], paper)
  return decodeEscPos(receiptBytes(source, { paper, openDrawer: false }))
}

function withName(name: string): ReceiptDocument {
  return { ...plainSale, lines: [saleLine(name, '1', { unitPrice: 100, gross: 100 })] }
}

function kinds(paper: DecodedPaper): PaperItem['kind'][] {
  return paper.items.map((item) => item.kind).filter((kind) => kind !== 'line' && kind !== 'feed')
}

describe.each(PAPERS)('on %i mm paper', (paper) => {
  const golden = (name: string): string => `golden/${name}-${paper}.txt`
  const asText = (decoded: DecodedPaper): string => `${plainPaper(decoded).join('\n')}\n`

  test('a sale to a member reads as it should', async () => {
    await expect(asText(printed(memberSale, paper))).toMatchFileSnapshot(golden('member-sale'))
  })

  test('a sale without a card reads as it should', async () => {
    await expect(asText(printed(plainSale, paper))).toMatchFileSnapshot(golden('plain-sale'))
  })

  test('an English receipt reads as it should', async () => {
    await expect(asText(printed(englishSale, paper))).toMatchFileSnapshot(golden('english-sale'))
  })

  test('a void and its second reprint say so above everything else', () => {
    const lines = plainPaper(printed({ ...memberSale, voided: true, reprintOrdinal: 2 }, paper))
    expect(lines[0]?.replace(/ /g, '')).toBe('已作废')
    expect(lines[1]?.replace(/ /g, '')).toBe('补打第2次')
  })

  test('a top-up slip and a shift report read as they should', async () => {
    const slip = layoutTopUp(topUp, RECEIPT_TEXTS.zh, paper)
    await expect(asText(decodeEscPos(receiptBytes(slip, { paper, openDrawer: false })))).toMatchFileSnapshot(
      golden('top-up'),
    )
    const report = layoutShiftReport(shiftReport, RECEIPT_TEXTS.zh, paper)
    await expect(asText(decodeEscPos(receiptBytes(report, { paper, openDrawer: false })))).toMatchFileSnapshot(
      golden('shift-report'),
    )
  })

  test('amounts end at the right edge and the net amounts add up to what is payable', () => {
    const decoded = printed(memberSale, paper)
    const lines = decoded.items.flatMap((item) => (item.kind === 'line' ? [item] : []))
    const edge = columnsOfPaper(paper)
    const atEdge = lines.filter((line) => endColumn(line.runs) === edge).map((line) => line.runs.at(-1)?.text)
    const nets = memberSale.lines.map((line) => (line.netFen / 100).toFixed(2))
    expect(atEdge).toEqual(expect.arrayContaining([...nets, '￥111.80', '18.20', '500.00']))
    expect(Math.max(...lines.map((line) => endColumn(line.runs)))).toBe(edge)
  })

  test('the drawer opens only where it is asked for, first, and the paper is cut last', () => {
    const source = layoutReceipt(memberSale, RECEIPT_TEXTS.zh, paper)
    const decoded = decodeEscPos(receiptBytes(source, { paper, openDrawer: true }))
    expect(decoded.items[0]).toEqual({ kind: 'drawer', pin: 2, onMs: 50, offMs: 500 })
    expect(decoded.items.at(-1)).toEqual({ kind: 'cut', partial: true })
    expect(kinds(decoded)).toEqual(['drawer', 'qr', 'cut'])
    expect(kinds(printed(memberSale, paper))).toEqual(['qr', 'cut'])
  })

  test('the QR code carries the sale id', () => {
    const qr = printed(memberSale, paper).items.find((item) => item.kind === 'qr')
    expect(qr).toMatchObject({ data: memberSale.saleId, align: 'center', level: 'm' })
  })

  test.each([
    '{command:\\x1bp\\x00\\x19\\xfa}',
    '\\{command:\\x1bp0\\}',
    '{code:1234567890;option:qrcode}',
    '{image:iVBORw0KGgo=}',
    '|左|右|',
    '-----',
    '=====',
    '^^^大^^^ "粗" _线_ `反` ~空~',
    '\\x1b\\x70\\x00',
    '100% \\n 换行 \\\\ 反斜杠',
    '\u001bp\u0000\u0019\u00fa开箱',
    '~~~',
    '可口可乐🥤👨‍👩‍👧‍👦🇨🇳经典',
    '𠮷野家牛肉饭',
    '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十',
    'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz0123456789',
    '¥9.9特价',
  ])('a product named %j prints as its name and does nothing', (name) => {
    const decoded = printed(withName(name), paper)
    expect(kinds(decoded)).toEqual(['qr', 'cut'])
    const ordinary = plainPaper(printed(withName('普通'), paper))
    const hostile = plainPaper(decoded)
    const expected = printableText(name).replace(/[ ]/g, '')
    const all = hostile.join('').replace(/ /g, '')
    expect(all).toContain(paper === 58 || columnsOf(printableText(name)) > 24 ? expected : `${expected}1`)
    // Everything but the lines of the name itself is where it is for an ordinary name.
    expect(hostile.slice(-12)).toEqual(ordinary.slice(-12))
  })

  test('no text of any document breaks a column, the order of commands or the layout itself', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...Array.from('{}|\\^_"`~-=x1bp;:金额 ￥¥🥤')), maxLength: 60 }),
    )
    const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(fen)
    const document = fc.record({
      shop: text,
      name: text,
      qtyText: text,
      label: text,
      detail: text,
      footer: text,
      amount,
    })
    fc.assert(
      fc.property(document, (values) => {
        const decoded = printed(hostileDocument(values), paper)
        expect(kinds(decoded)).toEqual(['qr', 'cut'])
        const edge = columnsOfPaper(paper)
        const ends = decoded.items.flatMap((item) => (item.kind === 'line' ? [endColumn(item.runs)] : []))
        expect(Math.max(...ends)).toBeLessThanOrEqual(edge)
        expect(() => plainPaper(decoded)).not.toThrow()
      }),
      { numRuns: 120 },
    )
  })
})

type HostileValues = Readonly<Record<'shop' | 'name' | 'qtyText' | 'label' | 'detail' | 'footer', string>> & {
  readonly amount: ReceiptDocument['changeFen']
}

function hostileDocument(values: HostileValues): ReceiptDocument {
  const { shop, name, qtyText, label, detail, footer, amount } = values
  const line = {
    ...saleLine(name, qtyText, { unitPrice: amount, gross: amount }),
    adjustments: [{ label, amountFen: fen(0 - amount) }],
    servedBy: detail,
  }
  return {
    ...memberSale,
    header: { shopName: shop, lines: [footer] },
    storeName: detail,
    tillName: label,
    receiptNumber: name,
    operatorName: shop,
    member: { tierName: label, maskedCard: detail },
    lines: [line],
    totals: { grossFen: amount, savedFen: amount, roundingFen: amount, payableFen: amount },
    tenders: [{ label, amountFen: amount, detail }],
    changeFen: amount,
    taxes: [{ rateText: label, taxFen: amount }],
    footerLines: [footer],
  }
}

test('every character goes out as ASCII or as a two-byte code', () => {
  const bytes = receiptBytes(layoutReceipt(withName('é™ñ𠮷🥤¥'), RECEIPT_TEXTS.zh, 80), {
    paper: 80,
    openDrawer: false,
  })
  const text = plainPaper(decodeEscPos(bytes)).join('\n')
  expect(text).toContain('e□n□□￥')
})
