/**
 * A sale's receipt as receiptline source.
 *
 * Invariant: the same document, words and paper give the same source; nothing is read from anywhere else.
 */
import { layoutReceiptLines } from './layout-receipt-lines.ts'
import type { PaperWidthMm, ReceiptDocument } from './receipt-document.ts'
import {
  BOLD,
  layoutDue,
  layoutFacts,
  layoutFooter,
  layoutHeader,
  layoutMarks,
  layoutStoredValue,
  layoutTenders,
} from './receipt-parts.ts'
import type { ReceiptTexts } from './receipt-texts.ts'
import { ReceiptlineSource } from './receiptline-source.ts'
import { yuanText } from './yuan-text.ts'

/** Side of one module of the QR code: 22 mm for a sale id on the wide roll, 18 mm on the narrow one. */
export const QR_CELL_DOTS: Readonly<Record<PaperWidthMm, number>> = { 58: 5, 80: 6 }

/**
 * Lays `document` out for a roll of `paper` millimetres with the words of `texts`; returns receiptline source.
 * Never refuses: what is too wide is broken into more lines, what cannot be printed is replaced by □.
 */
export function layoutReceipt(document: ReceiptDocument, texts: ReceiptTexts, paper: PaperWidthMm): string {
  const source = new ReceiptlineSource(paper)
  layoutMarks(source, marksOf(document, texts))
  layoutHeader(source, document.header)
  source.rule('solid')
  layoutSaleFacts(source, document, texts)
  source.rule('solid')
  layoutReceiptLines(source, document.lines, texts)
  source.rule('solid')
  layoutTotals(source, document, texts)
  source.rule('dotted')
  layoutTenders(source, texts, document)
  layoutMemberBalances(source, document, texts)
  layoutTaxes(source, document, texts)
  source.rule('solid')
  if (document.totals.savedFen > 0) {
    source.paragraph(texts.youSaved(`￥${yuanText(document.totals.savedFen)}`), 'center', BOLD)
  }
  layoutFooter(source, document.footerLines)
  source.blank()
  source.qr(document.saleId, QR_CELL_DOTS[paper])
  source.smallGap()
  source.paragraph(texts.scanForSale, 'center')
  return source.toString()
}

function marksOf(document: ReceiptDocument, texts: ReceiptTexts): string[] {
  const marks: string[] = []
  if (document.voided) marks.push(texts.voidedMark)
  if (document.reprintOrdinal > 0) marks.push(texts.reprintMark(document.reprintOrdinal))
  return marks
}

function layoutSaleFacts(source: ReceiptlineSource, document: ReceiptDocument, texts: ReceiptTexts): void {
  const { member } = document
  layoutFacts(source, [
    { label: texts.receiptNumber, value: document.receiptNumber },
    { label: texts.time, value: document.soldAtText },
    { label: texts.store, value: document.storeName },
    { label: texts.till, value: document.tillName },
    { label: texts.operator, value: document.operatorName },
    ...(document.shiftText === null ? [] : [{ label: texts.shift, value: document.shiftText }]),
    ...(member === null ? [] : [{ label: texts.member, value: `${member.tierName} ${member.maskedCard ?? ''}` }]),
  ])
}

function layoutTotals(source: ReceiptlineSource, document: ReceiptDocument, texts: ReceiptTexts): void {
  const { grossFen, savedFen, roundingFen, payableFen } = document.totals
  source.pair(texts.grossTotal(document.lines.length), yuanText(grossFen))
  if (savedFen !== 0) source.pair(texts.saved, `-${yuanText(savedFen)}`)
  if (roundingFen !== 0) source.pair(texts.rounding, `-${yuanText(roundingFen)}`)
  layoutDue(source, texts.payable, yuanText(payableFen))
}

/** Points moved by this sale and what the member has now. */
function layoutMemberBalances(source: ReceiptlineSource, document: ReceiptDocument, texts: ReceiptTexts): void {
  const { points, storedValue } = document
  if (points === null && storedValue === null) return
  source.rule('dotted')
  if (points !== null) {
    const moved = [{ label: texts.pointsEarned, value: `+${points.earned}` }]
    if (points.redeemed > 0) moved.push({ label: texts.pointsRedeemed, value: `-${points.redeemed}` })
    for (const { label, value } of moved) source.pair(label, value)
    source.pair(texts.pointsBalance, String(points.balance))
  }
  if (storedValue !== null) {
    layoutStoredValue(source, storedValue, texts)
  }
}

function layoutTaxes(source: ReceiptlineSource, document: ReceiptDocument, texts: ReceiptTexts): void {
  if (document.taxes.length === 0) return
  source.rule('dotted')
  for (const { rateText, taxFen } of document.taxes) source.pair(texts.taxIncluded(rateText), yuanText(taxFen))
}
