/** The report of a shift's close 交班 as receiptline source; the same inputs give the same source. */
import type { Fen } from '../money.ts'
import { fen, sumFen } from '../money.ts'
import type { PaperWidthMm, ShiftReportDocument } from './receipt-document.ts'
import { BOLD, layoutDue, layoutFacts, layoutMarks } from './receipt-parts.ts'
import type { ReceiptTexts } from './receipt-texts.ts'
import { columnsOf } from './paper-text.ts'
import { ReceiptlineSource } from './receiptline-source.ts'
import { yuanText } from './yuan-text.ts'

/** Lays `document` out for a roll of `paper` millimetres with the words of `texts`; returns receiptline source. */
export function layoutShiftReport(document: ShiftReportDocument, texts: ReceiptTexts, paper: PaperWidthMm): string {
  const source = new ReceiptlineSource(paper)
  layoutMarks(source, document.reprintOrdinal > 0 ? [texts.reprintMark(document.reprintOrdinal)] : [])
  source.paragraph(texts.shiftReportTitle, 'center', { size: 'large', bold: true })
  source.smallGap()
  source.paragraph(document.header.shopName, 'center')
  source.rule('solid')
  layoutFacts(source, [
    { label: texts.businessDay, value: document.businessDay },
    { label: texts.shift, value: document.shiftText },
    { label: texts.store, value: document.storeName },
    { label: texts.till, value: document.tillName },
    { label: texts.openedAt, value: document.openedAtText },
    { label: texts.closedAt, value: document.closedAtText },
    { label: texts.operator, value: document.operatorName },
  ])
  source.rule('solid')
  source.pair(texts.salesCount, String(document.counts.sales))
  source.pair(texts.voidCount, String(document.counts.voids))
  source.pair(texts.reprintCount, String(document.counts.reprints))
  source.rule('dotted')
  source.pair(texts.saved, yuanText(document.savedFen))
  source.pair(texts.rounding, yuanText(document.roundingFen))
  layoutDue(source, texts.netSales, yuanText(document.salesFen))
  layoutStoredValueMoves(source, document, texts)
  source.rule('solid')
  layoutTendersByKind(source, document, texts)
  source.rule('solid')
  layoutDrawer(source, document, texts)
  source.rule('solid')
  for (const signature of [texts.operatorSignature, texts.supervisorSignature]) {
    source.blank()
    source.paragraph(`${signature}${'＿'.repeat((source.columns - columnsOf(signature)) >> 1)}`, 'left')
  }
  return source.toString()
}

function layoutStoredValueMoves(
  source: ReceiptlineSource,
  { topUps, payOuts }: ShiftReportDocument,
  texts: ReceiptTexts,
): void {
  if (topUps.count > 0)
    source.pair(`${texts.topUpsCount} ${texts.tenderCount(topUps.count)}`, yuanText(topUps.amountFen))
  if (payOuts.count > 0)
    source.pair(`${texts.payOutsCount} ${texts.tenderCount(payOuts.count)}`, yuanText(fen(0 - payOuts.amountFen)))
}

function layoutTendersByKind(source: ReceiptlineSource, document: ShiftReportDocument, texts: ReceiptTexts): void {
  source.paragraph(texts.tendersTitle, 'left', BOLD)
  for (const { label, count, amountFen } of document.tenders) {
    source.pair(`${label} ${texts.tenderCount(count)}`, yuanText(amountFen))
  }
  source.rule('dotted')
  const totalFen = sumFen(document.tenders.map((tender) => tender.amountFen))
  source.pair(texts.tendersTotal, yuanText(totalFen), { label: BOLD, value: BOLD })
}

function layoutDrawer(source: ReceiptlineSource, document: ShiftReportDocument, texts: ReceiptTexts): void {
  const { floatFen, cashSalesFen, expectedFen, countedFen, overShortFen } = document.drawer
  source.paragraph(texts.drawerTitle, 'left', BOLD)
  source.pair(texts.float, yuanText(floatFen))
  source.pair(texts.cashSales, yuanText(cashSalesFen))
  source.pair(texts.expected, yuanText(expectedFen))
  source.pair(texts.counted, yuanText(countedFen))
  if (overShortFen === 0) source.paragraph(texts.exact, 'center', { size: 'tall', bold: true })
  else layoutDue(source, overShortLabel(overShortFen, texts), yuanText(fen(Math.abs(overShortFen))))
}

function overShortLabel(overShortFen: Fen, texts: ReceiptTexts): string {
  return overShortFen > 0 ? texts.over : texts.short
}
